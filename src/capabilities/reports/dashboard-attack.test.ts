import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack, type Equation } from '../../../tests/support/attack.ts'
import { addMonths, firstDayOf, lastDayOf, monthsFrom } from '../../platform/time/local-month.ts'
import type { Cells } from '../contacts/public.ts'
import type { Figure, FigureName } from './figure.ts'
import { daysOfQuarter, monthsOf, type Period, quartersTouchedBy, yearBefore } from './period.ts'
import { type Counted, makeReport } from './report.ts'
import { smallestShown } from './small-counts.ts'

/**
 * What an official can work out who asks for every period of whole months that there is, and puts all pages together.
 *
 * Known besides: counts are whole and not below nought; the contacts and questions of each month, which are told whole; a contact has one
 * age and one gender, a question one topic.
 * A hidden number: an answer that the page of exactly one of its own spans does not tell. A span is what the page counts by: a
 * quarter for visitors; a month, or a quarter without a month with two desks, for topics, organisations and help.
 * Asked: that it can still be anything within a range of ten, or of as much as is told there whole, where that is less than ten: who
 * sees that four people came in all knows that no answer was given five times.
 */
const today = '2026-11-24'
const months = monthsFrom('2025-01', '2026-03')
const reader = {
  today,
  seesVisitors: true,
  answers: {
    channel: [],
    help: ['help-answered', 'help-brochure', 'help-course'],
    gender: ['gender-man', 'gender-woman', 'gender-not-registered'],
    age: ['age-0-17', 'age-18-24', 'age-65-plus', 'age-not-registered'],
    language: [],
    duration: [],
    satisfied: [],
    digid: [],
  },
}
const topics = ['digid', 'passport', 'debts', 'email']
const homes = ['GM0307', 'GM0308', 'GM0344']
const codesOf: Partial<Record<FigureName, readonly string[]>> = {
  topics,
  help: reader.answers.help,
  age: reader.answers.age,
  gender: reader.answers.gender,
  home: homes,
}
const cellOf = (name: FigureName, code: string): string =>
  name === 'topics' ? `questions/topic:${code}` : name === 'home' ? `home:${code}` : code

/** A month of a municipality with two desks, of which the second may be small or away. */
const month = fc
  .record({
    one: fc.constantFrom(0, 3, 6, 9, 12, 30),
    other: fc.constantFrom(0, 0, 0, 5, 10),
    seed: fc.nat(1_000_000),
  })
  .map(({ one, other, seed }): Cells => {
    let state = seed + 1
    const draw = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    const cells: Record<string, number> = {}
    const add = (cell: string): void => {
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    for (let contact = 0; contact < one + other; contact++) {
      add('contacts')
      add(contact < one ? 'desk:a' : 'desk:b')
      add(reader.answers.gender[draw(20) === 0 ? 2 : Math.floor(draw(5) / 4)] ?? '')
      add(reader.answers.age[Math.min(draw(8), draw(8), 3)] ?? '')
      if (draw(4) > 0) add(`home:${homes[Math.min(draw(5), draw(5)) % 3]}`)
      add('known:help')
      add(reader.answers.help[Math.min(draw(3), draw(3))] ?? '')
      for (let question = 0; question <= draw(4) / 3; question++) {
        add('questions')
        add(`questions/topic:${topics[Math.min(draw(4), draw(6), 3)]}`)
      }
    }
    return cells
  })
const counted = fc.array(month, { minLength: months.length, maxLength: months.length })

interface Page {
  readonly period: Period
  readonly figure: (name: FigureName) => Figure | undefined
}

/** The page of every period of whole months. */
function pagesOf(cells: readonly Cells[]): Page[] {
  const all = new Map(cells.map((each, at): [string, Cells] => [months[at] ?? '', each]))
  const within = ({ from, until }: Period): Counted['byMonth'] =>
    new Map([...all].filter(([each]) => each >= from.slice(0, 7) && each <= until.slice(0, 7)))
  const whole = (period: Period): Counted['byMonth'] => {
    const days = quartersTouchedBy(period).map(daysOfQuarter)
    return within({ from: days[0]?.from ?? '', until: days.at(-1)?.until ?? '' })
  }
  return months.flatMap((first, at) =>
    months.slice(at).map((last): Page => {
      const period = { from: firstDayOf(first), until: lastDayOf(last) }
      const before = yearBefore(period)
      const compared = before.from >= firstDayOf(months[0] ?? '') && {
        period: before,
        byMonth: within(before),
        wholeQuarters: whole(before),
        with: 'year-earlier' as const,
      }
      const { figures } = makeReport(
        { level: 'municipality', key: 'GM0307' },
        {
          period,
          byMonth: within(period),
          compared: compared || undefined,
          countedSince: undefined,
          wholeQuarters: whole(period),
        },
        reader,
      )
      return { period, figure: (name) => figures.find((each) => each.name === name) }
    }),
  )
}

const unknown = (of: string, code: string): string => `${of} ${code}`

/** Everything that the pages say of one figure, as equations in the number of each answer in each month. */
function saidOf(name: FigureName, pages: readonly Page[], cells: readonly Cells[]): Equation[] {
  const codes = codesOf[name] ?? []
  const isSeveral = name === 'help'
  const notRegistered = codes.filter((code) => code.endsWith('not-registered'))
  const answers = codes.filter((code) => !notRegistered.includes(code))
  const equations = new Map<string, Equation>()
  const say = (of: readonly string[], from: number, until: number): void => {
    equations.set(`${of.join()} ${from} ${until}`, { of, from, until })
  }
  for (const [at, each] of months.entries()) {
    const [contacts = 0, questions = 0] = [cells[at]?.contacts, cells[at]?.questions]
    if (name === 'topics')
      say(
        codes.map((code) => unknown(each, code)),
        questions,
        questions,
      )
    else if (isSeveral) for (const code of codes) say([unknown(each, code)], 0, contacts)
    else
      say(
        codes.map((code) => unknown(each, code)),
        0,
        contacts,
      )
  }
  for (const { figure } of pages) {
    const said = figure(name)
    if (!said?.countedOver) continue
    const days = monthsOf(said.countedOver).filter((each) => !said.leftOut.includes(each))
    const sum = (of: readonly string[], among = days): string[] =>
      among.flatMap((each) => of.map((code) => unknown(each, code)))
    for (const { code, count, before } of said.rows) {
      say(sum([code]), count, count)
      const earlier = monthsOf(yearBefore(said.countedOver))
      if (before !== undefined) say(sum([code], earlier), before, before)
    }
    const others = answers.filter((code) => !said.rows.some((row) => row.code === code))
    if (said.base !== undefined && !isSeveral) say(sum(answers), said.base, said.base)
    if (!said.incomplete && (said.state === 'shown' || said.state === 'nothing')) say(sum(others), 0, 0)
  }
  return [...equations.values()]
}

/** The hidden numbers: of each span the answers that its own page does not tell. */
function hiddenOf(name: FigureName, pages: readonly Page[]) {
  const codes = (codesOf[name] ?? []).filter((code) => !code.endsWith('not-registered'))
  return pages.flatMap(({ period, figure }) => {
    const said = figure(name)
    const days = monthsOf(period)
    const isQuarter =
      days.length === 3 && daysOfQuarter(quartersTouchedBy(period)[0] ?? '').until === period.until
    // Where one of its months stands by itself, a quarter is no span but the months are.
    const isCutUp =
      isQuarter &&
      pages.some(
        (page) =>
          monthsOf(page.period).length === 1 &&
          days.includes(page.period.from.slice(0, 7)) &&
          page.figure(name)?.countedOver,
      )
    const isSpan = (isQuarter && !isCutUp) || days.length === 1
    if (!isSpan || !said?.countedOver || !said.incomplete || said.leftOut.length > 0) return []
    return codes
      .filter((code) => !said.rows.some((row) => row.code === code))
      .map((code) => ({
        name: `${name} ${period.from}-${period.until} ${code}`,
        of: days.map((each) => unknown(each, code)),
        days,
        code,
      }))
  })
}

/** Attacks one figure of a municipality, and gives what is found of each hidden number, with what it is and what it lies under. */
async function attackFigure(
  name: FigureName,
  pages: readonly Page[],
  cells: readonly Cells[],
  more: readonly Equation[] = [],
) {
  const hidden = hiddenOf(name, pages)
  const byName = new Map(hidden.map((each) => [each.name, each]))
  const found = await attack([...saidOf(name, pages, cells), ...more], hidden)
  return found.map((each) => {
    const { days = [], code = '' } = byName.get(each.name) ?? {}
    const sum = (cell: string): number =>
      days.reduce((all, day) => all + (cells[months.indexOf(day)]?.[cell] ?? 0), 0)
    return {
      ...each,
      number: sum(cellOf(name, code)),
      toldWhole: sum(name === 'topics' ? 'questions' : 'contacts'),
    }
  })
}

describe('an official who puts all pages of a municipality together', () => {
  test('finds no hidden number closer than ten', async () => {
    const attacked = new Map<FigureName, number>()
    await fc.assert(
      fc.asyncProperty(counted, async (cells) => {
        const pages = pagesOf(cells)
        for (const name of Object.keys(codesOf) as FigureName[])
          for (const found of await attackFigure(name, pages, cells)) {
            const { name: what, low, high, number, toldWhole } = found
            attacked.set(name, (attacked.get(name) ?? 0) + 1)
            expect([what, low <= number && number <= high]).toEqual([what, true])
            const isWide = high - low >= Math.min(smallestShown, toldWhole)
            expect([what, low, high, isWide]).toEqual([what, low, high, true])
          }
      }),
      { numRuns: 6, seed: 3 },
    )
    for (const name of Object.keys(codesOf) as FigureName[])
      expect([name, (attacked.get(name) ?? 0) >= 5]).toEqual([name, true])
  }, 180_000)

  test('would find some if only the small numbers were hidden', async () => {
    let leaks = 0
    for (const cells of fc.sample(counted, { numRuns: 3, seed: 4 })) {
      const told = ['2025-01', '2025-04', '2025-07', '2025-10'].flatMap((first): Equation[] => {
        const days = monthsFrom(first, addMonths(first, 2))
        const sum = (code: string): number =>
          days.reduce((all, day) => all + (cells[months.indexOf(day)]?.[code] ?? 0), 0)
        return ['gender-man', 'gender-woman']
          .filter((code) => sum(code) >= smallestShown)
          .map((code) => ({
            of: days.map((day) => unknown(day, code)),
            from: sum(code),
            until: sum(code),
          }))
      })
      for (const { low, high } of await attackFigure('gender', pagesOf(cells), cells, told))
        if (high - low < smallestShown) leaks += 1
    }
    expect(leaks).toBeGreaterThan(0)
  }, 120_000)
})
