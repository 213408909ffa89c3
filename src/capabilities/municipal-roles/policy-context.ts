import { foundOrRefuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { type PolicyArea, policyAreas } from '../directory/public.ts'
import { municipalityAddress } from '../organisations/public.ts'
import { type MunicipalContext, municipalContext } from './municipal-context.ts'

/** For which municipality, on which policy area. */
export interface PolicyContext extends MunicipalContext {
  readonly area: PolicyArea
}

export async function policyContext(request: WebRequest): Promise<PolicyContext> {
  const area = foundOrRefuse(policyAreas.find((each) => each === request.params.area))
  return { ...(await municipalContext(request)), area }
}

/** The address of what belongs to a policy area. */
export const policyAddress = (
  { area, municipality }: Pick<PolicyContext, 'area' | 'municipality'>,
  path = '',
  more: Readonly<Record<string, string>> = {},
): string => municipalityAddress(`/sturing/beleid/${area}${path}`, municipality, more)
