import { z } from 'zod'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import { optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { agreementStatuses } from '../agreement.ts'
import type { StatusChange } from './change-status.command.ts'

/** @param numbers of the versions there are @param today nobody agreed anything on a day to come */
export const statusForm = (numbers: readonly number[], today: string) =>
  z
    .object({
      status: z.enum(agreementStatuses, 'agreements.error.status' satisfies MessageKey),
      number: z.string(),
      agreed: optionalDayField('agreements.error.day'),
      ended: optionalDayField('agreements.error.day'),
    })
    .superRefine(({ status, number, agreed, ended }, context) => {
      const wrong = (path: string, message: MessageKey) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (status === 'proposed' && numbers.length === 0) wrong('status', 'agreements.error.no-version')
      if (status === 'ended' && ended === '') wrong('ended', 'agreements.error.ended-day')
      if (status !== 'agreed') return
      if (numbers.length === 0) wrong('status', 'agreements.error.no-version')
      else if (!numbers.includes(Number(number))) wrong('number', 'agreements.error.which-version')
      if (agreed === '') wrong('agreed', 'agreements.error.agreed-day')
      else if (agreed > today) wrong('agreed', 'agreements.error.agreed-later')
    })
    .transform(({ status, number, agreed, ended }): StatusChange => {
      if (status === 'agreed') return { status, number: Number(number), day: agreed }
      return status === 'ended' ? { status, day: ended } : { status }
    })

export const statusSent = (form: FormFields) => ({
  status: form.text('status'),
  number: form.text('number'),
  agreed: optionalDaySent(form, 'agreed'),
  ended: optionalDaySent(form, 'ended'),
})
