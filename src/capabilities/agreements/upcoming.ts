import { monthsLater } from '../../platform/time/local-month.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { type AgreementStatus, holdsOn, lastDayOf, type Terms } from './agreement.ts'
import { type KeptDeliverable, type Ower, occurrencesOf } from './deliverable.ts'

/** So many days ahead it shows what comes. */
export const shownAheadDays = 92
/** So many days ahead officials have a mail about it. */
export const remindedAheadDays = 28
/** A day of review that is past shows as long as this: nobody says that it was held. */
const reviewShownDays = 30

/** Something with a day that asks for attention. */
export interface Upcoming {
  readonly agreementId: string
  readonly agreementTitle: string
  /** `notice`: the last day to say that one does not go on. */
  readonly kind: 'review' | 'notice' | 'end' | 'deliverable'
  readonly day: string
  readonly late: boolean
  /** Of a deliverable. */
  readonly what: string
  readonly owedBy: Ower | null
  readonly deliverableId: string | null
}

/** The last day on which one can say that one does not go on; undefined when that is not agreed. */
export const noticeDay = ({
  untilDay,
  noticeMonths,
}: Pick<Terms, 'untilDay' | 'noticeMonths'>): string | undefined =>
  untilDay !== null && noticeMonths !== null && noticeMonths > 0
    ? monthsLater(untilDay, -noticeMonths)
    : undefined

/** What comes of an agreement that holds, the first day first; and what is late. Of drafts, and of what ended, nothing is due. */
export function upcomingOf(
  agreement: Terms & {
    readonly id: string
    readonly title: string
    readonly status: AgreementStatus
    readonly endedOn: string | null
  },
  deliverables: readonly KeptDeliverable[],
  today: string,
  aheadDays = shownAheadDays,
): Upcoming[] {
  if (!holdsOn(agreement, today)) return []
  const until = addDays(today, aheadDays)
  const { id: agreementId, title: agreementTitle, status, reviewOn } = agreement
  const lastDay = lastDayOf(agreement)
  const thing = (kind: Upcoming['kind'], day: string, late: boolean): Upcoming => ({
    agreementId,
    agreementTitle,
    kind,
    day,
    late,
    what: '',
    owedBy: null,
    deliverableId: null,
  })
  // Who ended it has given notice.
  const notice = status === 'ended' ? undefined : noticeDay(agreement)
  const days: Upcoming[] = [
    ...(reviewOn !== null && reviewOn <= until && reviewOn >= addDays(today, -reviewShownDays)
      ? [thing('review', reviewOn, reviewOn < today)]
      : []),
    ...(notice !== undefined && notice <= until && notice >= today ? [thing('notice', notice, false)] : []),
    ...(lastDay !== null && lastDay <= until ? [thing('end', lastDay, lastDay < today)] : []),
  ]
  const owed = deliverables
    .filter((deliverable) => deliverable.agreementId === agreementId)
    .flatMap((deliverable) =>
      occurrencesOf(deliverable, { today, until, lastDay })
        .filter(({ doneOn, dueOn }) => doneOn === null && dueOn <= until)
        .map(({ dueOn, late }) => ({
          ...thing('deliverable', dueOn, late),
          what: deliverable.what,
          owedBy: deliverable.owedBy,
          deliverableId: deliverable.id,
        })),
    )
  return [...days, ...owed].sort((one, other) => one.day.localeCompare(other.day))
}
