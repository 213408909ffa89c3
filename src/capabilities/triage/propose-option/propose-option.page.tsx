import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type ListOption, topicGroups } from '../../lists/public.ts'
import type { TextGroup } from '../group-texts.ts'
import { groupName, leftOutName, type Proposal, textsAddress } from '../proposal.ts'

/** What is typed less often is of few. */
const mostTexts = 100

export function proposeOptionPage({
  t,
  field,
  groups,
  options,
  months,
  form,
  errors,
}: {
  t: Translate
  field: Proposal['field']
  groups: readonly (TextGroup & { readonly without: readonly string[] })[]
  options: readonly ListOption[]
  months: number
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const contacts = groups.reduce((sum, group) => sum + group.contacts, 0)
  return {
    title: t('triage.propose.title'),
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('triage.breadcrumb')}
          items={[{ href: textsAddress, label: t('triage.texts.title') }]}
        />
        <Heading level={1}>{t('triage.propose.title')}</Heading>
        <Paragraph>{t('triage.propose.lead')}</Paragraph>
        <Paragraph>{t('triage.propose.groups', { count: groups.length, contacts })}</Paragraph>
        <ul class="balie-short-list">
          {groups.map((group) => (
            <li>{t('triage.propose.group', { words: group.words.join(' + '), label: group.label })}</li>
          ))}
        </ul>
        <Form action={`${textsAddress}/voorstel`}>
          <input type="hidden" name="maanden" value={String(months)} />
          {groups.map((group) => (
            <input type="hidden" name="groep" value={groupName(group)} />
          ))}
          {groups.map((group, at) => (
            <Details
              summary={t('triage.propose.texts', { label: group.label, count: group.texts.length })}
              open={group.without.length > 0}
            >
              <CheckboxGroup
                id={`zonder-${at}`}
                name="zonder"
                legend={t('triage.propose.without')}
                description={t('triage.propose.without-hint')}
                error={errorAt(errors, `zonder-${at}`)}
                options={group.texts.slice(0, mostTexts).map(({ text, contacts: number }) => ({
                  value: leftOutName(group, text),
                  label: `${text} (${number})`,
                }))}
                values={group.without.map((text) => leftOutName(group, text))}
              />
            </Details>
          ))}
          <FormField
            id="intoCode"
            label={t('triage.propose.into')}
            description={t('triage.propose.into-hint')}
            error={errorAt(errors, 'intoCode')}
          >
            <Select
              name="intoCode"
              value={form.text('intoCode')}
              options={[
                { value: '', label: t('triage.propose.new') },
                ...options
                  .filter(({ fixed }) => !fixed)
                  .map(({ code, labelNl }) => ({ value: code, label: labelNl })),
              ]}
            />
          </FormField>
          <FormField
            id="labelNl"
            label={t('triage.propose.label')}
            description={t('triage.propose.label-hint')}
            error={errorAt(errors, 'labelNl')}
          >
            <TextInput name="labelNl" value={form.text('labelNl')} autocomplete="off" />
          </FormField>
          <FormField
            id="labelEn"
            label={t('triage.propose.label-en')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'labelEn')}
          >
            <TextInput name="labelEn" value={form.text('labelEn')} autocomplete="off" />
          </FormField>
          {field === 'topic' && (
            <RadioGroup
              id="topicGroup"
              name="topicGroup"
              legend={t('list-care.group')}
              error={errorAt(errors, 'topicGroup')}
              options={topicGroups.map((group) => ({ value: group, label: t(`list-care.group.${group}`) }))}
              value={form.text('topicGroup')}
            />
          )}
          <RadioGroup
            id="whole"
            name="whole"
            legend={t('triage.propose.which')}
            options={[
              {
                value: 'groups',
                label: t('triage.propose.by-groups'),
                description: t('triage.propose.by-groups-hint'),
              },
              {
                value: 'whole',
                label: t('triage.propose.whole'),
                description: t('triage.propose.whole-hint'),
              },
            ]}
            value={form.text('whole')}
          />
          <div>
            <Button type="submit" variant="primary">
              {t('triage.propose.submit')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}
