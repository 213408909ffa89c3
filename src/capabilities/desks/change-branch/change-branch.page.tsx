import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { BranchForm, type BranchFormProps } from '../branch.page.tsx'
import type { BranchDetails } from './change-branch.query.ts'

export interface ChangeBranchPage extends BranchFormProps {
  readonly branch: BranchDetails
  readonly libraryName: string
  readonly saved: boolean
}

export function changeBranchPage(props: ChangeBranchPage): Page {
  const { t, branch, errors } = props
  const address = `/beheer/vestigingen/${branch.id}`
  const hasOpenDesk = props.choices.desks.some(({ id, active }) => active && id === branch.desk)
  return {
    title: branch.name,
    errors,
    main: (
      <Stack>
        {props.saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{branch.name}</Heading>
        <Paragraph>{props.libraryName}</Paragraph>
        {!branch.active && (
          <Alert kind="info">
            <p>{t('desks.branch.closed')}</p>
          </Alert>
        )}
        <Row>
          {branch.desk && (
            <Link href={`/beheer/informatiepunten/${branch.desk}`}>{t('desks.branch.to-desk')}</Link>
          )}
          {!hasOpenDesk && branch.active && (
            <Button href={`/beheer/informatiepunten/nieuw?vestiging=${branch.id}`}>
              {t('desks.branch.begin')}
            </Button>
          )}
          <form method="post" action={`${address}/${branch.active ? 'sluiten' : 'openen'}`}>
            <Button type="submit">{t(branch.active ? 'desks.branch.close' : 'desks.branch.open')}</Button>
          </form>
        </Row>
        <BranchForm {...props} isNew={false} action={address} />
      </Stack>
    ),
  }
}
