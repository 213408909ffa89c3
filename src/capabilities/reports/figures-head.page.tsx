import type { Child } from 'hono/jsx'
import { Alert } from '../../design-system/alert/alert.tsx'
import { EmptyState } from '../../design-system/empty-state/empty-state.tsx'
import type { FigurePicture } from '../../design-system/figure-panel/figure-panel.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { FormError } from '../../platform/http/form-errors.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords, monthInWords } from '../../platform/time/local-month.ts'
import { type Instant, localDay, localTime } from '../../platform/time/local-time.ts'
import { sameArea } from './area-address.ts'
import { sayNumber, sayPeriod } from './figure-words.ts'
import { ChosenNarrowings, FiguresFilter, type FiguresForm } from './figures-filter.page.tsx'
import { type Filter, filterQuery } from './figures-filter.ts'
import { type FiguresAddress, FiguresParts } from './figures-parts.page.tsx'
import type { NamedArea } from './list-own-areas/list-own-areas.query.ts'
import { tellNarrowing } from './narrowing-choices.ts'
import type { Period } from './period.ts'
import type { Figures } from './read-figures/read-figures.query.ts'

/** What the pages of figures have in common: what was asked for, and what was found. */
export interface AskedPage extends FiguresForm {
  readonly language: Language
  readonly filter: Filter
  readonly now: Instant
  /** Of when the figures are; undefined when they are of now. */
  readonly countedAt: Instant | undefined
  readonly behind: Figures['behind']
  /** Months that are not told, since they would tell of a single desk: of a municipality. */
  readonly monthsLeftOut: readonly string[]
}

/** What an area is called in a sentence. */
export const nameOfArea = ({ areas, filter }: { areas: readonly NamedArea[]; filter: Filter }): string =>
  areas.find(({ area }) => sameArea(area, filter.area))?.name ?? filter.area.key

/** Whose figures, of when, narrowed down to what, and of which moment; and the form to choose others. */
export function FiguresHead({ page, title }: { page: AskedPage; title: string }): Child {
  const { t, language, address, filter, choices } = page
  const period = sayPeriod(filter.period, page)
  return (
    <Stack>
      <FiguresParts t={t} current={address} query={filterQuery(filter).toString()} />
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{period.charAt(0).toUpperCase() + period.slice(1)}</Paragraph>
      <FiguresFilter {...page} />
      <ChosenNarrowings t={t} address={address} filter={filter} choices={choices} />
      <Freshness {...page} />
      {page.monthsLeftOut.length > 0 && (
        <Paragraph>
          {t('dashboard.left-out', {
            months: page.monthsLeftOut.map((month) => monthInWords(month, language)).join(', '),
          })}
        </Paragraph>
      )}
    </Stack>
  )
}

/** Up to when it was counted; and when counting runs behind, how far. */
function Freshness({ t, language, behind, countedAt, now }: AskedPage): Child {
  if (!behind) return <Paragraph>{t('reports.up-to', sayMoment(countedAt ?? now, language))}</Paragraph>
  return (
    <Alert kind="warning">
      <p>
        {t('reports.behind', {
          ...sayMoment(behind.since, language),
          count: sayNumber(behind.changes, language),
        })}
      </p>
    </Alert>
  )
}

const sayMoment = (moment: Instant, language: Language): { day: string; time: string } => ({
  day: dateInWords(localDay(moment), language),
  time: localTime(moment),
})

/** The line that a chart takes along when it goes elsewhere: whose figures, of when, narrowed down to what, counted when. */
function saySource(page: AskedPage, countedOver: Period): string {
  const { t, language, filter, choices, countedAt, now } = page
  return t('dashboard.source', {
    area: nameOfArea(page),
    period: sayPeriod(countedOver, page),
    narrowing: tellNarrowing(filter.narrowing, choices, t)
      .map(({ words }) => `, ${words}`)
      .join(''),
    ...sayMoment(countedAt ?? now, language),
  })
}

/** What a picture of a chart is made with. @param countedOver the days that its figure counts, where these are not those of the page */
export const pictureOf = (page: AskedPage, countedOver: Period = page.filter.period): FigurePicture => ({
  copy: page.t('dashboard.picture.copy'),
  copied: page.t('dashboard.picture.copied'),
  saved: page.t('dashboard.picture.saved'),
  source: saySource(page, countedOver),
})

/** The script that shows what is chosen without a new page, and what it says then. */
export const inPlace = (t: Translate): Pick<Page, 'script' | 'scriptData'> => ({
  script: 'show-figures.js',
  scriptData: { said: t('dashboard.updated') },
})

/** The form again, with what was typed and what to do about it. */
export function wrongFilterPage(form: FiguresForm & { readonly errors: readonly FormError[] }): Page {
  const { t, address, errors } = form
  return {
    title: t('reports.navigation'),
    wide: true,
    errors,
    main: (
      <Stack>
        <FiguresParts t={t} current={address} />
        <Heading level={1}>{t('reports.navigation')}</Heading>
        <FiguresFilter {...form} />
      </Stack>
    ),
  }
}

/** For who has a role, but at nothing of which there are figures. */
export function noAreaPage(t: Translate, address: FiguresAddress): Page {
  return {
    title: t('reports.navigation'),
    main: (
      <Stack>
        <FiguresParts t={t} current={address} />
        <Heading level={1}>{t('reports.navigation')}</Heading>
        <EmptyState>{t('reports.no-area')}</EmptyState>
      </Stack>
    ),
  }
}
