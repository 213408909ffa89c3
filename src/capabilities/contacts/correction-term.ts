import { daysBetween } from '../../platform/time/local-time.ts'

/**
 * Whether a registration may still be changed: on the day it was received and for `days` whole days after it. The day
 * of receipt counts and not that of the conversation, so that what a device held for a week can still be mended.
 */
export function withinTerm(receivedOn: string, today: string, days: number): boolean {
  return daysBetween(receivedOn, today) <= days
}
