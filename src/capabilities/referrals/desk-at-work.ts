import type { DeskScope } from '../../platform/auth/scope.ts'
import type { ReadHandle } from '../../platform/database/handle.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { type Desk, findDesks } from '../desks/public.ts'
import { type ListSnapshot, readLists } from '../lists/public.ts'
import { referralsPermissions } from './permissions.ts'
import { deskMeant } from './referring-desk.ts'

/** By which the browser remembers the desk of the last registration. */
const deskCookie = 'balie_informatiepunt'

/** Where somebody of the staff works now. */
export interface DeskAtWork {
  readonly scope: DeskScope
  readonly desk: Desk
  /** All desks at which he may do this. */
  readonly desks: readonly Desk[]
}

/**
 * The desk that a page of the staff is about: the one in the address, else that of the last registration, else the first. Undefined
 * when there is none. @throws not-allowed for a desk of others
 */
export async function findDeskAtWork(
  request: WebRequest,
  permission: 'referrals.refer' | 'referrals.arrange' = 'referrals.refer',
  asked = request.query('informatiepunt'),
): Promise<DeskAtWork | undefined> {
  const may = referralsPermissions[permission]
  const all = request.actor.desksScope(may)
  if (asked !== '' && !all.deskIds.includes(asked)) refuse('not-allowed')
  const desks = await request.database.read(all, (db) => findDesks(db, all, all.deskIds))
  const desk = deskMeant(desks, asked || (request.cookies[deskCookie] ?? ''))
  return desk && { desk, desks, scope: request.actor.deskScope(may, desk.id) }
}

/** The lists of today, with the library's own values. */
export const listsOfToday = (
  db: ReadHandle,
  { scope }: Pick<DeskAtWork, 'scope'>,
  { clock, language }: WebRequest,
): Promise<ListSnapshot> => readLists(db, scope, localDay(clock.now()), language, scope.libraryId)

/** The name of a topic; empty when there is none, or it is no longer in the lists. */
export const topicName = (lists: ListSnapshot, code: string | null): string =>
  lists.topics.find((topic) => topic.code === code)?.label ?? ''
