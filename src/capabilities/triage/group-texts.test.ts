import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { belongsTo, type CountedText, groupTexts } from './group-texts.ts'
import { isSameWord, stemOf, tellingWords } from './text-words.ts'

const typed = (text: string, contacts = 1, code = 'other', month = '2026-10'): CountedText => ({
  code,
  text,
  contacts,
  month,
})
const labels = (texts: readonly CountedText[]) =>
  groupTexts(texts).map(({ label, contacts }) => [label, contacts])

describe('the words of a text', () => {
  test.each([
    ['Hulp bij het printen', ['printen']],
    ['PRINTEN!!', ['printen']],
    ['App’s geïnstalleerd', ['app', 'geinstalleerd']],
    ['foto’s naar de laptop', ['foto', 'laptop']],
    // Of nothing but words that tell nothing something must stay.
    ['uitleg gegeven', ['uitleg', 'gegeven']],
    ['?!', []],
  ])('%s', (text, words) => {
    expect(tellingWords(text)).toEqual(words)
  })

  test('are stemmed until nothing changes', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => stemOf(stemOf(word)) === stemOf(word)),
    ))

  test.each([
    ['whatsapp', 'watsapp', true],
    ['whatsapp', 'whatsap', true],
    ['email', 'emial', true],
    ['printer', 'print', false],
    ['bus', 'bos', false],
    ['mp3', 'mp4', false],
    ['baan', 'maan', false],
    ['telefon', 'telefo', true],
  ])('%s and %s are the same word: %s', (one, other, same) => {
    expect(isSameWord(one, other)).toBe(same)
    expect(isSameWord(other, one)).toBe(same)
  })
})

describe('groups', () => {
  test('take what is about the same, in whatever words', () => {
    expect(
      labels([
        typed('WhatsApp', 10),
        typed('hulp met watsapp', 2),
        typed('whats app op de telefoon', 3),
        typed('printen', 7),
        typed('Document prnten', 1),
        typed('retourtje boeken', 2),
      ]),
    ).toEqual([
      ['WhatsApp', 15],
      ['printen', 8],
      ['retourtje boeken', 2],
    ])
  })

  test('tell the months, and their texts with the most typed first', () => {
    const [group] = groupTexts([
      typed('ov chipkaart', 2, 'other', '2026-03'),
      typed('ov-chipkaart', 5, 'other', '2026-01'),
      typed('OV-chipkaart', 1, 'other', '2026-03'),
    ])
    expect(group?.months).toEqual([
      ['2026-01', 5],
      ['2026-03', 3],
    ])
    expect(group?.texts.map(({ text }) => text)).toEqual(['ov-chipkaart', 'ov chipkaart', 'OV-chipkaart'])
  })

  const word = fc.constantFrom(
    'printen',
    'prnten',
    'whatsapp',
    'whats',
    'app',
    'telefoon',
    'kaartje',
    'kaartjes',
    'boeken',
    'hulp',
  )
  const text = fc.record({
    code: fc.constantFrom('other', 'help-other', 'library-other'),
    text: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    month: fc.constantFrom('2026-01', '2026-02'),
    contacts: fc.integer({ min: 1, max: 5 }),
  })

  test('are the same in whatever order the texts come', () =>
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.integer(), (texts, seed) => {
        const shuffled = texts
          .map((each, at) => ({ each, key: Math.sin(seed + at) }))
          .sort((one, other) => one.key - other.key)
        expect(groupTexts(shuffled.map(({ each }) => each))).toEqual(groupTexts(texts))
      }),
    ))

  test('hold every text once, and none of another answer', () =>
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const groups = groupTexts(texts)
        const sum = (some: readonly { contacts: number }[]) =>
          some.reduce((all, { contacts }) => all + contacts, 0)
        for (const code of ['other', 'help-other', 'library-other'])
          expect(sum(groups.filter((group) => group.code === code))).toBe(
            sum(texts.filter((each) => each.code === code)),
          )
      }),
    ))

  test('of the names of groups are these groups again', () =>
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const names = (groups: ReturnType<typeof groupTexts>) =>
          groups.map(({ code, words, contacts }) => `${code} ${words.join(' ')} ${contacts}`).sort()
        const groups = groupTexts(texts)
        const again = groupTexts(
          groups.map(({ code, words, contacts }) => typed(words.join(' '), contacts, code)),
        )
        expect(names(again)).toEqual(names(groups))
      }),
    ))

  test('know their own texts, and new ones like them', () => {
    const belongs = belongsTo(
      groupTexts([typed('WhatsApp', 3), typed('ov chipkaart', 3), typed('geprint', 2), typed('printen', 2)]),
    )
    for (const yes of [
      'Whatsapp installeren',
      'whats app',
      'document prnten',
      'watsapp',
      'de OV chipkaart',
      'ov chipkart',
    ])
      expect(belongs(yes), yes).toBe(true)
    for (const no of ['app installeren', 'chipkaart', 'ov', '']) expect(belongs(no), no).toBe(false)
  })

  test('of 100,000 texts are made in seconds', () => {
    const words = Array.from(
      { length: 4_000 },
      (_, at) =>
        `woord${String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26), 97 + ((at * 11) % 26))}${'abcdefghij'[at % 10]}`,
    )
    const texts = Array.from({ length: 100_000 }, (_, at) =>
      typed([words[(at * 31) % 4_000], words[(at * 17 + 5) % 4_000], words[(at * 7) % 97]].join(' ')),
    )
    const start = performance.now()
    groupTexts(texts)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
