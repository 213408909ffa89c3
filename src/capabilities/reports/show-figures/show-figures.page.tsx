import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { type FigureNumber, FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { FigurePairs } from '../../../design-system/figure-panel/figure-panel.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords, monthInWords } from '../../../platform/time/local-month.ts'
import { type Instant, localDay, localTime } from '../../../platform/time/local-time.ts'
import { sameArea } from '../area-address.ts'
import { contactsBehind, FigureCard, type FigureView } from '../figure.page.tsx'
import type { FigureName } from '../figure.ts'
import { sayComparison, sayFinding, sayNumber, sayPeriod, sayShare, type Words } from '../figure-words.ts'
import { FiguresFilter } from '../figures-filter.page.tsx'
import { type Filter, filterQuery, type TypedFilter } from '../figures-filter.ts'
import { FiguresParts } from '../figures-parts.page.tsx'
import type { NamedArea } from '../list-own-areas/list-own-areas.query.ts'
import { MonthsCard } from '../months.page.tsx'
import type { KnownCodes } from '../narrowing.ts'
import type { NamedReport } from '../read-report/read-report.query.ts'
import type { Report } from '../report.ts'

export interface FiguresPage extends NamedReport {
  readonly words: Words
  readonly filter: Filter
  readonly typed: TypedFilter
  readonly areas: readonly NamedArea[]
  readonly known: KnownCodes
  readonly now: Instant
  /** Numbers lead to the contacts behind them. */
  readonly opens: boolean
}

/** The figures in the order of the questions people come with: how many, about what, how helped, for whom, where. */
const sections: readonly {
  readonly title: 'about' | 'helped' | 'visitors' | 'where'
  readonly figures: readonly FigureName[]
}[] = [
  { title: 'about', figures: ['topics', 'providers', 'digid'] },
  { title: 'helped', figures: ['help', 'channel', 'duration', 'satisfied'] },
  { title: 'visitors', figures: ['age', 'gender', 'language', 'home'] },
  { title: 'where', figures: ['desks', 'municipalities', 'provinces', 'counted'] },
]

export function figuresPage(state: FiguresPage): Page {
  const { words, report, filter, areas } = state
  const { t } = words
  const name = areas.find(({ area }) => sameArea(area, filter.area))?.name ?? filter.area.key
  const title = t('reports.title', { area: name })
  const period = sayPeriod(filter.period, words)
  const finding = sayFinding(report, words)
  return {
    title: `${title}, ${period}`,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <FiguresParts t={t} current="/sturing" />
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>{capital(period)}</Paragraph>
          <FiguresFilter t={t} areas={areas} typed={state.typed} known={state.known} />
          <Freshness {...state} />
        </Stack>
        {report.contacts.now === 0 ? (
          <EmptyState>{t(report.compared ? 'reports.empty-now' : 'reports.empty')}</EmptyState>
        ) : (
          <>
            <Stack>
              {finding && <p class="nl-paragraph nl-paragraph--lead">{finding}</p>}
              <FigureNumbers numbers={numbersOf(state)} />
            </Stack>
            <Charts state={state} />
          </>
        )}
        <Downloads t={t} filter={filter} />
      </Stack>
    ),
  }
}

function Charts({ state }: { state: FiguresPage }): Child {
  const { words, report, now } = state
  const view: FigureView = { words, report, today: localDay(now), opens: state.opens }
  return (
    <>
      <Stack>
        <Heading level={2}>{words.t('reports.section.many')}</Heading>
        <MonthsCard view={view} />
      </Stack>
      {sections.map(({ title, figures }) => {
        // A figure that few forms ask for is not missed where nobody asked.
        const shown = report.figures.filter(
          (figure) =>
            figures.includes(figure.name) && !(figure.name === 'digid' && figure.state === 'nothing'),
        )
        return (
          <Stack>
            <Heading level={2}>{words.t(`reports.section.${title}`)}</Heading>
            <FigurePairs>
              {shown.map((figure) => (
                <FigureCard figure={figure} view={view} />
              ))}
            </FigurePairs>
          </Stack>
        )
      })}
    </>
  )
}

/** Up to when it was counted; and when counting runs behind, how far. */
function Freshness({ words, behind, now }: FiguresPage): Child {
  const { t, language } = words
  const at = (moment: Instant): Record<'day' | 'time', string> => ({
    day: dateInWords(localDay(moment), language),
    time: localTime(moment),
  })
  if (!behind) return <Paragraph>{t('reports.up-to', at(now))}</Paragraph>
  return (
    <Alert kind="warning">
      <p>{t('reports.behind', { ...at(behind.since), count: sayNumber(behind.changes, language) })}</p>
    </Alert>
  )
}

/** The four numbers on top: how many, of what, and whether it helped. */
function numbersOf({ words, report, opens }: FiguresPage): FigureNumber[] {
  const { t, language } = words
  const linked = (cell: 'contacts' | 'questions', number: number): Child =>
    opens ? (
      <Link href={contactsBehind(report, cell)}>
        {sayNumber(number, language)}
        <VisuallyHidden> {t('reports.show-contacts')}</VisuallyHidden>
      </Link>
    ) : (
      sayNumber(number, language)
    )
  const compared = (now: number, before: number | undefined): string =>
    sayComparison({ now, before }, report, words) ??
    (report.countedSince
      ? t('reports.compare.incomplete', { month: monthInWords(report.countedSince, language) })
      : t('reports.compare.nothing'))
  const { contacts, questions } = report
  return [
    {
      name: t('reports.contacts'),
      number: linked('contacts', contacts.now),
      remarks: [compared(contacts.now, contacts.before)],
    },
    {
      name: t('reports.questions'),
      number: linked('questions', questions.now),
      remarks: [
        compared(questions.now, questions.before),
        t('reports.per-contact', { number: sayNumber(questions.now / contacts.now, language) }),
      ],
    },
    shareNumber('satisfied', isSatisfied, report, words),
    shareNumber('channel', isAway, report, words),
  ]
}

const isSatisfied = (code: string): boolean => code === 'satisfied-yes'
/** Not within the walls of the desk: by telephone, on the internet, or at a place of the visitor's own. */
const isAway = (code: string): boolean =>
  ['channel-phone', 'channel-whatsapp', 'channel-online', 'channel-pop-up', 'channel-mobile'].includes(code)

/** A share of one figure as a number on top, with how many it is of, and what it was. */
function shareNumber(
  name: 'satisfied' | 'channel',
  counts: (code: string) => boolean,
  report: Report,
  words: Words,
): FigureNumber {
  const { t, language } = words
  const figure = report.figures.find((each) => each.name === name)
  const title = t(`reports.number.${name}`)
  if (figure?.state !== 'shown' || !figure.base)
    return { name: title, number: t('reports.number.unknown'), remarks: [t('reports.number.not-asked')] }
  const rows = figure.rows.filter(({ code }) => counts(code))
  const number = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    name: title,
    number: sayShare(number, figure.base, words),
    remarks: [t('reports.number.of', { base: sayNumber(figure.base, language) })],
  }
}

function Downloads({ t, filter }: { t: Translate; filter: Filter }): Child {
  const query = filterQuery(filter)
  return (
    <div class="balie-no-print">
      <Stack gap="sm">
        <Heading level={2}>{t('reports.download')}</Heading>
        <ul>
          <li>
            <Link href={`/sturing/cijfers.xlsx?${query}`}>{t('reports.download.excel')}</Link>
          </li>
          <li>
            <Link href={`/sturing/cijfers.csv?${query}`}>{t('reports.download.csv')}</Link>
          </li>
        </ul>
      </Stack>
    </div>
  )
}

/** The form again, with what was typed and what to do about it. */
export function wrongFilterPage({
  t,
  areas,
  known,
  typed,
  errors,
}: {
  t: Translate
  areas: readonly NamedArea[]
  known: KnownCodes
  typed: TypedFilter
  errors: readonly FormError[]
}): Page {
  return {
    title: t('reports.navigation'),
    wide: true,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('reports.navigation')}</Heading>
        <FiguresFilter t={t} areas={areas} typed={typed} known={known} errors={errors} />
      </Stack>
    ),
  }
}

/** For who has a role, but at nothing of which there are figures. */
export function noAreaPage(t: Translate): Page {
  return {
    title: t('reports.navigation'),
    main: (
      <Stack>
        <FiguresParts t={t} current="/sturing" />
        <Heading level={1}>{t('reports.navigation')}</Heading>
        <EmptyState>{t('reports.no-area')}</EmptyState>
      </Stack>
    ),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
