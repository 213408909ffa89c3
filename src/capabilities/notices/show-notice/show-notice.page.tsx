import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { isUrgent, type Notice, stateOf } from '../notice.ts'
import { NoticeFacts } from '../notice-facts.page.tsx'
import { type Announcing, announceAddress } from '../notices-address.ts'
import type { DeskReached } from '../reach.ts'

type Shown = Announcing & {
  readonly notice: Notice
  readonly reach: readonly DeskReached[]
  readonly said?: 'bewaard' | 'aangekondigd' | undefined
}

/** What was announced, and which desks have seen it: of who works there nothing. */
export function showNoticePage(props: Shown): Page {
  const { t, municipality, notice, said, today } = props
  const state = stateOf(notice, today)
  return {
    title: notice.title,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('notices.breadcrumb')}
            items={[{ href: announceAddress('', municipality), label: t('notices.title') }]}
          />
          <Heading level={1}>{notice.title}</Heading>
          {said && <Alert kind="ok">{t(`notices.said.${said}`)}</Alert>}
          <div>
            <StatusBadge kind={state === 'counting' ? 'done' : state === 'coming' ? 'waiting' : 'neutral'}>
              {t(`notices.state.${state}`)}
            </StatusBadge>
          </div>
          {notice.withdrawnReason && (
            <Paragraph>{t('notices.withdrawn-because', { reason: notice.withdrawnReason })}</Paragraph>
          )}
          <NoticeFacts {...props} />
          {state !== 'withdrawn' && (
            <ButtonGroup>
              <Button href={announceAddress(`/${notice.id}/wijzigen`, municipality)}>
                {t(state === 'draft' ? 'notices.change-draft' : 'notices.change')}
              </Button>
              <Button href={announceAddress(`/${notice.id}/intrekken`, municipality)} variant="subtle">
                {t(state === 'draft' ? 'notices.discard.open' : 'notices.withdraw.open')}
              </Button>
            </ButtonGroup>
          )}
        </Stack>
        {notice.announcedOn && <SeenTable {...props} />}
      </Stack>
    ),
  }
}

function SeenTable({ t, language, notice, reach, today }: Shown) {
  const seen = reach.filter((desk) => desk.seen === 'seen').length
  const short = (day: string | null): string => dayInWords(day ?? '', language, 'short')
  const late = isUrgent(notice, today)
  return (
    <Stack>
      <Heading level={2}>{t('notices.seen-title')}</Heading>
      {reach.length === 0 ? (
        <Paragraph>{t('notices.no-desks-long')}</Paragraph>
      ) : (
        <>
          <Paragraph>{t('notices.seen-by', { seen, all: reach.length })}</Paragraph>
          <DataTable
            id="gezien"
            caption={t('notices.seen-caption')}
            rows={reach.toSorted((one, other) => Number(one.seen === 'seen') - Number(other.seen === 'seen'))}
            columns={[
              { key: 'desk', header: t('notices.seen-desk'), rowHeader: true, cell: ({ name }) => name },
              {
                key: 'seen',
                header: t('notices.seen-state'),
                cell: (desk) =>
                  desk.seen === 'seen' ? (
                    <StatusBadge kind="done">{t('notices.seen-on', { day: short(desk.on) })}</StatusBadge>
                  ) : (
                    <StatusBadge kind={late ? 'failed' : 'waiting'}>
                      {t(desk.seen === 'earlier' ? 'notices.seen-earlier' : 'notices.not-seen', {
                        day: short(notice.editionOn),
                      })}
                    </StatusBadge>
                  ),
              },
            ]}
          />
        </>
      )}
    </Stack>
  )
}
