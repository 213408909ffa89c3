import type { MonthCounts, PublishedCell } from '../../src/capabilities/open-data/published-cell.ts'
import { monthsOfQuarter, quartersOfYear } from '../../src/capabilities/open-data/release-day.ts'
import { attack, type Equation, type Found, type HiddenNumber } from './attack.ts'

/** Everything that was published, of all releases. */
export interface Published {
  readonly cells: readonly PublishedCell[]
  /** Of each quarter and year, by topic. */
  readonly mainTopics: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly provinceOf: (municipality: string) => string
}

/**
 * What can be worked out of every hidden cell from all tables, areas, periods and releases together. The unknowns are the contacts
 * and the questions of each municipality in a quarter, the latter by main topic; the same of each province in a month; and the
 * questions on each topic in the nation in a month. An area that is in no table had none.
 * @param sample which of the hidden cells to attack; all when left out
 */
export async function attackOpenData(
  { cells, mainTopics, provinceOf }: Published,
  sample: (cell: PublishedCell) => boolean = () => true,
): Promise<(Found & { readonly cell: PublishedCell })[]> {
  const equations: Equation[] = []
  const is = (of: readonly string[], value: number): void => {
    equations.push({ of, from: value, until: value })
  }
  const same = (of: readonly string[], minus: readonly string[]): void => {
    equations.push({ of, minus, from: 0, until: 0 })
  }
  const regions = (table: PublishedCell['table'], period: string): string[] => [
    ...new Set(
      cells.filter((cell) => cell.table === table && cell.period === period).map(({ region }) => region),
    ),
  ]
  const told = new Map(
    cells.map((cell) => [
      `${cell.table} ${cell.region} ${cell.period} ${cell.part} ${cell.code}`,
      cell.number,
    ]),
  )
  const nation = (month: string, part: PublishedCell['part'], code: string): number | undefined =>
    told.get(`landelijk-per-maand NL ${month} ${part} ${code}`)

  for (const [quarter, mainOf] of mainTopics) {
    if (!quarter.includes('Q')) continue
    const mains = [...new Set(mainOf.values())]
    const months = monthsOfQuarter(quarter)
    const municipalities = regions('gemeenten-per-kwartaal', quarter)
    const provinces = regions('provincies-per-maand', months[0] ?? '')
    for (const province of provinces) {
      const within = municipalities.filter((code) => provinceOf(code) === province)
      same(
        months.map((month) => `contacts ${province} ${month}`),
        within.map((code) => `contacts ${code} ${quarter}`),
      )
      for (const main of mains)
        same(
          months.map((month) => `questions ${province} ${month} ${main}`),
          within.map((code) => `questions ${code} ${quarter} ${main}`),
        )
    }
    // Every contact has at least one question.
    const atLeast = (place: string): void => {
      equations.push({
        of: mains.map((main) => `questions ${place} ${main}`),
        minus: [`contacts ${place}`],
        from: 0,
        until: Number.POSITIVE_INFINITY,
      })
    }
    for (const code of municipalities) atLeast(`${code} ${quarter}`)
    for (const month of months) {
      for (const province of provinces) atLeast(`${province} ${month}`)
      is(
        provinces.map((province) => `contacts ${province} ${month}`),
        nation(month, 'totaal', 'contacts') ?? 0,
      )
      is(
        provinces.flatMap((province) => mains.map((main) => `questions ${province} ${month} ${main}`)),
        nation(month, 'totaal', 'questions') ?? 0,
      )
      for (const main of mains) {
        const number =
          mains.length > 1 ? nation(month, 'hoofdonderwerp', main) : nation(month, 'totaal', 'questions')
        if (number === undefined) continue
        is(
          provinces.map((province) => `questions ${province} ${month} ${main}`),
          number,
        )
        is(
          [...mainOf].filter(([, code]) => code === main).map(([topic]) => `topic ${month} ${topic}`),
          number,
        )
      }
      const of = (part: PublishedCell['part']) =>
        cells.filter((cell) => cell.region === 'NL' && cell.period === month && cell.part === part)
      const channels = of('kanaal').map(({ code }) => `channel ${month} ${code}`)
      is(channels, nation(month, 'totaal', 'contacts') ?? 0)
      const known = nation(month, 'hulp', 'help-known')
      if (known === undefined) continue
      const ways = of('hulp').filter(({ code }) => code !== 'help-known')
      for (const { code } of ways) equations.push({ of: [`help ${month} ${code}`], from: 0, until: known })
      // Who was helped was helped in at least one way.
      equations.push({
        of: ways.map(({ code }) => `help ${month} ${code}`),
        from: known,
        until: Number.POSITIVE_INFINITY,
      })
    }
  }

  const present = new Set(
    cells.flatMap(({ table, period, region }) =>
      table === 'gemeenten-per-kwartaal' ? [`${period} ${region}`] : [],
    ),
  )
  const hidden: (HiddenNumber & { readonly cell: PublishedCell })[] = []
  for (const cell of cells) {
    const of = unknownsOf(cell, mainTopics, (quarter) => present.has(`${quarter} ${cell.region}`))
    if (cell.number !== undefined) is(of, cell.number)
    else if (sample(cell))
      hidden.push({ name: `${cell.table} ${cell.region} ${cell.period} ${cell.part} ${cell.code}`, of, cell })
  }
  const byName = new Map(hidden.map((each) => [each.name, each.cell]))
  return (await attack(equations, hidden)).map((found) => ({
    ...found,
    cell: byName.get(found.name) as PublishedCell,
  }))
}

/** The unknowns that a cell is the sum of. */
function unknownsOf(
  { table, region, period, part, code }: PublishedCell,
  mainTopics: Published['mainTopics'],
  isPresent: (quarter: string) => boolean,
): string[] {
  if (part === 'kanaal') return [`channel ${period} ${code}`]
  if (part === 'hulp') return code === 'help-known' ? [`known ${period}`] : [`help ${period} ${code}`]
  if (part === 'onderwerp') return [`topic ${period} ${code}`]
  if (table === 'landelijk-per-maand') return [`nation ${period} ${part} ${code}`]
  const byYear = table === 'gemeenten-per-jaar'
  const quarters = byYear ? quartersOfYear(period).filter(isPresent) : [quarterOf(period)]
  return quarters.flatMap((quarter) => {
    const place = `${region} ${byYear ? quarter : period}`
    if (code === 'contacts') return [`contacts ${place}`]
    const mains = [...new Set(mainTopics.get(quarter)?.values() ?? [])]
    const within = mains.filter(
      (main) => part === 'totaal' || yearCodeOf(main, quarter, mainTopics, period) === code,
    )
    return (byYear ? within : mains.filter((main) => part === 'totaal' || main === code)).map(
      (main) => `questions ${place} ${main}`,
    )
  })
}

const quarterOf = (period: string): string =>
  period.includes('Q') ? period : `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`

/** Under which code of the year a main topic of a quarter is told. */
function yearCodeOf(
  main: string,
  quarter: string,
  mainTopics: Published['mainTopics'],
  year: string,
): string | undefined {
  const topic = [...(mainTopics.get(quarter) ?? [])].find(([, code]) => code === main)?.[0]
  return topic === undefined ? undefined : mainTopics.get(year)?.get(topic)
}

/** The number that a cell really is. */
export function trueNumber(
  { table, region, period, part, code }: PublishedCell,
  counts: readonly MonthCounts[],
  mainTopics: Published['mainTopics'],
): number {
  const within = counts.filter(
    ({ municipality, province, month }) =>
      (region === 'NL' || region === municipality || region === province) &&
      (table === 'gemeenten-per-jaar'
        ? month.startsWith(period)
        : [month, quarterOf(month)].includes(period)),
  )
  return within.reduce((sum, { cells, month }) => {
    if (part === 'totaal') return sum + (cells[code] ?? 0)
    if (part === 'kanaal') return sum + (cells[code] ?? 0)
    if (part === 'hulp') return sum + (cells[code === 'help-known' ? 'known:help' : code] ?? 0)
    if (part === 'onderwerp') return sum + (cells[`questions/topic:${code}`] ?? 0)
    const main = mainTopics.get(table === 'gemeenten-per-jaar' ? period : quarterOf(month))
    return (
      sum +
      Object.entries(cells).reduce(
        (all, [cell, number]) =>
          cell.startsWith('questions/topic:') && main?.get(cell.slice('questions/topic:'.length)) === code
            ? all + number
            : all,
        0,
      )
    )
  }, 0)
}
