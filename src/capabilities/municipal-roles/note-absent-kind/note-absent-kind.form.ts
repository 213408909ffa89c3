import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { neededNote } from '../noted-text.ts'

/** Why a kind of organisation is not here; nothing when it is here after all. */
export const absentKindForm = z.object({ reason: neededNote('direction.error.reason') })

export const absentKindSent = (form: FormFields) => ({ reason: form.text('reason') })
