import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readBookingKey } from '../booking-key.ts'
import { referralsPermissions } from '../permissions.ts'
import { prepareReferral } from '../prepare-referral/prepare-referral.query.ts'
import { leafletLines, leafletText } from '../service-leaflet.page.tsx'
import { readContact } from '../visitor-fields.ts'
import { giveLeaflet, mailLeaflet } from './give-leaflet.command.ts'
import { giveLeafletPage } from './give-leaflet.page.tsx'

const permission = referralsPermissions['referrals.refer']

/** Counts the leaflet and shows it, to print or to send. */
export async function submitGiveLeaflet(request: WebRequest): Promise<Reply> {
  const { page } = await give(request)
  return showPage(giveLeafletPage({ ...page, problem: undefined, mailed: undefined }))
}

/** The same leaflet in another language, and by mail to an address that is used once. */
export async function submitMailLeaflet(request: WebRequest): Promise<Reply> {
  const { page, id, scope, now, prepared } = await give(request)
  const form = await request.form()
  if (form.text('action') !== 'mail')
    return showPage(giveLeafletPage({ ...page, problem: undefined, mailed: undefined }))
  const contact = readContact(form.text('email'))
  if (contact?.kind !== 'email')
    return showAgain(
      giveLeafletPage({ ...page, problem: request.t('referrals.leaflet.error.email'), mailed: undefined }),
    )
  const { voice, lines } = page
  const partner = prepared.offer.partner.name
  const outcome = await request.database.write(scope, (tx) =>
    mailLeaflet(
      tx,
      scope,
      request.keys,
      {
        id,
        libraryId: prepared.desk.libraryId,
        deskName: prepared.desk.name,
        email: contact.value,
        language: voice.language,
        subject: voice.t('visit.mail-referral.leaflet', { partner }),
        body: [
          voice.t('visit.mail-referral.hello'),
          prepared.offer.service.name,
          partner,
          leafletText(lines),
          voice.t('visit.mail-referral.from', { desk: prepared.desk.name }),
        ].join('\n\n'),
      },
      now,
    ),
  )
  return showPage(giveLeafletPage({ ...page, problem: undefined, mailed: outcome }))
}

async function give(request: WebRequest) {
  const form = await request.form()
  const now = request.clock.now()
  const key = readBookingKey(form.text('key')) ?? refuse('unsupported-media-type', 'no key')
  const desks = request.actor.desksScope(permission)
  const prepared = foundOrRefuse(
    await request.database.read(desks, (db) =>
      prepareReferral(
        db,
        desks,
        {
          serviceId: request.idParam('service'),
          deskId: form.text('desk'),
          topicCode: form.text('topic'),
          language: request.language,
        },
        now,
      ),
    ),
  )
  const { desk, offer, topic } = prepared
  const scope = request.actor.deskScope(permission, desk.id)
  const { id } = await request.database.write(scope, (tx) =>
    giveLeaflet(tx, scope, { key, desk, offer, topicCode: topic?.code }, now),
  )
  const voice = voiceOf(form.text('language') || 'nl')
  const today = localDay(now)
  const page = {
    t: request.t,
    voice,
    offer,
    desk,
    topicCode: topic?.code ?? '',
    today,
    key,
    email: form.text('email'),
    sendsMail: request.sendsMail,
    origin: request.origin,
    lines: leafletLines(offer, voice, today),
  }
  return { page, id, scope, now, prepared }
}
