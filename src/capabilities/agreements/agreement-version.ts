import type { Instant } from '../../platform/time/local-time.ts'
import { buildingBlocks } from './building-blocks.ts'
import { type FilledBlocks, sayFilled, type WrittenAgreement } from './written-agreement.ts'

/** What is kept of a version: the text, and what it was made of. */
export interface AgreementVersion {
  readonly written: WrittenAgreement
  readonly blocks: readonly string[]
  readonly filled: FilledBlocks
}

/** A version as it stands in a list. */
export interface VersionInList {
  readonly id: string
  readonly number: number
  /** When it was made, and by whom; empty for who may not see the name. */
  readonly madeAt: Instant
  readonly madeBy: string
  readonly openBlanks: number
  readonly agreedOn: string | null
}

/** What became different in an article, or in what was filled in. */
export interface Difference {
  readonly article: string
  /** `left-out` and `added`: the article as a whole. */
  readonly kind: 'added' | 'left-out' | 'changed'
  /** Which blank; empty when it is about the article. */
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What the later of two versions has that the earlier had not, and the other way: articles, and what stood in their blanks. */
export function compareVersions(before: AgreementVersion, after: AgreementVersion): Difference[] {
  const articlesOf = ({ written }: AgreementVersion) =>
    new Map(written.articles.map((article) => [article.block, article]))
  const [old, fresh] = [articlesOf(before), articlesOf(after)]
  const order = [...new Set([...fresh.keys(), ...old.keys()])]
  return order.flatMap((block): Difference[] => {
    const [was, is] = [old.get(block), fresh.get(block)]
    const article = is?.title ?? was?.title ?? block
    const whole = (kind: 'added' | 'left-out') => ({ article, kind, label: '', before: '', after: '' })
    if (!was) return [whole('added')]
    if (!is) return [whole('left-out')]
    const blanks = blankDifferences(block, article, before.filled, after.filled)
    if (blanks.length > 0) return blanks
    // The facts of the agreement, as its last day, stand in the text and in no blank.
    const texts = [was, is].map(({ members }) => members.map(({ text }) => text))
    const gone = texts[0]?.filter((text) => !texts[1]?.includes(text)) ?? []
    const come = texts[1]?.filter((text) => !texts[0]?.includes(text)) ?? []
    return gone.length === 0 && come.length === 0
      ? []
      : [{ article, kind: 'changed', label: '', before: gone.join('\n'), after: come.join('\n') }]
  })
}

function blankDifferences(
  block: string,
  article: string,
  before: FilledBlocks,
  after: FilledBlocks,
): Difference[] {
  const blanks = buildingBlocks.find(({ key }) => key === block)?.blanks ?? []
  return blanks.flatMap((blank) => {
    const [was, is] = [
      sayFilled(blank, before[block]?.[blank.key]),
      sayFilled(blank, after[block]?.[blank.key]),
    ]
    return was === is
      ? []
      : [{ article, kind: 'changed' as const, label: blank.label, before: was, after: is }]
  })
}
