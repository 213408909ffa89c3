import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { Area } from '../area.ts'
import { addressOf, sameArea } from '../area-address.ts'
import { FiguresParts } from '../figures-parts.page.tsx'
import type { ReportSchedule } from '../find-report-schedules/find-report-schedules.query.ts'
import type { ListedReport } from '../find-written-reports/find-written-reports.query.ts'
import type { NamedArea } from '../list-own-areas/list-own-areas.query.ts'
import { type ReportPeriod, reportPeriod } from '../report-period.ts'
import { sayReportPeriod } from '../written-report.ts'

interface ReportsPage {
  readonly t: Translate
  readonly language: Language
  readonly sendsMail: boolean
  /** Those of which one may write reports. */
  readonly areas: readonly NamedArea[]
  readonly periods: readonly ReportPeriod[]
  readonly chosen: { readonly area: string; readonly period: string }
  readonly reports: readonly ListedReport[]
  readonly people: ReadonlyMap<string, string>
  readonly schedules: readonly ReportSchedule[]
  readonly handsInMonitor: boolean
  readonly message: string
  readonly errors: readonly FormError[]
}

const messages: Readonly<Record<string, MessageKey>> = {
  weggegooid: 'sent-reports.notice.discarded',
  verdwenen: 'sent-reports.error.gone',
  gevraagd: 'sent-reports.notice.asked',
  gestopt: 'sent-reports.notice.stopped',
}

export function reportsPage(view: ReportsPage): Page {
  const { t, areas, errors, message, handsInMonitor } = view
  const said = messages[message]
  return {
    title: t('sent-reports.navigation'),
    wide: true,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <FiguresParts t={t} current="/sturing/rapporten" />
          <Heading level={1}>{t('sent-reports.navigation')}</Heading>
          {said && (
            <Alert kind={message === 'verdwenen' ? 'warning' : 'ok'}>
              <p>{t(said)}</p>
            </Alert>
          )}
          {areas.length === 0 ? (
            <EmptyState>{t('sent-reports.no-area')}</EmptyState>
          ) : (
            <>
              <Paragraph lead>{t('sent-reports.lead')}</Paragraph>
              <NewReport {...view} />
            </>
          )}
        </Stack>
        {areas.length > 0 && <Written {...view} />}
        {areas.length > 0 && <ByMail {...view} />}
        {handsInMonitor && (
          <Stack gap="sm">
            <Heading level={2}>{t('sent-reports.monitor.title')}</Heading>
            <Paragraph>
              <Link href="/sturing/rapporten/landelijke-monitor">{t('sent-reports.monitor.link')}</Link>
            </Paragraph>
          </Stack>
        )}
      </Stack>
    ),
  }
}

function NewReport({ t, language, areas, periods, chosen, errors }: ReportsPage): Child {
  return (
    <Form action="/sturing/rapporten" label={t('sent-reports.new')}>
      <FormField id="gebied" label={t('reports.filter.area')} error={errorAt(errors, 'gebied')}>
        <Select
          name="gebied"
          value={chosen.area}
          options={areas.map(({ area, name }) => ({ value: addressOf(area), label: capital(name) }))}
        />
      </FormField>
      <FormField id="periode" label={t('sent-reports.which')} error={errorAt(errors, 'periode')}>
        <Select
          name="periode"
          value={chosen.period}
          options={periods.map(({ kind, code, period }) => ({
            value: code,
            label: t(`sent-reports.option.${kind}`, {
              period: sayReportPeriod(kind, period, { t, language }),
            }),
          }))}
        />
      </FormField>
      <div>
        <Button type="submit" variant="primary">
          {t('sent-reports.open')}
        </Button>
      </div>
    </Form>
  )
}

function Written({ t, language, reports, people, areas }: ReportsPage): Child {
  const latest = reports.toSorted(
    (one, other) => other.changedAt.epochMilliseconds - one.changedAt.epochMilliseconds,
  )
  const titleOf = ({ kind, period, area, withVisitors }: ListedReport): string => {
    const days = reportPeriod(period, '9999-12-31')?.period
    const title = t(`sent-reports.title.${kind}`, {
      period: days ? sayReportPeriod(kind, days, { t, language }) : period,
      area: nameOf(area, areas, t),
    })
    const twice = reports.some(
      (other) => other.period === period && sameArea(other.area, area) && other.withVisitors !== withVisitors,
    )
    return twice && !withVisitors ? t('sent-reports.without-visitors', { title }) : title
  }
  return (
    <Stack>
      <Heading level={2}>{t('sent-reports.written')}</Heading>
      {latest.length === 0 ? (
        <EmptyState>{t('sent-reports.none-written')}</EmptyState>
      ) : (
        <DataTable
          id="written-reports"
          caption={t('sent-reports.written.caption')}
          columns={[
            {
              key: 'title',
              header: t('sent-reports.report'),
              cell: (report) => <Link href={`/sturing/rapporten/${report.id}`}>{titleOf(report)}</Link>,
              rowHeader: true,
            },
            {
              key: 'state',
              header: t('sent-reports.state'),
              cell: ({ frozenAt }) =>
                frozenAt ? (
                  <StatusBadge kind="done">{t('sent-reports.frozen')}</StatusBadge>
                ) : (
                  <StatusBadge kind="neutral">{t('sent-reports.draft')}</StatusBadge>
                ),
            },
            {
              key: 'when',
              header: t('sent-reports.changed'),
              cell: ({ changedAt }) => dateInWords(localDay(changedAt), language),
            },
            {
              key: 'who',
              header: t('sent-reports.by'),
              cell: ({ changedByAccountId }) => people.get(changedByAccountId) ?? t('sent-reports.somebody'),
            },
          ]}
          rows={latest}
          compact
        />
      )}
    </Stack>
  )
}

/** What one gets by mail: also what ended by itself, with why. */
function ByMail({ t, language, schedules, areas, sendsMail }: ReportsPage): Child {
  const nameOfSchedule = ({ kind, area }: ReportSchedule): string =>
    t(`sent-reports.schedule.${kind}`, { area: nameOf(area, areas, t) })
  const say = ({ ended, expiresOn, lastQueuedAt }: ReportSchedule): string => {
    if (ended) return t(`sent-reports.ended.${ended.why}`, { day: dateInWords(localDay(ended.at), language) })
    const until = t('sent-reports.schedule.until', { day: dateInWords(expiresOn, language) })
    return lastQueuedAt
      ? `${t('sent-reports.schedule.last', { day: dateInWords(localDay(lastQueuedAt), language) })} ${until}`
      : until
  }
  return (
    <div id="per-mail">
      <Stack>
        <Heading level={2}>{t('sent-reports.by-mail')}</Heading>
        {!sendsMail && (
          <Alert kind="info">
            <p>{t('sent-reports.mail-off')}</p>
          </Alert>
        )}
        {schedules.length === 0 ? (
          <Paragraph>{t('sent-reports.no-schedule')}</Paragraph>
        ) : (
          <DataTable
            id="schedules"
            caption={t('sent-reports.schedules')}
            columns={[
              {
                key: 'what',
                header: t('sent-reports.report'),
                cell: nameOfSchedule,
                rowHeader: true,
              },
              { key: 'state', header: t('sent-reports.state'), cell: say },
              {
                key: 'stop',
                header: t('sent-reports.stop.column'),
                cell: (schedule) =>
                  schedule.ended ? (
                    ''
                  ) : (
                    <Form action={`/sturing/rapporten/per-mail/${schedule.id}/stoppen`}>
                      <Button type="submit">
                        {t('sent-reports.stop')}
                        <VisuallyHidden>: {nameOfSchedule(schedule)}</VisuallyHidden>
                      </Button>
                    </Form>
                  ),
              },
            ]}
            rows={schedules}
            compact
          />
        )}
      </Stack>
    </div>
  )
}

/** What an area is called; one that somebody may not see any more has no name for him. */
const nameOf = (area: Area, areas: readonly NamedArea[], t: Translate): string =>
  areas.find((each) => sameArea(each.area, area))?.name ?? t('sent-reports.area-gone')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
