export interface FindableTopic {
  readonly label: string
  readonly searchTerms: readonly string[]
  /** Codes of the organisations that its questions are usually about. */
  readonly serviceProviders: readonly string[]
}
export interface FindableProvider {
  readonly code: string
  readonly name: string
  readonly shortName: string
}

// How much a find is worth, by where the word stands. The label as a whole weighs a little more than one of its
// words, so that 'digid' finds the topic DigiD before DigiD aanvragen.
const wholeLabel = 1.1
const inLabel = 1
const inSearchTerms = 0.8
const inProviderName = 0.6
/** One good word among four is still a find; an organisation that resembles the text is the weakest. */
const leastScore = 0.25

/**
 * Makes the search over these topics: give it what somebody typed and it gives the topics, best first, ties in the
 * order of `topics`. It forgives accents, half words, words in another order, words that mean nothing here and
 * a typing error or two. Runs in the browser as well: no imports, under 1.5 kB.
 */
export function topicSearch<Topic extends FindableTopic>(
  topics: readonly Topic[],
  providers: readonly FindableProvider[],
): (typed: string) => Topic[] {
  const named = new Map(
    providers.map((provider) => [provider.code, `${provider.name} ${provider.shortName}`]),
  )
  const indexed = topics.map((topic) => {
    const weights = new Map<string, number>()
    const add = (text: string, weight: number) => {
      for (const word of words(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
    }
    for (const code of topic.serviceProviders) add(named.get(code) ?? '', inProviderName)
    for (const term of topic.searchTerms) add(term, inSearchTerms)
    add(topic.label, inLabel)
    return { topic, label: words(topic.label).join(''), weights: [...weights] }
  })

  return (typed) => {
    const asked = words(typed)
    if (asked.length === 0) return []
    const joined = asked.join('')
    // The same word stands with many topics: compare it once.
    const compared = asked.map((word) => memoised((known) => likeness(word, known)))
    return indexed
      .map(({ topic, label, weights }) => {
        let sum = 0
        for (const likenessTo of compared) {
          let best = 0
          for (const [word, weight] of weights) best = Math.max(best, weight * likenessTo(word))
          sum += best
        }
        return { topic, score: Math.max(sum / asked.length, wholeLabel * likeness(joined, label)) }
      })
      .filter(({ score }) => score >= leastScore)
      .sort((a, b) => b.score - a.score)
      .map(({ topic }) => topic)
  }
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function memoised(compute: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>()
  return (word) => {
    const value = known.get(word) ?? compute(word)
    known.set(word, value)
    return value
  }
}

/** Outside the table: more errors than are ever allowed. */
const tooMany = 9

/** From 1 (the same) down to 0 (nothing alike): same, beginning, part (Dutch compounds), a typing error, a beginning with one. */
function likeness(typed: string, known: string): number {
  if (typed === known) return 1
  const share = typed.length / known.length
  if (known.startsWith(typed)) return 0.8 + 0.1 * share
  if (typed.length > 2 && known.includes(typed)) return 0.5 + 0.2 * share
  const allowed = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0
  if (!allowed || known.length < typed.length - allowed) return 0
  const [whole, beginning] = typingErrors(typed, known, allowed)
  if (whole <= allowed) return 0.7 - 0.1 * whole
  return beginning <= allowed ? 0.55 - 0.1 * beginning : 0
}

/**
 * Least number of letters missing, doubled, wrong or swapped: to all of `known`, and to its best beginning. Stops as soon as both
 * must be more than `allowed`; for most words that is after two or three letters, and more than halves the time.
 */
function typingErrors(typed: string, known: string, allowed: number): [whole: number, beginning: number] {
  const cell = (row: readonly number[], column: number) => row[column] ?? tooMany
  let before: number[] = []
  let row = Array.from({ length: known.length + 1 }, (_, column) => column)
  let least = 0
  for (let t = 0; t < typed.length && least <= allowed; t++) {
    const next = [t + 1]
    least = t + 1
    for (let k = 0; k < known.length; k++) {
      let errors = Math.min(
        cell(row, k) + (typed[t] === known[k] ? 0 : 1),
        cell(row, k + 1) + 1,
        cell(next, k) + 1,
      )
      if (typed[t] === known[k - 1] && typed[t - 1] === known[k])
        errors = Math.min(errors, cell(before, k - 1) + 1)
      next.push(errors)
      least = Math.min(least, errors)
    }
    before = row
    row = next
  }
  return [cell(row, known.length), least]
}
