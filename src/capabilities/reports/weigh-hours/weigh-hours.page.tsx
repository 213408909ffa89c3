import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { hourClasses } from '../../desks/public.ts'
import type { Area } from '../area.ts'
import { addressOf } from '../area-address.ts'
import type { HoursReach } from '../coverage-gain.ts'
import { areaInWords, areaOptions, isNation } from '../coverage-view.ts'
import { sayNumber, sayShare } from '../figure-words.ts'
import type { WeighedHours } from './weigh-hours.query.ts'

interface WeighHoursPage {
  readonly t: Translate
  readonly language: Language
  readonly area: Area
  readonly hours: number
  readonly weighed: WeighedHours
}

const ways = ['any', 'long', 'evening', 'weekend'] as const satisfies readonly (keyof HoursReach)[]

export function weighHoursPage(state: WeighHoursPage): Page {
  const { t, language, area, weighed } = state
  const { wider, unknown } = weighed
  const where = areaInWords(area, weighed.areaName, t)
  const title = t('coverage.hours.title', { area: where })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('coverage.way-up')}
            items={[
              { href: '/sturing', label: t('reports.navigation') },
              {
                href: `/sturing/bereik?gebied=${addressOf(area)}`,
                label: t('coverage.title', { area: where }),
              },
            ]}
          />
          <Heading level={1}>{title}</Heading>
          <Paragraph>{t(isNation(area) ? 'coverage.hours.choose-area' : 'coverage.hours.lead')}</Paragraph>
          <HoursForm {...state} />
        </Stack>
        <Stack>
          {wider && (
            <p class="nl-paragraph nl-paragraph--lead">
              {t('coverage.hours.finding', {
                desk: wider.desk.name,
                evening: sayNumber(wider.reach.evening - weighed.now.evening, language),
                weekend: sayNumber(wider.reach.weekend - weighed.now.weekend, language),
              })}
            </p>
          )}
          <ReachTable {...state} />
          {unknown > 0 && <Paragraph>{t('coverage.hours.unknown', { count: unknown })}</Paragraph>}
          <Details summary={t('reports.how-counted')}>
            <Paragraph>{t('coverage.hours.definition')}</Paragraph>
          </Details>
        </Stack>
        <Paragraph>
          <Link href={`/sturing/bereik/wat-als?gebied=${addressOf(area)}`}>{t('coverage.hours.weigh')}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

function HoursForm({ t, area, hours, weighed: { municipalities, desks, wider } }: WeighHoursPage): Child {
  return (
    <FilterRow
      action="/sturing/bereik/ruimere-tijden"
      label={t('coverage.hours.form')}
      submit={t('coverage.weigh.submit')}
    >
      <FormField id="gebied" label={t('coverage.area')}>
        <Select name="gebied" value={addressOf(area)} options={areaOptions(area, municipalities, t)} />
      </FormField>
      {!isNation(area) && (
        <FormField id="informatiepunt" label={t('coverage.hours.desk')}>
          <Select
            name="informatiepunt"
            value={wider?.desk.code ?? ''}
            options={[
              { value: '', label: t('coverage.hours.no-desk') },
              ...desks.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </FormField>
      )}
      <FormField id="uren" label={t('coverage.hours.long')}>
        <Select
          name="uren"
          value={`${hours}`}
          options={hourClasses
            .filter((each) => each > 0)
            .map((each) => ({ value: `${each}`, label: t('coverage.hours.at-least', { hours: each }) }))}
        />
      </FormField>
    </FilterRow>
  )
}

function ReachTable({ t, language, hours, weighed: { inhabitants, now, wider } }: WeighHoursPage): Child {
  const number = (value: number): string => sayNumber(value, language)
  const columns: Column<(typeof ways)[number]>[] = [
    {
      key: 'way',
      header: t('coverage.hours.way'),
      cell: (way) => t(`coverage.hours.way.${way}`, { hours }),
      rowHeader: true,
    },
    { key: 'now', header: t('coverage.hours.now'), cell: (way) => number(now[way]), numeric: true },
    {
      key: 'share',
      header: t('coverage.hours.share'),
      cell: (way) => sayShare(now[way], inhabitants, { t }),
      numeric: true,
    },
  ]
  if (wider)
    columns.push(
      {
        key: 'then',
        header: t('coverage.hours.then'),
        cell: (way) => number(wider.reach[way]),
        numeric: true,
      },
      {
        key: 'gain',
        header: t('coverage.hours.gain'),
        cell: (way) => number(wider.reach[way] - now[way]),
        numeric: true,
      },
    )
  return <DataTable id="tijden" caption={t('coverage.hours.caption')} columns={columns} rows={ways} compact />
}
