import { isSameWord, plainWords, stemOf, tellingWords } from './text-words.ts'

/** A text that was typed beside an answer 'other', in one month. */
export interface CountedText {
  /** The answer it was typed beside: help-other, library-other … Texts of different ones are never put together. */
  readonly code: string
  readonly text: string
  readonly month: string
  readonly contacts: number
}

export interface TextGroup {
  readonly code: string
  /** A text belongs to the group when it has all of these words, stemmed; in order of the alphabet. */
  readonly words: readonly string[]
  /** For each of these words how it is written: 'print' as printen, print, geprint … without typing errors. */
  readonly forms: Readonly<Record<string, readonly string[]>>
  /** The text that was typed most. */
  readonly label: string
  readonly contacts: number
  /** By month (2026-03), in order of time. */
  readonly months: readonly (readonly [month: string, contacts: number])[]
  /** Most typed first. */
  readonly texts: readonly { readonly text: string; readonly contacts: number }[]
}

/** Heads have so many words at most: what is longer is a story, and stands alone. */
const mostHeadWords = 3

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Puts texts together that are about the same: with the same telling words in any order, a typing error aside ('whatsapp', 'hulp
 * met watsapp', 'whats app op telefoon'). A group is named after its fewest words, and takes every text that has those. The same
 * texts give the same groups, in whatever order they come. Largest first.
 */
export function groupTexts(texts: Iterable<CountedText>): TextGroup[] {
  const byCode = new Map<string, CountedText[]>()
  for (const each of texts) {
    const known = byCode.get(each.code)
    if (known) known.push(each)
    else byCode.set(each.code, [each])
  }
  return [...byCode]
    .flatMap(([code, some]) => groupsOf(code, some))
    .sort(
      (one, other) =>
        other.contacts - one.contacts ||
        byText(one.code, other.code) ||
        byText(one.words.join(' '), other.words.join(' ')),
    )
}

interface Key {
  readonly words: readonly string[]
  contacts: number
  readonly texts: CountedText[]
}

function groupsOf(code: string, texts: readonly CountedText[]): TextGroup[] {
  const { keys, formsOf } = keysOf(texts)
  const heads = new Map<string, Key[]>()
  for (const key of keys.values()) {
    const head = headOf(key, keys)
    const known = heads.get(head)
    if (known) known.push(key)
    else heads.set(head, [key])
  }
  return [...heads].map(([head, members]) => {
    const words = head === '' ? [] : head.split(' ')
    const forms = Object.fromEntries(words.map((word) => [word, [...(formsOf.get(word) ?? [])].sort(byText)]))
    const counted = members.flatMap((member) => member.texts)
    return { code, words, forms, ...countTexts(counted) }
  })
}

/**
 * The texts by the stems of their telling words. Typing errors and parted words become what is written more often; once before
 * stemming, since an error spoils the stem, and once after, since stems may differ by one as well.
 */
function keysOf(texts: readonly CountedText[]) {
  const split = texts.map(({ text }) => tellingWords(text))
  const written = new Set(split.flat())
  const joined = split.map((words) => joinParted(words, written))
  const spelling = spellingOf(joined, texts)
  const right = joined.map((words) => words.map((word) => spelling.get(word) ?? word))
  const stemmed = right.map((words) => words.map(stemOf))
  const stemSpelling = spellingOf(stemmed, texts)
  const keys = new Map<string, Key>()
  const formsOf = new Map<string, Set<string>>()
  for (const [at, counted] of texts.entries()) {
    const stems = (stemmed[at] ?? []).map((stem) => stemSpelling.get(stem) ?? stem)
    for (const [place, stem] of stems.entries()) {
      const forms = formsOf.get(stem) ?? new Set()
      forms.add(right[at]?.[place] ?? stem)
      formsOf.set(stem, forms)
    }
    const words = [...new Set(stems)].sort(byText)
    const name = words.join(' ')
    const key = keys.get(name) ?? { words, contacts: 0, texts: [] }
    key.contacts += counted.contacts
    key.texts.push(counted)
    keys.set(name, key)
  }
  return { keys, formsOf }
}

/** 'whats app' becomes 'whatsapp' where somebody wrote it as one word. */
function joinParted(words: readonly string[], written: ReadonlySet<string>): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]]
    if (next !== '' && written.has(word + next)) {
      joined.push(word + next)
      at += 1
    } else joined.push(word)
  }
  return joined
}

/** For each word the more usual one that it is a typing error of; only for those that are. */
function spellingOf(
  written: readonly (readonly string[])[],
  texts: readonly CountedText[],
): Map<string, string> {
  const numbers = new Map<string, number>()
  for (const [at, words] of written.entries())
    for (const word of new Set(words))
      numbers.set(word, (numbers.get(word) ?? 0) + (texts[at]?.contacts ?? 0))
  const words = [...numbers].sort(([one, first], [other, second]) => second - first || byText(one, other))
  const spelling = new Map<string, string>()
  // Two words with at most two errors between them share what is left when two letters are taken out of each.
  const leaders = new Map<string, string[]>()
  for (const [word] of words) {
    const traces = tracesOf(word)
    const candidates = new Set(traces.flatMap((trace) => leaders.get(trace) ?? []))
    let leader: string | undefined
    for (const candidate of candidates) {
      const better =
        leader === undefined ||
        (numbers.get(candidate) ?? 0) > (numbers.get(leader) ?? 0) ||
        (numbers.get(candidate) === numbers.get(leader) && candidate < leader)
      if (better && isSameWord(word, candidate)) leader = candidate
    }
    if (leader !== undefined) {
      spelling.set(word, leader)
      continue
    }
    for (const trace of traces) {
      const known = leaders.get(trace)
      if (known) known.push(word)
      else leaders.set(trace, [word])
    }
  }
  return spelling
}

/** What is left of a word when letters are taken out of it, as many as errors are forgiven. */
function tracesOf(word: string): string[] {
  if (word.length < 4 || /\d/.test(word)) return []
  // Beside a longer word a shorter one counts: with one letter taken out where its own length would allow two.
  const depth = word.length < 8 ? 1 : 2
  const traces = new Set([word])
  let last = [word]
  for (let taken = 0; taken < depth; taken += 1) {
    last = last.flatMap((each) =>
      Array.from({ length: each.length - 1 }, (_, at) => each.slice(0, at + 1) + each.slice(at + 2)),
    )
    for (const each of last) traces.add(each)
  }
  return [...traces]
}

/** The words of the group that a key belongs to: the most typed of the fewest words it has, or its own. */
function headOf(key: Key, keys: ReadonlyMap<string, Key>): string {
  let best: string | undefined
  for (const name of partsOf(key.words)) {
    const part = keys.get(name)
    if (!part || partsOf(part.words).some((smaller) => keys.has(smaller))) continue
    const bestContacts = best === undefined ? -1 : (keys.get(best)?.contacts ?? 0)
    if (part.contacts > bestContacts || (part.contacts === bestContacts && name < (best ?? ''))) best = name
  }
  return best ?? key.words.join(' ')
}

/** All choices of some but not all of these words, of three at most. */
function partsOf(words: readonly string[]): string[] {
  const parts: string[] = []
  const choose = (from: number, chosen: readonly string[]): void => {
    if (chosen.length > 0 && chosen.length < words.length) parts.push(chosen.join(' '))
    if (chosen.length === mostHeadWords) return
    for (let at = from; at < words.length; at += 1) choose(at + 1, [...chosen, words[at] ?? ''])
  }
  choose(0, [])
  return parts
}

function countTexts(
  counted: readonly CountedText[],
): Pick<TextGroup, 'label' | 'contacts' | 'months' | 'texts'> {
  const numbers = new Map<string, number>()
  const months = new Map<string, number>()
  for (const { text, month, contacts } of counted) {
    numbers.set(text, (numbers.get(text) ?? 0) + contacts)
    months.set(month, (months.get(month) ?? 0) + contacts)
  }
  const texts = [...numbers]
    .map(([text, contacts]) => ({ text, contacts }))
    .sort((one, other) => other.contacts - one.contacts || byText(one.text, other.text))
  return {
    label: texts[0]?.text ?? '',
    contacts: texts.reduce((sum, { contacts }) => sum + contacts, 0),
    months: [...months].sort(([one], [other]) => byText(one, other)),
    texts,
  }
}

/** The words of a group, and which texts with these words it does not take. */
type GroupWords = Pick<TextGroup, 'words' | 'forms'> & { readonly without?: readonly string[] }

/**
 * Tells of any text, also one that nobody typed before, whether it belongs to one of these groups: it has all words of one, typing
 * errors and parted words forgiven, and is not left out of that one.
 */
export function belongsTo(groups: readonly GroupWords[]): (text: string) => boolean {
  const all = groups.map((group) => ({ group, isLeftOut: leftOutOf(group) }))
  return (text) => {
    const words = tellingWords(text)
    const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`)
    const said = [...words, ...pairs].map((word) => ({ word, stem: stemOf(word) }))
    return all.some(
      ({ group, isLeftOut }) =>
        group.words.length > 0 &&
        group.words.every((wanted) => {
          const forms = group.forms[wanted] ?? []
          return said.some(
            ({ word, stem }) => isSameWord(stem, wanted) || forms.some((form) => isSameWord(word, form)),
          )
        }) &&
        !isLeftOut(text),
    )
  }
}

/**
 * Tells of a text of a group whether it is left out: it says the same as a text that is, typing errors forgiven. Where that has no
 * telling words beside those of the group, only the very same words are the same: else the whole group would go.
 */
export function leftOutOf({ words, forms, without = [] }: GroupWords): (text: string) => boolean {
  const isOfGroup = (word: string): boolean =>
    words.some(
      (wanted) =>
        isSameWord(stemOf(word), wanted) || (forms[wanted] ?? []).some((form) => isSameWord(word, form)),
    )
  const left = without.map((text) => {
    const read = tellingWords(text).every(isOfGroup) ? plainWords : tellingWords
    return { read, said: read(text) }
  })
  return (text) =>
    left.some(({ read, said }) => {
      const own = read(text)
      return hasAll(own, said) && hasAll(said, own)
    })
}

const hasAll = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((one) => words.some((word) => isSameWord(word, one) || stemOf(word) === stemOf(one)))
