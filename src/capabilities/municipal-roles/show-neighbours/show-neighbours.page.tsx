import type { Child } from 'hono/jsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { MunicipalityTabs } from '../../organisations/public.ts'
import { type KeptCoverage, sayNumber } from '../../reports/public.ts'
import type { ContactPerson } from '../contact-person.ts'
import type { MunicipalContext } from '../municipal-context.ts'
import type { Crossing } from '../neighbour.ts'
import { Reach } from '../reach.page.tsx'
import type { SharedRow } from './show-neighbours.query.ts'

interface Neighbour {
  readonly code: string
  readonly name: string
  readonly libraries: readonly string[]
  /** Libraries that work for both. */
  readonly shared: readonly string[]
  /** Undefined while the reach was not reckoned yet. */
  readonly desks: number | undefined
  readonly inhabitants: number | undefined
  /** Of ours, nearest to a desk of theirs; and the other way. */
  readonly ours: Crossing
  readonly theirs: Crossing
  readonly person: ContactPerson | undefined
}

interface SharedLibrary {
  readonly id: string
  readonly name: string
  readonly rows: readonly (SharedRow & {
    readonly name: string
    readonly coverage: KeptCoverage | undefined
  })[]
}

interface NeighboursPage extends MunicipalContext {
  readonly t: Translate
  readonly language: Language
  readonly neighbours: readonly Neighbour[]
  readonly shared: readonly SharedLibrary[]
  /** The questions of the last year that was published. */
  readonly published:
    | { readonly year: string; readonly byMunicipality: ReadonlyMap<string, number> }
    | undefined
}

export function showNeighboursPage(page: NeighboursPage): Page {
  const { t, municipality, municipalities, neighbours } = page
  return {
    title: t('direction.neighbours'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('direction.neighbours')}</Heading>
          <Paragraph lead>{t('direction.neighbours.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/buurgemeenten" />
        </Stack>
        {neighbours.length === 0 ? (
          <EmptyState>{t('direction.neighbours.none')}</EmptyState>
        ) : (
          <Around {...page} />
        )}
        <Shared {...page} />
      </Stack>
    ),
  }
}

/** Each neighbour with its facts below each other: beside each other they would not fit on a telephone. */
function Around({ t, language, neighbours, municipality }: NeighboursPage) {
  // Where nobody is nearer across the border there is nothing to say: many such lines hide those that matter.
  const across = (term: string, crossing: Crossing) =>
    crossing.inhabitants === 0 ? [] : [{ term, description: sayCrossing(crossing) }]
  const sayCrossing = (crossing: Crossing): Child => (
    <>
      {t('direction.neighbours.people', { number: sayNumber(crossing.inhabitants, language) })}
      {': '}
      {crossing.desks
        .map(({ name, inhabitants }) =>
          crossing.desks.length === 1 ? name : `${name} (${sayNumber(inhabitants, language)})`,
        )
        .join(', ')}
      <Details summary={t('direction.neighbours.where')}>
        <Paragraph>{crossing.places.join(', ')}</Paragraph>
      </Details>
    </>
  )
  const factsOf = ({ libraries, shared, desks, ours, theirs, person }: Neighbour) => [
    {
      term: t('direction.neighbours.libraries'),
      description:
        libraries.length === 0 ? (
          <StatusBadge kind="failed">{t('direction.neighbours.no-library')}</StatusBadge>
        ) : (
          <>
            {libraries.join(', ')}
            {shared.length > 0 && (
              <>
                {' '}
                <StatusBadge kind="done">{t('direction.neighbours.shares')}</StatusBadge>
              </>
            )}
          </>
        ),
    },
    {
      term: t('direction.neighbours.desks'),
      description:
        desks === 0 ? (
          <StatusBadge kind="failed">{t('direction.neighbours.no-desk')}</StatusBadge>
        ) : (
          (desks ?? t('direction.neighbours.unknown'))
        ),
    },
    ...across(t('direction.neighbours.ours', { municipality: municipality.name }), ours),
    ...across(t('direction.neighbours.theirs'), theirs),
    {
      term: t('direction.neighbours.person'),
      description: person ? (
        <>
          {[person.name, person.jobTitle || person.department].filter(Boolean).join(', ')}
          {': '}
          <Reach email={person.email} phone={person.phone} />
        </>
      ) : (
        t('direction.neighbours.no-person')
      ),
    },
  ]
  return (
    <Stack>
      <Heading level={2}>{t('direction.neighbours.around')}</Heading>
      <CardList id="buren">
        {neighbours.map((neighbour) => (
          <Card>
            <Stack gap="sm">
              <Heading level={3}>{neighbour.name}</Heading>
              <DescriptionList items={factsOf(neighbour)} />
            </Stack>
          </Card>
        ))}
      </CardList>
      <Details summary={t('direction.neighbours.how')}>
        <Paragraph>{t('direction.neighbours.how-near')}</Paragraph>
        <Paragraph>{t('direction.neighbours.how-middle')}</Paragraph>
      </Details>
    </Stack>
  )
}

/** What a library does for each of the municipalities that it works for. */
function Shared({ t, language, shared, published }: NeighboursPage) {
  const hours = (minutes: number | undefined): string =>
    minutes === undefined
      ? t('direction.neighbours.unknown')
      : sayNumber(Math.round(minutes / 6) / 10, language)
  return (
    <Stack>
      <Heading level={2}>{t('direction.shared')}</Heading>
      {shared.length === 0 && <EmptyState>{t('direction.shared.none')}</EmptyState>}
      {shared.map(({ id, name, rows }) => (
        <DataTable
          id={`bibliotheek-${id}`}
          caption={t('direction.shared.caption', { library: name })}
          rows={rows}
          columns={[
            {
              key: 'name',
              header: t('direction.neighbours.municipality'),
              rowHeader: true,
              cell: (row) => row.name,
            },
            {
              key: 'inhabitants',
              header: t('direction.shared.inhabitants'),
              numeric: true,
              cell: ({ coverage }) => (coverage ? sayNumber(coverage.inhabitants, language) : '–'),
            },
            {
              key: 'desks',
              header: t('direction.shared.desks'),
              numeric: true,
              cell: ({ desks, paidElsewhere }) =>
                paidElsewhere > 0 ? t('direction.shared.desks-paid', { desks, paidElsewhere }) : desks,
            },
            {
              key: 'hours',
              header: t('direction.shared.hours'),
              numeric: true,
              cell: ({ minutes, desks }) => (desks === 0 ? '–' : hours(minutes)),
            },
            {
              key: 'within',
              header: t('direction.shared.within'),
              numeric: true,
              cell: ({ coverage }) =>
                coverage && coverage.inhabitants > 0
                  ? t('direction.shared.percent', {
                      percent: Math.round((coverage.within[5] / coverage.inhabitants) * 100),
                    })
                  : '–',
            },
            {
              key: 'questions',
              header: t('direction.shared.questions', { year: published?.year ?? '' }),
              numeric: true,
              cell: ({ municipality }) => {
                const number = published?.byMunicipality.get(municipality)
                return number === undefined ? '–' : sayNumber(number, language)
              },
            },
          ]}
        />
      ))}
      {shared.length > 0 && (
        <Details summary={t('direction.shared.how')}>
          <Paragraph>{t('direction.shared.how-questions')}</Paragraph>
          <Paragraph>{t('direction.shared.how-other')}</Paragraph>
        </Details>
      )}
    </Stack>
  )
}
