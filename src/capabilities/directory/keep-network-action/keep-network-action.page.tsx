import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { Meeting, NetworkAction, NetworkPartner } from '../network.ts'
import { networkAddress } from '../network-municipality.ts'
import { MeanwhileStored, owedBy } from '../network-parts.page.tsx'

/** What was agreed: who does what, by when, and whether it is done. */
export function networkActionPage({
  t,
  language,
  municipality,
  members,
  meeting,
  action,
  stored,
  form,
  errors,
}: {
  t: Translate
  language: Language
  municipality: { readonly code: string; readonly name: string }
  members: readonly NetworkPartner[]
  meeting?: Meeting | undefined
  action?: NetworkAction
  /** What somebody else made of it meanwhile. */
  stored?: NetworkAction
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const title = t(action ? 'network.action.change' : 'network.action.add')
  const address = action
    ? networkAddress(`/actie/${action.id}`, municipality)
    : networkAddress('/actie', municipality, meeting && `overleg=${meeting.id}`)
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('network.breadcrumb')}
          items={[
            { href: networkAddress('', municipality), label: t('network.title') },
            ...(meeting
              ? [{ href: networkAddress(`/overleg/${meeting.id}`, municipality), label: meeting.subject }]
              : []),
          ]}
        />
        <Heading level={1}>{title}</Heading>
        {meeting && <Paragraph>{t('network.action.from', { subject: meeting.subject })}</Paragraph>}
        <MeanwhileStored
          t={t}
          facts={
            stored && [
              { term: t('network.action.what'), text: stored.what },
              { term: t('network.action.who'), text: owedBy(stored, t) },
              { term: t('network.action.due'), text: dayInWords(stored.dueOn, language) },
              {
                term: t('network.action.done'),
                text: stored.doneOn ? dayInWords(stored.doneOn, language) : '',
              },
            ]
          }
        />
        <Form action={address}>
          {action && <input type="hidden" name="version" value={form.text('version')} />}
          <FormField id="what" label={t('network.action.what')} required error={errorAt(errors, 'what')}>
            <Textarea name="what" value={form.text('what')} rows={2} />
          </FormField>
          <FormField id="who" label={t('network.action.who')} required error={errorAt(errors, 'who')}>
            <Select
              name="who"
              value={form.text('who')}
              options={[
                { value: '', label: t('network.action.choose') },
                { value: 'municipality', label: t('network.action.by.municipality') },
                { value: 'library', label: t('network.action.by.library') },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </FormField>
          <DateInput
            id="due"
            name="due"
            legend={t('network.action.due')}
            required
            error={errorAt(errors, 'due')}
            labels={{ day: t('network.day'), month: t('network.month'), year: t('network.year') }}
            value={{ day: form.text('due.day'), month: form.text('due.month'), year: form.text('due.year') }}
          />
          {action && (
            <CheckboxGroup
              id="done"
              name="done"
              legend={t('network.action.done')}
              options={[{ value: 'ja', label: t('network.action.done-yes') }]}
              values={form.all('done')}
            />
          )}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t(action ? 'network.save' : 'network.action.add-submit')}
            </Button>
            <Button href={networkAddress('', municipality)} variant="subtle">
              {t('network.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
