import type { MessageKey, MessageValues, Translate } from '../../platform/i18n/translate.ts'

/** Something in a form that must be mended: which control, and what to do. */
export interface FieldError {
  readonly id: string
  readonly key: MessageKey
  readonly values?: MessageValues
}

export interface SaidError {
  readonly id: string
  readonly message: string
}

export function sayErrors(errors: readonly FieldError[], t: Translate): SaidError[] {
  return errors.map(({ id, key, values }) => ({ id, message: t(key, values) }))
}
