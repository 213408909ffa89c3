import { uuidv7 } from 'uuidv7'
import { refuse } from '../../../platform/errors/refusals.ts'
import { makeCookie } from '../../../platform/http/cookies.ts'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { isDay, localDay } from '../../../platform/time/local-time.ts'
import { findRunningNotices } from '../../notices/public.ts'
import { topicsUpFront } from '../common-topics.ts'
import { conflictPage } from '../contact-conflict.page.tsx'
import type { ContactPage } from '../contact-form.page.tsx'
import { channelCookie, deskCookie, placeCookie, rememberedForSeconds } from '../desk-cookies.ts'
import { sayErrors } from '../field-error.ts'
import { contactsPermissions } from '../permissions.ts'
import { type DeskForm, dayOfContact, readDeskForm } from '../read-desk-form/read-desk-form.query.ts'
import { replaceFields, withQuestions } from '../without-script.ts'
import { registerContact } from './register-contact.command.ts'
import { contactId, readContact, sentAs, siblingId } from './register-contact.form.ts'
import { noDeskPage, registerContactPage } from './register-contact.page.tsx'
import { countContactsOn, mostUsedTopics, topicsOfContact } from './register-contact.query.ts'

const permission = contactsPermissions['contacts.register']

/** The form, empty, at the desk and in the way of the last time. */
export async function showRegisterContact(request: WebRequest): Promise<Reply> {
  const state = await emptyContactPage(request)
  return state ? showPage(registerContactPage(state)) : showPage(noDeskPage(request.t))
}

/**
 * Saves the contact. Without script the same form comes back for 'another question' and for a question taken away;
 * nothing is stored for those.
 */
export async function submitRegisterContact(request: WebRequest): Promise<Reply> {
  const sent = await request.form()
  const action = sent.text('action')
  const fields =
    action === 'save-as-new' ? replaceFields(sent, { id: siblingId(sent) }) : withQuestions(sent, action)
  if (action === 'add-question' || action.startsWith('remove-question-'))
    return showPage(registerContactPage(await sentPage(request, fields)))

  const data = await readSentForm(request, fields)
  const now = request.clock.now()
  const id = contactId.safeParse(fields.text('id'))
  if (!id.success) refuse('unsupported-media-type', 'no contact id')
  const parsed = readContact(fields, {
    ...data,
    municipalityCodes: new Set(data.municipalities.map(({ code }) => code)),
    now,
  })
  if (!parsed.ok)
    return showAgain(
      registerContactPage({
        ...(await sentPage(request, fields)),
        errors: sayErrors(parsed.errors, request.t),
      }),
    )

  const scope = request.actor.deskScope(permission, data.desk.id)
  const registration = {
    id: id.data,
    content: parsed.value,
    sent: sentAs(fields),
    authorAccountId: scope.accountId,
  }
  const outcome = await request.database.write(scope, (tx) => registerContact(tx, scope, registration, now))
  if (!outcome.ok)
    return { kind: 'page', status: 409, page: conflictPage({ t: request.t, fields, id: id.data }) }
  return seeOther(`/balie?opgeslagen=${id.data}`, rememberWhere(request, fields))
}

/** A form without answers yet, with what is known from the last time: the desk, its place, the way. */
export function emptyContactPage(request: WebRequest): Promise<ContactPage | undefined> {
  const fields = new FormFields([
    ['id', uuidv7()],
    ['occurred-at', request.clock.now().toString()],
    ['channel', request.cookies[channelCookie] ?? ''],
    ['place', request.cookies[placeCookie] ?? ''],
  ])
  return contactPage(request, fields, request.query('informatiepunt') || request.cookies[deskCookie])
}

/** The form that was sent, to be shown again. Somebody else's desk is refused. */
export async function sentPage(request: WebRequest, fields: FormFields): Promise<ContactPage> {
  return (await contactPage(request, fields, fields.text('desk'))) ?? refuse('not-allowed')
}

/**
 * The desk of a form that was sent, with the lists and the form that count there: all that is needed to save it.
 * Somebody else's desk is refused.
 */
export async function readSentForm(request: WebRequest, fields: FormFields): Promise<DeskForm> {
  const { actor, language } = request
  const scope = actor.desksScope(permission)
  // Who has one desk is not asked which.
  const deskId = fields.text('desk') || undefined
  if (deskId ? !scope.deskIds.includes(deskId) : scope.deskIds.length > 1) refuse('not-allowed')
  const wish = { actor, deskId, day: dayOf(request, fields), language }
  return (await request.database.read(scope, (db) => readDeskForm(db, scope, wish))) ?? refuse('not-allowed')
}

/** The day of the contact as the form says it, whose lists count. */
function dayOf(request: WebRequest, fields: FormFields): string {
  const filledIn = optionalDaySent(fields, 'day')
  return dayOfContact(fields.text('occurred-at'), isDay(filledIn) ? filledIn : '', request.clock.now())
}

/** What the page needs beside the fields themselves. Undefined for who has no such desk. */
export async function contactPage(
  request: WebRequest,
  fields: FormFields,
  deskId: string | undefined,
): Promise<ContactPage | undefined> {
  const { actor, language, t } = request
  const now = request.clock.now()
  const scope = actor.desksScope(permission)
  const day = dayOf(request, fields)
  const savedId = contactId.safeParse(request.query('opgeslagen'))
  return request.database.read(scope, async (db) => {
    const wanted = deskId && scope.deskIds.includes(deskId) ? deskId : undefined
    // Somebody else's desk in the form is refused; in an old cookie it is just forgotten.
    if (fields.has('desk') && !wanted) return undefined
    const data = await readDeskForm(db, scope, { actor, deskId: wanted, day, language })
    if (!data) return undefined
    const valid = new Set(data.lists.topics.map((topic) => topic.code))
    const mostUsed = await mostUsedTopics(db, scope, now)
    const counts = await countContactsOn(db, scope, localDay(now))
    const saved = savedId.success ? await topicsOfContact(db, scope, savedId.data) : undefined
    return {
      t,
      language,
      data,
      fields,
      errors: [],
      upFront: new Map(
        data.desks.map((desk) => [desk.id, topicsUpFront(mostUsed.get(desk.id) ?? [], valid)]),
      ),
      today: counts.get(data.desk.id) ?? 0,
      saved: saved && savedId.success ? { id: savedId.data, topics: saved } : undefined,
      undone: request.query('ongedaan') !== '',
      notices: await findRunningNotices(db, scope, localDay(now)),
    }
  })
}

/** Cookies with the desk, the way and the place of this form, for the next one. */
export function rememberWhere(request: WebRequest, fields: FormFields): string[] {
  const options = { secure: request.secure, maxAgeSeconds: rememberedForSeconds, readableByScript: true }
  return [
    makeCookie(deskCookie, fields.text('desk'), options),
    makeCookie(channelCookie, fields.text('channel'), options),
    makeCookie(placeCookie, fields.text('place'), options),
  ]
}
