import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import { MoneyBreadcrumb } from '../money-parts.page.tsx'
import { amountsIn, type MoneyPage, moneyAddress } from '../money-year.ts'
import type { SharedCost, SharingKey } from '../sharing.ts'

export interface ListSharingPage extends MoneyPage {
  readonly keys: readonly SharingKey[]
  readonly costs: readonly SharedCost[]
  /** The booking by the cost of which it is the part. */
  readonly taken: ReadonlyMap<string, string>
  readonly libraryNames: ReadonlyMap<string, string>
  readonly mayKeep: boolean
  readonly isSigned: boolean
  readonly withdrawn: boolean
}

export function listSharingPage(page: ListSharingPage): Page {
  const { t, year, keys } = page
  const title = t('money.share.title', { year: String(year) })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <MoneyBreadcrumb {...page} />
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>{t('money.share.lead')}</Paragraph>
          {page.withdrawn && <Alert kind="ok">{t('money.share.withdrawn-done')}</Alert>}
        </Stack>
        <Costs {...page} />
        <Stack>
          <Heading level={2}>{t('money.key.title')}</Heading>
          {keys.length === 0 ? (
            <EmptyState>{t('money.key.none')}</EmptyState>
          ) : (
            <ul>
              {keys.map((key) => (
                <li>
                  <Link href={moneyAddress(`/delen/sleutel/${key.id}`, page)}>{key.name}</Link>
                  {` · ${[
                    page.libraryNames.get(key.libraryId),
                    t(`money.key-kind.${key.kind}`),
                    key.parts.map(({ municipality }) => municipality).join(', '),
                    key.untilYear === null
                      ? t('money.key.since', { year: String(key.fromYear) })
                      : t('money.key.during', { from: String(key.fromYear), until: String(key.untilYear) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}`}
                </li>
              ))}
            </ul>
          )}
          <ButtonGroup>
            <Button href={moneyAddress('/delen/sleutel', page)}>{t('money.key.add')}</Button>
          </ButtonGroup>
        </Stack>
      </Stack>
    ),
  }
}

function Costs(page: ListSharingPage) {
  const { t, language, municipality, year, costs, taken, keys } = page
  const amounts = amountsIn(language)
  return (
    <Stack>
      <Heading level={2}>{t('money.cost.title')}</Heading>
      {costs.length === 0 ? (
        <EmptyState>{t('money.cost.none', { year: String(year) })}</EmptyState>
      ) : (
        <DataTable
          id="gedeeld"
          caption={t('money.cost.caption', { municipality: municipality.name })}
          rows={costs}
          columns={[
            { key: 'day', header: t('money.booking.day'), cell: ({ day }) => dayInTable(day) },
            {
              key: 'description',
              header: t('money.booking.description'),
              rowHeader: true,
              cell: ({ id, description }: SharedCost) => (
                <Link href={moneyAddress(`/delen/kosten/${id}`, page)}>{description}</Link>
              ),
            },
            { key: 'kind', header: t('money.booking.kind'), cell: ({ kind }) => t(`money.kind.${kind}`) },
            { key: 'key', header: t('money.key.one'), cell: ({ keyName }) => keyName },
            {
              key: 'amount',
              header: t('money.cost.amount'),
              numeric: true,
              cell: ({ amountCents }) => amounts(amountCents),
            },
            {
              key: 'own',
              header: t('money.cost.own'),
              numeric: true,
              cell: ({ parts }) => amounts(parts[municipality.code] ?? 0),
            },
            {
              key: 'state',
              header: t('money.cost.state'),
              cell: ({ id, parts, isWithdrawn }) => (
                <CostState
                  t={t}
                  isWithdrawn={isWithdrawn}
                  isTaken={taken.has(id)}
                  isSigned={page.isSigned}
                  isNothing={(parts[municipality.code] ?? 0) === 0}
                />
              ),
            },
          ]}
        />
      )}
      {keys.length > 0 && page.mayKeep && (
        <ButtonGroup>
          <Button href={moneyAddress('/delen/kosten', page)} variant="primary">
            {t('money.cost.add')}
          </Button>
        </ButtonGroup>
      )}
    </Stack>
  )
}

/** How a part of a shared cost stands for one municipality. */
export function CostState({
  t,
  isWithdrawn,
  isTaken,
  isSigned,
  isNothing,
}: Pick<MoneyPage, 't'> & {
  readonly isWithdrawn: boolean
  readonly isTaken: boolean
  readonly isSigned: boolean
  readonly isNothing: boolean
}) {
  if (isWithdrawn)
    return (
      <StatusBadge kind={isTaken ? 'failed' : 'neutral'}>
        {t(
          isTaken
            ? isSigned
              ? 'money.cost.withdrawn-signed'
              : 'money.cost.withdrawn-taken'
            : 'money.cost.withdrawn',
        )}
      </StatusBadge>
    )
  if (isTaken) return <StatusBadge kind="done">{t('money.cost.taken')}</StatusBadge>
  if (isNothing) return <StatusBadge kind="neutral">{t('money.cost.no-part')}</StatusBadge>
  return <StatusBadge kind="waiting">{t('money.cost.waiting')}</StatusBadge>
}
