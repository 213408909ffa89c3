import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import { type ParsedForm, parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type ExportKind, exportKinds } from '../contact-export.ts'

export interface ExportWish {
  /** Undefined: of the whole library. */
  readonly deskId: string | undefined
  /** Days, both included. */
  readonly from: string
  readonly until: string
  readonly kind: ExportKind
}

/** In the place of a desk: all of the library. */
export const wholeLibrary = 'alles'

/** No contact is older: what came before the guide's first form can be imported from this day on. */
const earliest = '2019-07-01'

/** Reads which contacts somebody wants. @param choices what may be chosen: desks, and all of the library */
export function readExportWish(
  form: FormFields,
  choices: readonly string[],
  today: string,
  t: Translate,
): ParsedForm<ExportWish> {
  const schema = z
    .object({
      of: z.string().refine((of) => choices.includes(of), { error: 'raw-export.error.of' }),
      from: dayField('raw-export.error.from', { earliest, latest: today }),
      until: dayField('raw-export.error.until', { earliest, latest: '2099-12-31' }),
      kind: z.enum(exportKinds, { error: 'raw-export.error.kind' }),
    })
    .superRefine(({ from, until }, context) => {
      if (until < from)
        context.addIssue({ code: 'custom', path: ['until'], message: 'raw-export.error.order' })
    })
    .transform(
      ({ of, from, until, kind }): ExportWish => ({
        deskId: of === wholeLibrary ? undefined : of,
        from,
        until,
        kind,
      }),
    )
  return parseForm(
    schema,
    {
      of: form.text('of'),
      from: daySent(form, 'from'),
      until: daySent(form, 'until'),
      kind: form.text('kind'),
    },
    t,
  )
}
