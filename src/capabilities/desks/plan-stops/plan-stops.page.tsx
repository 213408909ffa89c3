import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Columns, Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { type ChangeWeekPage, DayField, PreviewPart, SaveButtons } from '../change-week/change-week.page.tsx'
import { movingKinds } from '../desk.ts'
import { HoursLines } from '../hours-lines.page.tsx'
import { stopRepeats } from '../stop-days.ts'

export type PlanStopsPage = Pick<ChangeWeekPage, 'words' | 'desk' | 'form' | 'errors' | 'preview' | 'unread'>

export function planStopsPage(props: PlanStopsPage): Page {
  const { words, desk, form, errors } = props
  const { t } = words
  const base = `/balie/openingstijden/${desk.id}`
  return {
    title: `${t('hours.stops.title')}, ${desk.name}`,
    errors,
    script: 'change-week.js',
    wide: true,
    main: (
      <Columns>
        <Stack>
          <Heading level={1}>{t('hours.stops.title')}</Heading>
          <Paragraph>{desk.name}</Paragraph>
          <Form action={`${base}/haltes/nieuw`} id="hours-form" onEnter={{ name: 'action', value: 'save' }}>
            <input type="hidden" name="stop" value={form.text('stop')} />
            <DayField t={t} form={form} errors={errors} name="day" label="hours.stops.day" required />
            <HoursLines
              t={t}
              form={form}
              errors={errors}
              places={desk.places}
              placeNeeded={movingKinds.includes(desk.kind)}
              days="none"
            />
            <FormField id="repeat" label={t('hours.stops.repeat')} error={errorAt(errors, 'repeat')}>
              <Select
                name="repeat"
                value={form.text('repeat')}
                options={stopRepeats.map((repeat) => ({ value: repeat, label: t(`hours.repeat.${repeat}`) }))}
              />
            </FormField>
            <DayField
              t={t}
              form={form}
              errors={errors}
              name="until"
              label="hours.stops.until"
              description="hours.stops.until-hint"
            />
            <SaveButtons t={t} back={base} oneLine />
          </Form>
        </Stack>
        <PreviewPart {...props} />
      </Columns>
    ),
  }
}
