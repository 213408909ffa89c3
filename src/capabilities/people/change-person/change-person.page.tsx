import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import type { RoleHeld } from '../role.ts'
import type { PersonDetails } from './change-person.query.ts'

export interface ChangePersonPage {
  readonly t: Translate
  readonly person: PersonDetails
  readonly organisationName: string
  /** Somebody looking at the own account. */
  readonly self: boolean
  readonly roles: readonly RoleHeld[]
  /** Names of organisations and desks, by id. */
  readonly places: ReadonlyMap<string, string>
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved: boolean
}

export function changePersonPage(props: ChangePersonPage): Page {
  const { t, person, errors } = props
  return {
    title: person.name,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          {props.saved && (
            <Alert kind="ok">
              <p>{t('shell.saved')}</p>
            </Alert>
          )}
          <Heading level={1}>{person.name}</Heading>
          <Paragraph>
            {person.email}, {props.organisationName}
          </Paragraph>
          {person.changeable ? (
            <AccountForm {...props} />
          ) : (
            <Paragraph>{t('people.change.elsewhere')}</Paragraph>
          )}
        </Stack>
        <RolesPart {...props} />
        {person.changeable && <PasswordPart {...props} />}
      </Stack>
    ),
  }
}

function AccountForm({ t, person, form, errors, self }: ChangePersonPage) {
  return (
    <Form action={`/beheer/mensen/${person.id}`}>
      <FormField id="name" label={t('people.name')} error={errorAt(errors, 'name')} required>
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      {!self && (
        <RadioGroup
          id="active"
          name="active"
          legend={t('people.account')}
          description={t('people.change.close-hint')}
          error={errorAt(errors, 'active')}
          options={[
            { value: 'yes', label: t('people.account.open') },
            { value: 'no', label: t('people.account.closed') },
          ]}
          value={form.text('active')}
          layout="row"
        />
      )}
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t('people.change.submit')}
        </Button>
        <Button href="/beheer/mensen" variant="subtle">
          {t('people.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function RolesPart({ t, person, roles, places }: ChangePersonPage) {
  const where = ({ organisationId, deskId }: RoleHeld): string =>
    [organisationId, deskId].flatMap((id) => (id && places.get(id)) || []).join(', ')
  return (
    <Stack>
      <Heading level={2}>{t('people.roles')}</Heading>
      {roles.length === 0 ? (
        <EmptyState>{t('people.change.no-roles')}</EmptyState>
      ) : (
        <DataTable
          id="roles"
          caption={t('people.change.roles-caption')}
          columns={[
            {
              key: 'role',
              header: t('people.role'),
              cell: ({ role }) => t(`people.role.${role}`),
              rowHeader: true,
            },
            { key: 'where', header: t('people.change.where'), cell: where },
            { key: 'from', header: t('people.from'), cell: ({ validFrom }) => dayInTable(validFrom) },
            {
              key: 'until',
              header: t('people.until'),
              cell: ({ validUntil }) => (validUntil ? dayInTable(validUntil) : ''),
            },
            {
              key: 'end',
              header: t('people.change.end-header'),
              cell: ({ id, role }) => (
                <Link href={`/beheer/mensen/${person.id}/taken/${id}`}>
                  {t('people.change.end')} <VisuallyHidden>{t(`people.role.${role}`)}</VisuallyHidden>
                </Link>
              ),
            },
          ]}
          rows={roles}
        />
      )}
      <Button href={`/beheer/mensen/${person.id}/taken/nieuw`}>{t('people.change.assign')}</Button>
    </Stack>
  )
}

function PasswordPart({ t, person, self }: ChangePersonPage) {
  return (
    <Stack>
      <Heading level={2}>{t('people.password')}</Heading>
      {self ? (
        <Paragraph>
          <Link href="/mijn-account">{t('people.change.own-password')}</Link>
        </Paragraph>
      ) : (
        <>
          <Paragraph>{t('people.change.password-lead')}</Paragraph>
          <form method="post" action={`/beheer/mensen/${person.id}/wachtwoord`}>
            <Button type="submit">{t('people.change.give-password')}</Button>
          </form>
        </>
      )}
    </Stack>
  )
}
