import { dayNumber } from '../../platform/time/local-minutes.ts'
import type { DatedHours } from './opening-hours.ts'

/** The hours, of those that are there, that are at the same time as one of the new ones: of the same, in the same place. */
export function clashOf(
  added: readonly DatedHours[],
  present: readonly DatedHours[],
  moves: boolean,
): DatedHours | undefined {
  const start = ({ day, opens }: DatedHours): number => dayNumber(day) * 1440 + opens
  const end = ({ day, closes }: DatedHours): number => dayNumber(day) * 1440 + closes
  const same = (one: DatedHours, other: DatedHours): boolean =>
    moves || (one.kind === other.kind && one.label === other.label && one.placeId === other.placeId)
  return present.find(
    (other) =>
      !other.cancelled &&
      added.some((one) => same(one, other) && start(one) < end(other) && start(other) < end(one)),
  )
}
