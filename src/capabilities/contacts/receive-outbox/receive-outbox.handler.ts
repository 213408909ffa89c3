import { z } from 'zod'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import { Refusal } from '../../../platform/errors/refusals.ts'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { json, type Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { parseInstant } from '../../../platform/time/local-time.ts'
import { isColleague } from '../../people/public.ts'
import { checkMoment } from '../clock-check.ts'
import { deleteContact } from '../delete-contact/delete-contact.command.ts'
import { enterTally } from '../enter-tally/enter-tally.command.ts'
import { readTally } from '../enter-tally/enter-tally.form.ts'
import { type FieldError, sayErrors } from '../field-error.ts'
import { contactsPermissions } from '../permissions.ts'
import { type DeskForm, dayOfContact, readDeskForm } from '../read-desk-form/read-desk-form.query.ts'
import { recordQuietHour } from '../record-quiet-hour/record-quiet-hour.command.ts'
import { readQuietHour } from '../record-quiet-hour/record-quiet-hour.form.ts'
import { type RegisterOutcome, registerContact } from '../register-contact/register-contact.command.ts'
import { readContact, sentAs } from '../register-contact/register-contact.form.ts'
import { replaceFields } from '../without-script.ts'
import { type ItemResult, type OutboxItem, outboxBatch } from './receive-outbox.form.ts'

type Outcome = Pick<ItemResult, 'outcome'> & { readonly errors?: readonly FieldError[] }

/**
 * Takes in what a device kept while it had no network. Each item is a transaction of its own with an answer of its
 * own: one that is refused does not hold up the others, and what was accepted stays so when the answer gets lost.
 */
export async function receiveOutbox(request: WebRequest): Promise<Reply> {
  const batch = outboxBatch.safeParse(await request.json())
  if (!batch.success) return json({ error: 'unsupported-media-type' }, 400)
  const results: ItemResult[] = []
  for (const item of batch.data.items) {
    const { outcome, errors = [] } = await receive(request, item, batch.data.sentAt).catch(
      (error: unknown): Outcome => {
        if (error instanceof Refusal) {
          // A database that is away is the matter of the whole batch: the device keeps everything and comes back.
          if (error.reason === 'not-allowed') return { outcome: 'not-allowed' }
          throw error
        }
        request.log.error({ item: item.id, error: (error as Error).stack })
        return { outcome: 'failed' }
      },
    )
    results.push({ id: item.id, outcome, errors: sayErrors(errors, request.t) })
  }
  return json({ receivedAt: request.clock.now().toString(), results })
}

async function receive(request: WebRequest, item: OutboxItem, sentAt: string): Promise<Outcome> {
  const scope = request.actor.deskScope(contactsPermissions['contacts.register'], item.desk)
  // Whoever works at the desk may send what a colleague left there, in the colleague's name.
  const known =
    item.author === scope.accountId ||
    (await request.database.read(scope, (db) => isColleague(db, scope, item.author, scope.libraryId)))
  if (!known) return { outcome: 'not-allowed' }
  switch (item.kind) {
    case 'contact':
      return receiveContact(request, scope, item, sentAt)
    case 'deletion':
      return receiveDeletion(request, scope, item)
    case 'tally':
      return receiveTally(request, scope, item)
    case 'quiet-hour':
      return receiveQuietHour(request, scope, item)
  }
}

async function receiveContact(
  request: WebRequest,
  scope: DeskScope,
  item: OutboxItem,
  sentAt: string,
): Promise<Outcome> {
  const now = request.clock.now()
  const sent = new FormFields(item.fields)
  // The device's clock is put right before anything is made of its moment; a day that somebody typed is left alone.
  const noted = parseInstant(sent.text('occurred-at'))
  const checked = checkMoment(noted ?? now, parseInstant(sentAt), now)
  const fields = noted ? replaceFields(sent, { 'occurred-at': checked.moment.toString() }) : sent
  const data = await readItemForm(
    request,
    item,
    dayOfContact(fields.text('occurred-at'), optionalDaySent(fields, 'day'), now),
  )
  if (!data) return { outcome: 'not-allowed' }
  const municipalityCodes = new Set(data.municipalities.map(({ code }) => code))
  const parsed = readContact(fields, { ...data, municipalityCodes, now })
  if (!parsed.ok) return { outcome: 'refused', errors: parsed.errors }
  const registration = {
    id: item.id,
    content: parsed.value,
    sent: sentAs(sent),
    authorAccountId: item.author,
    clockAheadSeconds: checked.clockAheadSeconds,
  }
  return accepted(await request.database.write(scope, (tx) => registerContact(tx, scope, registration, now)))
}

/** The lists and the form that count for an item, at its desk on its day. */
function readItemForm(request: WebRequest, item: OutboxItem, day: string): Promise<DeskForm | undefined> {
  const { actor, language } = request
  const desks = actor.desksScope(contactsPermissions['contacts.register'])
  return request.database.read(desks, (db) =>
    readDeskForm(db, desks, { actor, deskId: item.desk, day, language }),
  )
}

async function receiveDeletion(request: WebRequest, scope: DeskScope, item: OutboxItem): Promise<Outcome> {
  const contactId = new FormFields(item.fields).text('contact')
  if (!z.uuid().safeParse(contactId).success)
    return { outcome: 'refused', errors: [{ id: 'contact', key: 'contacts.change.not-found' }] }
  const oversees = request.actor.desksFor(contactsPermissions['contacts.oversee']).includes(item.desk)
  const outcome = await request.database.write(scope, (tx) =>
    deleteContact(tx, scope, { contactId, oversees }, request.clock.now()),
  )
  if (outcome.ok || outcome.reason === 'already') return { outcome: 'accepted' }
  // What a colleague took back waits until the colleague signs in: the name in an item is only what the device says.
  if (outcome.reason === 'not-yours' && item.author !== scope.accountId) return { outcome: 'not-allowed' }
  return { outcome: 'refused', errors: [{ id: 'contact', key: `contacts.change.${outcome.reason}` }] }
}

async function receiveTally(request: WebRequest, scope: DeskScope, item: OutboxItem): Promise<Outcome> {
  const now = request.clock.now()
  const fields = new FormFields(item.fields)
  const data = await readItemForm(request, item, dayOfContact('', optionalDaySent(fields, 'day'), now))
  if (!data) return { outcome: 'not-allowed' }
  const parsed = readTally(fields, { lists: data.lists, now })
  if (!parsed.ok) return { outcome: 'refused', errors: parsed.errors }
  const entered = {
    id: item.id,
    tally: parsed.value,
    formCode: data.form.code,
    municipalityCode: data.desk.municipalityCode,
    authorAccountId: item.author,
  }
  return accepted(await request.database.write(scope, (tx) => enterTally(tx, scope, entered, now)))
}

async function receiveQuietHour(request: WebRequest, scope: DeskScope, item: OutboxItem): Promise<Outcome> {
  const now = request.clock.now()
  const parsed = readQuietHour(new FormFields(item.fields), now)
  if (!parsed.ok) return { outcome: 'refused', errors: parsed.errors }
  const observed = { id: item.id, quietHour: parsed.value, authorAccountId: item.author }
  const outcome = await request.database.write(scope, (tx) => recordQuietHour(tx, scope, observed, now))
  if (!outcome.ok && outcome.reason === 'has-contacts') {
    return { outcome: 'refused', errors: [{ id: 'hour', key: 'contacts.quiet.has-contacts' }] }
  }
  return { outcome: outcome.ok ? 'accepted' : 'conflict' }
}

const accepted = (outcome: RegisterOutcome): Outcome => ({ outcome: outcome.ok ? 'accepted' : 'conflict' })
