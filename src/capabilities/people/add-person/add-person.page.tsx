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
import { languages, type Translate } from '../../../platform/i18n/translate.ts'
import type { Organisation } from '../../organisations/public.ts'
import type { RolesAtOrganisation } from '../assign-role/assign-role.query.ts'
import { ChooseOrganisationForm, RoleFields } from '../role.page.tsx'

export function chooseOrganisationPage({
  t,
  organisations,
}: {
  t: Translate
  organisations: readonly Organisation[]
}): Page {
  return {
    title: t('people.add.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('people.add.title')}</Heading>
        <ChooseOrganisationForm t={t} action="/beheer/mensen/nieuw" organisations={organisations} />
      </Stack>
    ),
  }
}

export function addPersonPage({
  t,
  organisation,
  choices,
  form,
  errors,
}: {
  t: Translate
  organisation: Organisation
  choices: RolesAtOrganisation
  form: FormFields
  errors: readonly FormError[]
}): Page {
  return {
    title: t('people.add.title'),
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('people.add.title')}</Heading>
        <Paragraph>{organisation.name}</Paragraph>
        <Form action={`/beheer/mensen/nieuw?organisatie=${organisation.id}`}>
          <FormField id="name" label={t('people.name')} error={errorAt(errors, 'name')} required>
            <TextInput name="name" value={form.text('name')} autocomplete="off" />
          </FormField>
          <FormField
            id="email"
            label={t('people.email')}
            description={t('people.email-hint')}
            error={errorAt(errors, 'email')}
            required
          >
            <TextInput name="email" type="email" value={form.text('email')} autocomplete="off" />
          </FormField>
          <RadioGroup
            id="language"
            name="language"
            legend={t('people.language')}
            error={errorAt(errors, 'language')}
            required
            options={languages.map((language) => ({
              value: language,
              label: t(`people.language.${language}`),
            }))}
            value={form.text('language') || 'nl'}
            layout="row"
          />
          <RoleFields t={t} form={form} errors={errors} roles={choices.roles} desks={choices.desks} />
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('people.add.submit')}
            </Button>
            <Button href="/beheer/mensen" variant="subtle">
              {t('people.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
