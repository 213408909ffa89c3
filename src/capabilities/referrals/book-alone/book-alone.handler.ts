import { openCode } from '../../../platform/auth/links.query.ts'
import { publicScope } from '../../../platform/auth/scope.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { isDay, localDay } from '../../../platform/time/local-time.ts'
import { deskPath, readShownDesk, type ShownDesk } from '../../desks/public.ts'
import { bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { findAppointment } from '../find-appointment/find-appointment.query.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'
import { readSlot } from '../slot-value.ts'
import { type FreeSlot, firstSlotDays } from '../slots.ts'
import { visitorTopics } from '../visitor-topics.ts'
import { readVisitor } from './book-alone.form.ts'
import { bookAlonePage, chooseTimePage, madePage } from './book-alone.page.tsx'

/** So many days stand on one page: enough to choose, few enough to hear. */
const daysOnPage = 4

/** The days and times at which a visitor may come, on the page of a desk. */
export async function showFreeTimes(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const shown = await readShownDesk(request)
  if (!shown.desk.active) return seeOther(voice.link(deskPath(shown.desk)))
  const asked = request.query('vanaf')
  const from = isDay(asked) ? asked : ''
  const { offers, slots } = await readFree(request, shown)
  const days = firstSlotDays(slots, daysOnPage, from)
  return showPage(
    chooseTimePage({
      voice,
      shown,
      offers,
      ...days,
      offered: offers.length > 0,
      firstDays: from === '' || from <= (slots[0]?.day ?? ''),
    }),
  )
}

const readFree = (request: WebRequest, { desk }: ShownDesk) =>
  request.database.read(publicScope, (db) =>
    findFreeSlots(db, publicScope, { deskId: desk.id, booker: 'outside' }, request.clock.now()),
  )

/** The form with the time that was chosen. */
export async function showBookAlone(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const shown = await readShownDesk(request)
  const chosen = request.query('tijd')
  if (!readSlot(chosen, request.clock.now()) || !shown.desk.active)
    return seeOther(voice.link(`${deskPath(shown.desk)}/afspraak`))
  const form = new FormFields([
    ['key', makeBookingKey()],
    ['time', chosen],
  ])
  return showPage(await formPage(request, voice, shown, { form, errors: [] }))
}

/** Books. Sent twice, or loaded again, it shows the same appointment with the same code. */
export async function submitBookAlone(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const shown = await readShownDesk(request)
  if (!shown.desk.active) return refuse('not-found')
  const sent = await request.form()
  const key = readBookingKey(sent.text('key'))
  if (!key) return seeOther(voice.link(`${deskPath(shown.desk)}/afspraak`))
  const now = request.clock.now()
  const chosen = readSlot(sent.text('time'), now)
  const { person, errors } = readVisitor(sent, voice, Number(localDay(now).slice(0, 4)))
  const again = async (instead: readonly FreeSlot[] | undefined, problems: readonly FormError[]) =>
    showAgain(await formPage(request, voice, shown, { form: sent, errors: problems, instead }))
  if (!chosen) {
    const { slots } = await readFree(request, shown)
    return again(slots.slice(0, 10), [
      { id: 'time', message: voice.t('visit.booking.pick-error') },
      ...errors,
    ])
  }
  if (errors.length > 0) return again(undefined, errors)
  const { keys } = request
  const booking = await request.database.write(publicScope, async (tx) => {
    if (!(await mayDoOpenly(tx, publicScope, 'booking', request.address, now))) refuse('too-many-attempts')
    const topics = await visitorTopics(tx, voice, shown, now)
    const topicCode = topics.find(({ code }) => code === sent.text('topic'))?.code
    const made = await bookAppointment(
      tx,
      publicScope,
      keys,
      { key, deskId: shown.desk.id, ...chosen, topicCode, madeBy: 'visitor', person },
      now,
    )
    if (made.ok && !made.again) await rememberOpenAct(tx, publicScope, 'booking', request.address, now)
    return made
  })
  if (!booking.ok) {
    const next = booking.next.length > 0 ? booking.next : (await readFree(request, shown)).slots.slice(0, 10)
    if (next.length === 0) return seeOther(voice.link(`${deskPath(shown.desk)}/afspraak`))
    return again(next, [{ id: 'time', message: voice.t('visit.booking.taken') }])
  }
  const { appointment, topics } = await request.database.read(publicScope, async (db) => ({
    topics: await visitorTopics(db, voice, shown, now),
    appointment: await openCode(
      db,
      publicScope,
      keys,
      { purpose: 'referrals.appointment', code: booking.code },
      now,
    ),
  }))
  const scope = foundOrRefuse(appointment)
  const known = foundOrRefuse(
    await request.database.read(scope, (db) => findAppointment(db, scope, scope.subjectId)),
  )
  return showPage(
    madePage({
      voice,
      shown,
      appointment: known,
      code: booking.code,
      again: booking.again,
      topic: topics.find(({ code }) => code === known.topicCode)?.label,
      host: request.url.host,
    }),
  )
}

async function formPage(
  request: WebRequest,
  voice: PublicVoice,
  shown: ShownDesk,
  state: {
    readonly form: FormFields
    readonly errors: readonly FormError[]
    readonly instead?: readonly FreeSlot[] | undefined
  },
) {
  const now = request.clock.now()
  const topics = await request.database.read(publicScope, (db) => visitorTopics(db, voice, shown, now))
  const startsAt = readSlot(state.form.text('time'), now)?.startsAt
  return bookAlonePage({ voice, shown, topics, startsAt, ...state })
}
