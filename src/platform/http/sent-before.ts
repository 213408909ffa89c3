import { isDeepStrictEqual } from 'node:util'
import { uuidv7 } from 'uuidv7'
import type { Translate } from '../i18n/translate.ts'
import type { FormError } from './form-errors.ts'
import { FormFields } from './form-fields.ts'

/**
 * Whether what somebody sends is what is stored under the id of the form already: the same form, sent twice, is one thing. Who
 * went back, changed something and sent it again says something else, and is told so: none of it may go unseen.
 * @param stored what is kept under that id; undefined when it is not there any more. It may say more than was sent.
 */
export const saysTheSame = <Facts extends object>(sent: Facts, stored: NoInfer<Facts> | undefined): boolean =>
  stored !== undefined &&
  (Object.keys(sent) as (keyof Facts)[]).every((fact) => isDeepStrictEqual(sent[fact], stored[fact]))

/** What was typed, with an id of its own, and that the form was sent before: saving it now makes something new of it. */
export const sentBefore = (
  typed: FormFields,
  t: Translate,
): { readonly form: FormFields; readonly errors: readonly FormError[] } => ({
  form: new FormFields([...typed.entries().filter(([field]) => field !== 'id'), ['id', uuidv7()]]),
  errors: [{ message: t('form.sent-before') }],
})
