import type { MunicipalityScope } from '../../platform/auth/scope.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { type GovernedMunicipality, governedMunicipality } from '../organisations/public.ts'
import { municipalRolesPermissions } from './permissions.ts'

/** For which municipality an official works on a page, and today. */
export interface MunicipalContext {
  readonly scope: MunicipalityScope
  readonly municipality: GovernedMunicipality
  readonly municipalities: readonly GovernedMunicipality[]
  readonly today: string
}

export async function municipalContext(request: WebRequest): Promise<MunicipalContext> {
  const governed = await governedMunicipality(request, municipalRolesPermissions['municipal-roles.keep'])
  return { ...governed, today: localDay(request.clock.now()) }
}
