import { z } from 'zod'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { DeskHours } from '../../desks/public.ts'
import type { DeskOffer } from '../find-slots/find-slots.query.ts'
import { type OfferKind, offerKinds } from '../slots.ts'
import type { OfferInput } from './arrange-offers.command.ts'

/** How long an appointment may last, in minutes. */
export const lengths = [10, 15, 20, 30, 45, 60] as const
/** The least time beforehand, in minutes. */
export const notices = [0, 60, 240, 1440, 2880, 10080] as const
/** How far ahead, in days. */
export const horizons = [7, 14, 28, 56, 91, 180] as const

/** Hours of a desk that can be booked. */
export interface BookableHours {
  readonly kind: OfferKind
  readonly label: string | null
}

/** As one answer of a form. */
export const hoursValue = ({ kind, label }: BookableHours): string => (label ? `${kind}~${label}` : kind)

/** The kinds of hours that a desk has, each once, and each name that some of them have. */
export function bookableHours({ timetables, dated }: DeskHours): BookableHours[] {
  const found = new Map<string, BookableHours>()
  for (const { kind, label } of [...timetables.flatMap(({ hours }) => hours), ...dated]) {
    const offered = offerKinds.find((each) => each === kind)
    if (!offered) continue
    for (const one of [
      { kind: offered, label: null },
      { kind: offered, label },
    ])
      found.set(hoursValue(one), one)
  }
  return [...found.values()].sort(
    (one, other) =>
      offerKinds.indexOf(one.kind) - offerKinds.indexOf(other.kind) ||
      (one.label ?? '').localeCompare(other.label ?? ''),
  )
}

const oneOf = (values: readonly number[], message: MessageKey) =>
  z
    .string()
    .refine((sent) => values.some((value) => `${value}` === sent), message)
    .transform(Number)

const whole = (message: MessageKey) =>
  z
    .string()
    .regex(/^\d{1,2}$/, message)
    .transform(Number)

/** @param hours those that the desk has @param agreements ids of the agreements on a consultation hour there */
export const offerForm = (hours: readonly BookableHours[], agreements: readonly string[]) =>
  z
    .object({
      name: z
        .string()
        .min(1, 'appointments.error.name' satisfies MessageKey)
        .max(80, 'appointments.error.name' satisfies MessageKey),
      hours: z
        .string()
        .refine(
          (sent) => hours.some((each) => hoursValue(each) === sent),
          'appointments.error.hours' satisfies MessageKey,
        ),
      agreement: z.string().transform((sent) => agreements.find((id) => id === sent) ?? null),
      minutes: oneOf(lengths, 'appointments.error.minutes'),
      places: whole('appointments.error.places'),
      kept: whole('appointments.error.kept'),
      notice: oneOf(notices, 'appointments.error.notice'),
      horizon: oneOf(horizons, 'appointments.error.horizon'),
      by: z.string(),
      active: z.string(),
    })
    .superRefine(({ places, kept }, context) => {
      const issue = (path: string, message: MessageKey): void =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (places < 1 || places > 50) issue('places', 'appointments.error.places')
      else if (kept >= places) issue('kept', 'appointments.error.kept')
    })
    .transform((sent): OfferInput => {
      const chosen = hours.find((each) => hoursValue(each) === sent.hours)
      return {
        name: sent.name,
        hoursKind: chosen?.kind ?? 'desk',
        hoursLabel: chosen?.label ?? null,
        agreementId: sent.agreement,
        minutes: sent.minutes,
        places: sent.places,
        keptForWalkIn: sent.kept,
        noticeMinutes: sent.notice,
        horizonDays: sent.horizon,
        byPublic: sent.by === 'everybody',
        active: sent.active !== 'no',
      }
    })

/** What was typed. */
export const offerSent = (form: FormFields) => ({
  name: form.text('name').replace(/\s+/g, ' '),
  hours: form.text('hours'),
  agreement: form.text('agreement'),
  minutes: form.text('minutes'),
  places: form.text('places'),
  kept: form.text('kept') || '0',
  notice: form.text('notice'),
  horizon: form.text('horizon'),
  by: form.text('by'),
  active: form.text('active'),
})

/** An offer in the fields of the form; without one what suits most desks. */
export function offerFields(offer: DeskOffer | undefined, first: BookableHours | undefined): FormFields {
  return new FormFields([
    ['name', offer?.name ?? ''],
    [
      'hours',
      offer ? hoursValue({ kind: offer.hoursKind, label: offer.hoursLabel }) : first ? hoursValue(first) : '',
    ],
    ['agreement', offer?.agreementId ?? ''],
    ['minutes', `${offer?.minutes ?? 30}`],
    ['places', `${offer?.places ?? 1}`],
    ['kept', `${offer?.keptForWalkIn ?? 0}`],
    ['notice', `${offer?.noticeMinutes ?? 240}`],
    ['horizon', `${offer?.horizonDays ?? 28}`],
    ['by', (offer?.byPublic ?? true) ? 'everybody' : 'desk'],
    ['active', (offer?.active ?? true) ? 'yes' : 'no'],
    ['version', `${offer?.version ?? 0}`],
  ])
}
