import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { instantAt } from '../../../platform/time/local-time.ts'
import { type AgreementWay, agreementWays } from '../../directory/public.ts'
import type { FreeSlot } from '../slots.ts'

/** Along which way it goes, and for a consultation hour which place. */
export const wayForm = (places: readonly FreeSlot[]) =>
  z
    .object({
      way: z.enum(agreementWays, 'referrals.error.way' satisfies MessageKey),
      place: z.string(),
    })
    .superRefine(({ way, place }, context) => {
      if (way === 'consultation-hour' && (places.length === 0 || !readPlace(place)))
        context.addIssue({
          code: 'custom',
          path: ['place'],
          message: 'referrals.error.place' satisfies MessageKey,
        })
    })
    .transform(({ way, place }) => ({
      way,
      place: way === 'consultation-hour' ? readPlace(place) : undefined,
    }))

export const waySent = (form: FormFields) => ({ way: form.text('way'), place: form.text('place') })

/** Whether the visitor said yes, on screen or on paper; only asked when something is passed on. */
export const consentForm = z.object({
  consent: z.enum(['screen', 'paper'], 'referrals.error.consent' satisfies MessageKey),
})

/** How a place in a consultation hour stands in a form: its offer and its moment. */
export const placeName = ({ offerId, start }: Pick<FreeSlot, 'offerId' | 'start'>): string =>
  `${offerId} ${start}`

function readPlace(sent: string) {
  const [, offerId, start] = /^([\da-f-]{36}) (\d{1,14})$/.exec(sent) ?? []
  if (!offerId || !start) return undefined
  return { offerId, startsAt: instantAt(Number(start)) }
}

/** The ways to choose from: a consultation hour only where it has a place. */
export const waysFor = (places: readonly FreeSlot[]): AgreementWay[] =>
  agreementWays.filter((way) => way !== 'consultation-hour' || places.length > 0)
