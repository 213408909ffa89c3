import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import type { ListSnapshot } from '../../lists/public.ts'
import { DeskChoice } from '../desk-choice.page.tsx'
import type { NoticeAtDesk } from '../find-notices/find-notices.query.ts'
import { isUrgent, stateOf } from '../notice.ts'
import { NoticeFacts } from '../notice-facts.page.tsx'
import { deskPath } from '../notices-address.ts'

interface DeskNotices {
  readonly t: Translate
  readonly language: Language
  readonly lists: ListSnapshot
  readonly desks: readonly Desk[]
  readonly desk: Desk
  readonly notices: readonly NoticeAtDesk[]
  readonly today: string
  readonly said?: 'gezien' | 'gewijzigd' | 'weg' | undefined
}

/** What changes in the services of the municipality, for a team at a desk; prints on paper as it stands. */
export function readNoticesPage(props: DeskNotices): Page {
  const { t, desks, desk, notices, today, said } = props
  const at = (state: string) => notices.filter((notice) => stateOf(notice, today) === state)
  const isNew = (notice: NoticeAtDesk): boolean => notice.seenEdition < notice.edition
  const running = [...at('coming'), ...at('counting')]
  // What a desk never saw need not be told to be off.
  const off = at('withdrawn').filter(({ shownUntil }) => shownUntil >= today)
  const over = at('over').toReversed()
  const parts = [
    ['new', running.filter(isNew)],
    ['coming', at('coming').filter((notice) => !isNew(notice))],
    ['counting', at('counting').filter((notice) => !isNew(notice))],
    ['off', off],
  ] as const
  return {
    title: t('notices.desk.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('notices.desk.title')}</Heading>
          <DeskChoice {...{ t, desks, desk }} path={deskPath} />
          {said && (
            <Alert kind={said === 'gezien' ? 'ok' : 'warning'}>{t(`notices.desk.said.${said}`)}</Alert>
          )}
          <Paragraph lead>{t('notices.desk.lead', { desk: desk.name })}</Paragraph>
        </Stack>
        {parts.every(([, some]) => some.length === 0) && <EmptyState>{t('notices.desk.none')}</EmptyState>}
        {parts
          .filter(([, some]) => some.length > 0)
          .map(([part, some]) => (
            <Stack>
              <Heading level={2}>{t(`notices.desk.part.${part}`)}</Heading>
              <CardList>
                {some.map((notice) => (
                  <NoticeCard {...props} notice={notice} />
                ))}
              </CardList>
            </Stack>
          ))}
        {over.length > 0 && (
          <Details summary={t('notices.desk.over', { count: over.length })}>
            <CardList>
              {over.map((notice) => (
                <NoticeCard {...props} notice={notice} />
              ))}
            </CardList>
          </Details>
        )}
      </Stack>
    ),
  }
}

function NoticeCard({
  t,
  language,
  lists,
  desk,
  today,
  notice,
}: DeskNotices & { readonly notice: NoticeAtDesk }) {
  const state = stateOf(notice, today)
  const isRunning = state === 'coming' || state === 'counting'
  const unseen = isRunning && notice.seenEdition < notice.edition
  return (
    <Card>
      <Stack gap="sm">
        <Row apart>
          <Heading level={3}>{notice.title}</Heading>
          {unseen && isUrgent(notice, today) ? (
            <StatusBadge kind="failed">{t('notices.desk.urgent')}</StatusBadge>
          ) : unseen ? (
            <StatusBadge kind="waiting">
              {t(notice.seenEdition > 0 ? 'notices.desk.changed' : 'notices.desk.new')}
            </StatusBadge>
          ) : null}
        </Row>
        {state === 'withdrawn' ? (
          <Paragraph>{t('notices.withdrawn-because', { reason: notice.withdrawnReason })}</Paragraph>
        ) : (
          <NoticeFacts {...{ t, language, lists, notice }} />
        )}
        {unseen ? (
          <form method="post" action={`${deskPath}/${notice.id}/gezien`} class="balie-no-print">
            <input type="hidden" name="desk" value={desk.id} />
            <input type="hidden" name="edition" value={notice.edition} />
            <Button
              type="submit"
              variant="primary"
              ariaLabel={t('notices.desk.confirm-of', { title: notice.title })}
            >
              {t('notices.desk.confirm')}
            </Button>
          </form>
        ) : (
          notice.seenOn && (
            <Paragraph subtle>
              {t('notices.desk.seen-on', { day: dayInWords(notice.seenOn, language, 'short') })}
            </Paragraph>
          )
        )}
      </Stack>
    </Card>
  )
}
