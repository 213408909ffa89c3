import { addDays } from '../../platform/time/local-time.ts'
import { hoursByWeek, type OtherDays, type Span, weekdaysAlike } from './hours-by-week.ts'
import type { DeskHours, Opening } from './opening-hours.ts'

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** https://schema.org/OpeningHoursSpecification */
export interface OpeningHoursSpecification {
  readonly '@type': 'OpeningHoursSpecification'
  readonly dayOfWeek?: (typeof weekdayNames)[number] | (typeof weekdayNames)[number][]
  readonly opens: string
  readonly closes: string
  readonly validFrom?: string
  readonly validThrough?: string
}

/** Properties of a Place, LocalBusiness or Service. */
export interface SchemaOrgHours {
  readonly openingHoursSpecification: readonly OpeningHoursSpecification[]
  /** In place of the usual week on its days. */
  readonly specialOpeningHoursSpecification?: readonly OpeningHoursSpecification[]
}

/**
 * The openings of a desk for a search engine, right from `fromDay` up to but not including `untilDay`. As Google reads it:
 * closed is from 00:00 until 00:00, and a closing time before the opening time is of the next day.
 * https://developers.google.com/search/docs/appearance/structured-data/local-business
 */
export function schemaOrgHours(
  hours: DeskHours,
  fromDay: string,
  untilDay: string,
  counts: (opening: Opening) => boolean,
): SchemaOrgHours {
  const { stretches, others } = hoursByWeek(hours, fromDay, untilDay, counts)
  const openingHoursSpecification = stretches.flatMap(({ week, ...days }) => {
    // Without an end or a beginning where it lasts longer than was asked.
    const valid = {
      ...(days.fromDay > fromDay && { validFrom: days.fromDay }),
      ...(days.untilDay < untilDay && { validThrough: addDays(days.untilDay, -1) }),
    }
    return weekdaysAlike(week).flatMap(({ weekdays, spans }) => {
      const [name, ...names] = weekdays.flatMap((weekday) => weekdayNames[weekday] ?? [])
      const dayOfWeek = names.length === 0 || !name ? name : [name, ...names]
      return spans
        .flatMap(halves)
        .map((span) => specification({ ...(dayOfWeek && { dayOfWeek }) }, span, valid))
    })
  })
  const special = others.flatMap((each) => specialDays(each))
  return {
    openingHoursSpecification,
    ...(special.length > 0 && { specialOpeningHoursSpecification: special }),
  }
}

const closed: Span = { opens: 0, closes: 0 }

function specialDays({ fromDay, untilDay, spans }: OtherDays): OpeningHoursSpecification[] {
  const valid = { validFrom: fromDay, validThrough: addDays(untilDay, -1) }
  return (spans.length === 0 ? [closed] : spans.flatMap(halves)).map((span) => specification({}, span, valid))
}

/** From midnight until midnight would be read as closed. */
const halves = (span: Span): Span[] =>
  span.opens === 0 && span.closes === 1440
    ? [
        { opens: 0, closes: 720 },
        { opens: 720, closes: 1440 },
      ]
    : [span]

const specification = (
  which: Pick<OpeningHoursSpecification, 'dayOfWeek'>,
  { opens, closes }: Span,
  valid: Pick<OpeningHoursSpecification, 'validFrom' | 'validThrough'>,
): OpeningHoursSpecification => ({
  '@type': 'OpeningHoursSpecification',
  ...which,
  opens: clockTime(opens),
  closes: clockTime(closes % 1440),
  ...valid,
})

const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
