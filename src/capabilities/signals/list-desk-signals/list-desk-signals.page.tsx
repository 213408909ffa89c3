import type { Child } from 'hono/jsx'
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
import { yearsEarlier } from '../../../platform/time/local-month.ts'
import { DeskChoice, TextLines } from '../../notices/public.ts'
import { isOpen, type LeadSignal } from '../signal.ts'
import { SignalBadge, SignalWords } from '../signal-words.page.tsx'
import { type AtDesk, deskAddress, deskPath } from '../signals-address.ts'

type DeskSignals = AtDesk & {
  readonly signals: readonly LeadSignal[]
  /** Up to which answer the desk has read each. */
  readonly readings: ReadonlyMap<string, number>
  readonly said?: 'verstuurd' | 'ook' | 'niet' | 'terug' | 'te-laat' | 'weg' | undefined
}

/** What this desk told, what came of it, and what other desks tell of the same services. */
export function deskSignalsPage(props: DeskSignals): Page {
  const { t, desks, desk, signals, readings, said, today } = props
  const since = yearsEarlier(today, 1)
  const isOld = (signal: LeadSignal): boolean => !isOpen(signal) && (signal.answeredOn ?? '') <= since
  const isNews = (signal: LeadSignal): boolean => signal.answerNumber > (readings.get(signal.id) ?? 0)
  const own = signals.filter(({ deskIds }) => deskIds.includes(desk.id)).toReversed()
  const others = signals.filter(({ deskIds }) => !deskIds.includes(desk.id)).toReversed()
  const current = own.filter((signal) => !isOld(signal) || isNews(signal))
  const rest = [...own, ...others].filter((signal) =>
    own.includes(signal) ? !current.includes(signal) : !isOpen(signal),
  )
  return {
    title: t('signals.desk.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('signals.desk.title')}</Heading>
          <DeskChoice {...{ t, desks, desk }} path={deskPath} />
          {said && (
            <Alert kind={said === 'te-laat' || said === 'weg' ? 'warning' : 'ok'}>
              {t(`signals.desk.said.${said}`)}
            </Alert>
          )}
          <Paragraph lead>{t('signals.desk.lead')}</Paragraph>
          <div class="balie-no-print">
            <Button href={deskAddress(desk.id, '/nieuw')} variant="primary">
              {t('signals.report')}
            </Button>
          </div>
        </Stack>
        <Part {...props} id="eigen" title={t('signals.desk.own', { desk: desk.name })} signals={current}>
          {t('signals.desk.own-none')}
        </Part>
        <Part {...props} id="anderen" title={t('signals.desk.others')} signals={others.filter(isOpen)}>
          {t('signals.desk.others-none')}
        </Part>
        {rest.length > 0 && (
          <Details summary={t('signals.desk.rest', { count: rest.length })}>
            <Cards {...props} signals={rest} />
          </Details>
        )}
      </Stack>
    ),
  }
}

function Part({
  id,
  title,
  children,
  ...props
}: DeskSignals & { readonly id: string; readonly title: string; readonly children?: Child }) {
  return (
    <Stack>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {props.signals.length === 0 ? <EmptyState>{children}</EmptyState> : <Cards {...props} />}
    </Stack>
  )
}

const Cards = (props: DeskSignals) => (
  <CardList>
    {props.signals.map((signal) => (
      <Card>
        <SignalCard {...props} signal={signal} />
      </Card>
    ))}
  </CardList>
)

function SignalCard(props: DeskSignals & { readonly signal: LeadSignal }) {
  const { t, desk, signal, readings } = props
  const own = [signal, ...signal.joined].filter(({ deskId }) => deskId === desk.id)
  // What this desk wrote itself, rather than what it was joined into.
  const shown = own[0] ?? signal
  const isNews = signal.deskIds.includes(desk.id) && signal.answerNumber > (readings.get(signal.id) ?? 0)
  return (
    <Stack gap="sm">
      <Row apart>
        <Heading level={3} id={signal.id}>
          {shown.service}
        </Heading>
        <SignalBadge t={t} signal={signal} />
      </Row>
      <SignalWords {...props} signal={shown} />
      {shown.id !== signal.id && (
        <Paragraph subtle>{t('signals.desk.joined', { service: signal.service })}</Paragraph>
      )}
      {signal.deskIds.length > 1 && (
        <Paragraph subtle>{t('signals.desks', { count: signal.deskIds.length })}</Paragraph>
      )}
      {signal.answer && (
        <Alert kind="info">
          <strong>{t('signals.answer-of')}</strong>
          <span>
            <TextLines text={signal.answer} />
          </span>
        </Alert>
      )}
      <Acts {...props} own={own.length > 0} shown={shown} isNews={isNews} />
    </Stack>
  )
}

function Acts({
  t,
  desk,
  signal,
  own,
  shown,
  isNews,
}: DeskSignals & {
  readonly signal: LeadSignal
  readonly own: boolean
  readonly shown: Pick<LeadSignal, 'id' | 'status' | 'service'>
  readonly isNews: boolean
}) {
  const act = (
    path: string,
    id: string,
    fields: Readonly<Record<string, string | number>>,
    label: string,
  ) => (
    <form method="post" action={`${deskPath}/${id}/${path}`}>
      {Object.entries({ desk: desk.id, ...fields }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" ariaLabel={`${label}: ${shown.service}`}>
        {label}
      </Button>
    </form>
  )
  const sees = signal.deskIds.includes(desk.id)
  return (
    <div class="balie-no-print">
      <Row>
        {isNews && (
          <>
            <StatusBadge kind="waiting">{t('signals.desk.news')}</StatusBadge>
            {act('gelezen', signal.id, { answer: signal.answerNumber }, t('signals.desk.read'))}
          </>
        )}
        {!sees && isOpen(signal) && act('ook', signal.id, { action: 'also' }, t('signals.desk.see-too'))}
        {sees && !own && isOpen(signal) && (
          <>
            <span>{t('signals.desk.sees-too')}</span>
            {act('ook', signal.id, { action: 'not' }, t('signals.desk.see-not'))}
          </>
        )}
        {own && shown.status === 'new' && isOpen(signal) && (
          <Details summary={t('signals.desk.withdraw')}>
            <Stack gap="sm">
              <Paragraph>{t('signals.desk.withdraw-sure')}</Paragraph>
              {act('terug', shown.id, {}, t('signals.desk.withdraw-submit'))}
            </Stack>
          </Details>
        )}
      </Row>
    </div>
  )
}
