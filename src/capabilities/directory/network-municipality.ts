import type { MunicipalityScope } from '../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { findMunicipalities } from '../organisations/public.ts'
import { directoryPermissions } from './permissions.ts'

export interface NetworkMunicipality {
  readonly scope: MunicipalityScope
  readonly municipality: { readonly code: string; readonly name: string }
  /** All that one works for. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

/** Whose network is meant: the municipality in the address (`gemeente`), else the first that one works for. */
export async function networkMunicipality(request: WebRequest): Promise<NetworkMunicipality> {
  const scope = request.actor.municipalityScope(directoryPermissions['directory.direct-network'])
  const all = await request.database.read(scope, (db) =>
    findMunicipalities(db, scope, localDay(request.clock.now())),
  )
  const municipalities = all.filter(({ code }) => scope.municipalityCodes.includes(code))
  const asked = request.query('gemeente')
  return {
    scope,
    municipalities,
    municipality: foundOrRefuse(
      asked ? municipalities.find(({ code }) => code === asked) : municipalities[0],
    ),
  }
}

/** The address of a page of the network, with the municipality that is meant. */
export const networkAddress = (path: string, { code }: { readonly code: string }, more?: string): string =>
  `/sturing/netwerk${path}?gemeente=${code}${more ? `&${more}` : ''}`
