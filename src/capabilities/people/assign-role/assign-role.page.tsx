import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { PersonDetails } from '../change-person/change-person.query.ts'
import { ChooseOrganisationForm, RoleFields } from '../role.page.tsx'
import type { RolesAtOrganisation } from './assign-role.query.ts'

export function assignRolePage({
  t,
  person,
  choices,
  form,
  errors,
}: {
  t: Translate
  person: PersonDetails
  choices: RolesAtOrganisation
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const { organisation, organisations } = choices
  const title = t('people.assign.title', { name: person.name })
  const address = `/beheer/mensen/${person.id}/taken/nieuw`
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        {!organisation && (
          <ChooseOrganisationForm
            t={t}
            action={address}
            organisations={organisations}
            chosen={person.organisationId}
          />
        )}
        {organisation && (
          <>
            <Paragraph>{organisation.name}</Paragraph>
            <Form action={`${address}?organisatie=${organisation.id}`}>
              <RoleFields t={t} form={form} errors={errors} roles={choices.roles} desks={choices.desks} />
              <DateInput
                id="from"
                name="from"
                legend={t('people.assign.from')}
                labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
                value={{
                  day: form.text('from.day'),
                  month: form.text('from.month'),
                  year: form.text('from.year'),
                }}
                error={errorAt(errors, 'from')}
                required
              />
              <ButtonGroup>
                <Button type="submit" variant="primary">
                  {t('people.assign.submit')}
                </Button>
                <Button href={`/beheer/mensen/${person.id}`} variant="subtle">
                  {t('people.back')}
                </Button>
              </ButtonGroup>
            </Form>
          </>
        )}
      </Stack>
    ),
  }
}
