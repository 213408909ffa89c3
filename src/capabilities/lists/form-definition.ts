/** What a form can ask beside the question and its topic, which every form asks. `topicGroups`: topics in three groups. */
export const askedFields = [
  'channel',
  'gender',
  'age',
  'language',
  'municipality',
  'topicGroups',
  'digid',
  'help',
  'duration',
  'satisfied',
] as const
export type AskedField = (typeof askedFields)[number]

export interface FormDefinition {
  readonly code: string
  readonly title: string
  readonly asks: Readonly<Record<AskedField, boolean>>
  /** First day it may be used. */
  readonly validFrom: string
  /** First day it may no longer be used, if any. */
  readonly validUntil: string | null
}

/** A library's choice for a form, from a day on. */
export interface FormChoice {
  readonly formCode: string
  readonly validFrom: string
}

/**
 * The form that counts for a library on a day: its latest choice by then, as long as that form is valid; without one
 * the newest form. That newest asks nothing about the visitor, so collecting that is always a choice.
 * Undefined only for a day before the first form.
 */
export function formOn(
  forms: readonly FormDefinition[],
  choices: readonly FormChoice[],
  day: string,
): FormDefinition | undefined {
  const valid = forms.filter((form) => isValidOn(form, day))
  const choice = latest(choices.filter(({ validFrom }) => validFrom <= day))
  return valid.find(({ code }) => code === choice?.formCode) ?? latest(valid)
}

/** Days are text as 2026-11-24, so that their order is the order of the text. `validUntil` is the first day outside. */
export function isValidOn(
  value: { readonly validFrom: string; readonly validUntil: string | null },
  day: string,
): boolean {
  return value.validFrom <= day && (value.validUntil === null || day < value.validUntil)
}

function latest<Dated extends { readonly validFrom: string }>(values: readonly Dated[]): Dated | undefined {
  return values.reduce<Dated | undefined>(
    (last, value) => (last && last.validFrom >= value.validFrom ? last : value),
    undefined,
  )
}
