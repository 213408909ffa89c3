import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { World } from './world.ts'

/** Libraries beside those of the world, each in a municipality of its own in Utrecht, Gelderland and Noord-Holland. */
const municipalities = [
  'GM0310',
  'GM0312',
  'GM0313',
  'GM0317',
  'GM0321',
  'GM0327',
  'GM0331',
  'GM0335',
  'GM0339',
  'GM0340',
  'GM0342',
  'GM0345',
  'GM0351',
  'GM0352',
  'GM0353',
  'GM0355',
  'GM0356',
  'GM0589',
  'GM0632',
  'GM0736',
  'GM1581',
  'GM1904',
  'GM0200',
  'GM0202',
  'GM0362',
  'GM0375',
  'GM0392',
  'GM0394',
]
const months = [
  '2025-11',
  '2025-12',
  ...Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
]

/**
 * A year of figures of enough desks to be compared: those of the world have 40 contacts a month, of the others half 40 and half
 * 80, each a little more than the one before. Two thirds went away satisfied.
 */
export async function addBenchmarkNetwork(owner: pg.Client, world: World): Promise<void> {
  const sums = new Map<string, Record<string, number>>()
  const add = (level: string, key: string, month: string, cells: Readonly<Record<string, number>>): void => {
    const name = `${level} ${key} ${month}`
    const sum = sums.get(name) ?? {}
    for (const [cell, number] of Object.entries(cells)) sum[cell] = (sum[cell] ?? 0) + number
    sums.set(name, sum)
  }
  const count = (desk: string, library: string, municipality: string, contacts: number): void => {
    const cells = {
      contacts,
      questions: Math.round(contacts * 1.4),
      'questions/topic:digid': Math.round(contacts * 0.3),
      'channel-desk': Math.round(contacts * 0.8),
      'channel-phone': Math.round(contacts * 0.2),
      'duration-10-20': Math.round(contacts * 0.5),
      'duration-20-40': Math.round(contacts * 0.4),
      'satisfied-yes': Math.round(contacts * 0.5),
      'satisfied-partly': Math.round(contacts * 0.25),
      'known:help': contacts,
      'help-other': Math.round(contacts * 0.4),
      'help-course-warm': Math.round(contacts * 0.1),
    }
    for (const month of months) {
      add('desk', desk, month, cells)
      add('library', library, month, { ...cells, [`desk:${desk}`]: contacts })
      add('municipality', municipality, month, { ...cells, [`desk:${desk}`]: contacts })
      add('nation', 'NL', month, cells)
    }
  }
  count(world.desk, world.library, 'GM0307', 40)
  count(world.secondDesk, world.library, 'GM0307', 40)
  count(world.otherDesk, world.otherLibrary, 'GM0344', 60)
  for (const [at, municipality] of municipalities.entries()) {
    const [library, desk] = [randomUUID(), randomUUID()]
    await owner.query(
      `insert into organisations.organisations (id, kind, name, created_at) values ($1, 'library', $2, now())`,
      [library, `Bibliotheek ${municipality}`],
    )
    await owner.query('insert into organisations.library_municipalities values ($1, $2)', [
      library,
      municipality,
    ])
    await owner.query(
      `insert into desks.desks (id, library_id, name, kind, municipality_code, created_at) values ($1, $2, $3, 'library', $4, now())`,
      [desk, library, `Punt ${municipality}`, municipality],
    )
    count(desk, library, municipality, (at % 2 === 0 ? 40 : 80) + at)
  }
  await owner.query(
    `insert into reports.figures (level, key, grain, starts_on, cells)
     select level, key, 'month', (month || '-01')::date, cells
     from jsonb_to_recordset($1::jsonb) as sum (level text, key text, month text, cells jsonb)`,
    [
      JSON.stringify(
        [...sums].map(([name, cells]) => {
          const [level, key, month] = name.split(' ')
          return { level, key, month, cells }
        }),
      ),
    ],
  )
  await owner.query(
    `insert into organisations.support_institution_provinces values ($1, 'PV26') on conflict do nothing`,
    [world.support],
  )
}
