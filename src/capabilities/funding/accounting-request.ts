import type { LibraryScope, MunicipalityScope } from '../../platform/auth/scope.ts'
import type { ReadHandle } from '../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { type Governed, governedMunicipality, municipalityAddress } from '../organisations/public.ts'
import type { Account } from './account.ts'
import { fundingPermissions } from './permissions.ts'
import { findAccountYears, readAccount } from './read-account/read-account.query.ts'
import { findMunicipalityInYear, type MunicipalityInYear } from './read-counts/read-counts.query.ts'

/** Whose account of which year is meant. */
export interface Accounting extends Governed {
  readonly year: number
  /** The years among which one may choose, the latest first. */
  readonly years: readonly number[]
  readonly inYear: MunicipalityInYear
  readonly today: string
}

/**
 * Which municipality (`gemeente`) and year (`jaar`) are meant; without a year the last that is over, which is the one to account for.
 * Of a municipality that ended: its last.
 */
export async function accountingOf(request: WebRequest): Promise<Accounting> {
  const governed = await governedMunicipality(request, fundingPermissions['funding.keep'])
  const { scope, municipality } = governed
  const today = localDay(request.clock.now())
  const { validUntil } = municipality
  return request.database.read(scope, async (db) => {
    const all = await findAccountYears(db, scope, today)
    const years = all.filter((each) => validUntil === null || `${each}-01-01` < validUntil)
    const usual = Math.min(Number(today.slice(0, 4)) - 1, years[0] ?? Number.POSITIVE_INFINITY)
    const asked = request.query('jaar')
    const year = asked ? Number(asked) : usual
    if (!years.includes(year)) refuse('not-found')
    const inYear = foundOrRefuse(await findMunicipalityInYear(db, scope, municipality.code, year))
    return { ...governed, year, years, inYear, today }
  })
}

/** The account that is meant, as it stands now. */
export async function accountMeant(request: WebRequest): Promise<Accounting & { readonly account: Account }> {
  const accounting = await accountingOf(request)
  if (!accounting.inYear.existed) refuse('not-found')
  const account = await request.database.read(accounting.scope, (db) =>
    readAccount(db, accounting.scope, accounting.inYear, accounting.year, accounting.today),
  )
  return { ...accounting, account }
}

/** The address of a page of an account: `accountAddress('/indicator/4', accounting)`. */
export const accountAddress = (
  path: string,
  { municipality, year }: { readonly municipality: { readonly code: string }; readonly year: number },
  more: Readonly<Record<string, string>> = {},
): string => municipalityAddress(`/sturing/verantwoording${path}`, municipality, { jaar: year, ...more })

/** A municipality in a year, for who must have one that was there. */
export async function municipalityOfPart(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  code: string,
  year: number,
): Promise<MunicipalityInYear> {
  return foundOrRefuse(await findMunicipalityInYear(db, scope, code, year))
}
