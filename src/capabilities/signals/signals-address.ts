import { foundOrRefuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { findDesks } from '../desks/public.ts'
import { readLists } from '../lists/public.ts'
import { findSenders } from '../notices/public.ts'
import { municipalityAddress } from '../organisations/public.ts'
import { signalsPermissions } from './permissions.ts'

export const handlePath = '/sturing/signalen'
export const deskPath = '/balie/signalen'

/** The address of a page of the signals on a municipality's services. */
export const handleAddress = (path: string, municipality: { readonly code: string }, more?: string): string =>
  municipalityAddress(`${handlePath}${path}`, municipality, more ? { bericht: more } : {})

/** The address of the signals as one desk has them. */
export const deskAddress = (deskId: string, path = '', more?: string): string =>
  `${deskPath}${path}?informatiepunt=${deskId}${more ? `&bericht=${more}` : ''}`

/** What every page of a desk's signals needs: which desk is meant, of those at which one works, and whose services it meets. */
export async function prepareDesk(request: WebRequest) {
  const scope = request.actor.desksScope(signalsPermissions['signals.report'])
  const today = localDay(request.clock.now())
  const asked = request.query('informatiepunt')
  return request.database.read(scope, async (db) => {
    const desks = await findDesks(db, scope, scope.deskIds)
    const desk = foundOrRefuse(asked ? desks.find(({ id }) => id === asked) : desks[0])
    return {
      scope,
      t: request.t,
      language: request.language,
      today,
      desks,
      desk,
      lists: await readLists(db, scope, today, request.language),
      municipalityCodes: await findSenders(db, scope, desk.id),
    }
  })
}

export type AtDesk = Omit<Awaited<ReturnType<typeof prepareDesk>>, 'scope' | 'municipalityCodes'>
