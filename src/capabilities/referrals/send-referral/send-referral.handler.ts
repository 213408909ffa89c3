import { tokenOfCode } from '../../../platform/auth/links.command.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { addressLine, findPublicDesks } from '../../desks/public.ts'
import { askConsentPage } from '../ask-consent/ask-consent.page.tsx'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { consentDays } from '../consent-text.ts'
import { findReferral } from '../find-referral/find-referral.query.ts'
import { referralsPermissions } from '../permissions.ts'
import { prepareReferral } from '../prepare-referral/prepare-referral.query.ts'
import { findConsultationPlaces } from '../propose-help/propose-help.query.ts'
import { slotValue } from '../slot-value.ts'
import { passedOf, visitorFields, visitorSent } from '../visitor-fields.ts'
import { slipPage } from '../visitor-slip/visitor-slip.page.tsx'
import { type NewReferral, PlaceTaken, sendReferral } from './send-referral.command.ts'
import { consentForm, needsContact, wayForm, waySent, waysFor } from './send-referral.form.ts'
import { sendReferralPage } from './send-referral.page.tsx'

const permission = referralsPermissions['referrals.refer']

/** The form of a warm referral: along which way, and who, if the visitor likes to say. */
export async function showSendReferral(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request, {
    deskId: request.query('informatiepunt'),
    topicCode: request.query('onderwerp'),
    followsId: request.query('vervolg'),
  })
  const { page } = prepared
  const agreed = page.offer.agreement?.way
  const [first] = page.places
  const form = new FormFields([
    ['key', makeBookingKey()],
    ['way', agreed && waysFor(page.places).includes(agreed) ? agreed : 'phone'],
    ['place', first ? slotValue(first) : ''],
    ['language', 'nl'],
  ])
  return showPage(sendReferralPage({ ...page, form, errors: [] }))
}

/**
 * Three buttons: 'next' shows what the visitor agrees to, in his language; 'paper' the same to sign; 'send' passes it on. Nothing is
 * kept before that last one.
 */
export async function submitSendReferral(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const key = readBookingKey(form.text('key')) ?? refuse('unsupported-media-type', 'no key')
  const prepared = await prepare(request, {
    deskId: form.text('desk'),
    topicCode: form.text('topic'),
    followsId: form.text('follows'),
  })
  const { page, now, today } = prepared
  const action = form.text('action')
  const way = parseForm(wayForm(page.places, now), waySent(form), request.t)
  const visitor = parseForm(visitorFields(Number(today.slice(0, 4))), visitorSent(form), request.t)
  const wrong = [...(way.ok ? [] : way.errors), ...(visitor.ok ? [] : visitor.errors)]
  if (!way.ok || !visitor.ok || action === 'back')
    return action === 'back' && wrong.length === 0
      ? showPage(sendReferralPage({ ...page, form, errors: [] }))
      : showAgain(sendReferralPage({ ...page, form, errors: wrong }))

  const person = visitor.value
  if (needsContact(way.value.way) && !person.contact) {
    const errors: FormError[] = [{ id: 'contact', message: request.t('referrals.error.contact-needed') }]
    return showAgain(sendReferralPage({ ...page, form, errors }))
  }
  const passed = passedOf(person)
  const asking = {
    ...page,
    form,
    passed,
    voice: voiceOf(person.language),
    validUntil: addDays(today, consentDays),
    today,
    origin: request.origin,
    sendsMail: request.sendsMail,
    mailable: person.contact?.kind === 'email',
  }
  if (action !== 'send')
    return showPage(askConsentPage({ ...asking, onPaper: action === 'paper', errors: [] }))
  const consent = parseForm(consentForm, { consent: form.text('consent') }, request.t)
  if (passed.length > 0 && !consent.ok)
    return showAgain(askConsentPage({ ...asking, onPaper: false, errors: consent.errors }))

  const referral: NewReferral = {
    key,
    desk: page.desk,
    offer: page.offer,
    topicCode: page.topic?.code,
    way: way.value.way,
    person,
    consent: consent.ok ? { givenOn: consent.value.consent } : undefined,
    place: way.value.place,
    followsId: page.followed?.id,
    mailsSlip: request.sendsMail && form.text('mail-slip') === 'yes',
  }
  const made = await send(request, referral, now)
  if (made instanceof PlaceTaken) {
    const again = await prepare(request, {
      deskId: page.desk.id,
      topicCode: page.topic?.code ?? '',
      followsId: page.followed?.id ?? '',
    })
    const errors: FormError[] = [{ id: 'place', message: request.t('referrals.error.place-taken') }]
    return { kind: 'page', status: 409, page: sendReferralPage({ ...again.page, form, errors }) }
  }
  return showPage(
    slipPage({
      t: request.t,
      voice: asking.voice,
      ...made,
      offer: page.offer,
      desk: page.desk,
      way: referral.way,
      appointmentAt: referral.place?.startsAt,
      at: referral.place && page.consultationAt,
      hasContact: person.contact !== undefined,
      address:
        request.origin +
        asking.voice.link(`/mijn-doorverwijzing/${tokenOfCode(request.keys, made.visitorCode)}`),
      shortAddress: request.origin + asking.voice.link('/mijn-doorverwijzing'),
      today,
      mailed: referral.mailsSlip && person.contact?.kind === 'email',
    }),
  )
}

/** Sends it, and closes the one that it follows. A consultation hour may be at another desk of one's own. */
async function send(request: WebRequest, referral: NewReferral, now: Instant) {
  const scope =
    referral.place && referral.offer.agreement?.deskId !== referral.desk.id
      ? request.actor.desksScope(permission)
      : request.actor.deskScope(permission, referral.desk.id)
  try {
    return await request.database.write(scope, async (tx) => {
      const made = await sendReferral(tx, scope, request.keys, referral, now)
      if (referral.followsId)
        await changeReferral(tx, scope, { id: referral.followsId, event: 'send-on', by: 'desk' }, now)
      return made
    })
  } catch (error) {
    if (error instanceof PlaceTaken) return error
    throw error
  }
}

async function prepare(
  request: WebRequest,
  { deskId, topicCode, followsId }: { deskId: string; topicCode: string; followsId: string },
) {
  const scope = request.actor.desksScope(permission)
  const now = request.clock.now()
  const page = await request.database.read(scope, async (db) => {
    const asked = { serviceId: request.idParam('service'), deskId, topicCode, language: request.language }
    const prepared = foundOrRefuse(await prepareReferral(db, scope, asked, now))
    const { agreement } = prepared.offer
    const places = agreement ? await findConsultationPlaces(db, scope, agreement, now) : []
    const [hosting] =
      places.length > 0 && agreement?.deskId ? await findPublicDesks(db, scope, [agreement.deskId]) : []
    return {
      ...prepared,
      places,
      consultationAt: hosting && { name: hosting.name, address: addressLine(hosting) },
      followed: isId(followsId) ? await findReferral(db, scope, followsId) : undefined,
    }
  })
  return { now, today: localDay(now), page: { t: request.t, language: request.language, ...page } }
}
