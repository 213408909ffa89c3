import type { WebRequest } from '../../platform/http/web-request.ts'
import { type Governed, governedMunicipality } from '../organisations/public.ts'
import { directoryPermissions } from './permissions.ts'

/** Whose network is meant: also that of a municipality that merged, which its successor keeps further. */
export const networkMunicipality = (request: WebRequest): Promise<Governed> =>
  governedMunicipality(request, directoryPermissions['directory.direct-network'])

/** The address of a page of the network, with the municipality that is meant. */
export const networkAddress = (path: string, { code }: { readonly code: string }, more?: string): string =>
  `/sturing/netwerk${path}?gemeente=${code}${more ? `&${more}` : ''}`
