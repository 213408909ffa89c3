import type { DeskMonth } from '../contacts/public.ts'
import {
  type AccountingMunicipality,
  type Correction,
  type DeskPaidFor,
  fiveIndicators,
  type Indicator,
  type LearningCount,
  type QuestionsOfDesk,
  questionsHere,
  sumOf,
} from './indicators.ts'
import type { LibraryPart, SignedFigures, SignedStatement } from './statement.ts'
import type { YearAccount } from './year-account.ts'

/** What was counted in a year for indicators 3 to 5, with what it is made of. */
export interface AccountCounts {
  readonly desks: readonly DeskPaidFor[]
  /** Also of desks across the border that the municipality pays for, of which the questions do not count. */
  readonly months: readonly DeskMonth[]
  readonly materials: readonly LearningCount[]
  readonly names: {
    readonly desks: ReadonlyMap<string, string>
    readonly libraries: ReadonlyMap<string, string>
    readonly municipalities: ReadonlyMap<string, string>
  }
}

/** The account of a municipality over a year, as it stands now. */
export interface Account {
  readonly municipality: AccountingMunicipality & { readonly name: string }
  readonly year: number
  readonly money: YearAccount
  readonly counts: AccountCounts
  readonly indicators: readonly Indicator[]
  readonly corrections: readonly Correction[]
  readonly libraries: readonly LibraryOfAccount[]
  readonly statement: SignedStatement | undefined
}

/** A library that has a part in an account, and what it counts now. */
export interface LibraryOfAccount extends PartNumbers {
  readonly id: string
  readonly name: string
  /** Undefined: nobody asked it yet. */
  readonly part: LibraryPart | undefined
}

export interface PartNumbers {
  readonly desks: number
  readonly questions: number
  readonly materials: number
  /** Nobody filled in a material, not even none. */
  readonly materialsUnknown: boolean
}

/** The numbers of the three counted indicators of one library, or of all together. */
export function numbersOf(counts: AccountCounts, libraryId?: string): PartNumbers {
  const own = <Row extends { readonly libraryId: string }>(rows: readonly Row[]): readonly Row[] =>
    libraryId === undefined ? rows : rows.filter((row) => row.libraryId === libraryId)
  const materials = own(counts.materials)
  return {
    desks: own(counts.desks.map(({ desk }) => desk)).length,
    questions: sumOf(own(questionsHere(counts.months)).map(({ questions }) => questions)),
    materials: sumOf(materials.map(({ used }) => used)),
    materialsUnknown: materials.length === 0,
  }
}

/** The five indicators of what stands in the books and what was counted. */
export function indicatorsOf(
  money: YearAccount,
  counts: AccountCounts,
  corrections: readonly Correction[],
): Indicator[] {
  const { desks, questions, materials } = numbersOf(counts)
  const { spentCents, carriedOverCents } = money.balance
  return fiveIndicators(
    { 1: spentCents, 2: carriedOverCents, 3: desks, 4: questions, 5: materials },
    corrections,
  )
}

/** The libraries with a part in an account: with a desk, a question or a material in it, and those that were asked, by name. */
export function librariesOf(counts: AccountCounts, parts: readonly LibraryPart[]): LibraryOfAccount[] {
  const ids = new Set([
    ...counts.desks.map(({ desk }) => desk.libraryId),
    ...questionsHere(counts.months).map(({ libraryId }) => libraryId),
    ...counts.materials.map(({ libraryId }) => libraryId),
    ...parts.map(({ libraryId }) => libraryId),
  ])
  return [...ids]
    .map((id) => ({
      id,
      name: counts.names.libraries.get(id) ?? id,
      part: parts.find(({ libraryId }) => libraryId === id),
      ...numbersOf(counts, id),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** What became different since a library confirmed; empty when nothing did, or while it has not answered. */
export function changedSince({ part, ...now }: LibraryOfAccount): (keyof PartNumbers)[] {
  if (!part?.answeredOn) return []
  return (['desks', 'questions', 'materials'] as const).filter((number) => part[number] !== now[number])
}

/** What a year comes to now beside what was signed: the difference of each indicator that has one. */
export function changedAfterSigning({
  statement,
  indicators,
}: Pick<Account, 'statement' | 'indicators'>): { readonly number: number; readonly difference: number }[] {
  if (!statement) return []
  return statement.figures.indicators.flatMap(({ number, value }) => {
    const difference = (indicators.find((now) => now.number === number)?.value ?? value) - value
    return difference === 0 ? [] : [{ number, difference }]
  })
}

/** Everything that a municipality signs, as it stands at this moment. @param reason why not every library confirmed */
export function figuresToSign(account: Account, reason: string): SignedFigures {
  const { money, counts, indicators, libraries } = account
  const { scheme, balance, purposes, grant } = money
  const { names } = counts
  const questions: readonly QuestionsOfDesk[] = questionsHere(counts.months)
  return {
    indicators: indicators.map(({ number, counted, value, correction }) => ({
      number,
      counted,
      value,
      reason: correction?.reason ?? '',
    })),
    balance: {
      ...balance,
      spentByPurpose: {
        library: purposes.library.spentCents,
        promotion: purposes.promotion.spentCents,
        network: purposes.network.spentCents,
      },
      incomplete: grant.missing !== null,
    },
    scheme: scheme
      ? {
          name: scheme.name,
          provider: scheme.provider,
          legalBasis: scheme.legalBasis,
          accountsToNation: scheme.accountsToNation,
          code: scheme.code ?? '',
          deadline: scheme.deadline ?? '',
          auditKinds: scheme.auditKinds,
        }
      : null,
    desks: counts.desks.map(({ desk, share, sharedBy }) => ({
      id: desk.id,
      name: desk.name,
      library: names.libraries.get(desk.libraryId) ?? '',
      municipality: names.municipalities.get(desk.municipalityCode) ?? desk.municipalityCode,
      share: Math.round(share * 10_000) / 10_000,
      sharedBy,
    })),
    questions: questions.map(({ deskId, byMonth }) => ({
      deskId,
      name: names.desks.get(deskId) ?? '',
      byMonth: Object.fromEntries(byMonth),
    })),
    materials: counts.materials.map(({ libraryId, material, used }) => ({
      library: names.libraries.get(libraryId) ?? '',
      material,
      used,
    })),
    libraries: libraries.map(({ name, part }) => ({
      library: name,
      state: part?.state ?? 'not-asked',
      remark: part?.remark ?? '',
    })),
    reason,
  }
}
