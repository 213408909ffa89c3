import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { MailRow } from '../../../platform/mail/list-mails.query.ts'
import { dayInTable, type Instant, localDay, localTime } from '../../../platform/time/local-time.ts'

const moment = (at: Instant): string => `${dayInTable(localDay(at))} ${localTime(at)}`

/** For whom a mail is: a colleague or an organisation by name, a visitor by the desk; who that is, is known only when it goes. */
function receiver(
  t: Translate,
  { accountId, receiver: told }: Pick<MailRow, 'accountId' | 'receiver'>,
  names: ReadonlyMap<string, string>,
): string {
  if (accountId !== null) return names.get(accountId) ?? t('mail.staff')
  if (!told) return t('mail.outside')
  return told.kind === 'organisation' ? told.name : t('mail.visitor', { desk: told.name })
}

/** What a mail is about, by the first part of its purpose: the capability whose mail it is. */
function about(t: Translate, purpose: string): string {
  if (purpose.startsWith('referrals.')) return t('mail.about.referrals')
  if (purpose.startsWith('directory.')) return t('mail.about.directory')
  return purpose.startsWith('reports.') ? t('mail.about.reports') : purpose
}

export function postPage({
  t,
  sendsMail,
  refused,
  rows,
  total,
  names,
  paging,
}: {
  t: Translate
  sendsMail: boolean
  /** The list of what did not arrive, in the place of what waits. */
  refused: boolean
  rows: readonly MailRow[]
  total: number
  names: ReadonlyMap<string, string>
  paging: Paging
}): Page {
  const common = [
    {
      key: 'queued',
      header: t('mail.queued'),
      cell: ({ queuedAt }: MailRow) => moment(queuedAt),
      rowHeader: true,
    },
    { key: 'about', header: t('mail.about'), cell: ({ purpose }: MailRow) => about(t, purpose) },
    {
      key: 'subject',
      header: t('mail.subject'),
      cell: ({ subject, language }: MailRow) => (
        <span lang={language} dir="auto">
          {subject}
        </span>
      ),
    },
    {
      key: 'to',
      header: t('mail.to'),
      cell: (row: MailRow) => receiver(t, row, names),
    },
  ]
  return {
    title: t('mail.title'),
    wide: true,
    main: (
      <Stack>
        <Heading level={1}>{t('mail.title')}</Heading>
        <Paragraph>{t('mail.lead')}</Paragraph>
        {!sendsMail && (
          <Alert kind="info">
            <p>{t('mail.off')}</p>
          </Alert>
        )}
        <LinkTabs
          label={t('mail.lists')}
          items={[
            { href: '/beheer/post', label: t('mail.waiting'), current: !refused },
            { href: '/beheer/post?toon=geweigerd', label: t('mail.refused'), current: refused },
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState>{t(refused ? 'mail.none-refused' : 'mail.none-waiting')}</EmptyState>
        ) : (
          <DataTable
            id="mails"
            caption={t(refused ? 'mail.caption-refused' : 'mail.caption-waiting', { count: total })}
            columns={
              refused
                ? [
                    ...common,
                    {
                      key: 'refused',
                      header: t('mail.refused-at'),
                      cell: ({ refusedAt }) => (refusedAt ? moment(refusedAt) : ''),
                    },
                    { key: 'code', header: t('mail.code'), cell: ({ refusal }) => refusal ?? '' },
                  ]
                : [
                    ...common,
                    {
                      key: 'attempts',
                      header: t('mail.attempts'),
                      cell: (row) => row.attempts,
                      numeric: true,
                    },
                    sendsMail
                      ? { key: 'next', header: t('mail.next'), cell: (row) => moment(row.nextAttemptAt) }
                      : {
                          key: 'open',
                          header: t('mail.read'),
                          cell: ({ id, queuedAt }) => (
                            <form method="post" action={`/beheer/post/${id}`}>
                              <Button type="submit">
                                {t('mail.open')} <VisuallyHidden>{moment(queuedAt)}</VisuallyHidden>
                              </Button>
                            </form>
                          ),
                        },
                  ]
            }
            rows={rows}
          />
        )}
        <Pagination
          label={t('shell.pages')}
          previous={paging.previous ? { href: paging.previous, label: t('mail.previous') } : undefined}
          next={paging.next ? { href: paging.next, label: t('mail.following') } : undefined}
        />
      </Stack>
    ),
  }
}

export function waitingMailPage({
  t,
  mail,
  names,
}: {
  t: Translate
  mail: {
    readonly accountId: string | null
    readonly receiver: MailRow['receiver']
    readonly purpose: string
    readonly language: string
    readonly subject: string
    /** With its addresses filled in. */
    readonly body: string
  }
  names: ReadonlyMap<string, string>
}): Page {
  return {
    title: t('mail.one'),
    main: (
      <Stack>
        <Heading level={1}>{t('mail.one')}</Heading>
        <Paragraph>{t('mail.one-lead')}</Paragraph>
        <DescriptionList
          items={[
            { term: t('mail.to'), description: receiver(t, mail, names) },
            { term: t('mail.about'), description: about(t, mail.purpose) },
            { term: t('mail.subject'), description: <span lang={mail.language}>{mail.subject}</span> },
          ]}
        />
        <div lang={mail.language} dir="auto">
          <Stack>
            {mail.body
              .trim()
              .split(/\n{2,}/)
              .map((part) => (
                <Paragraph>
                  {part.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))}
                </Paragraph>
              ))}
          </Stack>
        </div>
        <div>
          <Button href="/beheer/post">{t('mail.back')}</Button>
        </div>
      </Stack>
    ),
  }
}
