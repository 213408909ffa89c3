import { expect, test } from 'vitest'
import { type Area, addressProblems, type GivenAddress } from './address-check.ts'

const municipalities = [
  { code: 'GM0307', name: 'Amersfoort', neighbourCodes: ['GM0327'] },
  { code: 'GM0327', name: 'Leusden', neighbourCodes: ['GM0307'] },
  { code: 'GM0344', name: 'Utrecht', neighbourCodes: [] },
]
const amersfoort: Area = { municipalityCode: 'GM0307', latitude: 52.1557, longitude: 5.3875 }
const given: GivenAddress = { municipality: 'GM0307', postcode: '3811 LP', point: null }
const problems = (change: Partial<GivenAddress>, area: Area | undefined = amersfoort) =>
  addressProblems({ ...given, ...change }, area, municipalities).map(({ id }) => id)

test('an address that agrees with itself is right', () => {
  expect(problems({})).toEqual([])
  expect(problems({ point: { latitude: 52.16, longitude: 5.38 } })).toEqual([])
  expect(problems({ postcode: null, point: { latitude: 53.21, longitude: 6.56 } })).toEqual([])
})

test('a postcode area may lie across the border of its municipality', () => {
  expect(problems({ municipality: 'GM0327' })).toEqual([])
})

test('a postcode of another part of the country is told with its municipality', () => {
  expect(addressProblems({ ...given, municipality: 'GM0344' }, amersfoort, municipalities)).toEqual([
    {
      id: 'municipality',
      message: 'desks.error.other-municipality',
      values: { postcode: '3811 LP', municipality: 'Amersfoort' },
    },
  ])
})

test('a point may be at most fifteen kilometres from the middle of its postcode', () => {
  // A degree of latitude is 111.2 km.
  expect(problems({ point: { latitude: 52.1557 + 0.1345, longitude: 5.3875 } })).toEqual([])
  expect(problems({ point: { latitude: 52.1557 + 0.1355, longitude: 5.3875 } })).toEqual(['point'])
  // Of longitude it is 68.2 km here.
  expect(problems({ point: { latitude: 52.1557, longitude: 5.3875 + 0.218 } })).toEqual([])
  expect(problems({ point: { latitude: 52.1557, longitude: 5.3875 + 0.222 } })).toEqual(['point'])
})

test('an unknown postcode needs a point, and then says nothing of it', () => {
  const unknown = (change: Partial<GivenAddress>) =>
    addressProblems({ ...given, ...change }, undefined, municipalities).map(({ id }) => id)
  expect(unknown({})).toEqual(['postcode'])
  expect(unknown({ point: { latitude: 52.16, longitude: 5.38 } })).toEqual([])
})

test('a municipality that is no more has no neighbours to go by', () => {
  expect(problems({ municipality: 'GM0289' })).toEqual([])
  expect(problems({}, { ...amersfoort, municipalityCode: 'GM0289' })).toEqual([])
})
