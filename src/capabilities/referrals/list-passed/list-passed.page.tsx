import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import { passedAddress } from '../passed-address.ts'
import { mostPassed, type PassedReferral } from '../read-passed/read-passed.query.ts'
import { next } from '../referral-state.ts'

/** The partner's own list, with the two answers that come most in one tap. */
export function listPassedPage({
  t,
  which,
  passed,
}: {
  readonly t: Translate
  readonly language: Language
  readonly which: 'open' | 'ended'
  readonly passed: readonly PassedReferral[]
}): Page {
  return {
    title: t('referrals.passed.list'),
    wide: true,
    main: (
      <Stack>
        <Heading level={1}>{t('referrals.passed.list')}</Heading>
        <Paragraph>{t('referrals.passed.list-lead')}</Paragraph>
        <LinkTabs
          label={t('referrals.passed.list')}
          items={[
            { href: passedAddress, label: t('referrals.passed.open'), current: which === 'open' },
            {
              href: `${passedAddress}?toon=klaar`,
              label: t('referrals.passed.closed'),
              current: which === 'ended',
            },
          ]}
        />
        {passed.length === 0 ? (
          <EmptyState>{t(`referrals.passed.none-${which}`)}</EmptyState>
        ) : (
          <DataTable
            id="doorverwijzingen"
            caption={t(which === 'open' ? 'referrals.passed.oldest-first' : 'referrals.passed.newest-first')}
            columns={[
              {
                key: 'code',
                header: t('referrals.column.code'),
                rowHeader: true,
                cell: ({ referral }) => (
                  <Link href={`${passedAddress}/doorverwijzing/${referral.id}`}>{referral.code}</Link>
                ),
              },
              { key: 'from', header: t('referrals.passed.from'), cell: ({ deskName }) => deskName },
              {
                key: 'what',
                header: t('referrals.passed.topic'),
                cell: ({ topic, serviceName }) => topic ?? serviceName,
              },
              {
                key: 'on',
                header: t('referrals.passed.on'),
                cell: ({ referral }) => dayInTable(referral.madeOn),
              },
              {
                key: 'state',
                header: t('referrals.passed.state'),
                cell: ({ referral }) => t(`referrals.state.${referral.state}`),
              },
              ...(which === 'open'
                ? [
                    {
                      key: 'answer',
                      header: t('referrals.answer.title'),
                      cell: (row: PassedReferral) => <OneTap t={t} row={row} />,
                    },
                  ]
                : []),
            ]}
            rows={passed}
          />
        )}
        {passed.length === mostPassed && <Paragraph>{t('referrals.most', { most: mostPassed })}</Paragraph>}
      </Stack>
    ),
  }
}

function OneTap({ t, row: { referral } }: { t: Translate; row: PassedReferral }) {
  const event = (['receive', 'come', 'help'] as const).find((each) => next(referral.state, each, 'partner'))
  return event ? (
    <Form action={`${passedAddress}/doorverwijzing/${referral.id}`}>
      <Button
        type="submit"
        name="event"
        value={event}
        ariaLabel={`${t(`referrals.answer.${event}`)}: ${referral.code}`}
      >
        {t(`referrals.answer.${event}`)}
      </Button>
    </Form>
  ) : null
}
