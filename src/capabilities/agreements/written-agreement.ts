import { parseAmount, showAmount } from '../../platform/money/amount.ts'
import { dayInWords, isDay } from '../../platform/time/local-time.ts'
import type { AgreementKind, Terms } from './agreement.ts'
import {
  type Blank,
  type BuildingBlock,
  type Fact,
  factLabels,
  type Member,
  optionalFacts,
  type TableColumn,
} from './building-block.ts'
import { chosenBlocks } from './building-blocks.ts'

/** What was typed in a blank: a text, or the rows of a table. */
export type FilledBlank = string | readonly (readonly string[])[]
export type FilledBlock = Readonly<Record<string, FilledBlank>>
/** By the key of the block. */
export type FilledBlocks = Readonly<Record<string, FilledBlock>>

/** What the text is made of. */
export interface AgreementContent extends Terms {
  readonly kind: AgreementKind
  readonly title: string
  readonly municipality: string
  readonly library: string
  readonly others: readonly string[]
  readonly blocks: readonly string[]
  readonly filled: FilledBlocks
}

export interface WrittenTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface WrittenMember {
  readonly text: string
  readonly items?: readonly string[]
  readonly table?: WrittenTable
}

export interface Article {
  readonly number: number
  /** The building block it was made of. */
  readonly block: string
  readonly title: string
  readonly members: readonly WrittenMember[]
}

export interface OpenBlank {
  readonly block: string
  readonly article: string
  readonly label: string
}

/** The whole text, ready to be shown, printed and compared. */
export interface WrittenAgreement {
  readonly kind: AgreementKind
  readonly title: string
  readonly preamble: readonly string[]
  readonly articles: readonly Article[]
  /** Who signs: an organisation for each place to sign. */
  readonly signers: readonly string[]
  readonly open: readonly OpenBlank[]
}

/** How an open blank shows in the text. */
export const openMark = (label: string): string => `[nog invullen: ${label}]`

/** Writes the agreement from its blocks. What is not filled in yet shows as such, and is listed. */
export function writeAgreement(content: AgreementContent): WrittenAgreement {
  const open: OpenBlank[] = []
  const facts = factsOf(content)
  const articles = chosenBlocks(content.kind, content.blocks).map((block, index) => {
    const filled = content.filled[block.key] ?? {}
    for (const { key, label } of openBlanks(block, filled, facts, content.kind))
      open.push({ block: key, article: block.title, label })
    return {
      number: index + 1,
      block: block.key,
      title: block.title,
      members: membersOf(block, content.kind).flatMap((member) => {
        const written = writeMember(block, member, filled, facts)
        return written ? [written] : []
      }),
    }
  })
  return {
    kind: content.kind,
    title: content.title,
    preamble: preambleOf(content),
    articles,
    signers: signersOf(content),
    open,
  }
}

const membersOf = (block: BuildingBlock, kind: AgreementKind): Member[] =>
  block.members
    .map((member): Member => (typeof member === 'string' ? { text: member } : member))
    .filter(({ only }) => only === undefined || only === kind)

type Facts = Readonly<Record<Fact, string>>

function factsOf(content: AgreementContent): Facts {
  const { fromDay, untilDay, noticeMonths, reviewOn } = content
  return {
    municipality: content.municipality,
    library: content.library,
    parties: content.others.length > 0 ? inSentence([content.municipality, ...content.others]) : '',
    from: fromDay ? inWords(fromDay) : '',
    until: untilDay ? inWords(untilDay) : '',
    notice: noticeMonths ? `${noticeMonths} ${noticeMonths === 1 ? 'maand' : 'maanden'}` : '',
    review: reviewOn ? inWords(reviewOn) : '',
  }
}

const inWords = (day: string): string => (isDay(day) ? dayInWords(day, 'nl', 'date') : day)

/** 'a', 'a en b', 'a, b en c'. */
export const inSentence = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`

/** The lines of a text that are not empty. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The rows of a table in which something stands besides a fixed first cell. */
export function rowsOf(blank: Blank, filled: FilledBlank | undefined): readonly (readonly string[])[] {
  if (filled === undefined || typeof filled === 'string') return []
  return filled.filter((row) => row.slice(blank.rows ? 1 : 0).some((cell) => cell !== ''))
}

function isFilled(blank: Blank, filled: FilledBlock): boolean {
  const value = filled[blank.key]
  if (blank.kind === 'table') return rowsOf(blank, value).length > 0
  return typeof value === 'string' && value.trim() !== ''
}

/** What a blank says in the text. */
export function sayBlank({ kind }: Pick<Blank, 'kind'>, value: string): string {
  if (kind === 'amount') return sayAmount(value)
  if (kind === 'day') return inWords(value)
  return value.trim()
}

/** Everything that stands in a blank, a row of a table on each line; empty when nothing does. */
export function sayFilled(blank: Blank, value: FilledBlank | undefined): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'string') return sayBlank(blank, value)
  return rowsOf(blank, value)
    .map((row) =>
      row.map((cell, at) => sayCell(blank.columns?.[at] ?? { key: '', label: '' }, cell)).join(' · '),
    )
    .join('\n')
}

const sayAmount = (typed: string): string => {
  const parsed = parseAmount(typed)
  return parsed.ok ? showAmount(parsed.cents) : typed
}

const marks = /\{([a-z-]+)\}/g

/** The blanks and facts that a block needs and that are empty: once each, in the order of the text. */
function openBlanks(
  block: BuildingBlock,
  filled: FilledBlock,
  facts: Facts,
  kind: AgreementKind,
): { key: string; label: string }[] {
  const labels = new Set<string>()
  for (const member of membersOf(block, kind)) {
    if (isLeftOut(block, member, filled, facts)) continue
    for (const key of keysOf(member)) {
      const blank = block.blanks.find((candidate) => candidate.key === key)
      if (blank && !blank.optional && !isFilled(blank, filled)) labels.add(blank.label)
      else if (!blank && !facts[key as Fact]) labels.add(factLabels[key as Fact])
    }
  }
  return [...labels].map((label) => ({ key: block.key, label }))
}

const keysOf = ({ text, list, table }: Member): string[] => [
  ...[...text.matchAll(marks)].map(([, key = '']) => key),
  ...(list ? [list] : []),
  ...(table ? [table] : []),
]

/** True when something it says is optional and empty, or when it stands in for something that is filled in. */
function isLeftOut(block: BuildingBlock, member: Member, filled: FilledBlock, facts: Facts): boolean {
  const isEmpty = (key: string): boolean => {
    const blank = block.blanks.find((candidate) => candidate.key === key)
    return blank ? !isFilled(blank, filled) : !facts[key as Fact]
  }
  if (member.without !== undefined && !isEmpty(member.without)) return true
  return keysOf(member).some((key) => {
    const blank = block.blanks.find((candidate) => candidate.key === key)
    const isOptional = blank ? blank.optional === true : optionalFacts.includes(key as Fact)
    return isOptional && isEmpty(key)
  })
}

function writeMember(
  block: BuildingBlock,
  member: Member,
  filled: FilledBlock,
  facts: Facts,
): WrittenMember | undefined {
  if (isLeftOut(block, member, filled, facts)) return undefined
  const text = member.text.replace(marks, (_mark, key: string) => {
    const blank = block.blanks.find((candidate) => candidate.key === key)
    if (!blank) return facts[key as Fact] || openMark(factLabels[key as Fact])
    const value = filled[key]
    return isFilled(blank, filled) && typeof value === 'string'
      ? sayBlank(blank, value)
      : openMark(blank.mark ?? blank.label)
  })
  const items = member.items ?? (member.list ? itemsOf(block, member.list, filled) : undefined)
  const table = member.table ? tableOf(block, member.table, filled) : undefined
  return { text: endWell(text), ...(items && { items }), ...(table && { table }) }
}

/** A sentence ends; what somebody typed may or may not have done so already. */
const endWell = (text: string): string => (/[.?!:]$/.test(text) ? text : `${text}.`)

function itemsOf(block: BuildingBlock, key: string, filled: FilledBlock): string[] {
  const blank = block.blanks.find((candidate) => candidate.key === key)
  const value = filled[key]
  const lines = typeof value === 'string' ? linesOf(value) : []
  return lines.length > 0 ? lines : [openMark(blank?.label ?? key)]
}

function tableOf(block: BuildingBlock, key: string, filled: FilledBlock): WrittenTable {
  const blank = block.blanks.find((candidate) => candidate.key === key)
  const columns = blank?.columns ?? []
  const rows = blank ? rowsOf(blank, filled[key]) : []
  return {
    columns: columns.map(({ label }) => label),
    rows:
      rows.length > 0
        ? rows.map((row) => columns.map((column, index) => sayCell(column, row[index] ?? '')))
        : [columns.map((_column, index) => (index === 0 ? openMark(blank?.label ?? key) : ''))],
  }
}

/** What a cell of a table says in the text. */
export function sayCell({ kind }: TableColumn, value: string): string {
  if (value === '') return ''
  if (kind === 'amount') return sayAmount(value)
  return kind === 'share' ? `${value} %` : value
}

function preambleOf({ kind, municipality, library, others }: AgreementContent): string[] {
  const open = openMark(factLabels.library)
  if (kind === 'subsidy-decision')
    return [
      `Besluit van het college van burgemeester en wethouders van ${municipality} over subsidie aan ${library || open}.`,
    ]
  const parties = [municipality, ...(others.length > 0 ? others : [openMark(factLabels.parties)])]
  return [
    `Partijen zijn de gemeenten ${inSentence(parties)}, elk vertegenwoordigd door haar college van burgemeester en wethouders.`,
    `Zij spreken het volgende af over de Informatiepunten Digitale Overheid van ${library || open}.`,
  ]
}

function signersOf({ kind, municipality, others }: AgreementContent): string[] {
  return kind === 'subsidy-decision'
    ? [`het college van burgemeester en wethouders van ${municipality}`]
    : [municipality, ...others].map((name) => `de gemeente ${name}`)
}
