import type { TopicMonth } from '../reports/public.ts'

export interface EvidenceMonth extends TopicMonth {
  /** In the same month a year before. */
  readonly before: number | 'hidden'
}

/** How often a topic was asked about. */
export interface Evidence {
  /** The last twelve months that are over, oldest first. */
  readonly months: readonly EvidenceMonth[]
  /** The sum of the months of which both this year's and last year's number may be told; undefined when there is none. */
  readonly compared: { readonly months: number; readonly now: number; readonly before: number } | undefined
}

/** @param months twenty-four, oldest first */
export function evidenceOf(months: readonly TopicMonth[]): Evidence {
  const half = months.length / 2
  const both = months
    .slice(half)
    .map((month, at) => ({ ...month, before: months[at]?.questions ?? ('hidden' as const) }))
  const told = both.flatMap(({ questions, before }) =>
    questions === 'hidden' || before === 'hidden' ? [] : [{ questions, before }],
  )
  return {
    months: both,
    compared:
      told.length === 0
        ? undefined
        : {
            months: told.length,
            now: told.reduce((sum, { questions }) => sum + questions, 0),
            before: told.reduce((sum, { before }) => sum + before, 0),
          },
  }
}
