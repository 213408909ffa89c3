/** What a column of a file with the history can hold. */
export const importFields = [
  'day',
  'time',
  'desk',
  'channel',
  'topic',
  'topic-text',
  'provider',
  'help',
  'help-text',
  'duration',
  'satisfied',
  'gender',
  'age',
  'language',
  'municipality',
] as const
export type ImportField = (typeof importFields)[number]

/** Fields whose values are chosen from a list of ours. */
export const closedFields = [
  'desk',
  'topic',
  'provider',
  'help',
  'channel',
  'duration',
  'satisfied',
  'gender',
  'age',
  'language',
  'municipality',
] as const satisfies readonly ImportField[]
export type ClosedField = (typeof closedFields)[number]

/** Fields that hold several answers: in one cell, in several columns, or ticked in a column for each answer. */
export const manyFields = ['topic', 'provider', 'help'] as const satisfies readonly ClosedField[]
export type ManyField = (typeof manyFields)[number]

/** `topic:ticked`: the column is named after one answer, and its cells say whether it was given. */
export type ColumnUse = ImportField | `${ManyField}:ticked`
export const columnUses: readonly ColumnUse[] = [
  ...importFields,
  ...manyFields.map((field) => `${field}:ticked` as const),
]

export const fieldOf = (use: ColumnUse): ImportField => use.replace(':ticked', '') as ImportField
export const isTicked = (use: ColumnUse): use is `${ManyField}:ticked` => use.endsWith(':ticked')
export const isClosed = (field: ImportField): field is ClosedField =>
  closedFields.some((closed) => closed === field)
export const isMany = (field: ImportField): field is ManyField => manyFields.some((many) => many === field)
