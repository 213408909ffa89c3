import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import { attentionFor } from '../referral-attention.ts'
import { addressWith, referAddress, referralsAddress } from '../referring-desk.ts'
import { mostReferrals } from './follow-referrals.query.ts'

interface FollowPage {
  readonly t: Translate
  readonly today: string
  readonly filter: { readonly ended: boolean; readonly mine: boolean; readonly deskId: string }
  readonly desks: readonly Desk[]
  readonly referrals: readonly Referral[]
  readonly partnerNames: ReadonlyMap<string, string>
  readonly topicLabels: ReadonlyMap<string, string>
}

/** What a desk referred, by code: what asks for something stands first. */
export function followReferralsPage(page: FollowPage): Page {
  const { t, filter, referrals } = page
  const chosen = { van: filter.mine ? 'mij' : undefined, informatiepunt: filter.deskId || undefined }
  return {
    title: t('referrals.list.title'),
    wide: true,
    main: (
      <Stack>
        <Heading level={1}>{t('referrals.list.title')}</Heading>
        <Paragraph>{t('referrals.list.lead')}</Paragraph>
        <div>
          <Button variant="primary" href={referAddress}>
            {t('referrals.list.new')}
          </Button>
        </div>
        <LinkTabs
          label={t('referrals.list.title')}
          items={[
            {
              href: addressWith(referralsAddress, chosen),
              label: t('referrals.passed.open'),
              current: !filter.ended,
            },
            {
              href: addressWith(referralsAddress, { ...chosen, toon: 'klaar' }),
              label: t('referrals.passed.closed'),
              current: filter.ended,
            },
          ]}
        />
        <Filters page={page} />
        {referrals.length === 0 ? (
          <EmptyState>
            {t(filter.ended ? 'referrals.list.none-ended' : 'referrals.list.none-open')}
          </EmptyState>
        ) : (
          <Table page={page} />
        )}
        {referrals.length === mostReferrals && (
          <Paragraph>{t('referrals.most', { most: mostReferrals })}</Paragraph>
        )}
      </Stack>
    ),
  }
}

function Filters({ page: { t, filter, desks } }: { page: FollowPage }) {
  return (
    <FilterRow action={referralsAddress} label={t('referrals.list.filter')} submit={t('referrals.list.show')}>
      {filter.ended && <input type="hidden" name="toon" value="klaar" />}
      <FormField id="van" label={t('referrals.list.of')}>
        <Select
          name="van"
          value={filter.mine ? 'mij' : ''}
          options={[
            { value: '', label: t('referrals.list.of-desk') },
            { value: 'mij', label: t('referrals.list.of-me') },
          ]}
        />
      </FormField>
      {desks.length > 1 && (
        <FormField id="informatiepunt" label={t('referrals.propose.desk')}>
          <Select
            name="informatiepunt"
            value={filter.deskId}
            options={[
              { value: '', label: t('referrals.list.all-desks') },
              ...desks.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
      )}
    </FilterRow>
  )
}

function Table({ page: { t, today, filter, referrals, partnerNames, topicLabels } }: { page: FollowPage }) {
  return (
    <DataTable
      id="doorverwijzingen"
      caption={t(filter.ended ? 'referrals.passed.newest-first' : 'referrals.list.caption')}
      columns={[
        {
          key: 'code',
          header: t('referrals.column.code'),
          rowHeader: true,
          cell: ({ id, code }) => <Link href={`${referralsAddress}/${id}`}>{code}</Link>,
        },
        {
          key: 'attention',
          header: t('referrals.column.to-do'),
          cell: (referral) => <Attention t={t} referral={referral} today={today} />,
        },
        {
          key: 'partner',
          header: t('referrals.send.partner'),
          cell: ({ partnerId }) => partnerNames.get(partnerId ?? '') ?? '',
        },
        {
          key: 'topic',
          header: t('referrals.passed.topic'),
          cell: ({ topicCode }) => topicLabels.get(topicCode ?? '') ?? '',
        },
        { key: 'on', header: t('referrals.passed.on'), cell: ({ madeOn }) => dayInTable(madeOn) },
        {
          key: 'state',
          header: t('referrals.passed.state'),
          cell: ({ state, outcome }) =>
            outcome ? t(`referrals.outcome.${outcome}`) : t(`referrals.state.${state}`),
        },
      ]}
      rows={referrals}
    />
  )
}

/** What one has to do about it, if anything. */
export function Attention({ t, referral, today }: { t: Translate; referral: Referral; today: string }) {
  const attention = attentionFor(referral, today)
  if (attention === undefined) return <>{t('referrals.attention.nothing')}</>
  const kind =
    attention === 'close' ? 'done' : attention === 'silent' || attention === 'call' ? 'waiting' : 'failed'
  return <StatusBadge kind={kind}>{t(`referrals.attention.${attention}`)}</StatusBadge>
}
