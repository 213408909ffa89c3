import { dayInTable } from '../../platform/time/local-time.ts'
import type { ChangedAnswers } from '../lists/public.ts'
import { figureOfList } from './comparable-cells.ts'
import type { Words } from './figure-words.ts'

/**
 * What changed in the lists between periods that stand beside each other, a sentence each.
 * @param addedUp what was merged is counted together in both; otherwise it does not compare
 */
export function sayChangedAnswers(
  changed: ChangedAnswers['changes'],
  addedUp: boolean,
  { t, nameOf }: Words,
): string[] {
  return changed.map(({ kind, list, from, to, since }) => {
    const names = (codes: readonly string[]): string =>
      codes.map((code) => `‘${nameOf(figureOfList[list], code)}’`).join(', ')
    const how = kind === 'split' ? 'split' : !addedUp ? 'not' : list === 'help' ? 'help' : 'merge'
    return t(`list-care.compare.${how}`, { from: names(from), to: names(to), since: dayInTable(since) })
  })
}
