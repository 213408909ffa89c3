import type { z } from 'zod'
import { violatedConstraint } from '../errors/postgres-errors.ts'
import type { MessageKey, Translate } from '../i18n/translate.ts'

/** What is wrong in a sent form. `id` is the id of the field; without one it is about the form as a whole. */
export interface FormError {
  readonly id?: string | undefined
  readonly message: string
}

export type ParsedForm<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FormError[] }

/** Checks what was sent against a schema whose messages are keys of the catalogue. A field's id is its name. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  t: Translate,
): ParsedForm<z.output<Schema>> {
  const parsed = schema.safeParse(sent)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors = new Map<string, FormError>()
  for (const { path, message } of parsed.error.issues) {
    const id = String(path[0] ?? '')
    if (!errors.has(id)) errors.set(id, { id: id || undefined, message: t(message as MessageKey) })
  }
  return { ok: false, errors: [...errors.values()] }
}

/**
 * The error to show when a write ran into a constraint that the form's reader can do something about.
 * @throws the error itself when it is anything else
 */
export function formErrorOf(
  error: unknown,
  known: Readonly<Record<string, { id: string; message: MessageKey }>>,
  t: Translate,
): FormError {
  const found = known[violatedConstraint(error) ?? '']
  if (!found) throw error
  return { id: found.id, message: t(found.message) }
}

/** The message to show at a field, if it has one. */
export function errorAt(errors: readonly FormError[], id: string): string | undefined {
  return errors.find((error) => error.id === id)?.message
}
