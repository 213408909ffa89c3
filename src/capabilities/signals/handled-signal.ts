import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { readLists } from '../lists/public.ts'
import { governedMunicipality } from '../organisations/public.ts'
import { signalsPermissions } from './permissions.ts'

/** What every page of the signals on a municipality's services needs. */
export async function prepareHandling(request: WebRequest) {
  const governed = await governedMunicipality(request, signalsPermissions['signals.handle'])
  const { scope } = governed
  const today = localDay(request.clock.now())
  const lists = await request.database.read(scope, (db) => readLists(db, scope, today, request.language))
  return { ...governed, lists, today, t: request.t, language: request.language }
}

export type Handling = Omit<Awaited<ReturnType<typeof prepareHandling>>, 'scope'>
