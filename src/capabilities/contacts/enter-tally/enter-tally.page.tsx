import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { ErrorSummary } from '../../../design-system/error-summary/error-summary.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { type ContactPage, dayLabels, errorOf, WhereFields } from '../contact-form.page.tsx'
import { contactFormData } from '../contact-form-data.ts'
import { TopicSelect } from '../question-fields.page.tsx'
import { tallyRows } from './enter-tally.form.ts'

export type TallyPage = ContactPage & {
  /** What was just done, to say so: `turflijst`, `weggehaald`, `stil` or nothing. */
  readonly done: string
}

export function enterTallyPage(state: TallyPage): Page {
  const { t, errors } = state
  const title = t('contacts.tally.title')
  const said = {
    turflijst: t('contacts.tally.saved'),
    weggehaald: t('contacts.tally.removed'),
    stil: t('contacts.quiet.saved'),
  }[state.done]
  return {
    title: errors.length > 0 ? t('shell.error-prefix', { title }) : title,
    script: 'enter-tally.js',
    scriptData: contactFormData(state),
    main: (
      <Stack gap="lg">
        <Stack>
          <div id="saved-line" role="status" class="balie-sticky-line">
            {said && (
              <Alert kind="ok">
                <p>{said}</p>
              </Alert>
            )}
          </div>
          {errors.length > 0 && (
            <ErrorSummary title={t('shell.errors-title', { count: errors.length })} errors={errors} />
          )}
          <Heading level={1}>{title}</Heading>
          <Paragraph>{t('contacts.tally.lead')}</Paragraph>
          <TallyForm {...state} />
        </Stack>
        <Stack>
          <Heading level={2}>{t('contacts.quiet.title')}</Heading>
          <Paragraph>{t('contacts.quiet.lead')}</Paragraph>
          <QuietHourForm {...state} />
        </Stack>
      </Stack>
    ),
  }
}

function TallyForm(state: TallyPage) {
  const { t, data, fields, errors } = state
  return (
    <Form action="/balie/turflijst" id="tally">
      <input type="hidden" name="id" value={fields.text('id')} />
      <WhereFields {...state} />
      <DateInput
        id="day"
        name="day"
        legend={t('contacts.tally.day')}
        labels={dayLabels(t)}
        error={errorOf(errors, 'day')}
        value={{
          day: fields.text('day.day'),
          month: fields.text('day.month'),
          year: fields.text('day.year'),
        }}
      />
      {Array.from({ length: tallyRows }, (_, row) => (
        <FieldGroup id={`line-${row}`} legend={t('contacts.tally.line', { number: row + 1 })} beside>
          <Row>
            <FormField
              id={`topic-${row}`}
              label={t('contacts.tally.topic')}
              error={errorOf(errors, `topic-${row}`)}
            >
              <TopicSelect
                t={t}
                lists={data.lists}
                name={`topic-${row}`}
                value={fields.text(`topic-${row}`)}
              />
            </FormField>
            <FormField
              id={`number-${row}`}
              label={t('contacts.tally.number')}
              error={errorOf(errors, `number-${row}`)}
            >
              <NumberInput name={`number-${row}`} value={fields.text(`number-${row}`)} />
            </FormField>
          </Row>
        </FieldGroup>
      ))}
      <div>
        <Button type="submit" variant="primary">
          {t('contacts.tally.submit')}
        </Button>
      </div>
    </Form>
  )
}

function QuietHourForm({ t, data, fields, errors }: TallyPage) {
  return (
    <Form action="/balie/stil-uur" id="quiet-hour">
      <input type="hidden" name="id" value={fields.text('id')} />
      <FormField id="quiet-desk" label={t('contacts.register.desk')}>
        <Select
          name="desk"
          value={data.desk.id}
          options={data.desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormField>
      <FormField id="hour" label={t('contacts.quiet.hour')} error={errorOf(errors, 'hour')}>
        <Select
          name="hour"
          value={fields.text('hour')}
          options={[
            { value: '', label: t('contacts.quiet.hour') },
            ...Array.from({ length: 24 }, (_, hour) => ({
              value: String(hour),
              label: t('contacts.quiet.hour-option', { from: hour, until: hour + 1 }),
            })),
          ]}
        />
      </FormField>
      <DateInput
        id="quiet-day"
        name="quiet-day"
        legend={t('contacts.quiet.day')}
        labels={dayLabels(t)}
        error={errorOf(errors, 'quiet-day')}
        value={{
          day: fields.text('quiet-day.day'),
          month: fields.text('quiet-day.month'),
          year: fields.text('quiet-day.year'),
        }}
      />
      <div>
        <Button type="submit">{t('contacts.quiet.submit')}</Button>
      </div>
    </Form>
  )
}
