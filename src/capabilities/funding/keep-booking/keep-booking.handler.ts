import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import {
  findLibrariesWorkingIn,
  findOrganisations,
  findOrganisationsOfKinds,
} from '../../organisations/public.ts'
import { type Booking, excessOf, openOfCommitment, purposes } from '../booking.ts'
import { findDocuments } from '../keep-document/keep-document.query.ts'
import { type MoneyYear, moneyAddress, moneyYear, yearToKeep } from '../money-year.ts'
import { findWithdrawnBookings } from '../share-cost/share-cost.query.ts'
import { addBooking, type BookedOutcome, changeBooking } from './keep-booking.command.ts'
import { type BookingFacts, bookingFields, bookingForm, bookingSent, sentId } from './keep-booking.form.ts'
import { type BookingPage, bookingPage } from './keep-booking.page.tsx'

export async function showAddBooking(request: WebRequest): Promise<Reply> {
  const { page, money } = await prepare(request, await yearToKeep(request))
  const kind = request.query('soort')
  const commitment = money.facts.bookings.find(({ id }) => id === request.query('toezegging'))
  const form = new FormFields([
    ['id', uuidv7()],
    ['kind', commitment ? 'spending' : kind],
    ['purpose', commitment?.purpose ?? purposes.find((each) => each === request.query('doel')) ?? ''],
    ['commitment', commitment?.id ?? ''],
    ['library', commitment?.libraryId ?? ''],
    ...(money.today.startsWith(`${money.year}-`) ? dayFields('day', money.today) : []),
  ])
  return showPage(bookingPage({ ...page, form, errors: [] }))
}

export async function submitAddBooking(request: WebRequest): Promise<Reply> {
  const { page, money } = await prepare(request, await yearToKeep(request))
  const form = await request.form()
  const read = readBooking(request, money, page, form)
  if ('again' in read) return read.again
  const id = sentId(form) ?? uuidv7()
  const outcome = await request.database.write(money.scope, (tx) =>
    addBooking(
      tx,
      money.scope,
      { id, municipalityCode: money.municipality.code, year: money.year, ...read.facts },
      request.clock.now(),
    ),
  )
  return sayOutcome(request, outcome, id, form)
}

export async function showBooking(request: WebRequest): Promise<Reply> {
  const { page, booking } = await prepareBooking(request)
  return showPage(
    bookingPage({
      ...page,
      booking,
      form: new FormFields(bookingFields(booking)),
      errors: [],
      message: (['bewaard', 'al', 'stuk', 'weg'] as const).find((each) => each === request.query('bericht')),
    }),
  )
}

export async function submitBooking(request: WebRequest): Promise<Reply> {
  const { page, money, booking } = await prepareBooking(request, await yearToKeep(request))
  const form = await request.form()
  const read = readBooking(request, money, { ...page, booking }, form)
  if ('again' in read) return read.again
  const outcome = await request.database.write(money.scope, (tx) =>
    changeBooking(
      tx,
      money.scope,
      { ...booking, version: versionSent(form) },
      read.facts,
      request.clock.now(),
    ),
  )
  return sayOutcome(request, outcome, booking.id, form)
}

type Prepared = Omit<BookingPage, 'form' | 'errors' | 'booking'>

/** What was typed as a booking; or the page again, with what is wrong or what one should know first. */
function readBooking(
  request: WebRequest,
  { year, account, facts, municipality }: MoneyYear,
  page: Prepared & Pick<BookingPage, 'booking'>,
  form: FormFields,
): { facts: BookingFacts } | { again: Reply } {
  const bookings = facts.bookings.filter(
    (each) => each.municipalityCode === municipality.code && each.year === year,
  )
  const isPaidOn = bookings.some(
    ({ commitmentId, isStruckOut }) => page.booking && commitmentId === page.booking.id && !isStruckOut,
  )
  const parsed = parseForm(
    bookingForm({
      year,
      libraryIds: new Set([...page.libraries.here, ...page.libraries.elsewhere].map(({ id }) => id)),
      commitments: new Map(
        page.commitments
          .filter(({ id }) => id !== page.booking?.id)
          .map(({ id, purpose }): [string, Booking['purpose']] => [id, purpose]),
      ),
      paidOn: isPaidOn ? page.booking?.purpose : undefined,
      isSigned: account.signed !== undefined,
    }),
    bookingSent(form),
    request.t,
  )
  if (!parsed.ok) return { again: showAgain(bookingPage({ ...page, form, errors: parsed.errors })) }
  const excess = excessOf({ id: page.booking?.id ?? '', ...parsed.value }, bookings)
  const isTold = form.text('anyway') === String(parsed.value.amountCents)
  if ((excess.commitmentCents > 0 || excess.budgetCents > 0) && !isTold)
    return {
      again: showAgain(
        bookingPage({
          ...page,
          form,
          errors: [],
          excess: { ...excess, amountCents: parsed.value.amountCents },
        }),
      ),
    }
  return { facts: parsed.value }
}

async function sayOutcome(
  request: WebRequest,
  outcome: BookedOutcome,
  id: string,
  form: FormFields,
): Promise<Reply> {
  const again = (errors: readonly FormError[], page: BookingPage): Reply => ({
    kind: 'page',
    status: 409,
    page: bookingPage({ ...page, errors }),
  })
  switch (outcome) {
    case 'kept':
    case 'known': {
      const { page } = await prepare(request, await moneyYear(request))
      return seeOther(
        moneyAddress(`/boeking/${id}`, page, { bericht: outcome === 'kept' ? 'bewaard' : 'al' }),
      )
    }
    case 'signed-meanwhile': {
      const { page } = await prepare(request, await moneyYear(request))
      return again([{ id: 'reason', message: request.t('money.error.signed-meanwhile') }], {
        ...page,
        form,
        errors: [],
      })
    }
    case 'changed-meanwhile': {
      const { page, booking } = await prepareBooking(request)
      return again([{ id: 'meanwhile', message: request.t('money.error.meanwhile') }], {
        ...page,
        booking,
        stored: booking,
        form: typedOver(form, booking.version),
        errors: [],
      })
    }
  }
}

async function prepare(request: WebRequest, money: MoneyYear): Promise<{ money: MoneyYear; page: Prepared }> {
  const { scope, municipality, year, facts, account } = money
  const bookings = facts.bookings.filter(
    (each) => each.municipalityCode === municipality.code && each.year === year && !each.isStruckOut,
  )
  const { libraries, here } = await request.database.read(scope, async (db) => ({
    libraries: await findOrganisationsOfKinds(db, scope, ['library']),
    here: await findLibrariesWorkingIn(db, scope, municipality.code),
  }))
  return {
    money,
    page: {
      t: request.t,
      language: request.language,
      municipality,
      year,
      mayKeep: money.mayKeep,
      isSigned: account.signed !== undefined,
      libraries: {
        here: libraries.filter(({ id }) => here.has(id)),
        elsewhere: libraries.filter(({ id }) => !here.has(id)),
      },
      commitments: bookings
        .filter(({ kind }) => kind === 'commitment')
        .map((each) => ({ ...each, openCents: openOfCommitment(each, bookings) })),
      documents: [],
    },
  }
}

async function prepareBooking(request: WebRequest, meant?: MoneyYear) {
  const { money, page } = await prepare(request, meant ?? (await moneyYear(request)))
  const id = request.idParam('booking')
  const { scope, municipality, year, facts } = money
  const booking: Booking = foundOrRefuse(
    facts.bookings.find(
      (each) => each.id === id && each.municipalityCode === municipality.code && each.year === year,
    ),
  )
  const { documents, withdrawn } = await request.database.read(scope, async (db) => ({
    documents: await findDocuments(db, scope, municipality.code, year),
    withdrawn: await findWithdrawnBookings(db, scope, municipality.code, year),
  }))
  const library = booking.libraryId
    ? await request.database.read(scope, (db) => findOrganisations(db, scope, [booking.libraryId ?? '']))
    : []
  return {
    money,
    booking,
    page: {
      ...page,
      isWithdrawn: withdrawn.has(booking.id),
      documents: documents.filter(({ bookingId }) => bookingId === booking.id),
      // A library that is no longer in use stays with what was booked for it.
      libraries: {
        ...page.libraries,
        elsewhere: [
          ...page.libraries.elsewhere,
          ...library.filter(
            ({ id: used }) =>
              ![...page.libraries.here, ...page.libraries.elsewhere].some((each) => each.id === used),
          ),
        ],
      },
    },
  }
}
