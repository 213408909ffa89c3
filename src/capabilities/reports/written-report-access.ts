import type { Actor } from '../../platform/auth/actor.ts'
import { Refusal } from '../../platform/errors/refusals.ts'
import type { Area, FiguresScope } from './area.ts'
import { figuresScope, ownAreas, seesVisitors } from './own-areas.ts'
import { reportsPermissions } from './permissions.ts'

/**
 * Proves that somebody may write and read the reports of an area: who may see its figures and is more than somebody at the desk.
 * @throws Refusal `not-allowed` when not
 */
export function writingScope(actor: Actor, area: Area): FiguresScope {
  const write = reportsPermissions['reports.write-report']
  // What a municipality pays for elsewhere is told on the screen; its report is on what stands within it.
  if (!actor.may(write) || area.level === 'financed') throw new Refusal('not-allowed')
  // A coordinator of one desk may be a volunteer at another.
  return area.level === 'desk' ? actor.deskScope(write, area.key) : figuresScope(actor, area)
}

/** The same as a question. */
export function mayWrite(actor: Actor, area: Area): boolean {
  try {
    writingScope(actor, area)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Every scope in which somebody may read reports; together they reach all of them, each report at least once. */
export function reportScopes(actor: Actor): FiguresScope[] {
  const own = ownAreas(actor, { municipalities: [], regionIds: [], financing: [] }).filter((area) =>
    mayWrite(actor, area),
  )
  const scopes = own.map((area) => writingScope(actor, area))
  const reached = new Set(scopes.flatMap((scope) => (scope.kind === 'library' ? scope.deskIds : [])))
  // A library's scope reaches its desks; and of all but desks one of a kind is enough.
  return scopes.filter((scope, index) =>
    scope.kind === 'desk'
      ? !reached.has(scope.deskId)
      : scopes.findIndex(({ kind }) => kind === scope.kind) === index,
  )
}

/** Whether a report shows this reader more than the figures themselves do: visitors' background, at another level than one's own. */
export const tellsTooMuch = (
  actor: Actor,
  { area, withVisitors }: { readonly area: Area; readonly withVisitors: boolean },
): boolean => withVisitors && !seesVisitors(actor, area.level)
