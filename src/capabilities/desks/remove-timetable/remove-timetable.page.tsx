import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Desk } from '../desk.ts'
import { type HoursWords, timetableInWords, validityInWords } from '../hours-in-words.ts'
import type { DeskHours, Timetable } from '../opening-hours.ts'
import { WeekPreview } from '../week-preview.page.tsx'

export function removeTimetablePage({
  words,
  desk,
  timetable,
  without,
  today,
  changedMeanwhile,
}: {
  words: HoursWords
  desk: Desk
  timetable: Timetable
  /** The hours as they are when it is gone. */
  without: DeskHours
  today: string
  changedMeanwhile: boolean
}): Page {
  const { t } = words
  const base = `/balie/openingstijden/${desk.id}`
  const name = timetable.name ?? t(`hours.timetable.${timetable.kind}`)
  return {
    title: t('hours.remove.title', { name }),
    ...(changedMeanwhile && { errors: [{ message: t('hours.remove.changed-meanwhile') }] }),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('hours.remove.title', { name })}</Heading>
          <Paragraph>{desk.name}</Paragraph>
          <Paragraph>{validityInWords(words, timetable)}</Paragraph>
          <ul>
            {timetableInWords(words, timetable).map((line) => (
              <li>{line}</li>
            ))}
            {timetable.hours.length === 0 && <li>{t('hours.preview.closed')}</li>}
          </ul>
          <Form action={`${base}/week/${timetable.id}/verwijderen`}>
            <input type="hidden" name="version" value={String(timetable.version)} />
            <ButtonGroup>
              <Button type="submit" variant="danger">
                {t('hours.remove.submit')}
              </Button>
              <Button href={base} variant="subtle">
                {t('hours.remove.keep')}
              </Button>
            </ButtonGroup>
          </Form>
        </Stack>
        <Stack>
          <Paragraph>{t('hours.remove.then')}</Paragraph>
          <WeekPreview
            words={words}
            hours={without}
            fromDay={timetable.fromDay > today ? timetable.fromDay : today}
          />
        </Stack>
      </Stack>
    ),
  }
}
