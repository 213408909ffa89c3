import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInTable, localTime } from '../../../platform/time/local-time.ts'
import type { ContactBehind, ContactsBehind } from '../../contacts/public.ts'
import { sameArea } from '../area-address.ts'
import { sayHour, sayWeekday } from '../busy-hours-words.ts'
import { figureOfCell } from '../figure.ts'
import { sayNumber, sayPeriod, type Words } from '../figure-words.ts'
import { daysQuery, type Filter } from '../figures-filter.ts'
import type { NamedArea } from '../list-own-areas/list-own-areas.query.ts'
import { type NarrowingChoices, tellNarrowing } from '../narrowing-choices.ts'

export interface ContactsBehindPage extends ContactsBehind {
  readonly words: Words
  readonly cell: string
  readonly filter: Filter
  readonly areas: readonly NamedArea[]
  readonly choices: NarrowingChoices
  readonly paging: Paging
}

export function contactsBehindPage(state: ContactsBehindPage): Page {
  const { words, filter, areas, choices, unit, number, contacts, rows, paging } = state
  const { t, language } = words
  const title = titleOf(state.cell, words)
  const narrowed = tellNarrowing(filter.narrowing, choices, t).map((each) => each.words)
  const values = { number: sayNumber(number, language), contacts: sayNumber(contacts, language) }
  return {
    title,
    wide: true,
    main: (
      <Stack>
        <Breadcrumb
          label={t('reports.behind.path')}
          items={[
            {
              href: `/sturing?${daysQuery(filter.area, filter.period, filter.narrowing)}`,
              label: t('reports.navigation'),
            },
          ]}
        />
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>
          {t('reports.behind.of', {
            area: areas.find(({ area }) => sameArea(area, filter.area))?.name ?? '',
            period: sayPeriod(filter.period, words),
          })}
        </Paragraph>
        {narrowed.length > 0 && (
          <Paragraph>{t('dashboard.behind.narrowed', { filters: narrowed.join(', ') })}</Paragraph>
        )}
        <p>{t(unit === 'questions' ? 'reports.behind.questions' : 'reports.behind.contacts', values)}</p>
        {rows.length === 0 ? (
          <EmptyState>{t('reports.behind.none')}</EmptyState>
        ) : (
          <DataTable
            id="contacts"
            caption={t('reports.behind.caption', { page: paging.page, pages: paging.pages })}
            columns={columns(state)}
            rows={rows}
            compact
          />
        )}
        {(paging.previous || paging.next) && (
          <Pagination
            label={t('reports.behind.pages')}
            previous={
              paging.previous ? { href: paging.previous, label: t('reports.behind.previous') } : undefined
            }
            next={paging.next ? { href: paging.next, label: t('reports.behind.next') } : undefined}
          />
        )}
      </Stack>
    ),
  }
}

/** What a number is of: an answer in a figure, contacts with a topic, an hour of the week, or all. */
function titleOf(cell: string, { t, language, nameOf }: Words): string {
  const [, topic] = /^topic:(.+)$/.exec(cell) ?? []
  const [, weekday, hour] = /^hour:(\d)-(\d\d)$/.exec(cell) ?? []
  const meant = topic ? ({ name: 'topics', code: topic } as const) : figureOfCell(cell)
  if (weekday && hour)
    return t('reports.behind.title', {
      figure: lower(t('reports.figure.hour')),
      name: `${sayWeekday(Number(weekday), language)} ${sayHour(Number(hour), t)}`,
    })
  return meant
    ? t('reports.behind.title', {
        figure: lower(t(`reports.figure.${meant.name}`)),
        name: nameOf(meant.name, meant.code),
      })
    : t('reports.behind.title-all')
}

function columns({ words, filter }: ContactsBehindPage): Column<ContactBehind>[] {
  const { t, nameOf } = words
  return [
    {
      key: 'when',
      header: t('reports.behind.when'),
      cell: ({ day, occurredAt, timeKnown }) => (
        <span class="balie-no-wrap">
          {dayInTable(day)} {timeKnown && localTime(occurredAt)}
        </span>
      ),
      rowHeader: true,
    },
    ...(filter.area.level === 'library'
      ? [
          {
            key: 'desk',
            header: t('reports.figure.desks'),
            cell: ({ deskId }: ContactBehind) => nameOf('desks', deskId),
          },
        ]
      : []),
    {
      key: 'topics',
      header: t('reports.behind.topics'),
      cell: ({ topics }) => topics.map((code) => nameOf('topics', code)).join(', '),
    },
    {
      key: 'help',
      header: t('reports.figure.help'),
      cell: ({ help, countedAs }) =>
        countedAs === 'contact'
          ? help.map((code) => nameOf('help', code)).join(', ')
          : nameOf('counted', countedAs),
    },
    {
      key: 'channel',
      header: t('reports.figure.channel'),
      cell: ({ channel }) => nameOf('channel', channel),
    },
  ]
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
