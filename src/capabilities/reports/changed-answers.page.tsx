import type { Child } from 'hono/jsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import type { ChangedAnswers } from '../lists/public.ts'
import type { Level } from './area.ts'
import { sayChangedAnswers } from './changed-answers.ts'
import { addsUp } from './comparable-cells.ts'
import type { Words } from './figure-words.ts'

/** What changed in the lists between the two periods that are compared: what was added up, and what does not compare. */
export function ChangedAnswersNote({
  changed,
  level,
  words,
}: {
  changed: ChangedAnswers['changes']
  level: Level
  words: Words
}): Child {
  return sayChangedAnswers(changed, addsUp(level), words).map((sentence) => <Paragraph>{sentence}</Paragraph>)
}
