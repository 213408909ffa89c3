import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { moneyAddress, moneyYear } from '../money-year.ts'
import { strikeOutBooking } from './strike-out-booking.command.ts'
import { strikeOutForm, strikeOutSent } from './strike-out-booking.form.ts'
import { strikeOutPage } from './strike-out-booking.page.tsx'

export async function showStrikeOut(request: WebRequest): Promise<Reply> {
  const { page, booking } = await prepare(request)
  return showPage(
    strikeOutPage({ ...page, form: new FormFields([['version', String(booking.version)]]), errors: [] }),
  )
}

export async function submitStrikeOut(request: WebRequest): Promise<Reply> {
  const { money, page, booking } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(strikeOutForm, strikeOutSent(form), request.t)
  if (!parsed.ok) return showAgain(strikeOutPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(money.scope, (tx) =>
    strikeOutBooking(
      tx,
      money.scope,
      { ...booking, version: versionSent(form) },
      parsed.value.reason,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(moneyAddress('', money, { bericht: 'doorgehaald' }))
  const now = await prepare(request)
  const error: FormError =
    outcome === 'signed-meanwhile'
      ? { message: request.t('money.error.signed-meanwhile') }
      : { message: request.t('money.error.strike-out-meanwhile') }
  return {
    kind: 'page',
    status: 409,
    page: strikeOutPage({ ...now.page, form: typedOver(form, now.booking.version), errors: [error] }),
  }
}

async function prepare(request: WebRequest) {
  const money = await moneyYear(request)
  const { scope, municipality, year, facts } = money
  const id = request.idParam('booking')
  const booking = foundOrRefuse(
    facts.bookings.find(
      (each) => each.id === id && each.municipalityCode === municipality.code && each.year === year,
    ),
  )
  const { libraryId } = booking
  const [library] = libraryId
    ? await request.database.read(scope, (db) => findOrganisations(db, scope, [libraryId]))
    : []
  return {
    money,
    booking,
    page: {
      t: request.t,
      language: request.language,
      municipality,
      year,
      booking,
      libraryName: () => library?.name ?? '',
    },
  }
}
