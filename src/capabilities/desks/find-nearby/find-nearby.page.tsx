import { Button } from '../../../design-system/button/button.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { ListWithAside } from '../../../design-system/list-with-aside/list-with-aside.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ResultList } from '../../../design-system/result-card/result-card.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { MapTiles } from '../../../platform/config/config.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { FoundWhereabouts } from '../../organisations/public.ts'
import { DigitalHelpLine } from '../digital-help-line.page.tsx'
import {
  type DayPart,
  type DayWord,
  dayMeant,
  dayParts,
  dayWords,
  type FinderFilter,
  filterFields,
  helpWays,
  isFiltered,
  onlyWords,
} from '../finder-filter.ts'
import { AppointmentMade } from '../help-given.page.tsx'
import { languagesByName } from '../languages.ts'
import { type Now, upperFirst } from '../opening-words.ts'
import { type ShownVenue, VenueCard } from '../venue-card.page.tsx'
import { hasMap, tilesOrigin, VenueMap } from '../venue-map.page.tsx'
import { WhereForm } from '../where-form.page.tsx'
import { pageSize } from './find-nearby.query.ts'

interface FinderPage {
  readonly voice: PublicVoice
  /** What was typed. */
  readonly where: string
  readonly filter: FinderFilter
  readonly now: Now
  readonly problem?: PublicMessageKey
  readonly tiles?: MapTiles | undefined
}
interface AnsweredFinderPage extends FinderPage {
  /** Which page of the answer. */
  readonly number: number
  /** What was found on this page of the answer, and who can be called. */
  readonly venues: readonly ShownVenue[]
  readonly byTelephone: readonly ShownVenue[]
  /** There is a next page. */
  readonly more: boolean
  /** Where that is; absent when the device said it. */
  readonly meant?: Extract<FoundWhereabouts, { kind: 'found' }>
  /** The position of the device, to send again with another filter. */
  readonly position?: string
}

const isAnswered = (page: FinderPage | AnsweredFinderPage): page is AnsweredFinderPage => 'venues' in page

/** The finder: one question, and the desks that answer it. */
export function findNearbyPage(page: FinderPage | AnsweredFinderPage): Page {
  const { voice, where, problem } = page
  const { t, language } = voice
  const answered = isAnswered(page) ? page : undefined
  const place = answered?.meant?.place.name
  return {
    title: place ? t('finder.near', { place }) : answered ? t('finder.near-you') : t('finder.title'),
    wide: answered !== undefined,
    script: 'find-nearby.js',
    ...(answered && tilesOrigin(page.tiles)),
    errors: problem ? [{ id: 'waar', message: t(problem) }] : [],
    forPublic: {
      language,
      path:
        answered?.position === undefined && !problem
          ? finderAddress(where, page.filter, answered?.number)
          : undefined,
      description: t('finder.description'),
      unlisted: answered !== undefined,
      ...(answered || problem
        ? {}
        : {
            structuredData: {
              '@context': 'https://schema.org',
              '@type': 'WebSite',
              name: t('finder.product'),
            },
          }),
    },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>
            {place ? t('finder.near', { place }) : answered ? t('finder.near-you') : t('finder.title')}
          </Heading>
          {!answered && <Paragraph lead>{t('finder.lead')}</Paragraph>}
          <WhereForm
            voice={voice}
            path="/"
            question="finder.where"
            where={where}
            problem={problem}
            besides={filterFields(page.filter)}
          />
          <balie-position
            hidden
            data-asking={t('finder.position-asking')}
            data-failed={t('finder.position-failed')}
          >
            <form method="post" action={voice.link('/')}>
              <input type="hidden" name="plek" value="" />
              <Button type="submit">{t('finder.use-position')}</Button>{' '}
              <span>{t('finder.position-promise')}</span>
              <p role="status"></p>
            </form>
          </balie-position>
        </Stack>
        {answered ? <Answer page={answered} /> : <Introduction voice={voice} />}
      </Stack>
    ),
  }
}

/** The address of an answer in Dutch, with all that was asked. */
export function finderAddress(where: string, filter: FinderFilter, number = 1): string {
  const fields = [
    ...(where ? [['waar', where]] : []),
    ...filterFields(filter),
    ...(number > 1 ? [['pagina', `${number}`]] : []),
  ]
  return fields.length > 0 ? `/?${new URLSearchParams(fields)}` : '/'
}

/** Now, today, tomorrow, and then the days of the week as they come; no day twice, but for one that was chosen. */
function daysInOrder(today: string, chosen: DayWord | undefined): DayWord[] {
  const near = ['nu', 'vandaag', 'morgen'] as const
  const taken: string[] = [dayMeant('vandaag', today), dayMeant('morgen', today)]
  const later = dayWords
    .filter((word) => !near.some((each) => each === word))
    .filter((word) => word === chosen || !taken.includes(dayMeant(word, today)))
    .sort((one, other) => (dayMeant(one, today) < dayMeant(other, today) ? -1 : 1))
  return [...near, ...later]
}

function Introduction({ voice }: { voice: PublicVoice }) {
  const { t } = voice
  return (
    <Stack>
      <Heading level={2}>{t('finder.help-title')}</Heading>
      <ul>
        {(['login', 'letters', 'money', 'phone'] as const).map((subject) => (
          <li>{t(`finder.help.${subject}`)}</li>
        ))}
      </ul>
      <Paragraph>{t('finder.help-free')}</Paragraph>
      <DigitalHelpLine voice={voice} />
      <AppointmentMade voice={voice} />
    </Stack>
  )
}

function Answer({ page }: { page: AnsweredFinderPage }) {
  const { voice, venues, byTelephone, more, filter, now, number, meant, position } = page
  const { t } = voice
  const start = (number - 1) * pageSize + 1
  return (
    <Stack>
      {meant?.guessed && <Paragraph>{t('finder.guessed', { place: meant.place.name })}</Paragraph>}
      {meant && meant.others.length > 0 && <OtherPlaces page={page} others={meant.others} />}
      <Filters page={page} />
      <ListWithAside
        list={
          <Stack>
            <Heading level={2}>{t('finder.results', { count: venues.length })}</Heading>
            {filter.day && (
              <Paragraph>
                {t('finder.on-day', {
                  day: dayInWords(dayMeant(filter.day, now.today), voice.language, 'without-year'),
                })}
              </Paragraph>
            )}
            {venues.length === 0 ? (
              <Paragraph>{t(isFiltered(filter) ? 'finder.none-filtered' : 'finder.none')}</Paragraph>
            ) : (
              <ResultList label={t('finder.results-label')} start={start}>
                {venues.map((shown, index) => (
                  <VenueCard shown={shown} number={start + index} voice={voice} />
                ))}
              </ResultList>
            )}
            {more && <More page={page} />}
            {byTelephone.length > 0 && (
              <Stack>
                <Heading level={2}>{t('finder.by-telephone')}</Heading>
                <ResultList label={t('finder.by-telephone')} start={start + venues.length}>
                  {byTelephone.map((shown, index) => (
                    <VenueCard shown={shown} number={start + venues.length + index} voice={voice} />
                  ))}
                </ResultList>
              </Stack>
            )}
            <DigitalHelpLine voice={voice} />
          </Stack>
        }
        aside={
          // Which desks are near would tell where the visitor is, so with a position there is no address of a map.
          position === undefined && hasMap(venues.map(({ venue }) => venue)) ? (
            <VenueMap
              venues={venues.map(({ venue }) => venue)}
              start={start}
              voice={voice}
              tiles={page.tiles}
            />
          ) : undefined
        }
      />
    </Stack>
  )
}

function OtherPlaces({
  page,
  others,
}: {
  page: AnsweredFinderPage
  others: readonly { name: string; municipality: string }[]
}) {
  const { voice } = page
  return (
    <p class="nl-paragraph">
      {voice.t('finder.meant')}{' '}
      {others.map(({ name, municipality }, index) => (
        <>
          {index > 0 && ', '}
          <Link
            href={voice.link(
              finderAddress(name === municipality ? name : `${name} (${municipality})`, page.filter),
            )}
          >
            {name === municipality ? name : `${name} (${municipality})`}
          </Link>
        </>
      ))}
    </p>
  )
}

/** The next ten: a link, or a form again when the device said where. */
function More({ page }: { page: AnsweredFinderPage }) {
  const { voice, number, position, filter } = page
  const label = voice.t('finder.more')
  if (position === undefined)
    return (
      <div>
        <Button href={voice.link(finderAddress(page.where, filter, number + 1))}>{label}</Button>
      </div>
    )
  return (
    <Form action={voice.link('/')}>
      <input type="hidden" name="plek" value={position} />
      <input type="hidden" name="pagina" value={`${number + 1}`} />
      {filterFields(filter).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div>
        <Button type="submit">{label}</Button>
      </div>
    </Form>
  )
}

function Filters({ page }: { page: AnsweredFinderPage }) {
  const { voice, filter, position, where, now } = page
  const { t, language } = voice
  const option = (value: string, label: string) => ({ value, label })
  return (
    <Details
      summary={
        isFiltered(filter)
          ? t('finder.filter-chosen', { count: filterFields(filter).length })
          : t('finder.filter')
      }
      open={isFiltered(filter) && page.venues.length === 0}
    >
      <Form
        action={voice.link('/')}
        method={position === undefined ? 'get' : 'post'}
        label={t('finder.filter')}
      >
        {position === undefined ? (
          <input type="hidden" name="waar" value={where} />
        ) : (
          <input type="hidden" name="plek" value={position} />
        )}
        <Row>
          <FormField id="dag" label={t('finder.filter.day')}>
            <Select
              name="dag"
              value={filter.day ?? ''}
              options={[
                option('', t('finder.filter.any-day')),
                ...daysInOrder(now.today, filter.day).map((word) =>
                  option(
                    word,
                    word === 'nu' || word === 'vandaag' || word === 'morgen'
                      ? t(`finder.day.${word}`)
                      : upperFirst(dayInWords(dayMeant(word, now.today), language, 'without-year'), voice),
                  ),
                ),
              ]}
            />
          </FormField>
          <FormField id="deel" label={t('finder.filter.part')}>
            <Select
              name="deel"
              value={filter.part ?? ''}
              options={[
                option('', t('finder.filter.any-part')),
                ...(Object.keys(dayParts) as DayPart[]).map((part) => option(part, t(`finder.part.${part}`))),
              ]}
            />
          </FormField>
          <FormField id="hulp" label={t('finder.filter.way')}>
            <Select
              name="hulp"
              value={filter.way ?? ''}
              options={[
                option('', t('finder.filter.any-way')),
                ...helpWays.map((way) => option(way, t(`finder.way.${way}`))),
              ]}
            />
          </FormField>
          <FormField id="spreekt" label={t('finder.filter.language')}>
            <Select
              name="spreekt"
              value={filter.language ?? ''}
              options={[
                option('', t('finder.filter.any-language')),
                ...languagesByName(language).map(({ code, name }) => option(code, upperFirst(name, voice))),
              ]}
            />
          </FormField>
        </Row>
        <CheckboxGroup
          id="alleen"
          name="alleen"
          legend={t('finder.filter.only')}
          options={onlyWords.map((word) => option(word, t(`finder.only.${word}`)))}
          values={filter.only}
        />
        <Row>
          <Button type="submit" variant="primary">
            {t('finder.filter.submit')}
          </Button>
          {isFiltered(filter) && position === undefined && (
            <Button href={voice.link(`/?${new URLSearchParams({ waar: where })}`)} variant="subtle">
              {t('finder.filter.clear')}
            </Button>
          )}
        </Row>
      </Form>
    </Details>
  )
}
