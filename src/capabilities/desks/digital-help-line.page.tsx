import { Link } from '../../design-system/link/link.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'

/** The national line for who would rather call (domain.md § 7: 0800-1508, free; its hours of 2022 are not repeated). */
export function DigitalHelpLine({ voice: { t } }: { voice: PublicVoice }) {
  return (
    <p class="nl-paragraph">
      {t('finder.help-line')} <Link href="tel:08001508">{'0800\u00a01508'}</Link>.{' '}
      {t('finder.help-line-free')}
    </p>
  )
}
