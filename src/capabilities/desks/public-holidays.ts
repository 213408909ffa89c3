/** Dutch public holidays by our name, with the rule by which the calendar knows them. */
const holidayRules = {
  'new-year': /^01-01$/,
  'good-friday': /^easter -2$/,
  'easter-sunday': /^easter$/,
  'easter-monday': /^easter 1$/,
  'kings-day': /^04-27/,
  'liberation-day': /^05-05$/,
  'ascension-day': /^easter 39$/,
  'whit-sunday': /^easter 49$/,
  'whit-monday': /^easter 50$/,
  'christmas-day': /^12-25$/,
  'boxing-day': /^12-26$/,
} as const
export type HolidayName = keyof typeof holidayRules

/** On these many libraries are open: nobody is presumed to close. */
const optional: readonly HolidayName[] = ['good-friday', 'liberation-day']

export interface Holiday {
  /** As 2027-04-27. */
  readonly day: string
  readonly name: HolidayName
  /** Not a day off by custom everywhere. */
  readonly optional: boolean
}

/**
 * The public holidays from a day up to but not including another. The calendar of all countries costs some 30 MB of
 * memory and 0.2 s, once, so it is loaded when somebody first asks.
 */
export async function publicHolidays(fromDay: string, untilDay: string): Promise<Holiday[]> {
  const { default: Calendar } = await import('date-holidays')
  const calendar = new Calendar('NL')
  const found: Holiday[] = []
  for (let year = Number(fromDay.slice(0, 4)); year <= Number(untilDay.slice(0, 4)); year += 1)
    for (const { date, rule } of calendar.getHolidays(year)) {
      const name = (Object.keys(holidayRules) as HolidayName[]).find((each) => holidayRules[each].test(rule))
      const day = date.slice(0, 10)
      if (name && day >= fromDay && day < untilDay)
        found.push({ day, name, optional: optional.includes(name) })
    }
  return found
}
