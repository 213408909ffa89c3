import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { findOnlineRequests, findPublicDesks } from '../../desks/public.ts'
import { findAgreements, findPartners, isInForce } from '../../directory/public.ts'
import { noDeskPage } from '../desk-at-work.page.tsx'
import { type DeskAtWork, findDeskAtWork } from '../desk-at-work.ts'
import { findHoursFrom } from '../find-appointment/find-appointment.query.ts'
import { type DeskOffer, findOffer, findOffers } from '../find-slots/find-slots.query.ts'
import { addOffer, changeOffer, makeAppointmentFeed, offerCallBacks } from './arrange-offers.command.ts'
import { bookableHours, offerFields, offerForm, offerSent } from './arrange-offers.form.ts'
import { arrangeOffersPage, offerPage } from './arrange-offers.page.tsx'

const nameTaken = { offers_name_once: { id: 'name', message: 'appointments.error.name-taken' } } as const

/** What can be booked at a desk, whether one can ask to be called, and the calendar of what is booked. */
export async function showOffers(request: WebRequest): Promise<Reply> {
  return listOf(request, undefined)
}

async function listOf(request: WebRequest, feed: string | undefined, asked?: string): Promise<Reply> {
  const { t, language } = request
  const work = await findDeskAtWork(request, 'referrals.arrange', asked)
  if (!work) return showPage(noDeskPage(t, t('appointments.offers.title')))
  const { scope, desk } = work
  const found = await request.database.read(scope, async (db) => ({
    offers: await findOffers(db, scope, desk.id),
    asks: await findOnlineRequests(db, scope, desk.id),
    shown: (await findPublicDesks(db, scope, [desk.id]))[0],
  }))
  return showPage(
    arrangeOffersPage({ t, language, ...work, ...found, feed, saved: request.query('bewaard') !== '' }),
  )
}

export async function showNewOffer(request: WebRequest): Promise<Reply> {
  const work = await workOf(request, request.query('informatiepunt'))
  const choices = await choicesOf(request, work)
  return showPage(
    offerPage({
      t: request.t,
      ...work,
      choices,
      target: undefined,
      form: offerFields(undefined, choices.hours[0]),
      errors: [],
    }),
  )
}

export async function submitNewOffer(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const work = await workOf(request, form.text('desk'))
  return submit(request, work, form, undefined)
}

export async function showOffer(request: WebRequest): Promise<Reply> {
  const { work, offer } = await offerOf(request)
  const choices = await choicesOf(request, work)
  return showPage(
    offerPage({
      t: request.t,
      ...work,
      choices,
      target: offer.id,
      form: offerFields(offer, undefined),
      errors: [],
    }),
  )
}

export async function submitOffer(request: WebRequest): Promise<Reply> {
  const { work, offer } = await offerOf(request)
  return submit(request, work, await request.form(), offer)
}

async function submit(
  request: WebRequest,
  work: DeskAtWork,
  form: FormFields,
  offer: DeskOffer | undefined,
): Promise<Reply> {
  const { t } = request
  const { scope, desk } = work
  const now = request.clock.now()
  const choices = await choicesOf(request, work, offer)
  const again = (errors: readonly FormError[]): Reply =>
    showAgain(offerPage({ t, ...work, choices, target: offer?.id, form, errors }))
  const parsed = parseForm(
    offerForm(
      choices.hours,
      choices.agreements.map(({ id }) => id),
    ),
    offerSent(form),
    t,
  )
  if (!parsed.ok) return again(parsed.errors)
  try {
    const done = await request.database.write(scope, async (tx) => {
      if (!offer) return Boolean(await addOffer(tx, scope, parsed.value, now))
      const version = versionSent(form)
      return changeOffer(tx, scope, { id: offer.id, version, input: parsed.value }, now)
    })
    return done
      ? seeOther(`/beheer/afspraken?${new URLSearchParams({ informatiepunt: desk.id, bewaard: 'ja' })}`)
      : again([{ message: t('appointments.error.meanwhile') }])
  } catch (error) {
    return again([formErrorOf(error, nameTaken, t)])
  }
}

/** Whether visitors may ask to be called. */
export async function submitCallBacksOffered(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const { scope, desk } = await workOf(request, form.text('desk'))
  await request.database.write(scope, (tx) =>
    offerCallBacks(tx, scope, form.text('offered') === 'yes', request.clock.now()),
  )
  return seeOther(`/beheer/afspraken?${new URLSearchParams({ informatiepunt: desk.id, bewaard: 'ja' })}`)
}

/** Makes the address of the calendar, and shows it this once. */
export async function submitMakeFeed(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const { scope, desk } = await workOf(request, form.text('desk'))
  const { keys } = request
  const token = await request.database.write(scope, (tx) =>
    makeAppointmentFeed(tx, scope, keys, request.clock.now()),
  )
  return listOf(request, `${request.origin}/agenda/${token}`, desk.id)
}

const workOf = async (request: WebRequest, desk: string): Promise<DeskAtWork> =>
  foundOrRefuse(await findDeskAtWork(request, 'referrals.arrange', desk))

async function offerOf(request: WebRequest): Promise<{ work: DeskAtWork; offer: DeskOffer }> {
  const first = await workOf(request, '')
  const offer = foundOrRefuse(
    await request.database.read(first.scope, (db) => findOffer(db, first.scope, request.idParam('offer'))),
  )
  return { offer, work: await workOf(request, offer.deskId) }
}

/** The hours that the desk has or will have, and the agreements on a consultation hour there; what an offer has stays one to choose. */
async function choicesOf(request: WebRequest, { scope, desk }: DeskAtWork, offer?: DeskOffer) {
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const hours = bookableHours(await findHoursFrom(db, scope, desk.id, addDays(today, -1)))
    const own = offer && { kind: offer.hoursKind, label: offer.hoursLabel }
    const agreements = (await findAgreements(db, scope, { libraryId: scope.libraryId })).filter(
      (each) => each.deskId === desk.id && (isInForce(each, today) || each.id === offer?.agreementId),
    )
    const partners = await findPartners(
      db,
      scope,
      agreements.map(({ partnerId }) => partnerId),
    )
    return {
      hours:
        own && !hours.some(({ kind, label }) => kind === own.kind && label === own.label)
          ? [...hours, own]
          : hours,
      agreements: agreements.map(({ id, partnerId, consultationLabel }) => ({
        id,
        name: [partners.find((partner) => partner.id === partnerId)?.name, consultationLabel]
          .filter(Boolean)
          .join(': '),
      })),
    }
  })
}
