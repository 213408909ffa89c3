import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { deadlineInWords } from '../keep-scheme/keep-scheme.form.ts'
import type { MoneyPage } from '../money-year.ts'
import type { Scheme } from '../scheme.ts'
import { yearsOf } from '../scheme-facts.page.tsx'

export function listSchemesPage({
  t,
  schemes,
}: Pick<MoneyPage, 't'> & { readonly schemes: readonly Scheme[] }): Page {
  const title = t('money.scheme.list')
  const orNotSet = (text: string | null) =>
    text ? text : <StatusBadge kind="neutral">{t('money.scheme.not-set')}</StatusBadge>
  return {
    title,
    wide: true,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t('money.scheme.list-lead')}</Paragraph>
        <DataTable
          id="regelingen"
          caption={title}
          rows={schemes.toReversed()}
          columns={[
            {
              key: 'name',
              header: t('money.scheme.name'),
              rowHeader: true,
              cell: ({ id, name }: Scheme) => <Link href={`/beheer/geldregelingen/${id}`}>{name}</Link>,
            },
            { key: 'years', header: t('money.scheme.years'), cell: (scheme) => yearsOf(scheme, t) },
            {
              key: 'kind',
              header: t('money.scheme.kind'),
              cell: ({ kind }) => t(`money.scheme-kind.${kind}`),
            },
            { key: 'code', header: t('money.scheme.code'), cell: ({ code }) => orNotSet(code) },
            {
              key: 'deadline',
              header: t('money.scheme.deadline'),
              cell: ({ deadline }) => orNotSet(deadline && deadlineInWords(deadline)),
            },
            {
              key: 'audit',
              header: t('money.scheme.audit-kinds'),
              cell: ({ auditKinds }) =>
                auditKinds.every((kind) => kind === '')
                  ? orNotSet('')
                  : auditKinds.map((kind) => kind || t('money.scheme.not-set')).join(', '),
            },
          ]}
        />
        <ButtonGroup>
          <Button href="/beheer/geldregelingen/nieuw" variant="primary">
            {t('money.scheme.add')}
          </Button>
        </ButtonGroup>
      </Stack>
    ),
  }
}
