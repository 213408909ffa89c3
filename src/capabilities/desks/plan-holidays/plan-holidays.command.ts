import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant } from '../../../platform/time/local-time.ts'
import { changeHoursInTurn } from '../change-week/change-week.command.ts'
import { type HolidayDecision, isOwnDay, type PlannedHoliday, planHolidays } from '../holiday-plan.ts'
import type { Holiday } from '../public-holidays.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { findHolidaysAsUsual } from './plan-holidays.query.ts'

export interface HolidayChoice extends Holiday {
  readonly closed: boolean
  /** What visitors read about that day. */
  readonly title: string
}

/** How the desks of a decision stood before: `seen` by who decides for this one, or whatever somebody decided stays. */
export type DecidedBefore = { readonly seen: ReadonlyMap<string, HolidayDecision> } | { readonly stays: true }

/**
 * Decides for one desk on which holidays it is closed. What was decided as a day of its own is changed; a holiday within
 * a longer closure, or with hours of its own, stays as it is.
 * @returns the holidays about which somebody else decided otherwise since they were seen: nothing is written then
 */
export async function decideHolidays(
  tx: WriteHandle,
  scope: DesksScope,
  desk: { readonly id: string; readonly libraryId: string },
  choices: readonly HolidayChoice[],
  { before, now }: { before: DecidedBefore; now: Instant },
): Promise<PlannedHoliday[]> {
  await changeHoursInTurn(tx, scope, desk.id)
  const hours = (await findHours(tx, scope, [desk.id])).get(desk.id) ?? noHours
  const asUsual = (await findHolidaysAsUsual(tx, scope, [desk.id])).get(desk.id) ?? new Set()
  const choiceOn = new Map(choices.map((choice) => [choice.day, choice]))
  const wanted = planHolidays(hours, choices, asUsual).flatMap((planned) => {
    const choice = choiceOn.get(planned.day)
    const differs = choice && planned.decision !== (choice.closed ? 'closed' : 'as-usual')
    return differs ? [{ planned, choice }] : []
  })
  const changed =
    'seen' in before ? wanted.filter(({ planned }) => planned.decision !== before.seen.get(planned.day)) : []
  const decided = { closed: 0, asUsual: 0 }
  for (const { planned, choice } of changed.length > 0 ? [] : wanted) {
    if (!isOwnDay(planned) || ('stays' in before && planned.decision !== undefined)) continue
    if (choice.closed) {
      await closeOn(tx, scope, desk.id, choice, now)
      decided.closed += 1
    } else {
      await openOn(tx, scope, desk.id, planned.exception?.id, planned.day, now)
      decided.asUsual += 1
    }
  }
  await recordAudit(tx, scope, now, {
    action: 'desks.plan-holidays',
    subjectKind: 'desk',
    subjectId: desk.id,
    libraryId: desk.libraryId,
    details: { ...decided, saved: changed.length === 0 },
  })
  return changed.map(({ planned }) => planned)
}

async function closeOn(
  tx: WriteHandle,
  _scope: DesksScope,
  deskId: string,
  { day, title }: HolidayChoice,
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('desks.holidays_as_usual')
    .where('desk_id', '=', deskId)
    .where('day', '=', day)
    .execute()
  await tx
    .insertInto('desks.timetables')
    .values({
      id: uuidv7(),
      desk_id: deskId,
      kind: 'exception',
      name: title,
      from_day: day,
      until_day: addDays(day, 1),
      created_at: now.toString(),
    })
    .execute()
}

async function openOn(
  tx: WriteHandle,
  _scope: DesksScope,
  deskId: string,
  exceptionId: string | undefined,
  day: string,
  now: Instant,
): Promise<void> {
  if (exceptionId)
    await tx
      .deleteFrom('desks.timetables')
      .where('id', '=', exceptionId)
      .where('desk_id', '=', deskId)
      .execute()
  await tx
    .insertInto('desks.holidays_as_usual')
    .values({ desk_id: deskId, day, decided_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
