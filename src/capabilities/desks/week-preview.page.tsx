import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Columns, Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { dateInWords, monthShort } from '../../platform/time/local-month.ts'
import { type HoursWords, hoursInWords } from './hours-in-words.ts'
import type { DeskHours } from './opening-hours.ts'
import { type PreviewDay, previewWeeks } from './week-preview.ts'

/** Four weeks from the one that a day is in, a table for each: every day, its hours, and what is special about it. */
export function WeekPreview({
  words,
  hours,
  fromDay,
}: {
  words: HoursWords
  hours: DeskHours
  fromDay: string
}) {
  const { t, language } = words
  const weeks = previewWeeks(hours, fromDay)
  return (
    <Stack>
      <Heading level={2}>
        {t('hours.preview', { day: dateInWords(weeks[0]?.monday ?? fromDay, language) })}
      </Heading>
      {[weeks.slice(0, 2), weeks.slice(2)].map((pair) => (
        <Columns>
          {pair.map(({ monday, days }) => (
            <DataTable
              id={`week-${monday}`}
              caption={t('hours.preview.week', { day: dateInWords(monday, language) })}
              compact
              columns={[
                {
                  key: 'day',
                  header: t('hours.preview.day'),
                  cell: ({ day }) => dayShort(t, language, day),
                  rowHeader: true,
                },
                {
                  key: 'hours',
                  header: t('hours.preview.hours'),
                  cell: (day) => <DayHours words={words} day={day} />,
                },
              ]}
              rows={days}
            />
          ))}
        </Columns>
      ))}
    </Stack>
  )
}

/** 'wo 25 nov': four weeks stand beside each other. */
function dayShort(t: Translate, language: Language, day: string): string {
  const weekday = String(weekdayOfNumber(dayNumber(day))) as '1' | '2' | '3' | '4' | '5' | '6' | '7'
  return `${t(`hours.day.${weekday}`)} ${Number(day.slice(8))} ${monthShort(day.slice(0, 7), language)}`
}

function DayHours({ words, day: { special, hours } }: { words: HoursWords; day: PreviewDay }) {
  const { t } = words
  return (
    <>
      {special && (
        <div>
          <strong>{special.name ?? t('hours.preview.special')}</strong>
        </div>
      )}
      {hours.length === 0 && <div>{t('hours.preview.closed')}</div>}
      {hours.map((each) => (
        <div>
          {each.cancelled ? (
            <>
              <s>{hoursInWords(words, each)}</s> {t('hours.preview.cancelled')}
            </>
          ) : (
            hoursInWords(words, each)
          )}
        </div>
      ))}
    </>
  )
}
