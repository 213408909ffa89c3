import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords, monthInWords } from '../../platform/time/local-month.ts'
import type { DocumentSection, TownHallDocument } from './town-hall-document.ts'
import type { YearFacts, YearMoney } from './year-facts.ts'

/** Words and numbers as the reader writes them. */
export interface DocumentWords {
  readonly t: Translate
  readonly language: Language
  readonly sayNumber: (value: number, language: Language) => string
  /** Whole cents as an amount: € 1.234,56. */
  readonly sayAmount: (cents: number) => string
}

/** On one page only so much has room. */
const onOnePage = { topics: 3, goals: 4, quotes: 2 }
const inOverview = { topics: 10, quotes: 6 }

/** One A4 for the alderman: what, for whom, what it brings, figures, goals, money (guide, annex I and § 2.2.6). */
export function aldermanPage(facts: YearFacts, words: DocumentWords): TownHallDocument {
  const aside = (section: DocumentSection): DocumentSection => ({ ...section, aside: true })
  return documentOf('alderman', facts, words, [
    { id: 'what', ...said('what', words), text: [words.t('town-hall.what.text')] },
    { id: 'whom', ...said('whom', words), points: points('whom', words) },
    { id: 'benefits', ...said('benefits', words), points: points('benefits', words) },
    quotes(facts.quotes.slice(0, onOnePage.quotes), words),
    aside({ id: 'figures', ...said('figures', words), ...figures(facts, words, onOnePage.topics) }),
    aside(goals({ ...facts, goals: facts.goals.slice(0, onOnePage.goals) }, words)),
    aside(moneyFacts(facts, words)),
    aside(didFacts(facts, words)),
  ])
}

/** The year for the council: the same with its tables, the account, what was signalled and what comes. */
export function councilOverview(facts: YearFacts, words: DocumentWords): TownHallDocument {
  return documentOf('council', facts, words, [
    { id: 'what', ...said('what', words), text: [words.t('town-hall.what.text')] },
    {
      id: 'figures',
      ...said('figures', words),
      ...figures(facts, words, 0),
      tables: figureTables(facts, words),
    },
    { id: 'benefits', ...said('benefits', words), points: points('benefits', words) },
    goals(facts, words),
    { ...moneyFacts(facts, words), facts: [], tables: moneyTables(facts, words) },
    didFacts(facts, words),
    listed(
      'activities',
      facts.activities.map(({ name, when }) => `${when}: ${name}`),
      words,
    ),
    listed(
      'signals',
      facts.signals.map(({ name, answer }) => `${name}: ${answer}`),
      words,
    ),
    listed(
      'due',
      facts.due.map(({ name, when }) => `${when}: ${name}`),
      words,
    ),
    quotes(facts.quotes.slice(0, inOverview.quotes), words),
  ])
}

function documentOf(
  kind: TownHallDocument['kind'],
  facts: YearFacts,
  { t, language }: DocumentWords,
  sections: readonly (DocumentSection | undefined)[],
): TownHallDocument {
  const { municipality, year, until, running } = facts
  return {
    kind,
    language,
    title: t(`town-hall.${kind}.title`, { municipality, year: String(year) }),
    state: t(running ? 'town-hall.state.running' : 'town-hall.state.whole', {
      day: dateInWords(until, language),
      year: String(year),
    }),
    day: until,
    sections: sections.filter((section) => section !== undefined),
  }
}

type Part = 'what' | 'whom' | 'figures' | 'benefits' | 'goals' | 'money' | 'did' | 'quotes'
const said = (part: Part, { t }: DocumentWords) => ({ heading: t(`town-hall.${part}.heading`) })
const points = (part: 'whom' | 'benefits', { t }: DocumentWords): string[] =>
  t(`town-hall.${part}.points`).split('\n')

function figures(facts: YearFacts, words: DocumentWords, mostTopics: number) {
  const { t, language, sayNumber } = words
  const topics = facts.topics.slice(0, mostTopics)
  return {
    facts: [
      facts.indicators
        ? {
            value: sayNumber(facts.indicators.desks, language),
            label: t('town-hall.figures.desks-paid'),
          }
        : { value: sayNumber(facts.desks.length, language), label: t('town-hall.figures.desks') },
      ...(facts.minutesAWeekNow === null
        ? []
        : [
            {
              value: sayNumber(Math.round(facts.minutesAWeekNow / 60), language),
              label: t('town-hall.figures.hours'),
            },
          ]),
      {
        value: sayNumber(facts.questions.now, language),
        label: withBefore('town-hall.figures.questions', facts.questions.before, words),
      },
      {
        value: sayNumber(facts.contacts.now, language),
        label: withBefore('town-hall.figures.contacts', facts.contacts.before, words),
      },
    ],
    text:
      topics.length === 0
        ? []
        : [
            t('town-hall.figures.topics', {
              topics: topics
                .map(({ name, questions }) => `${name} (${sayNumber(questions, language)})`)
                .join(', '),
            }),
          ],
  }
}

function withBefore(
  key: 'town-hall.figures.questions' | 'town-hall.figures.contacts',
  before: number | undefined,
  { t, language, sayNumber }: DocumentWords,
): string {
  return before === undefined
    ? t(key)
    : t('town-hall.figures.before', { what: t(key), before: sayNumber(before, language) })
}

function figureTables(facts: YearFacts, { t, language, sayNumber }: DocumentWords) {
  const topics = facts.topics.slice(0, inOverview.topics)
  return [
    {
      caption: t('town-hall.table.months'),
      headers: [t('town-hall.table.month'), t('town-hall.table.questions'), t('town-hall.table.contacts')],
      rows: facts.months.map(({ month, questions, contacts }) => [
        monthInWords(month, language),
        sayNumber(questions, language),
        sayNumber(contacts, language),
      ]),
    },
    ...(topics.length === 0
      ? []
      : [
          {
            caption: t(facts.topicsIncomplete ? 'town-hall.table.topics-some' : 'town-hall.table.topics'),
            headers: [t('town-hall.table.topic'), t('town-hall.table.questions')],
            rows: topics.map(({ name, questions }) => [name, sayNumber(questions, language)]),
          },
        ]),
    {
      caption: t(facts.indicators ? 'town-hall.table.desks-paid' : 'town-hall.table.desks'),
      headers: [t('town-hall.table.desk'), t('town-hall.table.hours')],
      rows: facts.desks.map(({ name, open, minutesAWeek }) => [
        name,
        minutesAWeek === null
          ? t(open ? 'town-hall.table.unknown' : 'town-hall.table.closed')
          : sayNumber(minutesAWeek / 60, language),
      ]),
    },
  ]
}

function goals(facts: YearFacts, words: DocumentWords): DocumentSection {
  return {
    id: 'goals',
    ...said('goals', words),
    ...(facts.goals.length === 0
      ? { text: [words.t('town-hall.goals.none')] }
      : { points: facts.goals.map(({ name, progress }) => `${name}: ${progress}`) }),
  }
}

function moneyFacts({ money, year }: YearFacts, words: DocumentWords): DocumentSection {
  const { t, sayAmount } = words
  if (!money)
    return { id: 'money', ...said('money', words), text: [t('town-hall.money.none', { year: String(year) })] }
  return {
    id: 'money',
    ...said('money', words),
    text: money.incomplete ? [t('town-hall.money.incomplete')] : [],
    facts: balance(money).map(([part, cents]) => ({
      value: sayAmount(cents),
      label: t(`town-hall.money.${part}`),
    })),
  }
}

/** What was received and where it went; what was not there is not told. */
function balance(money: YearMoney) {
  const rows = [
    ['received', money.received],
    ['spent', money.spent],
    ['left', money.left],
    ['carried-over', money.carriedOver],
    ['to-repay', money.toRepay],
    ['own', money.own],
  ] as const
  return rows.filter(([part, cents]) => part === 'received' || part === 'spent' || cents !== 0)
}

function moneyTables({ money, indicators }: YearFacts, { t, language, sayNumber, sayAmount }: DocumentWords) {
  if (!money) return []
  const purposes = [
    ['library', money.library],
    ['promotion', money.promotion],
    ['network', money.network],
  ] as const
  return [
    {
      caption: t('town-hall.money.caption'),
      headers: [t('town-hall.money.what'), t('town-hall.money.amount')],
      rows: [
        ...balance(money).map(([part, cents]) => [t(`town-hall.money.${part}`), sayAmount(cents)]),
        ...purposes.map(([purpose, cents]) => [t(`town-hall.money.purpose.${purpose}`), sayAmount(cents)]),
      ],
    },
    ...(indicators === null
      ? []
      : [
          {
            caption: t(indicators.signed ? 'town-hall.account.signed' : 'town-hall.account.open'),
            headers: [t('town-hall.account.what'), t('town-hall.account.number')],
            rows: (['desks', 'questions', 'materials'] as const).map((part) => [
              t(`town-hall.account.${part}`),
              sayNumber(indicators[part], language),
            ]),
          },
        ]),
  ]
}

function didFacts({ did }: YearFacts, words: DocumentWords): DocumentSection {
  const { t } = words
  const done = (['activities', 'trainings', 'talks', 'notices', 'signalsAnswered'] as const).filter(
    (what) => did[what] > 0,
  )
  return {
    id: 'did',
    ...said('did', words),
    ...(done.length === 0
      ? { text: [t('town-hall.did.nothing')] }
      : {
          points: done.map((what) => t(`town-hall.did.${what}`, { count: did[what] })),
        }),
  }
}

function listed(
  part: 'activities' | 'signals' | 'due',
  lines: readonly string[],
  { t }: DocumentWords,
): DocumentSection | undefined {
  return lines.length === 0 ? undefined : { id: part, heading: t(`town-hall.${part}.heading`), points: lines }
}

function quotes(lines: readonly string[], words: DocumentWords): DocumentSection | undefined {
  return lines.length === 0 ? undefined : { id: 'quotes', ...said('quotes', words), quotes: lines }
}
