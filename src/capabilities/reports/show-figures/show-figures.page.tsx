import type { Child } from 'hono/jsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { type FigureNumber, FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { FigurePairs } from '../../../design-system/figure-panel/figure-panel.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { monthInWords } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { Level } from '../area.ts'
import { ChangedAnswersNote } from '../changed-answers.page.tsx'
import { isAway } from '../channel-away.ts'
import { contactsBehind, FigureCard, type FigureView } from '../figure.page.tsx'
import type { FigureName } from '../figure.ts'
import { sayComparison, sayFinding, sayNumber, sayPeriod, sayShare, type Words } from '../figure-words.ts'
import { type Filter, filterQuery } from '../figures-filter.ts'
import { type AskedPage, FiguresHead, inPlace, nameOfArea, pictureOf } from '../figures-head.page.tsx'
import { MonthsCard } from '../months.page.tsx'
import { isOutsideGroup, tellNarrowing } from '../narrowing-choices.ts'
import type { NamedReport } from '../read-report/read-report.query.ts'
import type { Standing } from '../read-standing/read-standing.query.ts'
import type { Report } from '../report.ts'
import { StandingBenchmark, StandingNotes } from '../standing.page.tsx'

export interface FiguresPage extends NamedReport, AskedPage {
  readonly words: Words
  /** Numbers lead to the contacts behind them. */
  readonly opens: boolean
  /** How the area stands; undefined beside a part of its figures. */
  readonly standing: Standing | undefined
}

/** The figures in the order of the questions people come with: how many, about what, how helped, for whom, where. */
const sections: readonly {
  readonly title: 'about' | 'helped' | 'visitors' | 'where'
  readonly figures: readonly FigureName[]
}[] = [
  { title: 'about', figures: ['topics', 'own-topics', 'providers', 'digid'] },
  { title: 'helped', figures: ['help', 'own-help', 'channel', 'duration', 'satisfied'] },
  { title: 'visitors', figures: ['age', 'gender', 'language', 'home'] },
  { title: 'where', figures: ['desks', 'municipalities', 'provinces', 'counted', 'delay'] },
]

/** What a municipality pays for begins with the desks: some stand elsewhere. */
const sectionsAt = (level: Level): typeof sections =>
  level === 'financed'
    ? sections.toSorted((one, other) => Number(other.title === 'where') - Number(one.title === 'where'))
    : sections

export function figuresPage(state: FiguresPage): Page {
  const { words, report, filter } = state
  const { t } = words
  const title = t('reports.title', { area: nameOfArea(state) })
  const finding = sayFinding(report, words)
  return {
    title: `${title}, ${sayPeriod(filter.period, words)}`,
    wide: true,
    ...inPlace(t),
    main: (
      <Stack gap="lg">
        <FiguresHead page={state} title={title} />
        {report.contacts.now === 0 ? (
          <NothingCounted {...state} />
        ) : (
          <>
            <Stack>
              {finding && <p class="nl-paragraph nl-paragraph--lead">{finding}</p>}
              <FigureNumbers numbers={numbersOf(state)} />
              <ChangedAnswersNote changed={state.changed} level={report.area.level} words={words} />
              <StandingNotes {...state} />
            </Stack>
            <Charts state={state} />
            <StandingBenchmark {...state} />
          </>
        )}
        <Downloads t={t} filter={filter} />
      </Stack>
    ),
  }
}

/** Why there is nothing; narrowed down, each filter with a way to do without. */
function NothingCounted({ words: { t }, report, filter, choices }: FiguresPage): Child {
  const told = tellNarrowing(filter.narrowing, choices, t)
  if (told.length === 0)
    return <EmptyState>{t(report.compared ? 'reports.empty-now' : 'reports.empty')}</EmptyState>
  const isUntold = report.narrowed?.monthsLeftOut.length === report.months.length
  return (
    <EmptyState
      action={
        <ul>
          {told.map(({ words, without }) => (
            <li>
              <Link href={`/sturing?${filterQuery({ ...filter, narrowing: without })}`}>
                {t('dashboard.without', { filter: words })}
              </Link>
            </li>
          ))}
        </ul>
      }
    >
      {isOutsideGroup(filter.narrowing, choices) && `${t('dashboard.empty.group')} `}
      {t(isUntold ? 'dashboard.empty.untold' : 'dashboard.empty', { count: told.length })}
    </EmptyState>
  )
}

function Charts({ state }: { state: FiguresPage }): Child {
  const { words, report, now } = state
  const view: FigureView = {
    words,
    report,
    today: localDay(now),
    opens: state.opens,
    picture: pictureOf(state),
    pictureOver: (period) => pictureOf(state, period),
  }
  return (
    <>
      <Stack>
        <Heading level={2}>{words.t('reports.section.many')}</Heading>
        <MonthsCard view={view} />
      </Stack>
      {report.area.level === 'financed' && <Paragraph>{words.t('reports.financed')}</Paragraph>}
      {sectionsAt(report.area.level).map(({ title, figures }) => {
        // A figure that few forms ask for is not missed where nobody asked.
        const shown = figures.flatMap((name) =>
          report.figures.filter(
            (figure) => figure.name === name && !(isSeldom(name) && figure.state === 'nothing'),
          ),
        )
        if (shown.length === 0) return null
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

/** The four numbers on top: how many, of what, and whether it helped. */
function numbersOf({ words, report, filter, opens }: FiguresPage): FigureNumber[] {
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
    sayComparison({ now, before }, report, words) ?? sayWhyNot(report, filter, words)
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

/** Why nothing is compared. */
function sayWhyNot(
  { narrowed, countedSince }: Report,
  { comparing }: Filter,
  { t, language }: Words,
): string {
  if (comparing === 'niet') return t('reports.compare.not-asked')
  if (narrowed?.notCompared) return t('reports.compare.not-narrowed')
  if (countedSince)
    return t(narrowed ? 'reports.compare.fits-since' : 'reports.compare.incomplete', {
      month: monthInWords(countedSince, language),
    })
  return t(narrowed ? 'reports.compare.nothing-fits' : 'reports.compare.nothing')
}

/** Few forms ask for it, or few libraries have any. */
const isSeldom = (name: FigureName): boolean =>
  name === 'digid' || name === 'own-topics' || name === 'own-help'

const isSatisfied = (code: string): boolean => code === 'satisfied-yes'

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
    return {
      name: title,
      number: t('reports.number.unknown'),
      remarks: [t(figure?.state === 'narrowed' ? 'reports.number.narrowed' : 'reports.number.not-asked')],
    }
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
