import { publicScope } from '../../../platform/auth/scope.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { deskPath, findOnlineRequests, readShownDesk, type ShownDesk } from '../../desks/public.ts'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { suggestCallTime } from '../call-time.ts'
import { visitorTopics } from '../visitor-topics.ts'
import { askCallBack } from './ask-call-back.command.ts'
import { leastNoticeMinutes, readCallWish } from './ask-call-back.form.ts'
import { askCallBackPage, callBackMadePage } from './ask-call-back.page.tsx'

/** A visitor asks to be called, on the page of a desk. */
export async function showAskCallBack(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const shown = await readShownDesk(request)
  if (!shown.desk.active) return seeOther(voice.link(deskPath(shown.desk)))
  const form = new FormFields([
    ['key', makeBookingKey()],
    ['suits', 'any'],
  ])
  return showPage(await formPage(request, voice, shown, form, []))
}

export async function submitAskCallBack(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const shown = await readShownDesk(request)
  const { keys } = request
  const now = request.clock.now()
  const form = await request.form()
  const key = readBookingKey(form.text('key'))
  if (!shown.desk.active || !key) return seeOther(voice.link(`${deskPath(shown.desk)}/bel-mij-terug`))
  const { wish, errors } = readCallWish(form, voice, Number(localDay(now).slice(0, 4)))
  if (!wish) return showAgain(await formPage(request, voice, shown, form, errors))
  const plannedAt = suggestCallTime(shown.hours, wish.suits, now.add({ minutes: leastNoticeMinutes }))
  const made = await request.database.write(publicScope, async (tx) => {
    if (!(await isOffered(tx, shown))) refuse('not-found')
    if (!(await mayDoOpenly(tx, publicScope, 'booking', request.address, now))) refuse('too-many-attempts')
    const topics = await visitorTopics(tx, voice, shown, now)
    const asked = await askCallBack(
      tx,
      publicScope,
      keys,
      {
        key,
        deskId: shown.desk.id,
        libraryId: shown.desk.libraryId,
        topicCode: topics.find(({ code }) => code === form.text('topic'))?.code,
        suits: wish.suits,
        plannedAt,
        madeBy: 'visitor',
        person: wish.person,
      },
      now,
    )
    if (!asked.again) await rememberOpenAct(tx, publicScope, 'booking', request.address, now)
    return asked
  })
  return showPage(callBackMadePage({ voice, shown, code: made.code, plannedAt, host: request.url.host }))
}

const isOffered = async (db: ReadHandle, { desk }: ShownDesk): Promise<boolean> =>
  (await findOnlineRequests(db, publicScope, desk.id)).callBacks

async function formPage(
  request: WebRequest,
  voice: PublicVoice,
  shown: ShownDesk,
  form: FormFields,
  errors: readonly FormError[],
) {
  const found = await request.database.read(publicScope, async (db) => ({
    offered: await isOffered(db, shown),
    topics: await visitorTopics(db, voice, shown, request.clock.now()),
  }))
  return askCallBackPage({ voice, shown, form, errors, ...found })
}
