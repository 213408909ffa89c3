import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { topicChoices } from '../../notices/public.ts'
import { howOften, longest } from '../signal.ts'
import { type AtDesk, deskAddress } from '../signals-address.ts'

type Reporting = AtDesk & {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** What people stumble on, for who can mend it. */
export function reportSignalPage(props: Reporting): Page {
  const { t, desk, form, errors } = props
  return {
    title: t('signals.report'),
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('signals.breadcrumb')}
          items={[{ href: deskAddress(desk.id), label: t('signals.desk.title') }]}
        />
        <Heading level={1}>{t('signals.report')}</Heading>
        <Paragraph lead>{t('signals.report.lead', { desk: desk.name })}</Paragraph>
        <Form action={deskAddress(desk.id, '/nieuw')}>
          <input type="hidden" name="id" value={form.text('id')} />
          <ServiceFields {...props} />
          <FormField
            id="problem"
            label={t('signals.field.problem')}
            description={t('signals.field.problem-hint', { most: longest.problem })}
            error={errorAt(errors, 'problem')}
            required
          >
            <Textarea name="problem" value={form.text('problem')} rows={5} />
          </FormField>
          <RadioGroup
            id="often"
            name="often"
            legend={t('signals.field.often')}
            required
            error={errorAt(errors, 'often')}
            value={form.text('often')}
            options={howOften.map((value) => ({ value, label: t(`signals.often.${value}`) }))}
          />
          <FormField
            id="proposal"
            label={t('signals.field.proposal')}
            description={t('signals.field.proposal-hint', { most: longest.proposal })}
            optional={t('shell.optional')}
            error={errorAt(errors, 'proposal')}
          >
            <Textarea name="proposal" value={form.text('proposal')} />
          </FormField>
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('signals.report.submit')}
            </Button>
            <Button href={deskAddress(desk.id)} variant="subtle">
              {t('signals.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

function ServiceFields({ t, lists, municipalities, form, errors }: Reporting) {
  const [only] = municipalities
  return (
    <>
      {municipalities.length === 1 && only ? (
        <input type="hidden" name="municipality" value={only.code} />
      ) : (
        <FormField
          id="municipality"
          label={t('signals.field.municipality')}
          error={errorAt(errors, 'municipality')}
          required
        >
          <Select
            name="municipality"
            value={form.text('municipality')}
            options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FormField>
      )}
      <FormField id="topic" label={t('signals.field.topic')} error={errorAt(errors, 'topic')} required>
        <Select
          name="topic"
          value={form.text('topic')}
          options={topicChoices(t, lists, t('signals.choose-topic'))}
        />
      </FormField>
      <FormField
        id="service"
        label={t('signals.field.service')}
        description={t('signals.field.service-hint')}
        error={errorAt(errors, 'service')}
        required
      >
        <TextInput
          name="service"
          value={form.text('service')}
          maxlength={longest.service}
          autocomplete="off"
        />
      </FormField>
    </>
  )
}
