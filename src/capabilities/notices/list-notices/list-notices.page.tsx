import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { MunicipalityTabs } from '../../organisations/public.ts'
import { isUrgent, type Notice, stateOf } from '../notice.ts'
import { type Announcing, announceAddress, announcePath } from '../notices-address.ts'
import type { DeskReached } from '../reach.ts'
import { topicLabel } from '../topics.ts'

type ReachedNotice = Notice & { readonly reach: readonly DeskReached[] }
type List = Announcing & {
  readonly notices: readonly ReachedNotice[]
  readonly said?: 'ingetrokken' | 'weggegooid' | undefined
}

/** What a municipality announced: what comes and counts in sight, what is over one tap away. */
export function listNoticesPage(props: List): Page {
  const { t, municipality, municipalities, notices, said, today } = props
  const of = (...states: readonly string[]) =>
    notices.filter((notice) => states.includes(stateOf(notice, today)))
  // A draft that was thrown away was never told to anybody.
  const past = of('over', 'withdrawn').filter(({ announcedOn }) => announcedOn)
  const inSight = [
    ['draft', of('draft')],
    ['coming', of('coming').toReversed()],
    ['counting', of('counting')],
  ] as const
  const add = (
    <Button href={announceAddress('/nieuw', municipality)} variant="primary">
      {t('notices.add')}
    </Button>
  )
  return {
    title: t('notices.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('notices.title')}</Heading>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path={announcePath} />
          {said && <Alert kind="ok">{t(`notices.said.${said}`)}</Alert>}
          <Paragraph lead>{t('notices.lead', { municipality: municipality.name })}</Paragraph>
          {municipality.validUntil === null && <div class="balie-no-print">{add}</div>}
        </Stack>
        {inSight.every(([, some]) => some.length === 0) && <EmptyState>{t('notices.none')}</EmptyState>}
        {inSight
          .filter(([, some]) => some.length > 0)
          .map(([state, some]) => (
            <Stack>
              <Heading level={2}>{t(`notices.state.${state}`)}</Heading>
              <Cards {...props} notices={some} />
            </Stack>
          ))}
        {past.length > 0 && (
          <Details summary={t('notices.past', { count: past.length })}>
            <Cards {...props} notices={past} />
          </Details>
        )}
      </Stack>
    ),
  }
}

function Cards({ t, language, lists, municipality, notices, today }: List) {
  return (
    <CardList>
      {notices.map((notice) => (
        <Card>
          <Stack gap="sm">
            <Row apart>
              <strong>
                <Link href={announceAddress(`/${notice.id}`, municipality)}>{notice.title}</Link>
              </strong>
              <ReachBadge {...{ t, notice, today }} />
            </Row>
            <Paragraph subtle>
              {t('notices.from-day', { day: dayInWords(notice.countsFrom, language, 'date') })}
              {' · '}
              {notice.topics.map((code) => topicLabel(lists, code)).join(', ')}
            </Paragraph>
          </Stack>
        </Card>
      ))}
    </CardList>
  )
}

/** How many of the desks have seen it; in red where the day is near and some have not. */
function ReachBadge({ t, notice, today }: { t: List['t']; notice: ReachedNotice; today: string }) {
  const state = stateOf(notice, today)
  if (state === 'draft') return <StatusBadge kind="neutral">{t('notices.draft')}</StatusBadge>
  if (state === 'withdrawn') return <StatusBadge kind="neutral">{t('notices.withdrawn')}</StatusBadge>
  const seen = notice.reach.filter((desk) => desk.seen === 'seen').length
  const all = notice.reach.length
  if (all === 0) return <StatusBadge kind="neutral">{t('notices.no-desks')}</StatusBadge>
  const kind = seen === all ? 'done' : isUrgent(notice, today) ? 'failed' : 'waiting'
  return <StatusBadge kind={kind}>{t('notices.seen-by', { seen, all })}</StatusBadge>
}
