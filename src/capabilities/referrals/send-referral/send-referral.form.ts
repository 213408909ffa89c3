import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type AgreementWay, agreementWays } from '../../directory/public.ts'
import { readSlot } from '../slot-value.ts'
import type { FreeSlot } from '../slots.ts'

/** Along which way it goes, and for a consultation hour which place. */
export const wayForm = (places: readonly FreeSlot[], now: Instant) =>
  z
    .object({
      way: z.enum(agreementWays, 'referrals.error.way' satisfies MessageKey),
      place: z.string(),
    })
    .superRefine(({ way, place }, context) => {
      if (way === 'consultation-hour' && (places.length === 0 || !readSlot(place, now)))
        context.addIssue({
          code: 'custom',
          path: ['place'],
          message: 'referrals.error.place' satisfies MessageKey,
        })
    })
    .transform(({ way, place }) => ({
      way,
      place: way === 'consultation-hour' ? readSlot(place, now) : undefined,
    }))

export const waySent = (form: FormFields) => ({ way: form.text('way'), place: form.text('place') })

/** Whether the visitor said yes, on screen or on paper; only asked when something is passed on. */
export const consentForm = z.object({
  consent: z.enum(['screen', 'paper'], 'referrals.error.consent' satisfies MessageKey),
})

/** The ways to choose from: a consultation hour only where it has a place. */
export const waysFor = (places: readonly FreeSlot[]): AgreementWay[] =>
  agreementWays.filter((way) => way !== 'consultation-hour' || places.length > 0)

/** Along these the partner looks for the visitor, so it has to know how to reach him. */
export const needsContact = (way: AgreementWay): boolean => way === 'mail' || way === 'appointment'
