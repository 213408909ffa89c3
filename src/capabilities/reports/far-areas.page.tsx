import type { Child } from 'hono/jsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { atFirst, type CoverageChoice, coverageQuery, isNation, sayDistance } from './coverage-view.ts'
import { sayNumber } from './figure-words.ts'
import type { AreaNearby, CoverageOfArea } from './show-coverage/show-coverage.query.ts'

interface FarAreas {
  readonly t: Translate
  readonly language: Language
  readonly choice: CoverageChoice
  readonly coverage: CoverageOfArea
}

/** Where in a municipality people live far from a desk. */
export function PostcodeAreas({ t, language, coverage }: FarAreas): Child {
  return (
    <DataTable
      id="postcodes"
      caption={t('coverage.postcodes')}
      columns={[
        {
          key: 'code',
          header: t('coverage.postcode'),
          cell: ({ code, town }: AreaNearby) => `${code} ${town}`,
          rowHeader: true,
        },
        {
          key: 'inhabitants',
          header: t('coverage.inhabitants'),
          cell: ({ inhabitants }) => sayNumber(inhabitants, language),
          numeric: true,
        },
        {
          key: 'distance',
          header: t('coverage.distance'),
          cell: ({ nearest }) => (nearest ? sayDistance(nearest.metres, { t, language }) : ''),
          numeric: true,
        },
        { key: 'nearest', header: t('coverage.nearest'), cell: ({ nearest }) => nearest?.name ?? '' },
      ]}
      rows={coverage.postcodeAreas}
      compact
    />
  )
}

/** The municipalities without a desk; of a nation those that are farthest from one, and the others when somebody asks. */
export function WithoutDesk({ t, language, choice, coverage: { without } }: FarAreas): Child {
  const shown = isNation(choice.area) && choice.order === undefined ? without.slice(0, atFirst) : without
  return (
    <Stack>
      <Heading level={2}>{t('coverage.without')}</Heading>
      <DataTable
        id="zonder"
        caption={t('coverage.without-caption')}
        columns={[
          {
            key: 'name',
            header: t('coverage.area'),
            cell: (row: CoverageOfArea['without'][number]) =>
              choice.area.level === 'municipality' ? (
                row.name
              ) : (
                <Link href={`/sturing/bereik?${coverageQuery({ ...choice, area: row })}`}>{row.name}</Link>
              ),
            rowHeader: true,
          },
          {
            key: 'inhabitants',
            header: t('coverage.inhabitants'),
            cell: ({ inhabitants }) => sayNumber(inhabitants, language),
            numeric: true,
          },
          {
            key: 'nearest',
            header: t('coverage.nearest-on-average'),
            cell: ({ nearestName }) => nearestName ?? '',
          },
          {
            key: 'distance',
            header: t('coverage.distance'),
            cell: ({ nearest }) => (nearest ? sayDistance(nearest.metres, { t, language }) : ''),
            numeric: true,
          },
          { key: 'stops', header: t('coverage.stops'), cell: ({ stops }) => stops, numeric: true },
        ]}
        rows={shown}
        compact
      />
      {shown.length < without.length && (
        <Paragraph>
          <Link href={`/sturing/bereik?${coverageQuery({ ...choice, order: 'naam' })}#zonder`}>
            {t('coverage.without-all', { count: without.length })}
          </Link>
        </Paragraph>
      )}
    </Stack>
  )
}
