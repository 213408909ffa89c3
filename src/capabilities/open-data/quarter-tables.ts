import { type HidingRule, hiddenAmong, type Told } from '../../platform/small-numbers/small-numbers.ts'
import { mainTopicsOf, remainder } from './main-topic.ts'
import type { Codes, MonthCounts, PublishedCell, TablesOfPeriod } from './published-cell.ts'

/** Numbers by month, in the order of the months. */
type ByMonth = readonly number[]

/**
 * What of a quarter is published: the nation by month, whole; the provinces by month, totals and main topics; the
 * municipalities in total. Nothing (undefined) while the nation itself is small in one of the months. An area in which nobody came is
 * not in a table.
 */
export function quarterTables(
  quarter: string,
  months: readonly string[],
  counts: readonly MonthCounts[],
  codes: Codes,
  rule: HidingRule,
): TablesOfPeriod | undefined {
  const { smallest } = rule
  const sumOf = (cell: string, of: (count: MonthCounts) => boolean = () => true): ByMonth =>
    months.map((month) =>
      counts.reduce(
        (sum, each) => (each.month === month && of(each) ? sum + (each.cells[cell] ?? 0) : sum),
        0,
      ),
    )
  const national = { contacts: sumOf('contacts'), questions: sumOf('questions') }
  if ([...national.contacts, ...national.questions].some((number) => number < 2 * smallest)) return undefined

  const topics = new Map(
    [...new Set([...codes.groupOf.keys(), ...codesIn(counts, 'questions/topic:')])]
      .map((topic) => [topic, sumOf(`questions/topic:${topic}`)] as const)
      .filter(([topic, numbers]) => codes.groupOf.has(topic) || numbers.some((number) => number > 0)),
  )
  const mainTopics = mainTopicsOf(topics, (topic) => codes.groupOf.get(topic) ?? remainder, smallest)
  const mains = [...new Set(mainTopics.values())].sort()
  const topicsOf = (main: string): string[] =>
    [...topics.keys()].filter((topic) => mainTopics.get(topic) === main)

  const cells: PublishedCell[] = []
  const tell = (
    place: Pick<PublishedCell, 'table' | 'region' | 'period'>,
    part: PublishedCell['part'],
    unit: PublishedCell['unit'],
    numbers: readonly (readonly [string, number])[],
    isHidden: (code: string) => boolean = () => false,
  ): void => {
    for (const [code, number] of numbers)
      cells.push({ ...place, part, code, unit, number: isHidden(code) ? undefined : number })
  }
  const tellTotals = (
    place: Pick<PublishedCell, 'table' | 'region' | 'period'>,
    contacts: number,
    questions: number,
    hidden: boolean,
  ): void => {
    tell(place, 'totaal', 'contacts', [['contacts', contacts]], () => hidden)
    tell(place, 'totaal', 'questions', [['questions', questions]], () => hidden)
  }

  for (const [at, month] of months.entries()) {
    const place = { table: 'landelijk-per-maand', region: 'NL', period: month } as const
    const numbers = (given: readonly string[], cellOf: (code: string) => string): [string, number][] =>
      given.map((code) => [code, sumOf(cellOf(code))[at] ?? 0])
    tellTotals(place, national.contacts[at] ?? 0, national.questions[at] ?? 0, false)
    for (const main of mains) {
      const within = topicsOf(main).map((topic): [string, number] => [topic, topics.get(topic)?.[at] ?? 0])
      const hidden = hiddenNumbers(within, rule)
      tell(place, 'onderwerp', 'questions', within, (code) => hidden.has(code))
      if (mains.length > 1)
        tell(place, 'hoofdonderwerp', 'questions', [
          [main, within.reduce((sum, [, number]) => sum + number, 0)],
        ])
    }
    const channels = numbers(
      [...new Set([...codes.channels, ...codesIn(counts, 'channel-', true)])].sort(),
      (code) => code,
    )
    const hiddenChannels = hiddenNumbers(channels, rule)
    tell(place, 'kanaal', 'contacts', channels, (code) => hiddenChannels.has(code))
    const known = sumOf('known:help')[at] ?? 0
    if (known >= 2 * smallest) {
      tell(place, 'hulp', 'contacts', [['help-known', known]])
      // Several ways a contact: they add up to nothing that is known, so that one alone may be hidden.
      const ways = [...new Set([...codes.help, ...codesIn(counts, 'help-', true)])].sort()
      const help = numbers(ways, (code) => code)
      tell(place, 'hulp', 'contacts', help, (code) =>
        help.some(([way, number]) => way === code && number < smallest),
      )
    }
  }

  const areas = (keyOf: (count: MonthCounts) => string, among = counts) => [
    ...new Set(among.filter(({ cells: each }) => (each.contacts ?? 0) > 0).map(keyOf)),
  ]
  const provinces = areas(({ province }) => province).sort()
  const ofProvince = (province: string) => (count: MonthCounts) => count.province === province
  const totalsOf = (of: (count: MonthCounts) => boolean) => ({
    contacts: sumOf('contacts', of),
    questions: sumOf('questions', of),
  })
  const hiddenProvinces = hiddenAmong(
    provinces.map((key): Told => {
      const { contacts, questions } = totalsOf(ofProvince(key))
      return { key, numbers: [...contacts, ...questions] }
    }),
    rule,
  )
  const mainNumbers = (of: (count: MonthCounts) => boolean, main: string): ByMonth => {
    const sums = topicsOf(main).map((topic) => sumOf(`questions/topic:${topic}`, of))
    return months.map((_, at) => sums.reduce((sum, numbers) => sum + (numbers[at] ?? 0), 0))
  }
  const mainsOf = new Map(
    provinces.map((province) => [
      province,
      mains.map((main) => [main, mainNumbers(ofProvince(province), main)] as const),
    ]),
  )
  const withoutTopics = hiddenAmong(
    provinces.map(
      (key): Told => ({
        key,
        numbers: (mainsOf.get(key) ?? []).flatMap(([, numbers]) => numbers),
      }),
    ),
    { ...rule, forced: hiddenProvinces },
  )
  for (const province of provinces) {
    const { contacts, questions } = totalsOf(ofProvince(province))
    for (const [at, period] of months.entries()) {
      const place = { table: 'provincies-per-maand', region: province, period } as const
      tellTotals(place, contacts[at] ?? 0, questions[at] ?? 0, hiddenProvinces.has(province))
      if (mains.length > 1)
        tell(
          place,
          'hoofdonderwerp',
          'questions',
          (mainsOf.get(province) ?? []).map(([main, numbers]) => [main, numbers[at] ?? 0]),
          () => withoutTopics.has(province),
        )
    }
    const within = counts.filter(ofProvince(province))
    const totals = areas(({ municipality }) => municipality, within)
      .sort()
      .map((key) => {
        const sums = totalsOf(({ municipality }) => municipality === key)
        const sum = (numbers: ByMonth): number => numbers.reduce((all, number) => all + number, 0)
        return { key, numbers: [sum(sums.contacts), sum(sums.questions)] as const }
      })
    const hidden = hiddenProvinces.has(province)
      ? new Set(totals.map(({ key }) => key))
      : hiddenAmong(totals, rule)
    for (const { key, numbers } of totals)
      tellTotals(
        { table: 'gemeenten-per-kwartaal', region: key, period: quarter },
        ...numbers,
        hidden.has(key),
      )
  }
  return { cells, mainTopics }
}

/** Of numbers that add up to one that is known: which are hidden. */
const hiddenNumbers = (numbers: readonly (readonly [string, number])[], rule: HidingRule) =>
  hiddenAmong(
    numbers.map(([key, number]) => ({ key, numbers: [number] })),
    rule,
  )

/** The codes that were counted; those that the cells of a figure begin with. */
function codesIn(counts: readonly MonthCounts[], lead: string, whole = false): string[] {
  const codes = new Set<string>()
  for (const { cells } of counts)
    for (const cell of Object.keys(cells))
      if (cell.startsWith(lead)) codes.add(whole ? cell : cell.slice(lead.length))
  return [...codes]
}
