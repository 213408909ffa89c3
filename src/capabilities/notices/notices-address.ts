import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { readLists } from '../lists/public.ts'
import { governedMunicipality, municipalityAddress, successorsInTurn } from '../organisations/public.ts'
import { noticesPermissions } from './permissions.ts'

export const announcePath = '/sturing/wijzigingen'
export const deskPath = '/balie/wijzigingen'

/** The address of a page of a municipality's notices. */
export const announceAddress = (
  path: string,
  municipality: { readonly code: string },
  more?: string,
): string => municipalityAddress(`${announcePath}${path}`, municipality, more ? { bericht: more } : {})

/** The address of what one desk was told. */
export const deskAddress = (deskId: string, more?: string): string =>
  `${deskPath}?informatiepunt=${deskId}${more ? `&bericht=${more}` : ''}`

/** What every page of a municipality's notices needs, with the codes to whose desks they go: of one that merged, its successor's. */
export async function prepareAnnouncing(request: WebRequest) {
  const governed = await governedMunicipality(request, noticesPermissions['notices.announce'])
  const { scope, municipality, municipalities } = governed
  const today = localDay(request.clock.now())
  const nextOf = (each: string) => municipalities.find(({ code }) => code === each)?.successorCode
  const codes = [municipality.code, ...successorsInTurn(municipality.code, nextOf)]
  const lists = await request.database.read(scope, (db) => readLists(db, scope, today, request.language))
  return { ...governed, codes, lists, today, t: request.t, language: request.language }
}

export type Announcing = Omit<Awaited<ReturnType<typeof prepareAnnouncing>>, 'scope' | 'codes'>
