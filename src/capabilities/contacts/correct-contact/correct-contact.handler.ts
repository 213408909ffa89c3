import { refuse } from '../../../platform/errors/refusals.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Page, type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { readListsOfAllDays, withValues } from '../../lists/public.ts'
import { topicsUpFront } from '../common-topics.ts'
import { type SaidError, sayErrors } from '../field-error.ts'
import { contactsPermissions } from '../permissions.ts'
import { readStoredContact, type StoredContact } from '../read-contact/read-contact.query.ts'
import { readDeskForm } from '../read-desk-form/read-desk-form.query.ts'
import { contactId, readContact } from '../register-contact/register-contact.form.ts'
import { mostUsedTopics } from '../register-contact/register-contact.query.ts'
import { withQuestions } from '../without-script.ts'
import { correctContact } from './correct-contact.command.ts'
import { fieldsOf, keepMoment } from './correct-contact.form.ts'
import { correctContactPage, fixedContactPage } from './correct-contact.page.tsx'

const permission = contactsPermissions['contacts.register']

/** The form of a contact that was saved, filled in with what it says. */
export async function showCorrectContact(request: WebRequest): Promise<Reply> {
  const stored = await readOwn(request)
  if (stored.deleted) return showPage(fixedContactPage(request.t, 'already'))
  if (!mayChange(request, stored)) return showPage(fixedContactPage(request.t, 'not-yours'))
  if (!stored.changeable) return showPage(fixedContactPage(request.t, 'term-over'))
  return showPage(await formPage(request, stored, new FormFields(fieldsOf(stored)), []))
}

export async function submitCorrectContact(request: WebRequest): Promise<Reply> {
  const stored = await readOwn(request)
  const sent = await request.form()
  const action = sent.text('action')
  const fields = withQuestions(sent, action)
  if (action === 'add-question' || action.startsWith('remove-question-'))
    return showPage(await formPage(request, stored, fields, []))

  const now = request.clock.now()
  const data = await readData(request, stored)
  const parsed = readContact(keepMoment(fields, stored), {
    ...data,
    municipalityCodes: new Set(data.municipalities.map(({ code }) => code)),
    now,
    standingDay: stored.occurredOn,
  })
  if (!parsed.ok)
    return showAgain(await formPage(request, stored, fields, sayErrors(parsed.errors, request.t)))

  const scope = request.actor.deskScope(permission, stored.deskId)
  const change = {
    contactId: stored.id,
    content: parsed.value,
    oversees: oversees(request, stored),
    revision: versionSent(sent, 'revision'),
  }
  const outcome = await request.database.write(scope, (tx) => correctContact(tx, scope, change, now))
  if (outcome.ok) return seeOther('/balie/registraties?gewijzigd=gewijzigd')
  if (outcome.reason !== 'changed-meanwhile')
    return { kind: 'page', status: 409, page: fixedContactPage(request.t, outcome.reason) }
  // What was typed stays in the form; the revision is the new one, so that saving again is a choice.
  const latest = await readOwn(request)
  const entries = fields.entries().filter(([name]) => name !== 'revision')
  const page = await formPage(
    request,
    latest,
    new FormFields([...entries, ['revision', String(latest.revision)]]),
    [{ id: 'contact', message: request.t('contacts.change.changed-meanwhile') }],
  )
  return { kind: 'page', status: 409, page }
}

async function readOwn(request: WebRequest): Promise<StoredContact> {
  const id = contactId.safeParse(request.param('id'))
  const scope = request.actor.desksScope(permission)
  const stored = id.success
    ? await request.database.read(scope, (db) => readStoredContact(db, scope, id.data, request.clock.now()))
    : undefined
  return stored && stored.countedAs !== 'tally' ? stored : refuse('not-found')
}

const oversees = (request: WebRequest, stored: StoredContact): boolean =>
  request.actor.desksFor(contactsPermissions['contacts.oversee']).includes(stored.deskId)

const mayChange = (request: WebRequest, stored: StoredContact): boolean =>
  stored.authorAccountId === request.actor.accountId || oversees(request, stored)

/** The lists and the form of the day of the contact, so that what was valid then can be kept. */
async function readData(request: WebRequest, stored: StoredContact) {
  const scope = request.actor.desksScope(permission)
  const wish = {
    actor: request.actor,
    deskId: stored.deskId,
    day: stored.occurredOn,
    language: request.language,
  }
  const { data, all } = await request.database.read(scope, async (db) => ({
    data: (await readDeskForm(db, scope, wish)) ?? refuse('not-found'),
    all: await readListsOfAllDays(db, scope, { libraryId: stored.libraryId }),
  }))
  // What was given to it later, or by a recoding, may not count on its day.
  const { questions, help } = stored.content
  const lists = withValues(data.lists, all, [
    ...questions.map(({ topicCode, localCode }) => localCode ?? topicCode),
    ...help.flatMap(({ code, localCodes = [] }) => [code, ...localCodes]),
  ])
  const form = data.lists.forms.find(({ code }) => code === stored.content.formCode) ?? data.form
  // The place where it was may have been closed since, and stays the place where it was.
  const { placeId, municipalityCode } = stored.content
  const closed = placeId && !data.desk.places.some(({ id }) => id === placeId)
  const places = closed
    ? [
        ...data.desk.places,
        { id: placeId, name: request.t('contacts.correct.closed-place'), municipalityCode },
      ]
    : data.desk.places
  const desk = { ...data.desk, places }
  // A contact stays at its desk: only the desk's own people may change it.
  return { ...data, lists, desk, desks: [desk], form }
}

async function formPage(
  request: WebRequest,
  stored: StoredContact,
  fields: FormFields,
  errors: readonly SaidError[],
): Promise<Page> {
  const data = await readData(request, stored)
  const scope = request.actor.desksScope(permission)
  const mostUsed = await request.database.read(scope, (db) => mostUsedTopics(db, scope, request.clock.now()))
  const valid = new Set(data.lists.topics.map(({ code }) => code))
  const upFront = new Map([[stored.deskId, topicsUpFront(mostUsed.get(stored.deskId) ?? [], valid)]])
  return correctContactPage({ t: request.t, data, fields, errors, upFront, id: stored.id })
}
