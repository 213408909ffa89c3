import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementKinds } from './agreement.ts'
import { factLabels, guideSubjects } from './building-block.ts'
import { blocksOfKind, buildingBlocks, usualBlocks } from './building-blocks.ts'
import { type AgreementContent, writeAgreement } from './written-agreement.ts'

const content: AgreementContent = {
  kind: 'subsidy-decision',
  title: 'Subsidie 2027',
  municipality: 'Amersfoort',
  library: 'Bibliotheek Eemdal',
  others: [],
  fromDay: '2027-01-01',
  untilDay: '2027-12-31',
  noticeMonths: 6,
  reviewOn: '2027-09-01',
  blocks: ['amount', 'locations', 'term', 'review'],
  filled: {
    amount: { year: '2027', amount: '130000,5', 'advance-percent': '90' },
    locations: {
      desks: [
        ['Centrum', 'Plein 1, Amersfoort', '20'],
        ['', '', ''],
      ],
      'weeks-ahead': 'acht weken',
    },
  },
}
const textOf = (given: AgreementContent): string =>
  writeAgreement(given)
    .articles.flatMap(({ members }) => members.flatMap(({ text, items = [] }) => [text, ...items]))
    .join('\n')

describe('the blocks', () => {
  test('cover every subject that the guide names', () => {
    const covered = new Set(buildingBlocks.flatMap(({ covers }) => covers))
    expect(Object.keys(guideSubjects).filter((subject) => !covered.has(subject as never))).toEqual([])
  })

  test('name the section of the guide, and blanks that are there, each of which is used', () => {
    for (const block of buildingBlocks) {
      expect(block.guide, block.key).toMatch(/§|bijlage|hoofdstuk/)
      const used = block.members.flatMap((member) => {
        if (typeof member === 'string') return [...member.matchAll(/\{([a-z-]+)\}/g)].map(([, key]) => key)
        const { text, list, table } = member
        return [...[...text.matchAll(/\{([a-z-]+)\}/g)].map(([, key]) => key), list, table].filter(Boolean)
      })
      const known = new Set([...Object.keys(factLabels), ...block.blanks.map(({ key }) => key)])
      expect(
        used.filter((key) => !known.has(key ?? '')),
        block.key,
      ).toEqual([])
      expect(
        block.blanks.map(({ key }) => key).filter((key) => !used.includes(key)),
        block.key,
      ).toEqual([])
    }
    expect(new Set(buildingBlocks.map(({ key }) => key)).size).toBe(buildingBlocks.length)
  })

  test('of each kind begin with the subject and say when it ends', () => {
    for (const kind of agreementKinds) {
      const keys = blocksOfKind(kind).map(({ key }) => key)
      expect(keys[0]).toMatch(/subject$/)
      expect(usualBlocks(kind)).toContain('term')
    }
  })
})

describe('the text', () => {
  test('has what was filled in, and numbers the articles that were chosen', () => {
    const { articles } = writeAgreement(content)
    expect(articles.map(({ number, block }) => [number, block])).toEqual([
      [1, 'amount'],
      [2, 'locations'],
      [3, 'review'],
      [4, 'term'],
    ])
    expect(textOf(content)).toMatch(/De subsidie voor 2027 is hoogstens €\s130\.000,50\./)
    expect(articles[1]?.members[0]?.table?.rows).toEqual([['Centrum', 'Plein 1, Amersfoort', '20']])
    expect(textOf(content)).toContain('van 1 januari 2027 tot en met 31 december 2027')
    expect(textOf(content)).toContain('Partijen kijken op 1 september 2027 samen terug')
  })

  test('shows and lists what is still open', () => {
    const { open } = writeAgreement(content)
    expect(open.map(({ label }) => label)).toEqual([
      'Het voorschot is betaald op uiterlijk',
      'De bibliotheek vraagt de vaststelling aan voor',
    ])
    expect(textOf(content)).toContain('uiterlijk op [nog invullen: dag] (artikel 4:95')
  })

  test('names what is open in the middle of a sentence so shortly that the sentence still reads', () => {
    for (const { key, blanks, members } of buildingBlocks) {
      const inSentences = members
        .map((member) => (typeof member === 'string' ? member : member.text))
        .join(' ')
      for (const blank of blanks)
        if (!blank.optional && inSentences.includes(`{${blank.key}}`))
          expect(blank.mark ?? 'none', `${key}.${blank.key}`).toMatch(/^(?!none)[a-z]+( [a-z]+){0,3}$/)
    }
  })

  test('leaves out what is optional and empty, and says what stands in for it', () => {
    const endless = { ...content, untilDay: null, noticeMonths: null, reviewOn: null }
    expect(textOf(endless)).toContain('geldt vanaf 1 januari 2027, totdat het college anders besluit')
    expect(textOf(endless)).not.toContain('4:51')
    expect(textOf(endless)).toContain('Partijen kijken elk jaar samen terug')
    expect(textOf(content)).not.toContain('Ruimere openingstijden')
  })

  test('of an agreement between municipalities names them all, who sign', () => {
    const between = writeAgreement({
      ...content,
      kind: 'cooperation',
      others: ['Leusden', 'Woudenberg'],
      blocks: ['cooperation-subject', 'term'],
    })
    expect(between.preamble[0]).toContain('Amersfoort, Leusden en Woudenberg')
    expect(between.signers).toEqual([
      'de gemeente Amersfoort',
      'de gemeente Leusden',
      'de gemeente Woudenberg',
    ])
    expect(between.articles[0]?.members[0]?.text).toMatch(/^De gemeenten Amersfoort, Leusden en Woudenberg /)
    expect(between.articles[1]?.members[0]?.text).toMatch(/^Deze overeenkomst/)
  })

  test('whatever is filled in: no mark is left, and it is open exactly when something says so', () => {
    const typed = fc.constantFrom('', 'iets', '2027', '12,50', 'een\ntwee')
    fc.assert(
      fc.property(
        fc.constantFrom(...agreementKinds),
        fc.func(typed),
        fc.subarray(buildingBlocks.map(({ key }) => key)),
        fc.boolean(),
        (kind, type, blocks, ends) => {
          const filled = Object.fromEntries(
            buildingBlocks.map((block) => [
              block.key,
              Object.fromEntries(
                block.blanks.map(({ key, kind: blank, columns = [] }) => [
                  key,
                  blank === 'table'
                    ? [columns.map((column) => type(block.key, key, column.key))]
                    : type(block.key, key),
                ]),
              ),
            ]),
          )
          const written = writeAgreement({
            ...content,
            kind,
            others: ['Leusden'],
            untilDay: ends ? '2027-12-31' : null,
            blocks,
            filled,
          })
          const all = JSON.stringify(written.articles)
          expect(all).not.toMatch(/\{[a-z-]+\}/)
          expect(all.includes('[nog invullen')).toBe(written.open.length > 0)
        },
      ),
    )
  })
})
