import { Alert } from '../../design-system/alert/alert.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'

/** What stands in the place of a name and a number for who has no signed statement on confidentiality on file: what to do about it. */
export function SignFirst({ t }: { t: Translate }) {
  return (
    <Alert kind="info">
      <p>{t('privacy.sign-first')}</p>
    </Alert>
  )
}
