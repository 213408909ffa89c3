import type { Child } from 'hono/jsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterFields, FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ResultCard, ResultList } from '../../../design-system/result-card/result-card.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { languagesByName, unbroken } from '../../desks/public.ts'
import type { ListSnapshot } from '../../lists/public.ts'
import { topicGroups, topicsByGroup } from '../../lists/public.ts'
import { freshness } from '../freshness.ts'
import { placeLine } from '../partner.ts'
import { reachOf, type ServiceOffer, type TargetGroup, targetGroups } from '../service.ts'
import { minuteOf } from '../service-hours.ts'
import { distanceWords, groupWords, hoursLines, openWords } from '../service-words.ts'
import { mostCounted, type SearchResult } from './search-services.query.ts'

/** What stands in the search fields. */
export interface SearchFields {
  readonly words: string
  readonly topic: string
  readonly place: string
  readonly openNow: boolean
  readonly language: string
  readonly group: TargetGroup | ''
}

interface SearchPage {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  readonly fields: SearchFields
  readonly lists: ListSnapshot
  readonly url: URL
  readonly mayKeep: boolean
  readonly errors: readonly FormError[]
  readonly answer?: SearchResult & {
    readonly place: string | undefined
    readonly page: number
    readonly pages: number
    readonly start: number
  }
}

export function searchServicesPage(props: SearchPage): Page {
  const { t, errors, answer } = props
  return {
    title: t('directory.title'),
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Row apart>
            <Heading level={1}>{t('directory.title')}</Heading>
            {props.mayKeep && <Link href="/beheer/sociale-kaart">{t('directory.to-keeping')}</Link>}
          </Row>
          <SearchForm {...props} />
        </Stack>
        {answer && <Results {...props} answer={answer} />}
      </Stack>
    ),
  }
}

function SearchForm({ t, language, fields, lists, errors }: SearchPage) {
  const topics = topicsByGroup(lists)
  return (
    <FilterRow
      action="/balie/sociale-kaart"
      label={t('directory.search')}
      submit={t('directory.search.submit')}
      more={
        <Details
          summary={t('directory.search.more')}
          open={Boolean(fields.topic || fields.language || fields.group)}
        >
          <FilterFields>
            <FormField id="onderwerp" label={t('directory.search.topic')}>
              <Select
                name="onderwerp"
                value={fields.topic}
                options={[
                  { value: '', label: t('directory.search.all-topics') },
                  ...topicGroups.map((group) => ({
                    label: t(`directory.topics.${group}`),
                    options: topics[group].map(({ code, label }) => ({ value: code, label })),
                  })),
                ]}
              />
            </FormField>
            <FormField id="taal" label={t('directory.search.language')}>
              <Select
                name="taal"
                value={fields.language}
                options={[
                  { value: '', label: t('directory.search.any-language') },
                  ...languagesByName(language).map(({ code, name }) => ({ value: code, label: name })),
                ]}
              />
            </FormField>
            <FormField id="groep" label={t('directory.search.group')}>
              <Select
                name="groep"
                value={fields.group}
                options={[
                  { value: '', label: t('directory.search.everybody') },
                  ...targetGroups.map((code) => ({ value: code, label: groupWords(code, t) })),
                ]}
              />
            </FormField>
          </FilterFields>
        </Details>
      }
    >
      <FormField id="zoek" label={t('directory.search.words')}>
        <TextInput name="zoek" type="search" value={fields.words} />
      </FormField>
      <FormField id="waar" label={t('directory.search.place')} error={errorAt(errors, 'waar')}>
        <TextInput name="waar" value={fields.place} autocomplete="off" />
      </FormField>
      <CheckboxGroup
        id="open"
        name="open"
        legend={t('directory.search.when')}
        options={[{ value: 'ja', label: t('directory.search.open-now') }]}
        values={fields.openNow ? ['ja'] : []}
      />
    </FilterRow>
  )
}

function Results(props: SearchPage & { readonly answer: NonNullable<SearchPage['answer']> }) {
  const { t, answer } = props
  const { offers, total, mistaken, place } = answer
  const count = total >= mostCounted ? t('directory.found.many') : t('directory.found', { count: total })
  return (
    <Stack>
      <Heading level={2}>{place ? t('directory.found.near', { count, place }) : count}</Heading>
      {mistaken.map(({ typed, meant }) => (
        <Paragraph>{t('directory.found.meant', { typed, meant: meant.join(', ') })}</Paragraph>
      ))}
      {offers.length === 0 ? (
        <EmptyState>{t('directory.found.none')}</EmptyState>
      ) : (
        <ResultList label={t('directory.results')} start={answer.start}>
          {offers.map((offer, index) => (
            <Offer {...props} offer={offer} number={answer.start + index} />
          ))}
        </ResultList>
      )}
      <Pages {...props} />
    </Stack>
  )
}

function Offer({
  t,
  language,
  now,
  offer,
  number,
}: SearchPage & { readonly offer: ServiceOffer; readonly number: number }) {
  const { service, partner, locations, metres, agreement } = offer
  const today = localDay(now)
  const state = openWords(offer, minuteOf(now), t)
  const { phone } = reachOf(offer)
  const [place] = locations
  const address = place ? placeLine(place) : ''
  const hours = hoursLines(offer.hours, today, { t, language })
  const lines: Child[] = [
    partner.name === service.name ? '' : partner.name,
    address,
    hours.join('; '),
    [phone && unbroken(phone), service.byAppointment && t('directory.by-appointment')]
      .filter(Boolean)
      .join(' · '),
    service.municipalityCodes.length === 0 && !address ? t('directory.whole-country') : '',
    <Badges
      t={t}
      stale={freshness(partner, today) !== 'fresh'}
      agreed={agreement !== undefined}
      full={service.capacity === 'full'}
    />,
  ].filter((line) => line !== '')
  return (
    <ResultCard
      number={number}
      name={service.name}
      href={`/balie/sociale-kaart/${service.id}`}
      aside={metres === undefined ? undefined : distanceWords(metres, language)}
      state={state.text}
      open={state.open}
      lines={lines}
    />
  )
}

/** What one should know before sending somebody there. */
export function Badges({
  t,
  stale,
  agreed,
  full,
}: {
  readonly t: Translate
  readonly stale: boolean
  readonly agreed: boolean
  readonly full: boolean
}) {
  return (
    <>
      {agreed && <StatusBadge kind="done">{t('directory.badge.agreed')}</StatusBadge>}{' '}
      {full && <StatusBadge kind="failed">{t('directory.badge.full')}</StatusBadge>}{' '}
      {stale && <StatusBadge kind="waiting">{t('directory.badge.stale')}</StatusBadge>}
    </>
  )
}

function Pages({ t, url, answer }: SearchPage) {
  if (!answer || answer.pages < 2) return null
  const href = (page: number): string => {
    const query = new URLSearchParams(url.searchParams)
    query.set('pagina', String(page))
    return `${url.pathname}?${query}`
  }
  return (
    <Pagination
      label={t('shell.pages')}
      previous={answer.page > 1 ? { href: href(answer.page - 1), label: t('shell.previous') } : undefined}
      next={answer.page < answer.pages ? { href: href(answer.page + 1), label: t('shell.next') } : undefined}
    />
  )
}
