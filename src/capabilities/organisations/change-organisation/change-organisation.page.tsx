import { Alert } from '../../../design-system/alert/alert.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Municipality } from '../municipality.ts'
import { OrganisationForm } from '../organisation.page.tsx'
import type { OrganisationDetails } from './change-organisation.query.ts'

export function changeOrganisationPage(props: {
  t: Translate
  organisation: OrganisationDetails
  form: FormFields
  errors: readonly FormError[]
  municipalities: readonly Municipality[]
  saved: boolean
}): Page {
  const { t, organisation, errors } = props
  const { id, kind, name } = organisation
  return {
    title: name,
    errors,
    main: (
      <Stack>
        {props.saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{name}</Heading>
        <Paragraph>{t(`organisations.kind.${kind}`)}</Paragraph>
        <OrganisationForm {...props} kind={kind} isNew={false} action={`/beheer/organisaties/${id}`} />
        <Paragraph>
          <Link href={`/beheer/mensen?organisatie=${id}`}>{t('organisations.change.people')}</Link>
        </Paragraph>
        {kind === 'library' && (
          <Paragraph>
            <Link href={`/beheer/informatiepunten?bibliotheek=${id}`}>{t('organisations.change.desks')}</Link>
          </Paragraph>
        )}
      </Stack>
    ),
  }
}
