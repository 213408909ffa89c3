import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords, type Instant } from '../../../platform/time/local-time.ts'
import { type Desk, movingKinds } from '../desk.ts'
import {
  type HoursWords,
  hoursInWords,
  stateInWords,
  timetableInWords,
  validityInWords,
} from '../hours-in-words.ts'
import { type DatedHours, type DeskHours, type Timetable, timetableOn } from '../opening-hours.ts'
import { mayBeRemoved, plannedTimetables, stopsFrom } from '../planned-hours.ts'
import { WeekPreview } from '../week-preview.page.tsx'

export interface ShowHoursPage {
  readonly words: HoursWords
  readonly desk: Desk
  readonly hours: DeskHours
  readonly today: string
  readonly now: Instant
  readonly saved: boolean
  /** Whether there are other desks to take hours from or to go back to. */
  readonly others: boolean
}

export function showHoursPage(props: ShowHoursPage): Page {
  const { words, desk, hours, now, today } = props
  const { t } = words
  return {
    title: t('hours.show.title', { desk: desk.name }),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          {props.saved && (
            <Alert kind="ok">
              <p>{t('shell.saved')}</p>
            </Alert>
          )}
          <Heading level={1}>{t('hours.show.title', { desk: desk.name })}</Heading>
          <Paragraph lead>{stateInWords(words, hours, now)}</Paragraph>
          <Actions {...props} />
          {props.others && (
            <p>
              <Link href="/balie/openingstijden">{t('hours.show.all')}</Link>
            </p>
          )}
        </Stack>
        <CurrentWeek {...props} />
        <WeekPreview words={words} hours={hours} fromDay={today} />
        <Planned {...props} />
        <Stops {...props} />
      </Stack>
    ),
  }
}

function Actions({ words: { t }, desk, others }: ShowHoursPage) {
  const base = `/balie/openingstijden/${desk.id}`
  return (
    <Row>
      <Button href={`${base}/week/nieuw`} variant="primary">
        {t('hours.action.week')}
      </Button>
      <Button href={`${base}/dicht/nieuw`}>{t('hours.action.closure')}</Button>
      <Button href={`${base}/feestdagen`}>{t('hours.action.holidays')}</Button>
      <Button href={`${base}/haltes/nieuw`}>{t('hours.action.stop')}</Button>
      <Button href={`${base}/week/nieuw?soort=periode`}>{t('hours.action.period')}</Button>
      {others && <Button href={`${base}/overnemen`}>{t('hours.action.copy')}</Button>}
    </Row>
  )
}

/** The timetable of today, as it was written. */
function CurrentWeek({ words, hours, today, desk }: ShowHoursPage) {
  const { t } = words
  const current = timetableOn(hours, today)
  return (
    <Stack>
      <Heading level={2}>{t('hours.show.current')}</Heading>
      {current ? (
        <div>
          <Paragraph>
            {current.name && `${current.name}. `}
            {validityInWords(words, current)}
          </Paragraph>
          <TimetableLines words={words} timetable={current} />
        </div>
      ) : (
        <EmptyState>
          {t(movingKinds.includes(desk.kind) ? 'hours.show.only-stops' : 'hours.show.none')}
        </EmptyState>
      )}
    </Stack>
  )
}

/** The lines of a timetable; in a table without bullets. */
function TimetableLines({
  words,
  timetable,
  inTable,
}: {
  words: HoursWords
  timetable: Timetable
  inTable?: boolean
}) {
  const lines =
    timetable.hours.length > 0 ? timetableInWords(words, timetable) : [words.t('hours.preview.closed')]
  return inTable ? (
    <div>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </div>
  ) : (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** What holds now and what is planned: each to change or to remove. */
function Planned({ words, hours, today, desk }: ShowHoursPage) {
  const { t } = words
  const rows = plannedTimetables(hours, today)
  const address = ({ id, kind }: Timetable): string =>
    `/balie/openingstijden/${desk.id}/${kind === 'exception' ? 'dicht' : 'week'}/${id}`
  const named = (timetable: Timetable): string =>
    `${timetable.name ?? t(`hours.timetable.${timetable.kind}`)}, ${validityInWords(words, timetable)}`
  return (
    <Stack>
      <Heading level={2}>{t('hours.show.planned')}</Heading>
      {rows.length === 0 ? (
        <EmptyState>{t('hours.show.nothing-planned')}</EmptyState>
      ) : (
        <DataTable
          id="timetables"
          caption={t('hours.show.planned-caption')}
          columns={[
            {
              key: 'when',
              header: t('hours.show.when'),
              cell: (row) => (
                <>
                  <strong>{row.name ?? t(`hours.timetable.${row.kind}`)}</strong>
                  <div>{validityInWords(words, row)}</div>
                  <Row>
                    <Link href={address(row)}>
                      {t('hours.show.change')} <VisuallyHidden>{named(row)}</VisuallyHidden>
                    </Link>
                    <Link href={`/balie/openingstijden/${desk.id}/week/${row.id}/verwijderen`}>
                      {t('hours.show.remove')} <VisuallyHidden>{named(row)}</VisuallyHidden>
                    </Link>
                  </Row>
                </>
              ),
              rowHeader: true,
            },
            {
              key: 'hours',
              header: t('hours.show.hours'),
              cell: (row) => <TimetableLines words={words} timetable={row} inTable />,
            },
          ]}
          rows={rows}
        />
      )}
    </Stack>
  )
}

/** Stops and other single days from today on. */
function Stops({ words, hours, today, desk }: ShowHoursPage) {
  const { t, language } = words
  const rows = stopsFrom(hours, today)
  if (rows.length === 0) return null
  return (
    <Stack>
      <Heading level={2}>{t('hours.show.stops')}</Heading>
      <DataTable
        id="stops"
        caption={t('hours.show.stops-caption')}
        columns={[
          {
            key: 'day',
            header: t('hours.preview.day'),
            cell: ({ day, cancelled }) => (
              <>
                <div>{dayInWords(day, language)}</div>
                <StatusBadge kind={cancelled ? 'failed' : 'done'}>
                  {t(cancelled ? 'hours.preview.cancelled' : 'hours.show.goes-on')}
                </StatusBadge>
              </>
            ),
            rowHeader: true,
          },
          {
            key: 'hours',
            header: t('hours.preview.hours'),
            cell: (row) => (
              <Stack gap="sm">
                <div>{hoursInWords(words, row)}</div>
                <StopButtons words={words} desk={desk} stop={row} today={today} />
              </Stack>
            ),
          },
        ]}
        rows={rows}
      />
    </Stack>
  )
}

function StopButtons({
  words: { t, language },
  desk,
  stop,
  today,
}: {
  words: HoursWords
  desk: Desk
  stop: DatedHours
  today: string
}) {
  const address = `/balie/openingstijden/${desk.id}/haltes/${stop.id}`
  const about = <VisuallyHidden>{dayInWords(stop.day, language)}</VisuallyHidden>
  return (
    <Row>
      <form method="post" action={`${address}/${stop.cancelled ? 'door' : 'vervalt'}`}>
        <Button type="submit">
          {t(stop.cancelled ? 'hours.stop.restore' : 'hours.stop.cancel')} {about}
        </Button>
      </form>
      {mayBeRemoved(stop, today) && (
        <form method="post" action={`${address}/verwijderen`}>
          <Button type="submit" variant="danger">
            {t('hours.stop.remove')} {about}
          </Button>
        </form>
      )}
    </Row>
  )
}
