import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'

/** What a desk does and does not do (guide § 2.2.5); who answers the telephone does not look along. */
export function HelpGiven({ voice: { t }, byTelephone }: { voice: PublicVoice; byTelephone: boolean }) {
  const does = (['explain', 'search', 'together', 'other', 'send-on'] as const).filter(
    (what) => !(byTelephone && what === 'together'),
  )
  return (
    <Stack>
      <Heading level={2}>{t('finder.does-title')}</Heading>
      <ul>
        {does.map((what) => (
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

/** Where who has an appointment changes it, or says that he does not come. */
export function AppointmentMade({ voice: { t, link } }: { voice: PublicVoice }) {
  return (
    <p class="nl-paragraph">
      {t('visit.booking.have')} <Link href={link('/afspraak')}>{t('visit.booking.change-link')}</Link>
    </p>
  )
}

/** What is handy to have with one, or at hand while calling. */
export function WhatToBring({ voice: { t }, byTelephone }: { voice: PublicVoice; byTelephone: boolean }) {
  const things = (['letter', 'phone', 'digid', 'somebody'] as const).filter(
    (what) => !byTelephone || what === 'letter' || what === 'digid',
  )
  return (
    <Stack>
      <Heading level={2}>{t(byTelephone ? 'finder.bring-title-telephone' : 'finder.bring-title')}</Heading>
      <ul>
        {things.map((what) => (
          <li>{t(`finder.bring.${what}`)}</li>
        ))}
      </ul>
    </Stack>
  )
}
