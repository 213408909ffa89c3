import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { BarChart } from '../../../design-system/bar-chart/bar-chart.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { type FigureNumber, FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { FigurePanel } from '../../../design-system/figure-panel/figure-panel.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { type DeskWithWeeks, deskPath, type OpeningFigures, openingFigures } from '../../desks/public.ts'
import type { Area } from '../area.ts'
import { addressOf, nation, sameArea } from '../area-address.ts'
import { areaInWords } from '../coverage-view.ts'
import { sayNumber, sayShare } from '../figure-words.ts'
import { FiguresParts } from '../figures-parts.page.tsx'
import type { NamedArea } from '../list-own-areas/list-own-areas.query.ts'
import type { OpeningHoursOfArea } from './show-opening-hours.query.ts'

interface OpeningHoursPage extends OpeningHoursOfArea {
  readonly t: Translate
  readonly language: Language
  readonly area: Area
  /** One's own, the widest first. */
  readonly areas: readonly NamedArea[]
}

type View = OpeningHoursPage & { readonly figures: OpeningFigures }

export function openingHoursPage(state: OpeningHoursPage): Page {
  const { t, area, name, desks } = state
  const figures = openingFigures(desks)
  const view = { ...state, figures }
  const isPlace = area.level !== 'desk' && area.level !== 'library'
  const title = isPlace
    ? t('opening-figures.title.in', { area: areaInWords(area, name, t) })
    : t('opening-figures.title.of', { name })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <FiguresParts t={t} current="/sturing/openingstijden" />
          <Heading level={1}>{title}</Heading>
          <Finding {...view} />
          <AreaChoice {...view} />
          {figures.desks > 0 && figures.unknown > 0 && (
            <Alert kind="warning">
              <p>{t('opening-figures.unknown', { count: figures.unknown })}</p>
            </Alert>
          )}
        </Stack>
        {figures.desks > 0 && (
          <>
            <FigureNumbers numbers={numbersOf(view)} />
            <Stack>
              <Heading level={2}>{t('opening-figures.hours-a-week')}</Heading>
              <Classes {...view} />
            </Stack>
          </>
        )}
        {desks.length > 0 && (area.level === 'nation' ? <ChooseSmaller t={t} /> : <Desks {...view} />)}
      </Stack>
    ),
  }
}

const sayHours = (minutes: number, { t, language }: Pick<View, 't' | 'language'>): string =>
  t('opening-figures.hours', { number: sayNumber(minutes / 60, language) })

/** The one sentence to take along. */
function Finding(view: View): Child {
  const { t, figures, desks } = view
  if (figures.meanMinutes === undefined)
    return (
      <EmptyState>{t(desks.length === 0 ? 'opening-figures.no-desk' : 'opening-figures.nothing')}</EmptyState>
    )
  const values = { hours: sayHours(figures.meanMinutes, view), name: view.name }
  return (
    <Paragraph lead>
      {desks.length === 1 ? t('opening-figures.finding.one', values) : t('opening-figures.finding', values)}
    </Paragraph>
  )
}

function AreaChoice({ t, area, areas, name }: View): Child {
  const own = areas.map((each) => ({ value: addressOf(each.area), label: each.name }))
  const others = [
    ...(areas.some((each) => sameArea(each.area, nation))
      ? []
      : [{ value: addressOf(nation), label: t('coverage.all-of-it') }]),
    ...(area.level === 'nation' || areas.some((each) => sameArea(each.area, area))
      ? []
      : [
          {
            value: addressOf(area),
            label:
              area.level === 'municipality' || area.level === 'province'
                ? t(`reports.of-${area.level}`, { name })
                : name,
          },
        ]),
  ]
  return (
    <FilterRow
      action="/sturing/openingstijden"
      label={t('opening-figures.choose')}
      submit={t('opening-figures.show')}
    >
      <FormField id="gebied" label={t('coverage.area')}>
        <Select name="gebied" value={addressOf(area)} options={[...own, ...others]} />
      </FormField>
    </FilterRow>
  )
}

function numbersOf(view: View): FigureNumber[] {
  const { t, language, figures, desks } = view
  const all = figures.desks
  const share = (name: MessageKey, count: number, ...remarks: string[]): FigureNumber => ({
    name: t(name),
    number: sayShare(count, all, view) || t('reports.share', { percent: 0 }),
    remarks: [
      t('opening-figures.of', { count: sayNumber(count, language), all: sayNumber(all, language) }),
      ...remarks,
    ],
  })
  const byTelephone = desks.filter(({ telephoneMinutes }) => telephoneMinutes > 0)
  const telephone = byTelephone.reduce((sum, { telephoneMinutes }) => sum + telephoneMinutes, 0)
  return [
    {
      name: t('opening-figures.mean'),
      number: sayHours(figures.meanMinutes ?? 0, view),
      remarks: [t('opening-figures.base', { count: all })],
    },
    share('opening-figures.class.1', figures.classes[0] ?? 0),
    share('opening-figures.class.5', figures.classes.at(-1) ?? 0),
    share('opening-figures.evenings', figures.evenings),
    share('opening-figures.weekends', figures.weekends),
    share(
      'opening-figures.telephone',
      byTelephone.length,
      ...(byTelephone.length > 0
        ? [
            t('opening-figures.telephone.mean', {
              hours: sayHours(telephone / byTelephone.length, view),
            }),
          ]
        : []),
    ),
  ]
}

const classNames = [
  'opening-figures.class.1',
  'opening-figures.class.2',
  'opening-figures.class.3',
  'opening-figures.class.4',
  'opening-figures.class.5',
] as const satisfies readonly MessageKey[]

/** Figure 7 of the guide. */
function Classes(view: View): Child {
  const { t, language, figures } = view
  const rows = classNames.map((name, index) => ({ name: t(name), count: figures.classes[index] ?? 0 }))
  const shareOf = (count: number): string => sayShare(count, figures.desks, view)
  return (
    <FigurePanel
      id="uren"
      title={t('opening-figures.classes.finding', {
        share: shareOf(figures.classes[0] ?? 0) || t('reports.share', { percent: 0 }),
      })}
      about={t('opening-figures.classes.about', { count: figures.desks })}
      table={{
        label: t('reports.as-table'),
        content: (
          <DataTable
            id="uren-tabel"
            caption={t('opening-figures.classes.caption')}
            columns={[
              {
                key: 'class',
                header: t('opening-figures.hours-a-week'),
                cell: ({ name }) => name,
                rowHeader: true,
              },
              {
                key: 'count',
                header: t('opening-figures.desks'),
                cell: ({ count }) => sayNumber(count, language),
                numeric: true,
              },
              {
                key: 'share',
                header: t('reports.share-of'),
                cell: ({ count }) => shareOf(count),
                numeric: true,
              },
            ]}
            rows={rows}
            compact
          />
        ),
      }}
      definition={{
        label: t('reports.how-counted'),
        content: (
          <Stack gap="sm">
            <Paragraph>{t('opening-figures.definition.hours')}</Paragraph>
            <Paragraph>{t('opening-figures.definition.average')}</Paragraph>
            <Paragraph>{t('opening-figures.definition.evenings')}</Paragraph>
            <Paragraph>{t('opening-figures.definition.desks')}</Paragraph>
            <Paragraph>{t('opening-figures.definition.guide')}</Paragraph>
          </Stack>
        ),
      }}
    >
      <BarChart
        bars={rows.map(({ name, count }) => ({
          label: name,
          value: count,
          text: [sayNumber(count, language), count > 0 ? `(${shareOf(count)})` : ''].join(' ').trim(),
        }))}
      />
    </FigurePanel>
  )
}

function ChooseSmaller({ t }: Pick<View, 't'>): Child {
  return <Paragraph>{t('opening-figures.choose-smaller')}</Paragraph>
}

/** Every desk with its hours, those with the most first. */
function Desks(view: View): Child {
  const { t, language, desks } = view
  const hours = (minutes: number | undefined): string =>
    minutes === undefined ? '' : sayNumber(minutes / 60, language)
  const column = (
    key: string,
    header: MessageKey,
    minutesOf: (desk: DeskWithWeeks) => number | undefined,
  ) => ({
    key,
    header: t(header),
    cell: (desk: DeskWithWeeks) => hours(minutesOf(desk)),
    numeric: true,
  })
  return (
    <DataTable
      id="informatiepunten"
      caption={t('opening-figures.desks-caption')}
      columns={[
        {
          key: 'name',
          header: t('opening-figures.desk'),
          cell: (desk) => <Link href={deskPath(desk)}>{desk.name}</Link>,
          rowHeader: true,
        },
        {
          ...column('average', 'opening-figures.average', () => undefined),
          cell: ({ week }) => (week ? hours(week.minutes) : t('opening-figures.not-known')),
        },
        column('usual', 'opening-figures.usual', ({ usualMinutes }) => usualMinutes),
        column('evening', 'opening-figures.evening', ({ week }) => week?.eveningMinutes),
        column('weekend', 'opening-figures.weekend', ({ week }) => week?.weekendMinutes),
        column('telephone', 'opening-figures.by-telephone', ({ week, telephoneMinutes }) =>
          week ? telephoneMinutes : undefined,
        ),
      ]}
      rows={desks.toSorted((one, other) => (other.week?.minutes ?? -1) - (one.week?.minutes ?? -1))}
      compact
    />
  )
}
