import type { ClosedField, ColumnUse } from '../../src/capabilities/contacts/import-field.ts'
import type { ImportMeanings } from '../../src/capabilities/contacts/import-row.ts'
import { plainValue } from '../../src/capabilities/contacts/import-value.ts'
import { type AllLists, notRegistered } from '../../src/capabilities/lists/public.ts'
import { writeCsv } from '../../src/platform/csv/read-csv.ts'
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts'
import { localDay, localTime, parseInstant } from '../../src/platform/time/local-time.ts'
import type { HistoryContact } from './history.ts'

/** A file as another tool could have written it, and what is chosen for its columns and values. */
export interface HistoryFile {
  readonly name: string
  readonly content: Uint8Array
  readonly columns: readonly ColumnUse[]
  readonly meanings: ImportMeanings
}

export interface HistoryWords {
  readonly lists: AllLists
  readonly municipalities: ReadonlyMap<string, string>
  /** Words of the library's own, by the code of the answer. */
  readonly own?: Readonly<Record<string, string>>
}

const columns: readonly (readonly [header: string, use: ColumnUse])[] = [
  ['Datum', 'day'],
  ['Tijd', 'time'],
  ['Informatiepunt', 'desk'],
  ['Soort dienstverlening', 'channel'],
  ['Vraag / Onderwerp', 'topic'],
  ['Toelichting vraag', 'topic-text'],
  ['Organisatie', 'provider'],
  ['Wijze van hulp', 'help'],
  ['Toelichting hulp', 'help-text'],
  ['Duur', 'duration'],
  ['Tevreden', 'satisfied'],
  ['Geslacht', 'gender'],
  ['Leeftijd', 'age'],
  ['Taalachtergrond', 'language'],
  ['Gemeente', 'municipality'],
]

/** What nobody answered is an empty cell. */
const nothing: ReadonlySet<string> = new Set(
  Object.values(notRegistered).filter((code) => code !== notRegistered.satisfied),
)

/**
 * Writes contacts as a spreadsheet or a CSV file with a row for each.
 * @param spoilt rows, counted from 0, that lack their topic, as rows do that somebody did not finish
 */
export async function historyFile(
  name: string,
  contacts: readonly HistoryContact[],
  words: HistoryWords,
  { spoilt = () => false }: { readonly spoilt?: (row: number) => boolean } = {},
): Promise<HistoryFile> {
  const meanings: Partial<Record<ClosedField, Record<string, string>>> = {}
  const wordOf = wordsOf(words)
  const say = (field: ClosedField, code: string | null, given?: string): string => {
    if (code === null || nothing.has(code)) return ''
    const shown = given ?? wordOf(field, code)
    meanings[field] ??= {}
    meanings[field][plainValue(shown)] = code
    return shown
  }
  const rows = contacts.map(({ desk, content }, row) => {
    const at = parseInstant(content.occurredAt)
    if (!at) throw new Error(`Not a moment: ${content.occurredAt}`)
    const topics = content.questions.map(({ topicCode }) => say('topic', topicCode))
    const providers = content.questions.flatMap(({ serviceProviders }) => serviceProviders)
    return [
      localDay(at),
      localTime(at),
      say('desk', desk.id, desk.name),
      say('channel', content.channel),
      spoilt(row) ? '' : topics.join('; '),
      spoilt(row) ? '' : (content.questions.find(({ otherText }) => otherText !== null)?.otherText ?? ''),
      [...new Set(providers)].map((code) => say('provider', code)).join('; '),
      content.help.map(({ code }) => say('help', code)).join('; '),
      content.help.find(({ otherText }) => otherText !== null)?.otherText ?? '',
      say('duration', content.duration),
      say('satisfied', content.satisfied),
      say('gender', content.gender),
      say('age', content.age),
      say('language', content.language),
      say('municipality', content.visitorMunicipalityCode),
    ]
  })
  return {
    name,
    content: await bytesOf(name, rows),
    columns: columns.map(([, use]) => use),
    meanings,
  }
}

/** As the ending of the name says. In CSV days are as Excel writes them here: 4-3-2025. */
async function bytesOf(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  if (name.endsWith('.csv')) {
    const written = rows.map(([day = '', ...rest]) => [
      day.split('-').map(Number).reverse().join('-'),
      ...rest,
    ])
    return new TextEncoder().encode(writeCsv([columns.map(([header]) => header), ...written]))
  }
  const sheet = columns.map(([header], index) => ({ header, kind: index === 0 ? 'day' : 'text' }) as const)
  const stream = writeWorkbook([{ name: 'Registraties', columns: sheet, rows }])
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function wordsOf({
  lists,
  municipalities,
  own = {},
}: HistoryWords): (field: ClosedField, code: string) => string {
  const topics = new Map(lists.topics.map(({ code, labels }) => [code, labels.nl]))
  const providers = new Map(lists.serviceProviders.map(({ code, shortNames }) => [code, shortNames.nl]))
  const answers = new Map(lists.answerOptions.map(({ code, labels }) => [code, labels.nl]))
  const ofField: Partial<Record<ClosedField, ReadonlyMap<string, string>>> = {
    topic: topics,
    provider: providers,
    municipality: municipalities,
  }
  return (field, code) => {
    const word = own[code] ?? (ofField[field] ?? answers).get(code)
    if (word === undefined) throw new Error(`No word for ${code}`)
    return word
  }
}
