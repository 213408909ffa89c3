import { addDays } from '../../platform/time/local-time.ts'

/** How sure it is that an entry is still right. `stale` is marked wherever it shows; `hidden` is no longer proposed to anybody. */
export type Freshness = 'fresh' | 'stale' | 'hidden'

/** So many days after the day of review an entry is no longer proposed: nobody sends a visitor to a door that may be shut. */
export const daysUntilHidden = 90

/**
 * Whether an entry can still be trusted. On the day of review itself it can; from the day after it is marked, and more than
 * `daysUntilHidden` days after it, it is hidden from proposals, never from who looks for it by name.
 * @param today the local day
 */
export function freshness({ reviewOn }: { readonly reviewOn: string }, today: string): Freshness {
  if (today <= reviewOn) return 'fresh'
  return today > addDays(reviewOn, daysUntilHidden) ? 'hidden' : 'stale'
}

/** The days between two looks at an entry: half a year, as a referral agreement is looked at twice a year. */
export const reviewDays = 182

/** The day on which somebody has to look again, when somebody did today. */
export const nextReview = (today: string): string => addDays(today, reviewDays)
