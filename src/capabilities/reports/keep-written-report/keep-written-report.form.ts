import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { writtenFigureIds } from '../written-report.ts'
import type { Remarks } from '../written-report-typst.ts'

/** As much as is searched for personal data; a page of a report has no room for more. */
export const longestRemark = 1000

/** What remarks can be about: the report as a whole, and each of its figures. */
export const remarkParts = ['general', ...writtenFigureIds] as const
export type RemarkPart = (typeof remarkParts)[number]

/** The name and id of the field of a remark. */
export const remarkField = (part: RemarkPart): string => `opmerking-${part}`

/** What a button of a draft does once its remarks are kept, so that nothing typed is lost: a file, or a page that asks. */
export const nextSteps = ['pdf', 'xlsx', 'csv', 'per-mail', 'vastleggen', 'weggooien'] as const
export type NextStep = (typeof nextSteps)[number]

/** The name of the buttons that go on after keeping. */
export const nextField = 'daarna'

export const readNext = (form: FormFields): NextStep | undefined =>
  nextSteps.find((step) => step === form.text(nextField))

/** Whether remarks were typed, or left empty, in this form; a page that only asks 'are you sure' has none. */
export const hasRemarks = (form: FormFields): boolean =>
  remarkParts.some((part) => form.has(remarkField(part)))

/** The version that somebody had before them; what is no version counts as one that is long gone. */
export const readVersion = (form: FormFields): number => versionSent(form, 'versie')

/**
 * Reads the remarks; empty ones are left out.
 * @param year the year it is now: an older full date reads as a date of birth
 */
export function readRemarks(
  form: FormFields,
  year: number,
  t: Translate,
):
  | { readonly ok: true; readonly remarks: Remarks }
  | { readonly ok: false; readonly errors: readonly FormError[] } {
  const remarks: Record<string, string> = {}
  const errors: FormError[] = []
  for (const part of remarkParts) {
    const text = form.text(remarkField(part)).replaceAll('\r\n', '\n')
    if (text === '') continue
    const kind = findPersonalData(text, year)
    if (text.length > longestRemark)
      errors.push({
        id: remarkField(part),
        message: t('sent-reports.error.remark-long', { most: longestRemark }),
      })
    else if (kind)
      errors.push({ id: remarkField(part), message: t(`sent-reports.error.personal-data.${kind}`) })
    else remarks[part] = text
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, remarks }
}
