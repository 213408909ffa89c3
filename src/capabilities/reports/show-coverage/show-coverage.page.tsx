import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { AreaMap } from '../../../design-system/area-map/area-map.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
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
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { addressOf, nation } from '../area-address.ts'
import { reaches } from '../coverage.ts'
import type { MunicipalityMap } from '../coverage-map.ts'
import { CoverageTable } from '../coverage-table.page.tsx'
import {
  areaInWords,
  areaOptions,
  atFirst,
  type CoverageChoice,
  coverageQuery,
  isNation,
  mapStepOf,
  type NamedCoverage,
  sayDensity,
  sayDistance,
  sayWithin,
  shareWithin,
  stepLabels,
} from '../coverage-view.ts'
import { PostcodeAreas, WithoutDesk } from '../far-areas.page.tsx'
import { sayNumber, sayShare } from '../figure-words.ts'
import { FiguresParts } from '../figures-parts.page.tsx'
import type { CoverageOfArea } from './show-coverage.query.ts'

interface CoveragePage {
  readonly t: Translate
  readonly language: Language
  readonly choice: CoverageChoice
  readonly coverage: CoverageOfArea
  readonly map: MunicipalityMap
  /** Whether the reader keeps the desks of a library. */
  readonly mayChange: (library: string) => boolean
}

export function coveragePage(state: CoveragePage): Page {
  const { t, language, choice, coverage } = state
  const { own, without } = coverage
  const title = t('coverage.title', { area: areaInWords(choice.area, own.name, t) })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <FiguresParts t={t} current="/sturing/bereik" />
          {!isNation(choice.area) && <Breadcrumb label={t('coverage.way-up')} items={wayUp(state)} />}
          <Heading level={1}>{title}</Heading>
          <p class="nl-paragraph nl-paragraph--lead">{finding(state)}</p>
          <AreaChoice {...state} />
          {coverage.unplaced.length > 0 && <Unplaced {...state} />}
        </Stack>
        <FigureNumbers numbers={numbersOf(state)} />
        <Stack>
          <Heading level={2}>{t('coverage.section.map')}</Heading>
          <MapPanel {...state} />
        </Stack>
        {coverage.postcodeAreas.length > 0 && <PostcodeAreas {...state} />}
        {isNation(choice.area) && (
          <CoverageTable
            id="provincies"
            caption={t('coverage.provinces')}
            rows={coverage.provinces}
            own={own}
            {...{ choice, t, language }}
          />
        )}
        {without.length > 0 && <WithoutDesk {...state} />}
        <Municipalities {...state} />
        <Further {...state} />
      </Stack>
    ),
  }
}

/** Desks of which nobody knows where they stand, each with the way to its address for who may write it. */
function Unplaced({ t, coverage: { unplaced }, mayChange }: CoveragePage): Child {
  const [count, shown] = [unplaced.length, unplaced.slice(0, atFirst)]
  return (
    <Alert kind="warning">
      <p>{t(`coverage.without-point.${count === 1 ? 'one' : 'other'}`, { count })}</p>
      <ul>
        {shown.map((desk) => (
          <li>
            {mayChange(desk.library) ? (
              <Link href={`/beheer/informatiepunten/${desk.id}`}>{desk.name}</Link>
            ) : (
              desk.name
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** All municipalities of the province; those of the nation are two thirds of the page, so they come when somebody asks for them. */
function Municipalities({
  t,
  language,
  choice,
  coverage: { own, province, municipalities },
}: CoveragePage): Child {
  if (!province && choice.order === undefined)
    return (
      <Paragraph>
        <Link href={`/sturing/bereik?${coverageQuery({ ...choice, order: 'naam' })}#gemeenten`}>
          {t('coverage.all-municipalities')}
        </Link>
      </Paragraph>
    )
  return (
    <CoverageTable
      id="gemeenten"
      caption={
        province ? t('coverage.municipalities-of', { province: province.name }) : t('coverage.municipalities')
      }
      rows={municipalities}
      own={province ?? own}
      {...{ choice, t, language }}
    />
  )
}

/** For the first minute: the worker has not reckoned yet. */
export function notReckonedPage(t: Translate): Page {
  return {
    title: t('coverage.navigation'),
    main: (
      <Stack>
        <Heading level={1}>{t('coverage.navigation')}</Heading>
        <EmptyState>{t('coverage.not-yet')}</EmptyState>
      </Stack>
    ),
  }
}

function wayUp({ t, choice, coverage: { province } }: CoveragePage): { href: string; label: string }[] {
  const link = (area: CoverageChoice['area']): string =>
    `/sturing/bereik?${coverageQuery({ ...choice, area })}`
  return [
    { href: link(nation), label: t('coverage.all-of-it') },
    ...(choice.area.level === 'municipality' && province
      ? [{ href: link(province), label: province.name }]
      : []),
  ]
}

/** The one sentence to take along: how many live near a desk, and where there is none. */
function finding({ t, language, choice, coverage: { own, without } }: CoveragePage): string {
  const share = sayWithin(own, choice.reach, t)
  const values = { share, reach: choice.reach, name: own.name }
  if (choice.area.level === 'municipality') {
    const [lacking] = without
    if (!lacking) return t('coverage.finding.municipality', values)
    return lacking.nearest && lacking.nearestName
      ? t('coverage.finding.no-desk', {
          name: own.name,
          desk: lacking.nearestName,
          distance: sayDistance(lacking.nearest.metres, { t, language }),
        })
      : t('coverage.finding.no-desk-at-all', { name: own.name })
  }
  return `${t('coverage.finding.share', values)} ${t(`coverage.finding.without.${howMany(without.length)}`, { count: without.length })}`
}

/** Which area and which distance: the provinces, and the municipalities of the one that is shown. */
function AreaChoice({ t, choice, coverage }: CoveragePage): Child {
  return (
    <FilterRow action="/sturing/bereik" label={t('coverage.choose')} submit={t('coverage.show')}>
      <FormField id="gebied" label={t('coverage.area')}>
        <Select
          name="gebied"
          value={addressOf(choice.area)}
          options={areaOptions(choice.area, coverage.existing, t)}
        />
      </FormField>
      <FormField id="afstand" label={t('coverage.reach')}>
        <Select
          name="afstand"
          value={`${choice.reach}`}
          options={reaches.map((reach) => ({
            value: `${reach}`,
            label: t('coverage.kilometres', { number: reach }),
          }))}
        />
      </FormField>
    </FilterRow>
  )
}

function numbersOf({ t, language, coverage: { own } }: CoveragePage): FigureNumber[] {
  const number = (value: number): string => sayNumber(value, language)
  return [
    ...reaches.map((reach) => ({
      name: t('coverage.number.within', { reach }),
      number: sayWithin(own, reach, t),
      remarks: [
        t('coverage.number.inhabitants', { count: number(own.within[reach]), all: number(own.inhabitants) }),
        ...(reach === 5 && own.stops > 0
          ? [t('coverage.number.with-stops', { share: sayShare(own.withinOrStop, own.inhabitants, { t }) })]
          : []),
      ],
    })),
    {
      name: t('coverage.number.desks'),
      number: number(own.desks),
      remarks: [
        t('coverage.number.density', { number: sayDensity(own, language) }),
        ...(own.stops > 0 ? [t('coverage.number.stops', { count: own.stops })] : []),
      ],
    },
  ]
}

function MapPanel({ t, choice, coverage, map }: CoveragePage): Child {
  const { reach } = choice
  const byCode = new Map(coverage.municipalities.map((row) => [row.key, row]))
  const stepOf = (row: NamedCoverage): number => mapStepOf(shareWithin(row, reach))
  const counts = stepLabels.map(
    (_, step) => coverage.municipalities.filter((row) => stepOf(row) === step).length,
  )
  const lacking = (counts[0] ?? 0) + (counts[1] ?? 0)
  return (
    <FigurePanel
      id="kaart"
      title={t(`coverage.map.finding.${howMany(lacking)}`, {
        count: lacking,
        reach,
        area: coverage.province?.name ?? t('coverage.in.nation'),
      })}
      about={t('coverage.map.about', { reach })}
      definition={{
        label: t('reports.how-counted'),
        content: <Paragraph>{t('coverage.definition')}</Paragraph>,
      }}
    >
      <AreaMap
        id="kaart-tekening"
        title={t('coverage.map.title', { area: coverage.province?.name ?? coverage.own.name, reach })}
        description={t('coverage.map.description')}
        width={map.width}
        height={map.height}
        areas={map.codes.flatMap((code, index) => {
          const row = byCode.get(code)
          const path = map.paths[index]
          return row && path
            ? [
                {
                  path,
                  step: stepOf(row),
                  title: `${row.name}: ${sayWithin(row, reach, t)}`,
                  chosen: choice.area.level === 'municipality' && code === choice.area.key,
                },
              ]
            : []
        })}
        legend={t('coverage.map.legend', { reach })}
        steps={stepLabels.map((label, step) => ({
          label: t(label),
          count: t('coverage.map.count', { count: counts[step] ?? 0 }),
        }))}
        points={
          coverage.points.length > 0
            ? {
                label: t('coverage.desks'),
                at: coverage.points.map(({ longitude, latitude }) => map.at(longitude, latitude)),
              }
            : undefined
        }
      />
    </FigurePanel>
  )
}

/** What one can do with it: weigh a new desk, and take the numbers along. */
function Further({ t, language, choice, coverage }: CoveragePage): Child {
  return (
    <Stack gap="sm">
      <div class="balie-no-print">
        <Stack gap="sm">
          <Heading level={2}>{t('coverage.further')}</Heading>
          <ul>
            <li>
              <Link href={`/sturing/bereik/wat-als?gebied=${addressOf(choice.area)}`}>
                {t('coverage.what-if')}
              </Link>
            </li>
            <li>
              <Link href="/sturing/bereik.csv">{t('coverage.download')}</Link>
            </li>
          </ul>
        </Stack>
      </div>
      <Paragraph>{t('coverage.since', { day: dateInWords(localDay(coverage.since), language) })}</Paragraph>
    </Stack>
  )
}

const howMany = (count: number): 'none' | 'one' | 'other' =>
  count === 0 ? 'none' : count === 1 ? 'one' : 'other'
