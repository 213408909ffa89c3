import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField, optionalDayField } from '../../../platform/http/day-field.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { type Agreement, type AgreementFacts, agreementWays } from '../agreement.ts'
import { textField } from '../entry-fields.ts'

/** A consultation hour that stands in the hours of a desk. */
export interface ConsultationHour {
  readonly deskId: string
  readonly deskName: string
  /** As it is called there; empty for one without a name. */
  readonly label: string
}

export const consultationValue = ({ deskId, label }: Pick<ConsultationHour, 'deskId' | 'label'>): string =>
  `${deskId}|${label}`

/** What can be chosen in the form. */
export interface AgreementCodes {
  readonly services: readonly string[]
  readonly persons: readonly string[]
  readonly consultations: readonly ConsultationHour[]
}

const noAnswerDays = 'directory.error.answer-days' satisfies MessageKey

export const agreementForm = ({ services, persons, consultations }: AgreementCodes) =>
  z
    .object({
      service: z.string().transform((id) => (services.includes(id) ? id : null)),
      'when-to-refer': textField,
      way: z.enum(agreementWays, 'directory.error.way' satisfies MessageKey),
      how: textField,
      'contact-person': z.string().transform((id) => (persons.includes(id) ? id : null)),
      consultation: z
        .string()
        .transform((value) => consultations.find((hour) => consultationValue(hour) === value)),
      'refers-back': textField,
      'answer-days': z
        .string()
        .regex(/^\d{1,2}$/, noAnswerDays)
        .transform(Number)
        .refine((days) => days >= 1 && days <= 30, noAnswerDays),
      'valid-from': dayField('directory.error.day'),
      'valid-until': optionalDayField('directory.error.day'),
      review: dayField('directory.error.day'),
    })
    .refine(({ way, consultation }) => way !== 'consultation-hour' || consultation, {
      path: ['consultation'],
      error: 'directory.error.consultation' satisfies MessageKey,
    })
    .refine((sent) => sent['valid-until'] === '' || sent['valid-until'] >= sent['valid-from'], {
      path: ['valid-until'],
      error: 'directory.error.valid-until' satisfies MessageKey,
    })
    .transform(
      (sent): AgreementFacts => ({
        serviceId: sent.service,
        whenToRefer: sent['when-to-refer'],
        way: sent.way,
        how: sent.how,
        contactPersonId: sent['contact-person'],
        deskId: sent.consultation?.deskId ?? null,
        consultationLabel: sent.consultation?.label || null,
        refersBack: sent['refers-back'],
        answerDays: sent['answer-days'],
        validFrom: sent['valid-from'],
        // People say the last day on which it holds.
        validUntil: sent['valid-until'] === '' ? null : addDays(sent['valid-until'], 1),
        reviewOn: sent.review,
      }),
    )

export const agreementSent = (form: FormFields) => ({
  service: form.text('service'),
  'when-to-refer': form.text('when-to-refer'),
  way: form.text('way'),
  how: form.text('how'),
  'contact-person': form.text('contact-person'),
  consultation: form.text('consultation'),
  'refers-back': form.text('refers-back'),
  'answer-days': form.text('answer-days'),
  'valid-from': daySent(form, 'valid-from'),
  'valid-until': optionalDaySent(form, 'valid-until'),
  review: daySent(form, 'review'),
})

/** An agreement as the form shows it. */
export const agreementFields = (agreement: Agreement): FormFields =>
  new FormFields([
    ['service', agreement.serviceId ?? ''],
    ['when-to-refer', agreement.whenToRefer],
    ['way', agreement.way],
    ['how', agreement.how],
    ['contact-person', agreement.contactPersonId ?? ''],
    [
      'consultation',
      agreement.deskId === null
        ? ''
        : consultationValue({ deskId: agreement.deskId, label: agreement.consultationLabel ?? '' }),
    ],
    ['refers-back', agreement.refersBack],
    ['answer-days', String(agreement.answerDays)],
    ...dayFields('valid-from', agreement.validFrom),
    ...(agreement.validUntil === null ? [] : dayFields('valid-until', addDays(agreement.validUntil, -1))),
    ...dayFields('review', agreement.reviewOn),
    ['version', String(agreement.version)],
  ])
