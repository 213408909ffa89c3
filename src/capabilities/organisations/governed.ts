import type { Permission } from '../../platform/auth/permissions.ts'
import type { MunicipalityScope } from '../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { findGoverned } from './find-governed/find-governed.query.ts'

/** A municipality that somebody works for, or that merged into one he works for: what it kept goes on with its successor. */
export interface GovernedMunicipality {
  readonly code: string
  readonly name: string
  /** On 1 January 2022, in the borders of 1 January 2023; null for one that ended: its successor counts them. */
  readonly inhabitants2022: number | null
  readonly validFrom: string
  /** The first day on which it was no more. */
  readonly validUntil: string | null
  readonly successorCode: string | null
}

export interface Governed {
  readonly scope: MunicipalityScope
  readonly municipality: GovernedMunicipality
  /** All among which one may choose. */
  readonly municipalities: readonly GovernedMunicipality[]
}

/** Which municipality is meant: the one in the address (`gemeente`), else the first that one works for. */
export async function governedMunicipality(request: WebRequest, permission: Permission): Promise<Governed> {
  const scope = request.actor.municipalityScope(permission)
  const municipalities = await request.database.read(scope, (db) => findGoverned(db, scope))
  const asked = request.query('gemeente')
  return {
    scope,
    municipalities,
    municipality: foundOrRefuse(
      asked ? municipalities.find(({ code }) => code === asked) : municipalities[0],
    ),
  }
}

/** The address of a page about a municipality: `municipalityAddress('/sturing/geld', municipality, { jaar: 2025 })`. */
export function municipalityAddress(
  path: string,
  { code }: { readonly code: string },
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const query = new URLSearchParams({ gemeente: code })
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, String(value))
  return `${path}?${query}`
}
