import { setImmediate } from 'node:timers/promises'
import { mostImportValues } from './history-import.ts'
import type { AnswerLists } from './import-answers.ts'
import {
  type ClosedField,
  type ColumnUse,
  fieldOf,
  type ImportField,
  importFields,
  isMany,
  isTicked,
} from './import-field.ts'
import { type ImportMeanings, namesKnown } from './import-row.ts'
import { knownValues, plainValue, readTick, rememberingBareValue, splitValues } from './import-value.ts'

/** By field (or 'column') and plain value what a library chose before. */
export type ImportMemory = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Words in the name of a column that make it likely what it holds: a proposal, which somebody looks at. */
const likelyWords: Readonly<Record<ImportField, readonly string[]>> = {
  day: ['datum', 'dag', 'wanneer'],
  time: ['tijd', 'tijdstip'],
  desk: ['informatiepunt', 'locatie', 'ido', 'vestiging', 'waar', 'filiaal'],
  channel: ['dienstverlening', 'kanaal', 'hoe kwam', 'contactvorm'],
  topic: ['vraag', 'vragen', 'onderwerp', 'onderwerpen'],
  'topic-text': ['toelichting vraag', 'toelichting onderwerp', 'andere vraag'],
  provider: ['organisatie', 'dienstverlener', 'instantie', 'instelling'],
  help: ['hulp', 'wijze van hulp', 'geholpen', 'gedaan'],
  'help-text': ['toelichting hulp', 'andere hulp'],
  duration: ['duur', 'gespreksduur'],
  satisfied: ['tevreden', 'tevredenheid'],
  gender: ['geslacht', 'm v', 'man vrouw'],
  age: ['leeftijd'],
  language: ['taal', 'taalachtergrond'],
  municipality: ['gemeente', 'woonplaats'],
}

/**
 * What each column probably holds: what this library chose for that name before, else by a word in the name. A single
 * field goes to the first column that is like it.
 */
export function proposeColumns(header: readonly string[], memory: ImportMemory): (ColumnUse | null)[] {
  const remembered = memory.get('column')
  const taken = new Set<ImportField>()
  const take = (use: ColumnUse): ColumnUse | null => {
    const field = fieldOf(use)
    if (taken.has(field) && !isMany(field)) return null
    taken.add(field)
    return use
  }
  const uses = header.map((name): ColumnUse | null | undefined => {
    const known = remembered?.get(plainValue(name))
    return known === undefined ? undefined : known === '' ? null : take(known as ColumnUse)
  })
  return header.map((name, index) => {
    const known = uses[index]
    if (known !== undefined) return known
    const likely = likelyField(plainValue(name))
    return likely ? take(likely) : null
  })
}

/**
 * The field with the longest word in this name, so that 'toelichting vraag' is no question. A long word may go on:
 * 'leeftijdsgroep' and 'instanties' are known as well.
 */
function likelyField(name: string): ImportField | undefined {
  let best: { field: ImportField; length: number } | undefined
  for (const field of importFields)
    for (const word of likelyWords[field])
      if (isIn(name, word) && word.length > (best?.length ?? 0)) best = { field, length: word.length }
  return best?.field
}

const isIn = (name: string, word: string): boolean =>
  ` ${name} `.includes(` ${word} `) || (word.length >= 8 && ` ${name}`.includes(` ${word}`))

export interface CellCount {
  readonly cell: string
  /** In how many rows it stands. */
  readonly count: number
}

/** A value of the file that somebody must know: what it means with us. */
export interface ImportValue {
  readonly plain: string
  /** As it stands in the file. */
  readonly shown: string
  readonly count: number
  /** The code of the answer that it probably means, '' to leave it empty, or undefined when nothing is like it. */
  readonly proposal: string | undefined
}

/** After so many cells others get their turn: a file may hold some ten thousands that differ. */
const cellsAtATime = 100

/**
 * The different values of a field with how often each stands there, most often first. Lets others go before in between.
 * @param cells of each column of the file, those that are not read empty
 */
export async function valuesOfField(
  field: ClosedField,
  file: { readonly header: readonly string[]; readonly columns: readonly (ColumnUse | null)[] },
  cells: readonly (readonly CellCount[])[],
  chosen: { readonly lists: AnswerLists; readonly memory: ImportMemory; readonly meanings: ImportMeanings },
): Promise<ImportValue[]> {
  const remembered = chosen.memory.get(field)
  const known = knownValues([
    ...namesKnown(chosen.lists, chosen.meanings, field),
    ...(remembered?.keys() ?? []),
  ])
  const bare = rememberingBareValue()
  const found = new Map<string, { shown: string; count: number }>()
  const add = (shown: string, count: number): void => {
    const plain = bare(shown) || shown.trim()
    const before = found.get(plain)
    if (before) before.count += count
    else found.set(plain, { shown, count })
  }
  for (const [index, use] of file.columns.entries()) {
    if (!use || fieldOf(use) !== field) continue
    for (const [place, { cell, count }] of (cells[index] ?? []).entries()) {
      if (place % cellsAtATime === 0) await setImmediate()
      // Far too many already: nobody chooses so many, and there may be many more to split.
      if (found.size > 2 * mostImportValues) break
      if (!isTicked(use))
        for (const value of isMany(field) ? splitValues(cell, known, bare) : [cell]) add(value, count)
      else if (readTick(cell)) add(file.header[index] ?? '', count)
    }
  }
  return [...found]
    .map(([plain, value]) => ({ plain, ...value, proposal: proposalFor(field, plain, chosen) }))
    .sort((one, other) => other.count - one.count || (one.plain < other.plain ? -1 : 1))
}

function proposalFor(
  field: ClosedField,
  plain: string,
  { lists, memory, meanings }: { lists: AnswerLists; memory: ImportMemory; meanings: ImportMeanings },
): string | undefined {
  const chosen = meanings[field] ?? {}
  const said = Object.hasOwn(chosen, plain) ? (chosen[plain] ?? '') : memory.get(field)?.get(plain)
  const known = said !== undefined && (said === '' || lists[field].byCode.has(said)) ? said : undefined
  return known ?? lists[field].byName.get(plain)?.code
}
