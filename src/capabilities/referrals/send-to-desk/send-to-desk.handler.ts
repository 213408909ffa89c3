import { publicScope } from '../../../platform/auth/scope.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readShownDesk } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'
import { referralsPermissions } from '../permissions.ts'
import { type Sent, sendToDesk } from './send-to-desk.command.ts'
import { readSending } from './send-to-desk.form.ts'
import { type SendingPage, sendingPage, sentPage } from './send-to-desk.page.tsx'
import { findSender } from './send-to-desk.query.ts'

/** For who signed in, in the screens of partners. */
export const showSending = async (request: WebRequest): Promise<Reply> =>
  showPage(sendingPage(await prepare(request, true)))
export const submitSending = (request: WebRequest): Promise<Reply> => submit(request, true)

/** For everybody who has somebody at the counter or on the line, without an account. */
export const showOpenSending = async (request: WebRequest): Promise<Reply> =>
  showPage(sendingPage(await prepare(request, false)))
export const submitOpenSending = (request: WebRequest): Promise<Reply> => submit(request, false)

async function submit(request: WebRequest, known: boolean): Promise<Reply> {
  const { database, clock, keys, t } = request
  const now = clock.now()
  const page = await prepare(request, known)
  const form = await request.form()
  const again = (errors: readonly FormError[]): Reply => showAgain(sendingPage({ ...page, form, errors }))
  const key = readBookingKey(form.text('key'))
  if (!key) return again([{ message: t('senders.error.form') }])
  const read = readSending(
    form,
    {
      now,
      known,
      topics: new Set(page.topics.map(({ code }) => code)),
    },
    t,
  )
  if (!read.ok) return again(read.errors)
  const { slot, topic, sender, person } = read.value
  const scope = known ? request.actor.partnerScope(referralsPermissions['referrals.send']) : publicScope
  if (!known) {
    const may = await database.keep(publicScope, async (tx) => {
      const free = await mayDoOpenly(tx, publicScope, 'booking', request.address, now)
      if (free) await rememberOpenAct(tx, publicScope, 'booking', request.address, now)
      return free
    })
    if (!may) refuse('too-many-attempts')
  }
  const sent: Sent = await sendToDesk(
    (work) => database.write(scope, work),
    scope,
    keys,
    {
      key,
      desk: page.shown.desk,
      sender: page.sender ?? { ...(sender ?? refuse('not-found')), organisationId: null },
      topicCode: topic,
      slot,
      person,
    },
    now,
  )
  if (sent.ok)
    return showPage(
      sentPage({
        ...page,
        sent,
        topic: page.topics.find(({ code }) => code === topic)?.label,
        voice: voiceOf(form.text('language')),
      }),
    )
  const fresh = await prepare(request, known)
  return showAgain(
    sendingPage({
      ...fresh,
      form,
      errors: [
        { id: 'when', message: t(sent.next.length > 0 ? 'senders.error.taken' : 'senders.error.full') },
      ],
    }),
  )
}

async function prepare(request: WebRequest, known: boolean): Promise<SendingPage> {
  const { database, clock, language, t } = request
  const now = clock.now()
  const shown = await readShownDesk(request)
  if (!shown.desk.active) refuse('not-found')
  const { slots } = await database.read(publicScope, (db) =>
    findFreeSlots(db, publicScope, { deskId: shown.desk.id, booker: 'outside' }, now),
  )
  const { topics } = await database.read(publicScope, (db) =>
    readLists(db, publicScope, localDay(now), language),
  )
  const scope = known ? request.actor.partnerScope(referralsPermissions['referrals.send']) : undefined
  return {
    t,
    language,
    known,
    shown,
    slots,
    topics,
    sender: scope && (await database.read(scope, (db) => findSender(db, scope))),
    today: localDay(now),
    all: request.query('tijden') === 'alle',
    origin: request.origin,
    form: new FormFields([['key', makeBookingKey()]]),
    errors: [],
  }
}
