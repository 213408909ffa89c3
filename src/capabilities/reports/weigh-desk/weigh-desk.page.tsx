import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import type { Area } from '../area.ts'
import { addressOf } from '../area-address.ts'
import { type Reach, reaches, usualReach } from '../coverage.ts'
import { type Gain, totalGain } from '../coverage-gain.ts'
import { areaInWords, areaOptions } from '../coverage-view.ts'
import { sayNumber } from '../figure-words.ts'
import type { TypedSpot } from './weigh-desk.form.ts'
import type { Candidate, Scales } from './weigh-desk.query.ts'

/** A desk that is thought of, and what it would bring; no gain when nobody knows where it would stand. */
export interface WeighedDesk {
  readonly name: string
  readonly municipality: string
  readonly gain: Gain | undefined
}

interface WeighDeskPage {
  readonly t: Translate
  readonly language: Language
  readonly area: Area
  readonly areaName: string
  readonly scales: Scales
  readonly typed: TypedSpot
  readonly weighed: WeighedDesk | undefined
  readonly errors: readonly FormError[]
}

/** So many candidates are told; the others bring less. */
const mostCandidates = 25

export function weighDeskPage(state: WeighDeskPage): Page {
  const { t, area, areaName, weighed, errors } = state
  const where = areaInWords(area, areaName, t)
  return {
    title: t('coverage.weigh.title', { area: where }),
    wide: true,
    errors,
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
          <Heading level={1}>{t('coverage.weigh.title', { area: where })}</Heading>
          <Paragraph>{t('coverage.weigh.lead')}</Paragraph>
          <SpotForm {...state} />
        </Stack>
        {weighed && <Result {...state} weighed={weighed} />}
        <Candidates {...state} />
        <Paragraph>
          <Link href={`/sturing/bereik/ruimere-tijden?gebied=${addressOf(area)}`}>
            {t('coverage.weigh.hours')}
          </Link>
        </Paragraph>
      </Stack>
    ),
  }
}

function SpotForm({ t, area, scales, typed, errors }: WeighDeskPage): Child {
  return (
    <FilterRow
      action="/sturing/bereik/wat-als"
      label={t('coverage.weigh.form')}
      submit={t('coverage.weigh.submit')}
    >
      <FormField id="gebied" label={t('coverage.area')}>
        <Select
          name="gebied"
          value={addressOf(area)}
          options={areaOptions(area, scales.ground.municipalities, t)}
        />
      </FormField>
      {(scales.branches.length > 0 || typed.branch !== '') && (
        <FormField id="vestiging" label={t('coverage.weigh.branch')} error={errorAt(errors, 'vestiging')}>
          <Select
            name="vestiging"
            value={typed.branch}
            options={[
              { value: '', label: t('coverage.weigh.no-branch') },
              ...scales.branches.map(({ id, name, town }) => ({
                value: id,
                label: town ? `${name} (${town})` : name,
              })),
            ]}
          />
        </FormField>
      )}
      <FormField
        id="postcode"
        label={t(scales.branches.length > 0 ? 'coverage.weigh.or-postcode' : 'coverage.weigh.postcode')}
        error={errorAt(errors, 'postcode')}
      >
        <TextInput name="postcode" value={typed.postcode} autocomplete="off" />
      </FormField>
    </FilterRow>
  )
}

const sumOf = (gain: Gain): number => reaches.reduce((sum, reach) => sum + totalGain(gain, reach), 0)

function Result({ weighed, t, language }: WeighDeskPage & { weighed: WeighedDesk }): Child {
  const { name, municipality, gain } = weighed
  const number = (value: number): string => sayNumber(value, language)
  if (!gain)
    return (
      <Stack>
        <Heading level={2}>{t('coverage.weigh.result', { name })}</Heading>
        <EmptyState>{t('coverage.weigh.no-point')}</EmptyState>
      </Stack>
    )
  return (
    <Stack>
      <Heading level={2}>{t('coverage.weigh.result', { name })}</Heading>
      <p class="nl-paragraph nl-paragraph--lead">
        {sumOf(gain) === 0
          ? t('coverage.weigh.nothing')
          : t('coverage.weigh.finding', {
              count: number(totalGain(gain, usualReach)),
              own: number(gain[usualReach].own),
              beyond: number(gain[usualReach].beyond),
              municipality,
            })}
      </p>
      <DataTable
        id="winst"
        caption={t('coverage.weigh.caption', { name })}
        columns={[
          {
            key: 'reach',
            header: t('coverage.distance'),
            cell: (reach: Reach) => t('coverage.within', { reach }),
            rowHeader: true,
          },
          {
            key: 'own',
            header: t('coverage.weigh.own', { municipality }),
            cell: (reach) => number(gain[reach].own),
            numeric: true,
          },
          {
            key: 'beyond',
            header: t('coverage.weigh.beyond'),
            cell: (reach) => number(gain[reach].beyond),
            numeric: true,
          },
          {
            key: 'all',
            header: t('coverage.weigh.together'),
            cell: (reach) => number(totalGain(gain, reach)),
            numeric: true,
          },
        ]}
        rows={reaches}
        compact
      />
    </Stack>
  )
}

function Candidates({ t, language, area, scales: { branches, candidates } }: WeighDeskPage): Child {
  const shown = candidates.slice(0, mostCandidates)
  const unplaced = branches.length - candidates.length
  return (
    <Stack>
      <Heading level={2}>{t('coverage.weigh.candidates')}</Heading>
      {shown.length === 0 ? (
        <EmptyState>{t('coverage.weigh.no-candidates')}</EmptyState>
      ) : (
        <DataTable
          id="kandidaten"
          caption={t('coverage.weigh.candidates-caption')}
          columns={[
            {
              key: 'name',
              header: t('coverage.weigh.branch'),
              cell: ({ branch: { id, name, town } }: Candidate) => (
                <Link href={`/sturing/bereik/wat-als?gebied=${addressOf(area)}&vestiging=${id}`}>
                  {town ? `${name}, ${town}` : name}
                </Link>
              ),
              rowHeader: true,
            },
            { key: 'library', header: t('coverage.weigh.library'), cell: ({ libraryName }) => libraryName },
            ...reaches.map((reach) => ({
              key: `${reach}`,
              header: t('coverage.within', { reach }),
              cell: ({ gain }: Candidate) => sayNumber(totalGain(gain, reach), language),
              numeric: true,
            })),
          ]}
          rows={shown}
          compact
        />
      )}
      {candidates.length > shown.length && (
        <Paragraph>{t('coverage.weigh.more', { count: candidates.length - shown.length })}</Paragraph>
      )}
      {unplaced > 0 && <Paragraph>{t('coverage.weigh.unplaced', { count: unplaced })}</Paragraph>}
    </Stack>
  )
}
