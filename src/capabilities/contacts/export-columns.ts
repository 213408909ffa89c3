import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'
import type { WorkbookColumn } from '../../platform/spreadsheet/write-workbook.ts'

/** A contact as it goes into a file: codes of what was chosen from the lists, never what somebody typed, and nobody of the staff. */
export interface ExportedContact {
  readonly id: string
  readonly day: string
  /** Local clock time; null when only the day is known. */
  readonly time: string | null
  readonly deskId: string
  readonly municipality: string
  readonly form: string
  readonly countedAs: string
  readonly channel: string
  readonly topics: readonly string[]
  readonly providers: readonly string[]
  readonly digid: readonly string[]
  readonly help: readonly string[]
  readonly duration: string | null
  readonly satisfied: string | null
  readonly gender: string | null
  readonly age: string | null
  readonly language: string | null
  readonly home: string | null
  /** The local day. */
  readonly receivedOn: string
}

/** What codes are called; the code itself where nobody knows. */
export type NameOfCode = (
  what: 'option' | 'topic' | 'provider' | 'desk' | 'municipality' | 'form',
  code: string,
) => string

interface ExportColumn {
  readonly header: MessageKey
  readonly kind: WorkbookColumn['kind']
  readonly width: number
  readonly value: (contact: ExportedContact, nameOf: NameOfCode, t: Translate) => string | number | null
}

/** Between several answers in one cell; no name has it. */
const between = ' | '

const option =
  (field: 'channel' | 'duration' | 'satisfied' | 'gender' | 'age' | 'language') =>
  (contact: ExportedContact, nameOf: NameOfCode): string | null => {
    const code = contact[field]
    return code === null ? null : nameOf('option', code)
  }

const several =
  (field: 'topics' | 'providers' | 'digid' | 'help', what: 'topic' | 'provider' | 'option') =>
  (contact: ExportedContact, nameOf: NameOfCode): string =>
    contact[field].map((code) => nameOf(what, code)).join(between)

/** The columns of a file with contacts, in their order. */
export const exportColumns: readonly ExportColumn[] = [
  { header: 'raw-export.column.id', kind: 'text', width: 38, value: ({ id }) => id },
  { header: 'raw-export.column.day', kind: 'day', width: 12, value: ({ day }) => day },
  {
    header: 'raw-export.column.time',
    kind: 'text',
    width: 8,
    value: ({ time }) => time,
  },
  {
    header: 'raw-export.column.desk',
    kind: 'text',
    width: 30,
    value: ({ deskId }, nameOf) => nameOf('desk', deskId),
  },
  {
    header: 'raw-export.column.municipality',
    kind: 'text',
    width: 20,
    value: ({ municipality }, nameOf) => nameOf('municipality', municipality),
  },
  {
    header: 'raw-export.column.form',
    kind: 'text',
    width: 30,
    value: ({ form }, nameOf) => nameOf('form', form),
  },
  {
    header: 'raw-export.column.counted',
    kind: 'text',
    width: 20,
    value: ({ countedAs }, _nameOf, t) => t(`raw-export.counted.${countedAs}` as MessageKey),
  },
  { header: 'raw-export.column.channel', kind: 'text', width: 20, value: option('channel') },
  {
    header: 'raw-export.column.questions',
    kind: 'number',
    width: 12,
    value: ({ topics }) => topics.length,
  },
  { header: 'raw-export.column.topics', kind: 'text', width: 40, value: several('topics', 'topic') },
  { header: 'raw-export.column.providers', kind: 'text', width: 30, value: several('providers', 'provider') },
  { header: 'raw-export.column.digid', kind: 'text', width: 24, value: several('digid', 'option') },
  { header: 'raw-export.column.help', kind: 'text', width: 40, value: several('help', 'option') },
  { header: 'raw-export.column.duration', kind: 'text', width: 18, value: option('duration') },
  { header: 'raw-export.column.satisfied', kind: 'text', width: 18, value: option('satisfied') },
  { header: 'raw-export.column.gender', kind: 'text', width: 16, value: option('gender') },
  { header: 'raw-export.column.age', kind: 'text', width: 16, value: option('age') },
  { header: 'raw-export.column.language', kind: 'text', width: 24, value: option('language') },
  {
    header: 'raw-export.column.home',
    kind: 'text',
    width: 20,
    value: ({ home }, nameOf) => (home === null ? null : nameOf('municipality', home)),
  },
  {
    header: 'raw-export.column.received',
    kind: 'day',
    width: 12,
    value: ({ receivedOn }) => receivedOn,
  },
]
