import type { Child } from 'hono/jsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { type FigureNumber, FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { FigurePanel } from '../../../design-system/figure-panel/figure-panel.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { HeatTable } from '../../../design-system/heat-table/heat-table.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { type BusyHours, busyHours, codeOfHour, shadeBeside, type WeekHour, weekdays } from '../busy-hours.ts'
import { sayHour, sayWeekday } from '../busy-hours-words.ts'
import { isAway } from '../channel-away.ts'
import { addressOfCell } from '../figure.page.tsx'
import { leads, sayNumber, sayPeriod, sayShare } from '../figure-words.ts'
import { filterQuery } from '../figures-filter.ts'
import { type AskedPage, FiguresHead, inPlace, nameOfArea, pictureOf } from '../figures-head.page.tsx'
import type { BusyFigures } from '../read-busy-hours/read-busy-hours.query.ts'

export interface BusyHoursPage extends Omit<AskedPage, 'countedAt' | 'behind' | 'monthsLeftOut'> {
  readonly found: Extract<BusyFigures, { state: 'counted' | 'withheld' }>
  /** Numbers lead to the contacts behind them. */
  readonly opens: boolean
}

type Counted = Extract<BusyFigures, { state: 'counted' }>

interface View {
  readonly page: AskedPage & Pick<BusyHoursPage, 'opens'>
  readonly found: Counted
  readonly busy: BusyHours
}

export function busyHoursPage({ found, ...rest }: BusyHoursPage): Page {
  const { t, filter } = rest
  const counted = found.state === 'counted' ? found : undefined
  const page = { ...rest, behind: counted?.behind, countedAt: counted?.countedAt, monthsLeftOut: [] }
  const title = t('dashboard.busy.title', { area: nameOfArea(page) })
  return {
    title: `${title}, ${sayPeriod(filter.period, page)}`,
    wide: true,
    ...inPlace(t),
    main: (
      <Stack gap="lg">
        <FiguresHead page={page} title={title} />
        {!counted ? (
          <EmptyState>{t('dashboard.withheld.hours')}</EmptyState>
        ) : counted.cells.contacts ? (
          <Cards view={{ page, found: counted, busy: busyHours(counted.cells) }} />
        ) : (
          <EmptyState>{t('reports.empty')}</EmptyState>
        )}
      </Stack>
    ),
  }
}

function Cards({ view }: { view: View }): Child {
  const { page, found, busy } = view
  return (
    <>
      <FigureNumbers numbers={numbersOf(view)} />
      {busy.timed === 0 ? (
        <EmptyState>{page.t('dashboard.busy.no-times')}</EmptyState>
      ) : (
        <Stack gap="lg">
          <Heading level={2}>{page.t('dashboard.busy.when')}</Heading>
          <HoursCard view={view} />
          {found.open && <RatesCard view={view} open={found.open} />}
        </Stack>
      )}
      <p class="balie-no-print">
        <Link href={`/sturing/drukte.csv?${filterQuery(page.filter)}`}>
          {page.t('dashboard.busy.download')}
        </Link>
      </p>
    </>
  )
}

/** How much falls outside the hours, outside the desk, and how much of it is not known. */
function numbersOf({ page, found, busy }: View): FigureNumber[] {
  const { t, language } = page
  const number = (value: number): string => sayNumber(value, language)
  const unknown = { number: t('reports.number.unknown') }
  const { within, cells } = found
  const channels = Object.entries(cells).filter(
    ([cell]) => cell.startsWith('channel-') && cell !== 'channel-not-registered',
  )
  const known = channels.reduce((sum, [, count]) => sum + count, 0)
  const away = channels.reduce((sum, [cell, count]) => sum + (isAway(cell) ? count : 0), 0)
  return [
    {
      name: t('dashboard.busy.outside-hours'),
      ...(within && within.timed > 0
        ? {
            number: sayShare(within.timed - within.within, within.timed, page),
            remarks: [
              t('dashboard.busy.outside-hours.of', { base: number(within.timed) }),
              ...(within.from === page.filter.period.from && within.until === page.filter.period.until
                ? []
                : [t('reports.over-months', { period: sayPeriod(within, page) })]),
            ],
          }
        : {
            ...unknown,
            remarks: [
              t(
                Object.keys(page.filter.narrowing).length > 0
                  ? 'dashboard.busy.outside-hours.narrowed'
                  : 'dashboard.busy.outside-hours.unknown',
              ),
            ],
          }),
    },
    {
      name: t('reports.number.channel'),
      ...(known > 0
        ? {
            number: sayShare(away, known, page),
            remarks: [t('reports.number.of', { base: number(known) })],
          }
        : { ...unknown, remarks: [t('reports.number.not-asked')] }),
    },
    {
      name: t('dashboard.busy.untimed'),
      number: sayShare(busy.untimed, busy.timed + busy.untimed, page),
      remarks: [t('dashboard.busy.untimed.of', { base: number(busy.timed + busy.untimed) })],
    },
  ]
}

function HoursCard({ view }: { view: View }): Child {
  const { page, busy } = view
  const { t, language } = page
  const { busiest, next, counts } = busy
  const largest = busiest?.count ?? 0
  const countOf = (at: WeekHour): number => counts.get(codeOfHour(at)) ?? 0
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
  return (
    <FigurePanel
      id="uren"
      title={
        busiest && leads(busiest.count, next)
          ? t('dashboard.busy.most', {
              weekday: sayWeekday(busiest.weekday, language),
              hour: sayHour(busiest.hour, t),
              count: sayNumber(busiest.count, language),
            })
          : t('dashboard.busy.hours')
      }
      about={t('dashboard.busy.about', { timed: sayNumber(busy.timed, language) })}
      definition={definitionOf('hours', view)}
      picture={pictureOf(page)}
    >
      <HeatTable
        id="uren-table"
        caption={t('dashboard.busy.hours')}
        corner={t('reports.figure.hour')}
        columns={weekColumns(view)}
        rows={[
          ...busy.hours.map((hour) => ({
            label: sayHour(hour, t),
            cells: weekdays.map((weekday) => ({
              text: <HourCount at={{ weekday, hour }} count={countOf({ weekday, hour })} view={view} />,
              step: shadeBeside(countOf({ weekday, hour }), largest),
            })),
            total: sayNumber(sum(weekdays.map((weekday) => countOf({ weekday, hour }))), language),
          })),
          {
            label: t('dashboard.busy.whole-day'),
            cells: weekdays.map((weekday) => ({
              text: sayNumber(sum(busy.hours.map((hour) => countOf({ weekday, hour }))), language),
              step: 0,
            })),
            total: sayNumber(busy.timed, language),
          },
        ]}
        total={t('dashboard.sum')}
        legend={{ label: t('dashboard.legend.contacts'), steps: legendUpTo(largest, view, Math.floor) }}
      />
    </FigurePanel>
  )
}

/** What a shift has to reckon with: how many came in an hour that a desk was open. */
function RatesCard({ view, open }: { view: View; open: ReadonlyMap<string, number> }): Child {
  const { page, busy } = view
  const { t, language } = page
  // A quarter of an hour a year says nothing of how busy that hour is.
  const rateOf = (at: WeekHour): number | undefined => {
    const hours = open.get(codeOfHour(at)) ?? 0
    return hours >= 1 ? (busy.counts.get(codeOfHour(at)) ?? 0) / hours : undefined
  }
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    weekdays.some((weekday) => rateOf({ weekday, hour }) !== undefined),
  )
  if (hours.length === 0) return null
  const rates = hours.flatMap((hour) => weekdays.map((weekday) => rateOf({ weekday, hour }) ?? 0))
  const largest = Math.max(...rates)
  const all = [...open.values()].reduce((sum, each) => sum + each, 0)
  return (
    <FigurePanel
      id="per-open-uur"
      title={t('dashboard.rates.title', { number: sayNumber(busy.timed / all, language) })}
      about={t('dashboard.rates.about', { hours: sayNumber(Math.round(all), language) })}
      definition={definitionOf('rates', view)}
      picture={pictureOf(page)}
    >
      <HeatTable
        id="per-open-uur-table"
        caption={t('dashboard.rates')}
        corner={t('reports.figure.hour')}
        columns={weekColumns(view)}
        rows={hours.map((hour) => ({
          label: sayHour(hour, t),
          cells: weekdays.map((weekday) => {
            const rate = rateOf({ weekday, hour })
            return {
              text: rate === undefined ? t('dashboard.rates.closed') : sayNumber(rate, language),
              step: shadeBeside(rate ?? 0, largest),
            }
          }),
        }))}
        legend={{ label: t('dashboard.legend.rates'), steps: legendUpTo(largest, view, (value) => value) }}
      />
    </FigurePanel>
  )
}

const weekColumns = ({ page }: View): { label: string; full: string }[] =>
  weekdays.map((weekday) => {
    const full = sayWeekday(weekday, page.language)
    return { label: full.slice(0, page.language === 'nl' ? 2 : 3), full }
  })

/** Up to which number each shade goes; of few numbers some shades have none. */
function legendUpTo(
  largest: number,
  { page }: View,
  whole: (value: number) => number,
): { label: string; step: number }[] {
  const upTo = [0, 1, 2, 3, 4, 5].map((step) => ({ step, value: whole((largest * step) / 5) }))
  return upTo
    .filter(({ step, value }) => step === 0 || value > (upTo[step - 1]?.value ?? 0))
    .map(({ step, value }) => ({
      step,
      label: step === 0 ? '0' : page.t('dashboard.legend.up-to', { number: sayNumber(value, page.language) }),
    }))
}

function definitionOf(of: 'hours' | 'rates', { page }: View): { label: string; content: Child } {
  const { t } = page
  return {
    label: t('reports.how-counted'),
    content: (
      <>
        <Paragraph>
          {t(`dashboard.definition.${of}`)} {t('reports.unit.contacts')}
        </Paragraph>
        <Paragraph>{pictureOf(page).source}</Paragraph>
      </>
    ),
  }
}

function HourCount({ at, count, view }: { at: WeekHour; count: number; view: View }): Child {
  const { t, language, opens, filter } = view.page
  const number = sayNumber(count, language)
  if (!opens || count === 0) return number
  return (
    <Link href={addressOfCell(filter.area, filter.period, filter.narrowing, `hour:${codeOfHour(at)}`)}>
      {number}
      <VisuallyHidden>
        {' '}
        {t('reports.contacts-of', { name: `${sayWeekday(at.weekday, language)} ${sayHour(at.hour, t)}` })}
      </VisuallyHidden>
    </Link>
  )
}
