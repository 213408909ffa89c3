import { dayFields } from '../../platform/http/date-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { Measure } from './goal.ts'

/** Rotterdam's three goals (guide § 5.2.5), to begin with. For referrals the guide names no number: ours is a proposal. */
export const goalExamples = {
  reach: { measure: 'reach', target: 'relative', number: '30' },
  score: { measure: 'score', target: 'absolute', number: '7' },
  referrals: { measure: 'referrals', target: 'relative', number: '10' },
} as const satisfies Record<string, { measure: Measure; target: 'absolute' | 'relative'; number: string }>

export type GoalExample = keyof typeof goalExamples
export const exampleNames = Object.keys(goalExamples) as GoalExample[]

/** What a new goal begins with: this year, set against the year before. */
export function usualFields(today: string): [string, string][] {
  const year = Number(today.slice(0, 4))
  return [
    ['scope', 'municipality'],
    ['target', 'absolute'],
    ...dayFields('from', `${year}-01-01`),
    ...dayFields('until', `${year}-12-31`),
    ...dayFields('base-from', `${year - 1}-01-01`),
    ...dayFields('base-until', `${year - 1}-12-31`),
  ]
}

/** The same with an example filled in. */
export function exampleFields(name: GoalExample, today: string, t: Translate): [string, string][] {
  const { target, number } = goalExamples[name]
  return [
    ...usualFields(today).filter(([field]) => field !== 'target'),
    ['title', t(`goals.example.${name}`)],
    ['target', target],
    [target === 'absolute' ? 'target-value' : 'target-percent', number],
  ]
}
