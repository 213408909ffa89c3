import { z } from 'zod'
import { type ParsedForm, parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { type Instant, instantAt, parseInstant } from '../../../platform/time/local-time.ts'
import type { Person } from '../person.ts'
import { type SenderKind, senderKinds } from '../sender.ts'
import { visitorFields, visitorSent } from '../visitor-fields.ts'

/** For who comes without an appointment. */
export const walkIn = 'inloop'

/** The value of one free time in the form, and the reverse; undefined for anything else. */
export const slotValue = (slot: { readonly offerId: string; readonly start: number }): string =>
  `${slot.offerId}|${instantAt(slot.start).toString()}`
export function readSlot(
  value: string,
): { readonly offerId: string; readonly startsAt: Instant } | undefined {
  const [offerId = '', moment = ''] = value.split('|')
  const startsAt = isId(offerId) ? parseInstant(moment) : undefined
  return startsAt && { offerId, startsAt }
}

export interface SendingForm {
  readonly slot: { readonly offerId: string; readonly startsAt: Instant } | undefined
  readonly topic: string | undefined
  /** Undefined for who signed in. */
  readonly sender: { readonly kind: SenderKind; readonly name: string } | undefined
  readonly person: Person | undefined
}

/**
 * What somebody fills in who sends a visitor, but for who comes.
 * @param known the sender signed in: who it is, is not asked
 */
const sendingForm = (
  year: number,
  { known, topics }: { readonly known: boolean; readonly topics: ReadonlySet<string> },
) =>
  z.object({
    when: z
      .string()
      .refine(
        (value) => value === walkIn || readSlot(value) !== undefined,
        'senders.error.when' satisfies MessageKey,
      ),
    topic: z
      .string()
      .refine((code) => code === '' || topics.has(code), 'senders.error.topic' satisfies MessageKey),
    kind: known ? z.string() : z.enum(senderKinds, 'senders.error.kind' satisfies MessageKey),
    organisation: known
      ? z.string()
      : z
          .string()
          .min(1, 'senders.error.organisation' satisfies MessageKey)
          .max(120, 'senders.error.long' satisfies MessageKey)
          .refine(
            (text) => findPersonalData(text, year) === undefined,
            'senders.error.organisation-data' satisfies MessageKey,
          ),
  })

/**
 * Reads the whole form. Without an appointment nothing is asked of who comes; with one a name and a way of contact, both only when
 * he likes, and only with consent.
 */
export function readSending(
  form: FormFields,
  {
    year,
    known,
    topics,
  }: { readonly year: number; readonly known: boolean; readonly topics: ReadonlySet<string> },
  t: Translate,
): ParsedForm<SendingForm> {
  const sending = parseForm(
    sendingForm(year, { known, topics }),
    {
      when: form.text('when'),
      topic: form.text('topic'),
      kind: form.text('kind'),
      organisation: form.text('organisation').replace(/\s+/g, ' '),
    },
    t,
  )
  const visitor = parseForm(visitorFields(year), visitorSent(form), t)
  if (!sending.ok || !visitor.ok)
    return {
      ok: false,
      errors: [...(sending.ok ? [] : sending.errors), ...(visitor.ok ? [] : visitor.errors)],
    }
  const { when, topic, kind, organisation } = sending.value
  const slot = readSlot(when)
  const person = visitor.value
  const given = slot !== undefined && (person.name !== undefined || person.contact !== undefined)
  if (given && !form.has('consent'))
    return { ok: false, errors: [{ id: 'consent', message: t('senders.error.consent') }] }
  return {
    ok: true,
    value: {
      slot,
      topic: topic || undefined,
      sender: known ? undefined : { kind: kind as SenderKind, name: organisation },
      person: given ? person : undefined,
    },
  }
}
