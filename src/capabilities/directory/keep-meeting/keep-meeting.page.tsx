import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { attendances, type Meeting, type NetworkAction, type NetworkPartner } from '../network.ts'
import { networkAddress } from '../network-municipality.ts'
import { ActionTable, MeanwhileStored } from '../network-parts.page.tsx'

/** A meeting of the network: what will be talked about, who comes, and afterwards what was said. */
export function meetingPage({
  t,
  language,
  municipality,
  members,
  meeting,
  actions = [],
  stored,
  form,
  errors,
  saved = false,
}: {
  t: Translate
  language: Language
  municipality: { readonly code: string; readonly name: string }
  members: readonly NetworkPartner[]
  meeting?: Meeting
  actions?: readonly NetworkAction[]
  /** What somebody else made of it meanwhile. */
  stored?: Meeting
  form: FormFields
  errors: readonly FormError[]
  saved?: boolean
}): Page {
  const title = meeting ? meeting.subject : t('network.meeting.add')
  return {
    title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('network.breadcrumb')}
            items={[{ href: networkAddress('', municipality), label: t('network.title') }]}
          />
          <Heading level={1}>{title}</Heading>
          {saved && <Alert kind="ok">{t('network.saved')}</Alert>}
          <MeanwhileStored
            t={t}
            facts={
              stored && [
                { term: t('network.meeting.subject'), text: stored.subject },
                {
                  term: t('network.meeting.day'),
                  text: `${dayInWords(stored.day, language)} ${stored.starts ?? ''}`,
                },
                { term: t('network.meeting.place'), text: stored.place },
                { term: t('network.meeting.agenda'), text: stored.agenda },
                { term: t('network.meeting.minutes'), text: stored.minutes },
              ]
            }
          />
          <Form
            action={
              meeting
                ? networkAddress(`/overleg/${meeting.id}`, municipality)
                : networkAddress('/overleg', municipality)
            }
          >
            {meeting && <input type="hidden" name="version" value={form.text('version')} />}
            <FormField
              id="subject"
              label={t('network.meeting.subject')}
              required
              error={errorAt(errors, 'subject')}
            >
              <TextInput name="subject" value={form.text('subject')} autocomplete="off" />
            </FormField>
            <DateInput
              id="day"
              name="day"
              legend={t('network.meeting.day')}
              required
              error={errorAt(errors, 'day')}
              labels={{ day: t('network.day'), month: t('network.month'), year: t('network.year') }}
              value={{
                day: form.text('day.day'),
                month: form.text('day.month'),
                year: form.text('day.year'),
              }}
            />
            <FormField
              id="starts"
              label={t('network.meeting.starts')}
              optional={t('shell.optional')}
              error={errorAt(errors, 'starts')}
            >
              <TextInput name="starts" value={form.text('starts')} size="short" autocomplete="off" />
            </FormField>
            <FormField
              id="place"
              label={t('network.meeting.place')}
              optional={t('shell.optional')}
              error={errorAt(errors, 'place')}
            >
              <TextInput name="place" value={form.text('place')} autocomplete="off" />
            </FormField>
            <FormField
              id="agenda"
              label={t('network.meeting.agenda')}
              optional={t('shell.optional')}
              error={errorAt(errors, 'agenda')}
            >
              <Textarea name="agenda" value={form.text('agenda')} rows={6} />
            </FormField>
            {members.length > 0 && (
              <FieldGroup id="who" legend={t('network.meeting.who')}>
                {members.map(({ id, name }) => (
                  <FormField id={`partner-${id}`} label={name}>
                    <Select
                      name={`partner-${id}`}
                      value={form.text(`partner-${id}`)}
                      options={[
                        { value: '', label: t('network.attendance.none') },
                        ...attendances.map((kind) => ({
                          value: kind,
                          label: t(`network.attendance.${kind}`),
                        })),
                      ]}
                    />
                  </FormField>
                ))}
              </FieldGroup>
            )}
            {meeting && (
              <FormField
                id="minutes"
                label={t('network.meeting.minutes')}
                description={t('network.meeting.minutes-hint')}
                optional={t('shell.optional')}
                error={errorAt(errors, 'minutes')}
              >
                <Textarea name="minutes" value={form.text('minutes')} rows={10} />
              </FormField>
            )}
            {meeting && (
              <CheckboxGroup
                id="cancelled"
                name="cancelled"
                legend={t('network.meeting.cancelled')}
                options={[{ value: 'ja', label: t('network.meeting.cancelled-yes') }]}
                values={form.all('cancelled')}
              />
            )}
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {t(meeting ? 'network.save' : 'network.meeting.add-submit')}
              </Button>
              <Button href={networkAddress('', municipality)} variant="subtle">
                {t('network.back')}
              </Button>
            </ButtonGroup>
          </Form>
        </Stack>
        {meeting && (
          <Stack>
            <Heading level={2}>{t('network.actions')}</Heading>
            <ActionTable {...{ t, language, municipality, actions, today: '' }} />
            <Button
              href={networkAddress('/actie', municipality, `overleg=${meeting.id}`)}
              variant="secondary"
            >
              {t('network.action.add')}
            </Button>
          </Stack>
        )}
      </Stack>
    ),
  }
}
