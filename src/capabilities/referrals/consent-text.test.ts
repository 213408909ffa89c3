import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { publicLanguages, publicVoice } from '../../platform/i18n/public-language.ts'
import { consentLines, consentVersion } from './consent-text.ts'

const all = publicLanguages.flatMap((language) =>
  ([['name'], ['name', 'phone'], ['email']] as const).flatMap((passed) =>
    [undefined, 'TOPIC'].map((topic) => {
      const voice = publicVoice(language)
      const facts = { partner: 'PARTNER', passed, topic, validUntil: '2027-02-22' }
      return [
        voice.t('visit.consent.title'),
        ...consentLines(voice, facts),
        voice.t('visit.consent.yes'),
      ].join('\n')
    }),
  ),
)

test('another text has another version', () => {
  // The text changed? Give it a new version in consent-text.ts, and write down here what belongs to it.
  const known = { '2026-11-1': 'a4ba03044b089ac4' }
  const hash = createHash('sha256').update(all.join('\n\n')).digest('hex').slice(0, 16)
  expect(known).toEqual({ [consentVersion]: hash })
})

test('in every language it names the partner, the topic, and the day', () => {
  for (const text of all) {
    expect(text).toContain('PARTNER')
    expect(text).toMatch(/22.*2027/)
    expect(text).toContain('BSN')
  }
  expect(all.filter((text) => text.includes('TOPIC'))).toHaveLength(all.length / 2)
})
