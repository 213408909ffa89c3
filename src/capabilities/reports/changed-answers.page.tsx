import type { Child } from 'hono/jsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { dayInTable } from '../../platform/time/local-time.ts'
import type { ChangedAnswers } from '../lists/public.ts'
import type { Level } from './area.ts'
import { addsUp, figureOfList } from './comparable-cells.ts'
import type { Words } from './figure-words.ts'

/** What changed in the lists between the two periods that are compared: what was added up, and what does not compare. */
export function ChangedAnswersNote({
  changed,
  level,
  words: { t, nameOf },
}: {
  changed: ChangedAnswers['changes']
  level: Level
  words: Words
}): Child {
  return changed.map(({ kind, list, from, to, since }) => {
    const names = (codes: readonly string[]): string =>
      codes.map((code) => `‘${nameOf(figureOfList[list], code)}’`).join(', ')
    const how = kind === 'split' ? 'split' : !addsUp(level) ? 'not' : list === 'help' ? 'help' : 'merge'
    return (
      <Paragraph>
        {t(`list-care.compare.${how}`, { from: names(from), to: names(to), since: dayInTable(since) })}
      </Paragraph>
    )
  })
}
