import { expect, test } from 'vitest'
import { publicHolidays } from './public-holidays.ts'

test('the holidays of 2027, each on its day', async () => {
  const found = await publicHolidays('2027-01-01', '2028-01-01')
  expect(found.map(({ day, name }) => `${day} ${name}`)).toEqual([
    '2027-01-01 new-year',
    '2027-03-26 good-friday',
    '2027-03-28 easter-sunday',
    '2027-03-29 easter-monday',
    '2027-04-27 kings-day',
    '2027-05-05 liberation-day',
    '2027-05-06 ascension-day',
    '2027-05-16 whit-sunday',
    '2027-05-17 whit-monday',
    '2027-12-25 christmas-day',
    '2027-12-26 boxing-day',
  ])
  expect(found.filter(({ optional }) => optional).map(({ name }) => name)).toEqual([
    'good-friday',
    'liberation-day',
  ])
})

test('King’s Day is kept on Saturday when the 27th is a Sunday', async () => {
  expect(await publicHolidays('2031-04-20', '2031-04-30')).toEqual([
    { day: '2031-04-26', name: 'kings-day', optional: false },
  ])
})

test('the last day does not count, and years are crossed', async () => {
  expect((await publicHolidays('2026-12-26', '2027-01-01')).map(({ day }) => day)).toEqual(['2026-12-26'])
  expect((await publicHolidays('2026-12-26', '2027-01-02')).map(({ day }) => day)).toEqual([
    '2026-12-26',
    '2027-01-01',
  ])
})
