import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Columns, Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import {
  type ChangeWeekPage,
  DayField,
  NameField,
  PreviewPart,
  SaveButtons,
  SeenFields,
  Theirs,
} from '../change-week/change-week.page.tsx'
import { movingKinds } from '../desk.ts'
import { HoursLines } from '../hours-lines.page.tsx'

export type PlanClosurePage = Omit<ChangeWeekPage, 'kind' | 'notice'>

export function planClosurePage(props: PlanClosurePage): Page {
  const { words, desk, form, errors, target, theirs } = props
  const { t } = words
  const base = `/balie/openingstijden/${desk.id}`
  const title = t(target ? 'hours.closure.title-change' : 'hours.closure.title')
  return {
    title: `${title}, ${desk.name}`,
    errors,
    script: 'change-week.js',
    wide: true,
    main: (
      <Columns>
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Paragraph>{desk.name}</Paragraph>
          {theirs && <Theirs words={words} theirs={theirs} />}
          <Form
            action={`${base}/dicht/${target ?? 'nieuw'}`}
            id="hours-form"
            onEnter={{ name: 'action', value: 'save' }}
          >
            <SeenFields form={form} />
            <DayField t={t} form={form} errors={errors} name="from" label="hours.closure.from" required />
            <DayField
              t={t}
              form={form}
              errors={errors}
              name="until"
              label="hours.closure.until"
              description="hours.closure.until-hint"
            />
            <NameField t={t} form={form} errors={errors} />
            <RadioGroup
              id="open"
              name="open"
              legend={t('hours.closure.open')}
              required
              error={errorAt(errors, 'open')}
              options={[
                { value: 'no', label: t('hours.closure.closed') },
                { value: 'yes', label: t('hours.closure.other-hours') },
              ]}
              value={form.text('open')}
              layout="row"
            />
            <Paragraph>{t('hours.closure.hours-hint')}</Paragraph>
            <HoursLines
              t={t}
              form={form}
              errors={errors}
              places={desk.places}
              placeNeeded={movingKinds.includes(desk.kind)}
              days="optional"
            />
            <SaveButtons t={t} back={base} />
          </Form>
        </Stack>
        <PreviewPart {...props} />
      </Columns>
    ),
  }
}
