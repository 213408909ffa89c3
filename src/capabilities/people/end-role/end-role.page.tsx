import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { PersonDetails } from '../change-person/change-person.query.ts'
import type { RoleHeld } from '../role.ts'

export function endRolePage({
  t,
  person,
  held,
  places,
  form,
  errors,
}: {
  t: Translate
  person: PersonDetails
  held: RoleHeld
  places: ReadonlyMap<string, string>
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const title = t('people.end.title', { name: person.name })
  const where = [held.organisationId, held.deskId].flatMap((id) => (id && places.get(id)) || []).join(', ')
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>
          {t(`people.role.${held.role}`)}, {where}
        </Paragraph>
        <Form action={`/beheer/mensen/${person.id}/taken/${held.id}`}>
          <RadioGroup
            id="when"
            name="when"
            legend={t('people.end.when')}
            error={errorAt(errors, 'when')}
            required
            options={[
              { value: 'now', label: t('people.end.now') },
              { value: 'later', label: t('people.end.later') },
            ]}
            value={form.text('when')}
          />
          <DateInput
            id="until"
            name="until"
            legend={t('people.end.last-day')}
            description={t('people.end.last-day-hint')}
            labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
            value={{
              day: form.text('until.day'),
              month: form.text('until.month'),
              year: form.text('until.year'),
            }}
            error={errorAt(errors, 'until')}
          />
          <ButtonGroup>
            <Button type="submit" variant="danger">
              {t('people.end.submit')}
            </Button>
            <Button href={`/beheer/mensen/${person.id}`} variant="subtle">
              {t('people.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
