export const answerFields = [
  'channel',
  'help',
  'gender',
  'age',
  'language',
  'duration',
  'satisfied',
  'digid',
] as const
export type AnswerField = (typeof answerFields)[number]

export interface AnswerOption {
  readonly code: string
  readonly field: AnswerField
  readonly label: string
  /** Only for 'other': the one place for words of one's own. */
  readonly takesText: boolean
  /** Of a library's own way of help: the national one that it counts as. */
  readonly nationalCode?: string
}

/** The answer that says: not asked or not known. `help` takes several answers and has none: nothing chosen says it. */
export const notRegistered = {
  channel: 'channel-not-registered',
  gender: 'gender-not-registered',
  age: 'age-not-registered',
  language: 'language-not-registered',
  duration: 'duration-not-registered',
  satisfied: 'satisfied-not-asked',
  digid: 'digid-not-registered',
} as const satisfies Record<Exclude<AnswerField, 'help'>, string>
