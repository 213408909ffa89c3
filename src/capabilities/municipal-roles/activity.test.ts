import { expect, test } from 'vitest'
import { type Activity, activitiesIn, readMaterials, sumActivities, writeMaterials } from './activity.ts'

const activity = (more: Partial<Activity>): Activity => ({
  id: '',
  version: 1,
  name: 'Brief',
  channel: 'letter',
  startsOn: '2026-03-01',
  endsOn: '2026-03-01',
  audience: '',
  reached: null,
  costCents: null,
  note: '',
  deskIds: [],
  materials: [],
  deskNames: [],
  files: [],
  ...more,
})

test('material is read as people type it, one on a line', () => {
  expect(readMaterials('500 flyers\n\n1.000 x posters A3\nbanner\nkaartjes (200)\n2026')).toEqual([
    { name: 'flyers', copies: 500 },
    { name: 'posters A3', copies: 1000 },
    { name: 'banner', copies: null },
    { name: 'kaartjes', copies: 200 },
    { name: '2026', copies: null },
  ])
  expect(readMaterials('\n ')).toEqual([])
})

test('and shown again as it can be read', () => {
  const materials = readMaterials('500 flyers\nbanner')
  expect(readMaterials(writeMaterials(materials))).toEqual(materials)
})

test('a year comes to what is known of it, and says of how many it is not', () => {
  const all = [
    activity({ reached: 1200, costCents: 45_000 }),
    activity({ costCents: 5 }),
    activity({ startsOn: '2025-12-31', reached: 9 }),
  ]
  expect(sumActivities(activitiesIn(all, 2026))).toEqual({
    activities: 2,
    reached: 1200,
    reachedUnknown: 1,
    costCents: 45_005,
    costUnknown: 0,
  })
})
