import { monthOf } from '../../platform/time/local-month.ts'
import type { Cells } from '../contacts/public.ts'
import { type AnswerField, notRegistered } from '../lists/public.ts'
import type { Level } from './area.ts'
import { monthsOf, type Period } from './period.ts'
import { addGuarded } from './small-counts.ts'

/** What is counted in: a contact may hold several questions, so the two are never added up or compared. */
export type Unit = 'contacts' | 'questions'

/** When small counts are hidden: never, only where it tells of a single desk, or always (it tells of the visitor). */
type Guarded = 'never' | 'one-desk' | 'always'

interface KindOfFigure {
  readonly unit: Unit
  /** How its cells begin; what comes after is the code. */
  readonly lead: string
  /** How its codes begin, where the lead does not tell it apart. */
  readonly codes?: AnswerField
  /** More than one answer each, so that shares add up to more than 100 %. */
  readonly several?: true
  readonly guarded: Guarded
  /** By size, or in the order of the list where that has one (ages, how long). */
  readonly inListOrder?: true
  /** Codes that stand on no list, in their order. */
  readonly order?: readonly string[]
}

export const kindsOfFigure = {
  topics: { unit: 'questions', lead: 'questions/topic:', guarded: 'one-desk' },
  providers: { unit: 'questions', lead: 'questions/provider:', several: true, guarded: 'one-desk' },
  digid: { unit: 'questions', lead: 'questions/', codes: 'digid', guarded: 'one-desk' },
  help: { unit: 'contacts', lead: '', codes: 'help', several: true, guarded: 'one-desk' },
  // What a library has of its own is counted for its desks and itself, who see everything.
  'own-topics': { unit: 'questions', lead: 'questions/local:', guarded: 'never' },
  'own-help': { unit: 'contacts', lead: 'local:', several: true, guarded: 'never' },
  channel: { unit: 'contacts', lead: '', codes: 'channel', guarded: 'never' },
  duration: { unit: 'contacts', lead: '', codes: 'duration', guarded: 'never', inListOrder: true },
  satisfied: { unit: 'contacts', lead: '', codes: 'satisfied', guarded: 'never', inListOrder: true },
  delay: { unit: 'contacts', lead: 'delay-', guarded: 'never', order: ['hour', 'day', 'week', 'longer'] },
  age: { unit: 'contacts', lead: '', codes: 'age', guarded: 'always', inListOrder: true },
  gender: { unit: 'contacts', lead: '', codes: 'gender', guarded: 'always', inListOrder: true },
  language: { unit: 'contacts', lead: '', codes: 'language', guarded: 'always', inListOrder: true },
  home: { unit: 'contacts', lead: 'home:', guarded: 'always' },
  desks: { unit: 'contacts', lead: 'desk:', guarded: 'never' },
  municipalities: { unit: 'contacts', lead: 'municipality:', guarded: 'never' },
  provinces: { unit: 'contacts', lead: 'province:', guarded: 'never' },
  counted: { unit: 'contacts', lead: 'counted:', guarded: 'never' },
} as const satisfies Record<string, KindOfFigure>
export type FigureName = keyof typeof kindsOfFigure

const kindOf = (name: FigureName): KindOfFigure => kindsOfFigure[name]

/** Whether a figure counts the parts of an area. */
export const isParts = (name: FigureName): name is 'desks' | 'municipalities' | 'provinces' =>
  name === 'desks' || name === 'municipalities' || name === 'provinces'

/** Whether small counts of a figure are hidden where they tell of a single desk. */
export const isOfOneDesk = (name: FigureName): boolean => kindOf(name).guarded === 'one-desk'

/** Whether a figure tells who visitors were. */
export const isOfVisitors = (name: FigureName): boolean => kindOf(name).guarded === 'always'

/** The figure and the code in it that a cell counts; undefined for the totals. */
export function figureOfCell(cell: string): { readonly name: FigureName; readonly code: string } | undefined {
  const parts = cell.replace(/^questions\/(?=desk:)/, '')
  for (const name of Object.keys(kindsOfFigure) as FigureName[]) {
    const { lead, codes } = kindOf(name)
    if (parts.startsWith(codes ? `${lead}${codes}-` : lead)) return { name, code: parts.slice(lead.length) }
  }
  return undefined
}

/** The parts that an area is made up of. */
const partsOf: Partial<Record<Level, FigureName>> = {
  library: 'desks',
  municipality: 'desks',
  province: 'municipalities',
  region: 'municipalities',
  nation: 'provinces',
}

/** Which figures there are at a level, in the order of the page. Where visitors live is counted up to the municipality. */
export function figuresAt(level: Level): FigureName[] {
  // What people came for and who they were is never told of what a municipality pays for (withheldBy).
  if (level === 'financed') return ['channel', 'duration', 'satisfied', 'delay', 'desks', 'counted']
  const parts = partsOf[level]
  return [
    'topics',
    'providers',
    'digid',
    'help',
    ...(level === 'desk' || level === 'library' ? (['own-topics', 'own-help'] as const) : []),
    'channel',
    'duration',
    'satisfied',
    'delay',
    'age',
    'gender',
    'language',
    ...(level === 'desk' || level === 'library' || level === 'municipality' ? ['home' as const] : []),
    ...(parts ? [parts] : []),
    'counted',
  ]
}

export interface FigureRow {
  readonly code: string
  /** The cell it was counted in: what leads to the contacts behind it. */
  readonly cell: string
  readonly count: number
  /** In the period compared with; undefined when nothing is compared. */
  readonly before: number | undefined
  /** Of a part: how many questions, beside its contacts. */
  readonly questions: number | undefined
}

export interface Figure {
  readonly name: FigureName
  readonly unit: Unit
  readonly several: boolean
  /**
   * `nothing`: nobody was asked. `no-quarter`: the period holds no quarter (or month) that is over and can be counted.
   * `too-small`: all of it is hidden.
   * `elsewhere`: who looks sees this of another level only. `narrowed`: it is not told of what is narrowed down like this.
   */
  readonly state: 'shown' | 'nothing' | 'no-quarter' | 'too-small' | 'elsewhere' | 'narrowed'
  /** Of how many: what shares are of. Undefined where that is hidden. */
  readonly base: number | undefined
  readonly rows: readonly FigureRow[]
  /** What is hidden together; undefined when nothing is, or when that is not known. */
  readonly hidden: number | undefined
  /** For how many it was asked and not filled in; undefined where that is not asked, or where the base is hidden. */
  readonly notRegistered: number | undefined
  /** Something of it is hidden. */
  readonly incomplete: boolean
  /** The numbers of each month may be told too: nothing is hidden. */
  readonly byMonth: boolean
  /** Counted over these days only: whole quarters, or whole months. Undefined when counted over the whole period. */
  readonly countedOver: Period | undefined
  /** The months within those days that are not counted: of a single desk. */
  readonly leftOut: readonly string[]
}

/** A quarter or a month that is over, with what was counted in it. */
export interface Span extends Period {
  readonly cells: Cells
  /** Nothing of it is hidden. */
  readonly open: boolean
}

export interface FigureSource {
  readonly cells: Cells
  readonly before: Cells | undefined
  /** What is guarded always, and what is guarded where it tells of one desk, are counted over these; undefined: not guarded. */
  readonly spans: {
    readonly always: readonly Span[] | undefined
    readonly 'one-desk': readonly Span[] | undefined
  }
  /** Of the period compared with, for what is guarded where it tells of one desk; undefined: that is not compared. */
  readonly spansBefore: readonly Span[] | undefined
  /** Visitors' background is not shown to this reader at this level. */
  readonly withoutVisitors: boolean
  /** What is not told of figures that are narrowed down like these. */
  readonly withheld: ReadonlySet<FigureName>
  /** The codes of each closed answer, in the order of the form. */
  readonly answers: Readonly<Record<AnswerField, readonly string[]>>
}

/** Takes one figure out of what was counted, with small counts hidden where that must. */
export function figureOf(name: FigureName, source: FigureSource): Figure {
  if (source.withheld.has(name)) return empty(name, 'narrowed')
  if (kindOf(name).guarded === 'always' && source.withoutVisitors) return empty(name, 'elsewhere')
  const spans = spansOf(name, source)
  return spans ? guardedFigure(name, spans, source) : wholeFigure(name, source)
}

/** One figure of one month; undefined where months are not told by themselves, and for a month that is not counted. */
export function figureOfMonth(name: FigureName, month: string, source: FigureSource): Figure | undefined {
  const spans = spansOf(name, source)
  if (!spans || source.withheld.has(name)) return figureOf(name, source)
  const span = spans.every(({ open }) => open) && spans.find(({ from }) => monthOf(from) === month)
  return span ? guardedFigure(name, [span], { ...source, spansBefore: undefined }) : undefined
}

function spansOf(name: FigureName, { spans }: Pick<FigureSource, 'spans'>): readonly Span[] | undefined {
  const { guarded } = kindOf(name)
  return guarded === 'never' ? undefined : spans[guarded]
}

function wholeFigure(name: FigureName, { cells, before, answers }: FigureSource): Figure {
  const kind = kindOf(name)
  const counts = countsOf(name, cells)
  const base = baseOf(name, cells, counts)
  if (base === 0) return empty(name, 'nothing')
  const list = kind.order ?? (kind.inListOrder && kind.codes ? answers[kind.codes] : [])
  const codes = new Set([...list, ...counts.keys()])
  const rows = [...codes].map((code): FigureRow => {
    const cell = `${kind.lead}${code}`
    return {
      code,
      cell,
      count: counts.get(code) ?? 0,
      before: before && (before[cell] ?? 0),
      questions: isParts(name) ? (cells[`questions/${cell}`] ?? 0) : undefined,
    }
  })
  const left = kind.codes && notRegisteredOf(kind.codes)
  return {
    ...empty(name, 'shown'),
    base,
    rows: ordered(name, rows, answers),
    notRegistered: left === undefined ? undefined : (counts.get(left) ?? 0),
  }
}

function guardedFigure(
  name: FigureName,
  spans: readonly Span[],
  { answers, spansBefore }: Pick<FigureSource, 'answers' | 'spansBefore'>,
): Figure {
  const kind = kindOf(name)
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return empty(name, 'no-quarter')
  const countedOver = { from: first.from, until: last.until }
  // That something was not registered tells nothing of a visitor; counted along it would make the others hide.
  const left = kind.codes && notRegisteredOf(kind.codes)
  const counted = spans.map(({ cells, open }) => {
    const counts = countsOf(name, cells)
    if (left) counts.delete(left)
    return { open, counts: Object.fromEntries(counts) }
  })
  // Of a short list also what nobody answered: that too is told by the rest. Of a long one nobody knows which it could be.
  const listed =
    kind.codes && kind.codes !== 'help' ? answers[kind.codes].filter((code) => code !== left) : []
  const codes = [...new Set([...listed, ...counted.flatMap(({ counts }) => Object.keys(counts))])]
  if (!counted.some(({ counts }) => Object.keys(counts).length > 0))
    return { ...empty(name, 'nothing'), countedOver }
  const [open, guarded] = [true, false].map((isOpen) =>
    counted.flatMap((span) => (span.open === isOpen ? [span.counts] : [])),
  )
  const { counts, total } = addGuarded(guarded ?? [], codes, !kind.several, open)
  const before = (cell: string): number | undefined =>
    kind.guarded === 'one-desk'
      ? spansBefore?.reduce((sum, { cells }) => sum + (cells[cell] ?? 0), 0)
      : undefined
  const rows = codes.flatMap((code): FigureRow[] => {
    const count = counts.get(code)
    return typeof count === 'number'
      ? [
          {
            code,
            cell: `${kind.lead}${code}`,
            count,
            before: before(`${kind.lead}${code}`),
            questions: undefined,
          },
        ]
      : []
  })
  const incomplete = rows.length < codes.length
  const base = kind.several
    ? spans.reduce((sum, { cells }) => sum + baseOf(name, cells, new Map()), 0)
    : total
  const shown = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    ...empty(name, rows.length === 0 ? 'too-small' : 'shown'),
    base,
    rows: ordered(name, rows, answers),
    hidden: incomplete && !kind.several && total !== undefined ? total - shown : undefined,
    notRegistered:
      left !== undefined && total !== undefined
        ? spans.reduce((sum, { cells }) => sum + (countsOf(name, cells).get(left) ?? 0), 0)
        : undefined,
    incomplete,
    byMonth: spans.every(({ open }) => open),
    countedOver,
    leftOut: monthsLeftOut(spans),
  }
}

/** The months between the first and the last of these that are in none of them. */
export function monthsLeftOut(spans: readonly Span[]): string[] {
  const [first, last] = [spans[0], spans.at(-1)]
  const counted = new Set(spans.flatMap(monthsOf))
  return first && last
    ? monthsOf({ from: first.from, until: last.until }).filter((month) => !counted.has(month))
    : []
}

/** The answer that says: not asked or not known. */
const notRegisteredOf = (field: AnswerField): string | undefined =>
  field === 'help' ? undefined : notRegistered[field]

function empty(name: FigureName, state: Figure['state']): Figure {
  const { unit, several = false } = kindOf(name)
  return {
    name,
    unit,
    several,
    state,
    base: undefined,
    rows: [],
    hidden: undefined,
    notRegistered: undefined,
    incomplete: false,
    byMonth: true,
    countedOver: undefined,
    leftOut: [],
  }
}

/** What was counted for each code of a figure. */
function countsOf(name: FigureName, cells: Cells): Map<string, number> {
  const { lead, codes } = kindOf(name)
  const begin = codes ? `${lead}${codes}-` : lead
  return new Map(
    Object.entries(cells)
      .filter(([cell, number]) => cell.startsWith(begin) && number > 0)
      .map(([cell, number]) => [cell.slice(lead.length), number]),
  )
}

/**
 * Of how many a figure's shares are: those for which it was filled in. Every question has a topic; one about no
 * organisation says just that.
 */
function baseOf(name: FigureName, cells: Cells, counts: ReadonlyMap<string, number>): number {
  if (name === 'topics' || name === 'providers') return cells.questions ?? 0
  // A share of all, not of the library's own; nothing of those is nothing.
  if (name === 'own-topics' && counts.size > 0) return cells.questions ?? 0
  if (name === 'own-help' && counts.size > 0) return cells['known:help'] ?? 0
  if (name === 'help') return cells['known:help'] ?? 0
  const { codes } = kindOf(name)
  const left = codes && notRegisteredOf(codes)
  return [...counts].reduce((sum, [code, count]) => sum + (code === left ? 0 : count), 0)
}

/** Largest first, or as the form has it; what was not registered always last. */
function ordered(
  name: FigureName,
  rows: readonly FigureRow[],
  answers: FigureSource['answers'],
): FigureRow[] {
  const { codes, inListOrder, order } = kindOf(name)
  const list = order ?? (codes && inListOrder ? answers[codes] : [])
  const last = codes && notRegisteredOf(codes)
  return rows.toSorted((one, other) => {
    if ((one.code === last) !== (other.code === last)) return one.code === last ? 1 : -1
    const bySize = other.count - one.count || (one.code < other.code ? -1 : 1)
    return list.length > 0 ? list.indexOf(one.code) - list.indexOf(other.code) || bySize : bySize
  })
}
