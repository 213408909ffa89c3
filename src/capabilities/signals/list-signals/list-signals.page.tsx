import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { yearsEarlier } from '../../../platform/time/local-month.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { topicLabel } from '../../notices/public.ts'
import { MunicipalityTabs } from '../../organisations/public.ts'
import { alikeTo } from '../alike.ts'
import type { Handling } from '../handled-signal.ts'
import { isOpen, type LeadSignal } from '../signal.ts'
import { SignalBadge } from '../signal-words.page.tsx'
import { handleAddress, handlePath } from '../signals-address.ts'

type List = Handling & { readonly signals: readonly LeadSignal[] }

/** What waits comes first, the oldest first; answers of more than a year ago are one tap away. */
export function listSignalsPage(props: List): Page {
  const { t, municipality, municipalities, signals, today } = props
  const since = yearsEarlier(today, 1)
  const answered = signals.filter((signal) => !isOpen(signal)).toReversed()
  const old = answered.filter(({ answeredOn }) => (answeredOn ?? '') <= since)
  const parts = [
    ['new', signals.filter(({ status }) => status === 'new')],
    ['looking', signals.filter(({ status }) => status === 'looking')],
    ['answered', answered.filter((signal) => !old.includes(signal))],
  ] as const
  return {
    title: t('signals.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('signals.title')}</Heading>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path={handlePath} />
          <Paragraph lead>{t('signals.lead', { municipality: municipality.name })}</Paragraph>
        </Stack>
        {signals.length === 0 && <EmptyState>{t('signals.none')}</EmptyState>}
        {parts
          .filter(([, some]) => some.length > 0)
          .map(([part, some]) => (
            <Stack>
              <Heading level={2}>{t(`signals.part.${part}`, { count: some.length })}</Heading>
              <Cards {...props} shown={some} />
            </Stack>
          ))}
        {old.length > 0 && (
          <Details summary={t('signals.old', { count: old.length })}>
            <Cards {...props} shown={old} />
          </Details>
        )}
      </Stack>
    ),
  }
}

function Cards({
  t,
  language,
  lists,
  municipality,
  signals,
  shown,
}: List & { readonly shown: readonly LeadSignal[] }) {
  return (
    <CardList>
      {shown.map((signal) => {
        const alike = isOpen(signal) ? alikeTo(signal, signals).length : 0
        return (
          <Card>
            <Stack gap="sm">
              <Row apart>
                <strong>
                  <Link href={handleAddress(`/${signal.id}`, municipality)}>{signal.service}</Link>
                </strong>
                <SignalBadge t={t} signal={signal} />
              </Row>
              <Paragraph subtle>
                {topicLabel(lists, signal.topicCode)} · {t('signals.desks', { count: signal.deskIds.length })}{' '}
                · {t('signals.since', { day: dayInWords(signal.reportedOn, language, 'date') })}
              </Paragraph>
              {alike > 0 && <Paragraph>{t('signals.alike-count', { count: alike })}</Paragraph>}
            </Stack>
          </Card>
        )
      })}
    </CardList>
  )
}
