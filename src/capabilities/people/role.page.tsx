import { Button } from '../../design-system/button/button.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import type { Role } from '../../platform/auth/roles.ts'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { Desk } from '../desks/public.ts'
import type { Organisation } from '../organisations/public.ts'

/** For who gives roles everywhere: at which organisation. The rest of the form depends on it. */
export function ChooseOrganisationForm({
  t,
  action,
  organisations,
  chosen,
}: {
  t: Translate
  action: string
  organisations: readonly Organisation[]
  chosen?: string | undefined
}) {
  return (
    <Form action={action} method="get">
      <FormField id="organisatie" label={t('people.organisation')} required>
        <Select
          name="organisatie"
          value={chosen}
          options={organisations.map(({ id, name, kind }) => ({
            value: id,
            label: `${name} (${t(`organisations.kind.${kind}`)})`,
          }))}
        />
      </FormField>
      <div>
        <Button type="submit" variant="primary">
          {t('shell.continue')}
        </Button>
      </div>
    </Form>
  )
}

/** Which role, and at which desk of a library. */
export function RoleFields({
  t,
  form,
  errors,
  roles,
  desks,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  roles: readonly Role[]
  desks: readonly Desk[]
}) {
  return (
    <>
      <RadioGroup
        id="role"
        name="role"
        legend={t('people.role')}
        required
        error={errorAt(errors, 'role')}
        options={roles.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
        value={form.text('role')}
      />
      {desks.length > 0 && (
        <FormField
          id="desk"
          label={t('people.desk')}
          description={t('people.desk-hint')}
          error={errorAt(errors, 'desk')}
        >
          <Select
            name="desk"
            value={form.text('desk')}
            options={[
              { value: '', label: t('people.whole-library') },
              ...desks.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
      )}
    </>
  )
}
