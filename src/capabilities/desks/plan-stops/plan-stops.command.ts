import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { changeHoursInTurn, refuseClosedPlaces } from '../change-week/change-week.command.ts'
import type { DatedHours } from '../opening-hours.ts'
import { findHours } from '../read-hours/read-hours.query.ts'
import { clashOf } from '../stop-clash.ts'

export type StopsOutcome =
  | { readonly ok: true }
  /** Hours that are there at the same time already. */
  | { readonly ok: false; readonly clash: DatedHours }
  /** What was saved under this id is not what is sent now: nothing was added. */
  | { readonly ok: false; readonly clash: undefined }

/** The id of a new stop may be of something else already, that this person cannot see. */
export const stopsConstraints = {
  hours_pkey: { id: '', message: 'hours.error.stop-saved' },
} as const satisfies Record<string, { id: string; message: MessageKey }>

/**
 * Adds hours of single days: stops of a bus, or one day outside the week. The id of the first came with the form, so that
 * the same form sent twice adds them once. Runs into stopsConstraints.
 * @param moves a desk that moves is in one place at a time, whatever it does there
 * @throws conflict when a place of it was closed meanwhile
 */
export async function addStops(
  tx: WriteHandle,
  scope: DeskScope,
  stops: readonly DatedHours[],
  { moves, now }: { moves: boolean; now: Instant },
): Promise<StopsOutcome> {
  const { deskId, libraryId } = scope
  await changeHoursInTurn(tx, scope, deskId)
  const dated = (await findHours(tx, scope, [deskId])).get(deskId)?.dated ?? []
  const outcome = judge(stops, dated, moves)
  if (outcome === 'new') {
    await refuseClosedPlaces(tx, scope, stops)
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
  }
  const answer: StopsOutcome = outcome === 'new' ? { ok: true } : outcome
  await recordAudit(tx, scope, now, {
    action: 'desks.plan-stops',
    subjectKind: 'desk',
    subjectId: deskId,
    libraryId,
    details: { stops: stops.length, firstDay: stops[0]?.day ?? null, saved: answer.ok },
  })
  return answer
}

function judge(
  stops: readonly DatedHours[],
  present: readonly DatedHours[],
  moves: boolean,
): StopsOutcome | 'new' {
  if (present.some(({ id }) => id === stops[0]?.id)) {
    const there = new Set(present.map(contentOf))
    return stops.every((stop) => there.has(contentOf(stop))) ? { ok: true } : { ok: false, clash: undefined }
  }
  const clash = clashOf(stops, present, moves)
  return clash ? { ok: false, clash } : 'new'
}

const contentOf = ({
  day,
  opens,
  closes,
  kind,
  label,
  access,
  languages,
  targetGroup,
  placeId,
}: DatedHours) => JSON.stringify([day, opens, closes, kind, label, access, languages, targetGroup, placeId])
