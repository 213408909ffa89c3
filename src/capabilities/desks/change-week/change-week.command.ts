import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope, DeskScope, DesksScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Hours, Timetable, TimetableKind, WeekHours } from '../opening-hours.ts'
import { findHours } from '../read-hours/read-hours.query.ts'
import { endFollowedWeeks } from '../week-ends.ts'

export interface TimetableInput {
  readonly kind: TimetableKind
  readonly name: string | null
  /** The first day on which it holds, and the first on which it no longer does. */
  readonly fromDay: string
  readonly untilDay: string | null
  readonly hours: readonly WeekHours[]
}

export interface TimetableWish {
  /** The timetable that is changed; a new one without it. */
  readonly target: string | undefined
  /** What the person had before him: the timetable that this one changes or follows up. Nothing when there was none. */
  readonly seen: { readonly id: string; readonly version: number } | undefined
  readonly input: TimetableInput
}

export type TimetableOutcome =
  | { readonly ok: true; readonly id: string }
  /** Somebody else was first: what stands there now; nothing when it was removed. */
  | { readonly ok: false; readonly reason: 'changed'; readonly theirs: Timetable | undefined }
  /** Another period or exception begins on that day. */
  | { readonly ok: false; readonly reason: 'taken'; readonly theirs: Timetable }

/**
 * Saves a timetable: a new one, or another content of one. An ordinary week that begins on a later day than the one that
 * is changed follows it up: that one ends there, and is otherwise as it was. Who saw an older version gets what stands
 * there now, and nothing is written. The same sent twice is saved once.
 * @throws conflict when a place of it was closed meanwhile
 */
export async function saveTimetable(
  tx: WriteHandle,
  scope: DeskScope,
  wish: TimetableWish,
  now: Instant,
): Promise<TimetableOutcome> {
  await changeHoursInTurn(tx, scope, scope.deskId)
  const timetables = (await findHours(tx, scope, [scope.deskId])).get(scope.deskId)?.timetables ?? []
  const judged = judge(timetables, wish)
  const id = judged.ok ? (judged.id ?? uuidv7()) : ''
  if (judged.ok && !judged.stands) {
    await refuseClosedPlaces(tx, scope, wish.input.hours)
    await writeTimetable(tx, scope, { id, isNew: !judged.id }, wish.input, now)
    await endWeeks(tx, scope, timetables)
  }
  const closes = wish.input.kind === 'exception'
  await recordAudit(tx, scope, now, {
    action: closes ? 'desks.plan-closure' : 'desks.change-week',
    subjectKind: 'desk',
    subjectId: scope.deskId,
    libraryId: scope.libraryId,
    details: {
      kind: wish.input.kind,
      fromDay: wish.input.fromDay,
      untilDay: wish.input.untilDay,
      hours: wish.input.hours.length,
      saved: judged.ok,
    },
  })
  return judged.ok ? { ok: true, id } : judged
}

/** Ends the ordinary weeks of a desk where the next one begins now; `before` is how they stood before the change. */
export async function endWeeks(
  tx: WriteHandle,
  scope: DeskScope,
  before: Parameters<typeof endFollowedWeeks>[0],
): Promise<void> {
  const weeks = await findWeeks(tx, scope)
  for (const [at, { id, untilDay }] of endFollowedWeeks(before, weeks).entries())
    if (untilDay !== weeks[at]?.untilDay)
      await tx
        .updateTable('desks.timetables')
        .set({ until_day: untilDay })
        .where('id', '=', id)
        .where('desk_id', '=', scope.deskId)
        .execute()
}

/** Changes of one desk's hours wait for each other: what two people save at once is judged one after the other. */
export async function changeHoursInTurn(
  tx: WriteHandle,
  _scope: DeskScope | DesksScope | AdministrationScope,
  deskId: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('hours ' || ${deskId}::text, 0))`.execute(tx)
}

/**
 * Holds that the places of hours are still open, within the turn of who changes those hours.
 * @throws conflict when one was closed meanwhile: visitors would not hear where they must be
 */
export async function refuseClosedPlaces(
  tx: WriteHandle,
  { deskId }: DeskScope,
  hours: readonly Pick<Hours, 'placeId'>[],
): Promise<void> {
  const placeIds = [...new Set(hours.flatMap(({ placeId }) => placeId ?? []))]
  if (placeIds.length === 0) return
  const open = await tx
    .selectFrom('desks.places')
    .select('id')
    .where('id', 'in', placeIds)
    .where('desk_id', '=', deskId)
    .where('active', '=', true)
    .execute()
  if (open.length < placeIds.length) refuse('conflict')
}

/** What becomes of a wish: into which timetable it is written (a new one without id), or that it stands there already. */
type Judged =
  | { readonly ok: true; readonly id: string | undefined; readonly stands: boolean }
  | Extract<TimetableOutcome, { ok: false }>

function judge(timetables: readonly Timetable[], { target: targetId, seen, input }: TimetableWish): Judged {
  const target = timetables.find(({ id }) => id === targetId)
  const standing = timetables.find((each) => isSame(each, input))
  if (standing) return { ok: true, id: standing.id, stands: true }
  if (targetId && !target) return { ok: false, reason: 'changed', theirs: undefined }
  const sameDay = timetables.find(
    ({ id, kind, fromDay }) => kind === input.kind && fromDay === input.fromDay && id !== target?.id,
  )
  const followsUp = input.kind === 'ordinary' && target !== undefined && input.fromDay > target.fromDay
  const sawSameDay = sameDay !== undefined && sameDay.id === seen?.id && sameDay.version === seen.version
  if (sameDay && input.kind === 'ordinary' && (followsUp || !target))
    return sawSameDay
      ? { ok: true, id: sameDay.id, stands: false }
      : { ok: false, reason: 'changed', theirs: sameDay }
  if (sameDay) return { ok: false, reason: 'taken', theirs: sameDay }
  const before = followsUp || !target ? ordinaryBefore(timetables, input) : target
  if (before && (before.id !== seen?.id || before.version !== seen.version))
    return { ok: false, reason: 'changed', theirs: before }
  return { ok: true, id: followsUp ? undefined : target?.id, stands: false }
}

/** The ordinary week that a new one follows up. */
function ordinaryBefore(timetables: readonly Timetable[], input: TimetableInput): Timetable | undefined {
  if (input.kind !== 'ordinary') return undefined
  return timetables
    .filter(({ kind, fromDay }) => kind === 'ordinary' && fromDay < input.fromDay)
    .sort((one, other) => one.fromDay.localeCompare(other.fromDay))
    .at(-1)
}

function isSame(one: TimetableInput, other: TimetableInput): boolean {
  const content = ({ kind, name, fromDay, untilDay, hours }: TimetableInput): string =>
    JSON.stringify([
      kind,
      name,
      fromDay,
      // When an ordinary week ends is not in its form: it follows from the next one.
      kind === 'ordinary' ? null : untilDay,
      hours
        .map(({ weekday, opens, closes, kind: what, label, access, languages, targetGroup, placeId }) =>
          JSON.stringify([weekday, opens, closes, what, label, access, languages, targetGroup, placeId]),
        )
        .sort(),
    ])
  return content(one) === content(other)
}

/** The ordinary weeks of a desk, without their hours. */
export async function findWeeks(tx: WriteHandle, { deskId }: DeskScope) {
  const rows = await tx
    .selectFrom('desks.timetables')
    .select(['id', 'from_day as fromDay', 'until_day as untilDay'])
    .where('desk_id', '=', deskId)
    .where('kind', '=', 'ordinary')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'ordinary' as const }))
}

async function writeTimetable(
  tx: WriteHandle,
  { deskId }: DeskScope,
  { id, isNew }: { id: string; isNew: boolean },
  { kind, name, fromDay, untilDay, hours }: TimetableInput,
  now: Instant,
): Promise<void> {
  const validity = { name, from_day: fromDay }
  if (isNew)
    await tx
      .insertInto('desks.timetables')
      .values({ id, desk_id: deskId, kind, ...validity, until_day: untilDay, created_at: now.toString() })
      .execute()
  else {
    await tx
      .updateTable('desks.timetables')
      .set((eb) => ({
        ...validity,
        ...(kind !== 'ordinary' && { until_day: untilDay }),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .where('desk_id', '=', deskId)
      .execute()
    await tx.deleteFrom('desks.hours').where('timetable_id', '=', id).execute()
  }
  if (hours.length === 0) return
  await tx
    .insertInto('desks.hours')
    .values(
      hours.map((each) => ({
        id: uuidv7(),
        desk_id: deskId,
        timetable_id: id,
        weekday: each.weekday,
        opens: each.opens,
        closes: each.closes,
        kind: each.kind,
        label: each.label,
        access: each.access,
        languages: [...each.languages],
        target_group: each.targetGroup,
        place_id: each.placeId,
        created_at: now.toString(),
      })),
    )
    .execute()
}
