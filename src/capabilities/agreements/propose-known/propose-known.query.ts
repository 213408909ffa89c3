import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { addressLine, findDeskWeeks, findPublicDesks } from '../../desks/public.ts'
import { findNetworkPartners } from '../../directory/public.ts'
import { findBookings, readYearAccount } from '../../funding/public.ts'
import { findAnswerNames, findGoals, type Goal, phaseOf, sayTarget } from '../../goals/public.ts'
import type { Terms } from '../agreement.ts'
import type { KnownThing } from '../building-block.ts'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import type { FilledBlank } from '../written-agreement.ts'

/** What Balie knows already of what a text may say, in Dutch as the text is. */
export type Known = Readonly<Partial<Record<KnownThing, FilledBlank>>>

/** What can be proposed in the blanks of an agreement: a proposal, which somebody reads and changes. */
export async function proposeKnown(
  db: ReadHandle,
  scope: MunicipalityScope,
  agreement: NamedAgreement,
  today: string,
): Promise<Known> {
  const { municipalityCode, parties } = agreement
  const codes = [municipalityCode, ...parties]
  const partners = await findNetworkPartners(db, scope, municipalityCode)
  const names = [agreement.municipality, ...agreement.partyNames]
  return {
    desks: await desksOf(db, scope, agreement, codes, today),
    partners: partners
      .filter(({ leftOn, cooperation }) => leftOn === null && cooperation.some((way) => way !== 'wished'))
      .map(({ name }) => name)
      .join('\n'),
    municipalities: names.map((name) => [name]),
    goals: await goalsOf(db, scope, agreement, today),
    ...(await moneyOf(db, scope, agreement, today)),
  }
}

/** The desks of the library in these municipalities, with where they stand and how long they are open in an ordinary week. */
async function desksOf(
  db: ReadHandle,
  scope: MunicipalityScope,
  { libraryId }: NamedAgreement,
  codes: readonly string[],
  today: string,
): Promise<string[][]> {
  const weeks = await findDeskWeeks(db, scope, { municipalityCodes: codes }, today)
  const desks = await findPublicDesks(
    db,
    scope,
    weeks.map(({ id }) => id),
  )
  const byId = new Map(desks.map((desk) => [desk.id, desk]))
  return weeks.flatMap(({ id, name, usualMinutes, week }) => {
    const desk = byId.get(id)
    if (!desk || (libraryId !== null && desk.libraryId !== libraryId)) return []
    const minutes = usualMinutes ?? week?.minutes
    return [[name, addressLine(desk), minutes === undefined ? '' : hours.format(minutes / 60)]]
  })
}

const hours = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** The goals of the municipality that are not over, and of which the period overlaps the term. */
async function goalsOf(
  db: ReadHandle,
  scope: MunicipalityScope,
  agreement: NamedAgreement,
  today: string,
): Promise<string> {
  const goals = (await findGoals(db, scope, agreement.municipalityCode)).filter((goal) => {
    const phase = phaseOf(goal, today)
    return (phase === 'coming' || phase === 'running') && isWithin(goal, agreement)
  })
  if (goals.length === 0) return ''
  const words = {
    t: translator('nl'),
    language: 'nl' as const,
    answers: await findAnswerNames(db, scope, 'nl'),
  }
  return goals.map((goal) => `${goal.title}: ${sayTarget(goal, undefined, words)}`).join('\n')
}

/** Whether a goal holds on a day of the term; a term without an end goes on. */
const isWithin = (
  { period, stoppedOn }: Pick<Goal, 'period' | 'stoppedOn'>,
  { fromDay, untilDay }: Pick<Terms, 'fromDay' | 'untilDay'>,
): boolean =>
  (untilDay === null || period.from <= untilDay) &&
  (fromDay === null || (period.until >= fromDay && (stoppedOn === null || stoppedOn > fromDay)))

/** The year in which it begins, the scheme of that year, and what was planned in it for this library. */
async function moneyOf(
  db: ReadHandle,
  scope: MunicipalityScope,
  { fromDay, municipalityCode, libraryId }: NamedAgreement,
  today: string,
): Promise<Known> {
  const year = (fromDay ?? today).slice(0, 4)
  const { scheme } = await readYearAccount(db, scope, municipalityCode, Number(year), today)
  const plannedCents = (await findBookings(db, scope, [municipalityCode]))
    .filter(
      (booking) =>
        booking.year === Number(year) &&
        booking.kind === 'budget' &&
        booking.purpose === 'library' &&
        booking.libraryId !== null &&
        booking.libraryId === libraryId &&
        !booking.isStruckOut,
    )
    .reduce((sum, { amountCents }) => sum + amountCents, 0)
  return {
    year,
    ...(scheme?.legalBasis && { ground: scheme.legalBasis }),
    ...(plannedCents > 0 && { amount: writeAmount(plannedCents) }),
  }
}
