import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { agreementKinds, agreementPath, agreementsPath } from '../agreement.ts'
import {
  AgreementBreadcrumb,
  type AgreementPageParts,
  formPage,
  type StepPlace,
} from '../agreement-parts.page.tsx'

/** The first step: what kind of agreement, and what it is called. */
export function startPage({
  t,
  municipality,
  form,
  errors,
}: {
  t: Translate
  municipality: { readonly code: string; readonly name: string }
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const title = t('agreements.start.title')
  return {
    title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <AgreementBreadcrumb t={t} />
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>{t('agreements.start.lead', { municipality: municipality.name })}</Paragraph>
          <Paragraph>{t('agreements.start.lawyer')}</Paragraph>
          <Form action={municipalityAddress(`${agreementsPath}/nieuw`, municipality)}>
            <input type="hidden" name="id" value={form.text('id')} />
            <KindAndTitle t={t} form={form} errors={errors} />
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {t('agreements.go-on')}
              </Button>
            </ButtonGroup>
          </Form>
        </Stack>
      </Stack>
    ),
  }
}

/** The same step, looked at again. */
export function renamePage(parts: AgreementPageParts & { readonly place: StepPlace }): Page {
  const { t, agreement, form, errors } = parts
  return formPage({
    ...parts,
    title: t('agreements.rename.title'),
    action: agreementPath(agreement.id, '/naam'),
    children: <KindAndTitle t={t} form={form} errors={errors} kindFixed={agreement.versions > 0} />,
  })
}

function KindAndTitle({
  t,
  form,
  errors,
  kindFixed = false,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  kindFixed?: boolean
}) {
  return (
    <>
      {kindFixed ? (
        <Paragraph>{t('agreements.kind-fixed')}</Paragraph>
      ) : (
        <RadioGroup
          id="kind"
          name="kind"
          legend={t('agreements.field.kind')}
          required
          error={errorAt(errors, 'kind')}
          value={form.text('kind')}
          options={agreementKinds.map((kind) => ({
            value: kind,
            label: t(`agreements.kind.${kind}`),
            description: t(`agreements.kind-hint.${kind}`),
          }))}
        />
      )}
      <FormField
        id="title"
        label={t('agreements.field.title')}
        description={t('agreements.field.title-hint')}
        required
        error={errorAt(errors, 'title')}
      >
        <TextInput name="title" value={form.text('title')} autocomplete="off" />
      </FormField>
    </>
  )
}
