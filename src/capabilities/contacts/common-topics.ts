/**
 * The topics that stand on the form of a desk that has no history yet. Their order follows what is known of what
 * people ask: DigiD first, then devices, then municipal matters (KB, July 2023), then the other examples of the guide.
 */
export const commonTopics = [
  'digid-app-install',
  'digid-apply',
  'smartphone-tablet',
  'municipal-facilities',
  'allowances',
  'income-tax-return',
  'computer',
  'driving-licence',
  'online-banking',
  'passport',
  'housing-registration',
  'state-pension',
] as const

export const topicsOnTheForm = 10

/** The topics one tap away at a desk: the most used there, filled up with what is common everywhere. */
export function topicsUpFront(mostUsed: readonly string[], valid: ReadonlySet<string>): string[] {
  return [...new Set([...mostUsed, ...commonTopics])]
    .filter((code) => valid.has(code))
    .slice(0, topicsOnTheForm)
}
