import { isSameWord, stemOf, tellingWords } from '../triage/public.ts'
import type { Signal } from './signal.ts'

type Worded = Pick<Signal, 'id' | 'topicCode' | 'service' | 'problem'>

/** So many of the words of the shorter text are also in the other: rather one too many proposed than one not seen. */
const sharedPart = 1 / 3
/** One word in common says little: nearly every signal on permits has 'vergunning'. */
const fewestShared = 2

const wordsOf = ({ service, problem }: Worded): string[] => [
  ...new Set(tellingWords(`${service} ${problem}`).map(stemOf)),
]

/** Whether two signals may well be the same: on the same topic, and with words in common, typing errors forgiven. */
export function areAlike(one: Worded, other: Worded): boolean {
  if (one.topicCode !== other.topicCode) return false
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted(
    (first, second) => first.length - second.length,
  )
  const shared = short.filter((word) => long.some((each) => isSameWord(word, each))).length
  return shared >= Math.min(fewestShared, short.length) && shared >= short.length * sharedPart
}

/** Which of these may well be the same as a signal. */
export const alikeTo = <Other extends Worded>(signal: Worded, others: readonly Other[]): Other[] =>
  others.filter((other) => other.id !== signal.id && areAlike(signal, other))
