import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { changeHoursInTurn } from '../change-week/change-week.command.ts'
import type { DatedHours } from '../opening-hours.ts'
import { findHours } from '../read-hours/read-hours.query.ts'
import { clashOf } from '../stop-clash.ts'

/**
 * Adds hours of single days: stops of a bus, or one day outside the week. The id of the first came with the form, so that
 * the same form sent twice adds them once.
 * @param moves a desk that moves is in one place at a time, whatever it does there
 * @returns the hours that are there at the same time already; nothing when all were added
 */
export async function addStops(
  tx: WriteHandle,
  scope: DeskScope,
  stops: readonly DatedHours[],
  { moves, now }: { moves: boolean; now: Instant },
): Promise<DatedHours | undefined> {
  const { deskId, libraryId } = scope
  await changeHoursInTurn(tx, scope, deskId)
  const dated = (await findHours(tx, scope, [deskId])).get(deskId)?.dated ?? []
  const added = dated.some(({ id }) => id === stops[0]?.id)
  const clash = added ? undefined : clashOf(stops, dated, moves)
  if (!added && !clash)
    await tx
      .insertInto('desks.hours')
      .values(
        stops.map((stop) => ({
          id: stop.id || uuidv7(),
          desk_id: deskId,
          day: stop.day,
          opens: stop.opens,
          closes: stop.closes,
          kind: stop.kind,
          label: stop.label,
          access: stop.access,
          languages: [...stop.languages],
          target_group: stop.targetGroup,
          place_id: stop.placeId,
          created_at: now.toString(),
        })),
      )
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'desks.plan-stops',
    subjectKind: 'desk',
    subjectId: deskId,
    libraryId,
    details: { stops: stops.length, firstDay: stops[0]?.day ?? null, saved: clash === undefined },
  })
  return clash
}
