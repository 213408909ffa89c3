import { z } from 'zod'
import { type ParsedForm, parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Person } from '../person.ts'
import { type SenderKind, senderKinds } from '../sender.ts'
import { type ChosenTime, readSlot } from '../slot-value.ts'
import { visitorFields, visitorSent } from '../visitor-fields.ts'

/** For who comes without an appointment. */
export const walkIn = 'inloop'

export interface SendingForm {
  readonly slot: ChosenTime | undefined
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
  now: Instant,
  { known, topics }: { readonly known: boolean; readonly topics: ReadonlySet<string> },
) =>
  z.object({
    when: z
      .string()
      .refine(
        (value) => value === walkIn || readSlot(value, now) !== undefined,
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
            (text) => findPersonalData(text, yearOf(now)) === undefined,
            'senders.error.organisation-data' satisfies MessageKey,
          ),
  })

const yearOf = (now: Instant): number => Number(localDay(now).slice(0, 4))

/**
 * Reads the whole form. Without an appointment nothing is asked of who comes; with one a name and a way of contact, both only when
 * he likes, and only with consent.
 */
export function readSending(
  form: FormFields,
  {
    now,
    known,
    topics,
  }: { readonly now: Instant; readonly known: boolean; readonly topics: ReadonlySet<string> },
  t: Translate,
): ParsedForm<SendingForm> {
  const sending = parseForm(
    sendingForm(now, { known, topics }),
    {
      when: form.text('when'),
      topic: form.text('topic'),
      kind: form.text('kind'),
      organisation: form.text('organisation').replace(/\s+/g, ' '),
    },
    t,
  )
  const visitor = parseForm(visitorFields(yearOf(now)), visitorSent(form), t)
  if (!sending.ok || !visitor.ok)
    return {
      ok: false,
      errors: [...(sending.ok ? [] : sending.errors), ...(visitor.ok ? [] : visitor.errors)],
    }
  const { when, topic, kind, organisation } = sending.value
  const slot = readSlot(when, now)
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
