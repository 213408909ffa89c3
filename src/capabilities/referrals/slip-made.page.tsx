import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { dayInWords } from '../../platform/time/local-time.ts'

/** When and where a sheet for a visitor was made, in the language of the sheet: it stands outside its text, beside the code. */
export function SlipMade({
  voice: { t, language, direction },
  today,
  deskName,
}: {
  voice: PublicVoice
  today: string
  deskName: string
}) {
  const day = dayInWords(today, language, 'date')
  return (
    <span lang={language} dir={direction}>
      {t('visit.slip.as-of', { day, desk: deskName })}
    </span>
  )
}
