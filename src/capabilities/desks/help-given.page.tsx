import { Heading } from '../../design-system/heading/heading.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'

/** What a desk does and does not do (guide § 2.2.5). */
export function HelpGiven({ voice: { t } }: { voice: PublicVoice }) {
  return (
    <Stack>
      <Heading level={2}>{t('finder.does-title')}</Heading>
      <ul>
        {(['explain', 'search', 'together', 'other', 'send-on'] as const).map((what) => (
          <li>{t(`finder.does.${what}`)}</li>
        ))}
      </ul>
      <Heading level={2}>{t('finder.does-not-title')}</Heading>
      <ul>
        {(['fill-in', 'advice', 'keep', 'code'] as const).map((what) => (
          <li>{t(`finder.does-not.${what}`)}</li>
        ))}
      </ul>
    </Stack>
  )
}

/** What is handy to have with one. */
export function WhatToBring({ voice: { t } }: { voice: PublicVoice }) {
  return (
    <Stack>
      <Heading level={2}>{t('finder.bring-title')}</Heading>
      <ul>
        {(['letter', 'phone', 'digid', 'somebody'] as const).map((what) => (
          <li>{t(`finder.bring.${what}`)}</li>
        ))}
      </ul>
    </Stack>
  )
}
