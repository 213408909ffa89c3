import type { MunicipalityScope } from '../../platform/auth/scope.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { showAmount } from '../../platform/money/amount.ts'
import { localDay } from '../../platform/time/local-time.ts'
import {
  type GovernedMunicipality,
  governedMunicipality,
  municipalityAddress,
} from '../organisations/public.ts'
import { fundingPermissions } from './permissions.ts'
import { readMoneyFacts } from './read-year-account/read-year-account.query.ts'
import type { YearAccount } from './year-account.ts'
import {
  accountOfYear,
  heirYearOf,
  type MoneyFacts,
  mayKeepYear,
  type YearWithMoney,
  yearsWithMoney,
} from './year-chain.ts'

/** The municipality and the year that a page is about, with the account of it. */
export interface MoneyYear {
  readonly scope: MunicipalityScope
  readonly municipality: GovernedMunicipality
  readonly municipalities: readonly GovernedMunicipality[]
  readonly year: number
  readonly today: string
  readonly facts: MoneyFacts
  readonly account: YearAccount
  readonly years: readonly YearWithMoney[]
  /** Whether anything may be booked or chosen in this year; else one only reads it. */
  readonly mayKeep: boolean
}

/** What every page of the money needs to speak of it. */
export interface MoneyPage {
  readonly t: Translate
  readonly language: Language
  readonly municipality: GovernedMunicipality
  readonly year: number
}

/** The year of the address (`jaar`), else this one; of a municipality that ended, its last. */
export async function moneyYear(request: WebRequest): Promise<MoneyYear> {
  const { scope, municipality, municipalities } = await governedMunicipality(
    request,
    fundingPermissions['funding.keep'],
  )
  const today = localDay(request.clock.now())
  const facts = await request.database.read(scope, (db) => readMoneyFacts(db, scope))
  const heirYear = heirYearOf(municipality)
  const thisYear = Number(today.slice(0, 4))
  const asked = request.query('jaar')
  if (asked !== '' && !/^20[2-9]\d$/.test(asked)) refuse('not-found')
  const year = asked === '' ? Math.min(thisYear, (heirYear ?? thisYear + 1) - 1) : Number(asked)
  return {
    scope,
    municipality,
    municipalities,
    year,
    today,
    facts,
    account: accountOfYear(facts, municipality.code, year, today),
    years: yearsWithMoney(facts, municipality.code, today),
    mayKeep: mayKeepYear(facts, municipality.code, year, today),
  }
}

/** The same for who keeps something in it: of a year in which another goes on, or of which there is no money yet, there is no such form. */
export async function yearToKeep(request: WebRequest): Promise<MoneyYear> {
  const money = await moneyYear(request)
  return money.mayKeep ? money : refuse('not-found')
}

/** The address of a page of the money, with the municipality and the year that are meant. */
export const moneyAddress = (
  path: string,
  { municipality, year }: { readonly municipality: { readonly code: string }; readonly year: number },
  more: Readonly<Record<string, string | number | undefined>> = {},
): string => municipalityAddress(`/sturing/geld${path}`, municipality, { jaar: year, ...more })

/** Amounts in the language of the reader. */
export const amountsIn =
  (language: Language) =>
  (cents: number): string =>
    showAmount(cents, language)
