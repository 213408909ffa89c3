import { type Instant, secondsBetween } from '../../platform/time/local-time.ts'
import { clockTolerance } from './contact.ts'

export interface CheckedMoment {
  /** The moment that counts. */
  readonly moment: Instant
  /** Seconds that the device's clock was ahead when it sent; negative when behind, null when no device clock was involved. */
  readonly clockAheadSeconds: number | null
  readonly corrected: boolean
}

/**
 * Puts a moment right by what the device's clock said when it sent. Within the tolerance a clock counts as right;
 * beyond it every moment of that batch moves by the same step, so that their order and distances stay.
 * @param occurredAt moment by the device's clock
 * @param sentAt moment of sending by the same clock; absent for a form that the browser sent by itself
 */
export function checkMoment(occurredAt: Instant, sentAt: Instant | undefined, now: Instant): CheckedMoment {
  if (!sentAt) return { moment: occurredAt, clockAheadSeconds: null, corrected: false }
  const ahead = Math.round(secondsBetween(now, sentAt))
  if (Math.abs(ahead) <= clockTolerance.seconds)
    return { moment: occurredAt, clockAheadSeconds: ahead, corrected: false }
  return { moment: occurredAt.subtract({ seconds: ahead }), clockAheadSeconds: ahead, corrected: true }
}
