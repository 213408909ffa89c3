import { uuidv7 } from 'uuidv7'
import { askLibrary } from '../../src/capabilities/funding/ask-library/ask-library.command.ts'
import { chooseYear } from '../../src/capabilities/funding/choose-year/choose-year.command.ts'
import { keepMaterials } from '../../src/capabilities/funding/count-materials/count-materials.command.ts'
import { keepAmount } from '../../src/capabilities/funding/keep-amount/keep-amount.command.ts'
import { addBooking } from '../../src/capabilities/funding/keep-booking/keep-booking.command.ts'
import { addScheme } from '../../src/capabilities/funding/keep-scheme/keep-scheme.command.ts'
import type { BookingKind, Purpose } from '../../src/capabilities/funding/public.ts'
import { findSchemes } from '../../src/capabilities/funding/read-year-account/read-year-account.query.ts'
import { type MunicipalityScope, proveNation } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { WriteHandle } from '../../src/platform/database/handle.ts'
import { type Instant, localDay } from '../../src/platform/time/local-time.ts'
import { scopeOf } from './load-history.ts'
import type { Network } from './network.ts'
import type { TownHall } from './town-hall.ts'

interface DemoBooking {
  readonly kind: BookingKind
  readonly purpose: Purpose
  /** Month and day. */
  readonly day: string
  readonly what: string
  readonly euros: number
  /** What is spent of it, with when. */
  readonly spent?: readonly (readonly [day: string, what: string, euros: number])[]
}

/** What the municipality of the demo did with its money, the same each year; of this year as far as it is. */
const bookings: readonly DemoBooking[] = [
  { kind: 'budget', purpose: 'library', day: '01-06', what: 'Begroting informatiepunten', euros: 265_000 },
  { kind: 'budget', purpose: 'promotion', day: '01-06', what: 'Begroting promotie', euros: 22_500 },
  { kind: 'budget', purpose: 'network', day: '01-06', what: 'Begroting netwerk', euros: 30_000 },
  {
    kind: 'commitment',
    purpose: 'library',
    day: '01-20',
    what: 'Subsidie aan Bibliotheek Domwijken',
    euros: 240_000,
    spent: [
      ['02-03', 'Voorschot eerste halfjaar', 120_000],
      ['08-03', 'Voorschot tweede halfjaar', 96_000],
    ],
  },
  { kind: 'spending', purpose: 'promotion', day: '03-12', what: 'Folders en posters', euros: 3_845.5 },
  { kind: 'spending', purpose: 'promotion', day: '09-21', what: 'Stand op de buurtmarkt', euros: 1_250 },
  { kind: 'spending', purpose: 'network', day: '05-14', what: 'Ketenoverleg, zaal en koffie', euros: 487.95 },
  {
    kind: 'spending',
    purpose: 'network',
    day: '10-08',
    what: 'Training voor baliemedewerkers',
    euros: 4_200,
  },
]

/** Of the year before the first in the demo, in cents. */
const carriedIn = 1_875_000
/** Made up: how many inhabitants have at most vmbo. Everybody who looks sees that it is an exercise. */
const lessEducated = 52_000
/** Made up too: what the municipality gets in a year of the scheme that came after. */
const laterAmount = 30_150_000

const materials = [
  ['Klik & Tik', 412],
  ['Werken met de e-overheid', 168],
  ['Digidingen', 95],
] as const

/** Books two years of the demo's municipality: last year as a whole, this one as far as it is. Once. */
export async function loadMoney(
  network: Network,
  townHall: TownHall,
  { database, now }: { readonly database: ApplicationDatabase; readonly now: Instant },
): Promise<void> {
  const today = localDay(now)
  const year = Number(today.slice(0, 4))
  const scheme = await addLaterScheme(network, database, year, now)
  const { scope, municipality, libraryId } = townHall
  await database.write(scope, async (tx) => {
    const schemes = await findSchemes(tx, scope)
    const ofLastYear = schemes.find(
      ({ firstYear, lastYear }) => firstYear < year && (lastYear ?? year) >= year - 1,
    )
    if (ofLastYear)
      await keepAmount(
        tx,
        scope,
        { schemeId: ofLastYear.id, municipalityCode: municipality, fromYear: year - 1, version: 0 },
        { inhabitants: null, lessEducated, amountCents: null, sourceNote: 'Oefengetal' },
        now,
      )
    if (scheme)
      await keepAmount(
        tx,
        scope,
        { schemeId: scheme, municipalityCode: municipality, fromYear: year, version: 0 },
        { inhabitants: null, lessEducated: null, amountCents: laterAmount, sourceNote: 'Oefenbedrag' },
        now,
      )
    await chooseYear(
      tx,
      scope,
      { municipalityCode: municipality, year: year - 1, version: 0 },
      { reserveCents: null, carriedInCents: carriedIn },
      now,
    )
    for (const each of [year - 1, year]) await bookYear(tx, scope, townHall, each, now)
    await askLibrary(tx, scope, { municipalityCode: municipality, year: year - 1, libraryId }, now)
  })
  const library = scopeOf(network, libraryId)
  await database.write(library, (tx) =>
    keepMaterials(
      tx,
      library,
      { libraryId, municipalityCode: municipality, year: year - 1 },
      materials.map(([material, used]) => ({ id: undefined, version: 0, material, used })),
      now,
    ),
  )
}

/** The years after the grant of 2023 have no scheme that we know of: the demo's administrator set one. */
async function addLaterScheme(
  network: Network,
  database: ApplicationDatabase,
  year: number,
  now: Instant,
): Promise<string | undefined> {
  const administrator = network.people.find(({ role }) => role === 'administrator')
  if (!administrator) return undefined
  const scope = proveNation(administrator.id)
  const schemes = await database.read(scope, (db) => findSchemes(db, scope))
  if (schemes.some(({ firstYear, lastYear }) => firstYear <= year && (lastYear ?? year) >= year))
    return undefined
  const id = uuidv7()
  await database.write(scope, (tx) =>
    addScheme(
      tx,
      scope,
      id,
      {
        name: 'Gemeentefonds (oefening)',
        kind: 'general-fund',
        provider: '',
        legalBasis: '',
        firstYear: 2026,
        lastYear: null,
        centsPerInhabitant: null,
        inhabitantsOn: null,
        centsPerLessEducated: null,
        advancePercent: null,
        carryOverPercent: null,
        accountsToNation: false,
        code: null,
        deadline: null,
        auditKinds: ['', '', '', '', ''],
        source: 'Oefening',
      },
      now,
    ),
  )
  return id
}

async function bookYear(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { municipality, libraryId }: TownHall,
  year: number,
  now: Instant,
): Promise<void> {
  const today = localDay(now)
  const add = async (
    { kind, purpose, day, what, euros }: DemoBooking,
    commitmentId: string | null,
  ): Promise<string> => {
    const id = uuidv7()
    await addBooking(
      tx,
      scope,
      {
        id,
        municipalityCode: municipality,
        year,
        kind,
        purpose,
        day: `${year}-${day}`,
        libraryId: purpose === 'library' ? libraryId : null,
        commitmentId,
        description: what,
        amountCents: Math.round(euros * 100),
        afterSigning: false,
        reason: '',
      },
      now,
    )
    return id
  }
  for (const booking of bookings.filter(({ day }) => `${year}-${day}` <= today)) {
    const commitment = await add(booking, null)
    for (const [day, what, euros] of booking.spent ?? [])
      if (`${year}-${day}` <= today) await add({ ...booking, kind: 'spending', day, what, euros }, commitment)
  }
}
