import { createHash } from 'node:crypto'
import { z } from 'zod'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import {
  addDays,
  type Instant,
  isDay,
  localDay,
  momentOf,
  parseInstant,
  secondsBetween,
} from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import {
  type AnswerField,
  type FormDefinition,
  type ListSnapshot,
  notRegistered,
} from '../../lists/public.ts'
import {
  type ContactContent,
  clockTolerance,
  type GivenHelp,
  longestText,
  mostQuestions,
  oldestContactDays,
  type Question,
} from '../contact.ts'
import type { FieldError } from '../field-error.ts'

export interface ContactForm {
  readonly lists: ListSnapshot
  readonly form: FormDefinition
  readonly desk: Desk
  readonly municipalityCodes: ReadonlySet<string>
  readonly now: Instant
  /** The day that stands there, of a contact that is corrected: it may be older than what is registered at the desk. */
  readonly standingDay?: string
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** A contact's id as a device or the form made it. Only version 7: they sort by time, and are not guessed. */
export const contactId = z.uuidv7()

/**
 * Reads a contact from the fields of the form: the same for a page without script, a page with it, and an item that
 * waited on a device. What the form in use does not ask is left out, whatever was sent.
 */
export function readContact(fields: FormFields, context: ContactForm): Parsed<ContactContent> {
  const errors: FieldError[] = []
  const rush = fields.text('counted-as') === 'rush'
  const questions = readQuestions(fields, context, errors)
  const help = readHelp(fields, context, errors)
  if (help.length === 0 && !rush && context.form.asks.help)
    errors.push({ id: 'help', key: 'contacts.error.no-help' })
  const placeId = fields.text('place') || null
  const place = context.desk.places.find(({ id }) => id === placeId)
  if (placeId && !place) errors.push({ id: 'place', key: 'contacts.error.place' })
  const municipality = (context.form.asks.municipality && fields.text('municipality')) || null
  if (municipality && !context.municipalityCodes.has(municipality))
    errors.push({ id: 'municipality', key: 'contacts.error.choose' })
  const occurredAt = readMoment(fields, context, errors)
  const answer = (field: Exclude<AnswerField, 'help' | 'digid'>, asked: boolean): string | null => {
    if (!asked) return null
    const code = fields.text(field) || notRegistered[field]
    if (!isAnswer(context.lists, field, code)) errors.push({ id: field, key: 'contacts.error.choose' })
    return code
  }
  const { asks } = context.form
  const value: ContactContent = {
    formCode: context.form.code,
    countedAs: rush ? 'rush' : 'contact',
    placeId,
    municipalityCode: (place ?? context.desk).municipalityCode,
    channel: answer('channel', true) ?? notRegistered.channel,
    occurredAt,
    questions,
    help,
    duration: answer('duration', asks.duration),
    satisfied: answer('satisfied', asks.satisfied),
    gender: answer('gender', asks.gender),
    age: answer('age', asks.age),
    language: answer('language', asks.language),
    visitorMunicipalityCode: municipality,
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value }
}

/** What was sent, in a fixed order, without the button that sent it and without what was left empty. */
export function sentAs(fields: FormFields): [string, string][] {
  return fields
    .entries()
    .filter(([name, value]) => name !== 'action' && value !== '')
    .sort(([one, first], [other, second]) => (`${one}=${first}` < `${other}=${second}` ? -1 : 1))
}

/**
 * Another id for another contact that was sent under an id in use: made of that id and of what was sent, so that sending it
 * twice is still sending one.
 */
export function siblingId(fields: FormFields): string {
  const old = fields.text('id')
  const said = sentAs(fields).filter(([name]) => name !== 'id')
  return (
    old.slice(0, 24) +
    createHash('sha256')
      .update(JSON.stringify([old, said]))
      .digest('hex')
      .slice(0, 12)
  )
}

/** The numbers of the questions that a form holds, in order: topic-0, topic-1 … with an answer. */
export function questionNumbers(fields: FormFields): number[] {
  const numbers = fields.entries().flatMap(([name, value]) => {
    const number = /^topic-(?:more-)?(\d{1,2})$/.exec(name)?.[1]
    return number && value.trim() ? [Number(number)] : []
  })
  return [...new Set(numbers)].sort((one, other) => one - other)
}

/** The topic of a question: a tile, or else the choice from the whole list. */
export function chosenTopic(fields: FormFields, number: number): string {
  return fields.text(`topic-${number}`) || fields.text(`topic-more-${number}`)
}

function readQuestions(
  fields: FormFields,
  { lists, form, now }: ContactForm,
  errors: FieldError[],
): Question[] {
  const numbers = questionNumbers(fields)
  if (numbers.length === 0) errors.push({ id: 'topic-0', key: 'contacts.error.no-topic' })
  if (numbers.length > mostQuestions)
    errors.push({ id: 'topic-0', key: 'contacts.error.too-many-questions', values: { most: mostQuestions } })
  return numbers.flatMap((number): Question[] => {
    const topic = lists.topics.find((candidate) => candidate.code === chosenTopic(fields, number))
    if (!topic) {
      errors.push({ id: `topic-${number}`, key: 'contacts.error.choose' })
      return []
    }
    const chosen = fields.all(`provider-${number}`).filter((code) => code !== '')
    const none = chosen.includes('none')
    const providers = none
      ? []
      : chosen.length > 0
        ? [...new Set(chosen)]
        : topic.serviceProviders.slice(0, 1)
    if (providers.some((code) => !lists.serviceProviders.some((provider) => provider.code === code))) {
      errors.push({ id: `provider-${number}`, key: 'contacts.error.choose' })
    }
    const digid = (form.asks.digid && topic.digid && fields.text(`digid-${number}`)) || null
    if (digid && !isAnswer(lists, 'digid', digid))
      errors.push({ id: `digid-${number}`, key: 'contacts.error.choose' })
    return [
      {
        topicCode: topic.nationalCode ?? topic.code,
        ...(topic.nationalCode !== undefined && { localCode: topic.code }),
        serviceProviders: providers,
        otherText: topic.isOther ? readText(fields, `topic-text-${number}`, now, errors) : null,
        digid,
      },
    ]
  })
}

function readHelp(
  fields: FormFields,
  { lists, form, now }: ContactForm,
  errors: FieldError[],
): ContactContent['help'] {
  if (!form.asks.help) return []
  const given = new Map<string, GivenHelp>()
  for (const chosen of new Set(fields.all('help').filter((code) => code !== ''))) {
    const option = lists.answerOptions.help.find(({ code }) => code === chosen)
    if (!option) {
      errors.push({ id: 'help', key: 'contacts.error.choose' })
      continue
    }
    const otherText = option.takesText ? readText(fields, 'help-text', now, errors) : null
    // Several of a library's own may count as one national way, which is counted once.
    const code = option.nationalCode ?? chosen
    const known = given.get(code) ?? { code, otherText }
    given.set(
      code,
      option.nationalCode ? { ...known, localCodes: [...(known.localCodes ?? []), chosen] } : known,
    )
  }
  return [...given.values()]
}

/** A short free text without anything in the form of personal data (architecture.md, personal data). */
function readText(fields: FormFields, id: string, now: Instant, errors: FieldError[]): string | null {
  const text = fields.text(id).replace(/\s+/g, ' ')
  if (text.length > longestText)
    errors.push({
      id,
      key: 'contacts.error.text-too-long',
      values: { most: longestText, length: text.length },
    })
  if (text.length > longestText) return null
  const kind = findPersonalData(text, Number(localDay(now).slice(0, 4)))
  if (kind) errors.push({ id, key: `contacts.error.personal-data.${kind}` })
  return text || null
}

/** The moment of the conversation: a day and time that somebody filled in, else what the device noted, else now. */
function readMoment(fields: FormFields, { now, standingDay }: ContactForm, errors: FieldError[]): string {
  const noted = fields.text('occurred-at')
  let moment = noted ? parseInstant(noted) : now
  const day = optionalDaySent(fields, 'day')
  const time = fields.text('time').replace('.', ':')
  if (day !== '' || time !== '') {
    const wholeDay = day === '' ? localDay(moment ?? now) : day
    const wholeTime = time === '' ? '12:00' : time.padStart(5, '0')
    if (!isDay(wholeDay)) errors.push({ id: 'day', key: 'contacts.error.day' })
    else if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(wholeTime))
      errors.push({ id: 'time', key: 'contacts.error.time' })
    else moment = momentOf(wholeDay, wholeTime)
  }
  if (!moment) {
    errors.push({ id: 'day', key: 'contacts.error.day' })
    return now.toString()
  }
  if (secondsBetween(now, moment) > clockTolerance.seconds)
    errors.push({ id: 'day', key: 'contacts.error.future' })
  if (localDay(moment) < addDays(localDay(now), -oldestContactDays) && localDay(moment) !== standingDay)
    errors.push({ id: 'day', key: 'contacts.error.too-old' })
  return moment.toString()
}

function isAnswer(lists: ListSnapshot, field: AnswerField, code: string): boolean {
  return lists.answerOptions[field].some((option) => option.code === code)
}
