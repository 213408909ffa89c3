import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDueDeliverables } from '../../agreements/public.ts'
import { findDeskWeeks } from '../../desks/public.ts'
import { accountedValue, findMunicipalityInYear, readAccount } from '../../funding/public.ts'
import { findAnswerNames, findGoals, readGoalProgress } from '../../goals/public.ts'
import { countNoticesOfYear } from '../../notices/public.ts'
import type { GovernedMunicipality } from '../../organisations/public.ts'
import { readReport } from '../../reports/public.ts'
import { findSignals } from '../../signals/public.ts'
import { activitiesIn } from '../activity.ts'
import { findActivities } from '../find-activities/find-activities.query.ts'
import { countTrainings } from '../read-direction/read-direction.query.ts'
import { findSharedQuotes } from '../share-quotes/share-quotes.query.ts'
import { findTalks } from '../show-policy/show-policy.query.ts'
import type { YearFacts } from '../year-facts.ts'
import { goalInWords, moneyOfYear } from '../year-parts.ts'

/** As many quotes as the longest document has room for. */
const mostQuotes = 6

export interface YearWish {
  readonly municipality: GovernedMunicipality
  readonly year: number
  readonly language: Language
  readonly t: Translate
}

/** Gathers what a municipality can tell of a year; of one that still runs, until today. */
export async function readYear(
  db: ReadHandle,
  scope: MunicipalityScope,
  wish: YearWish,
  now: Instant,
): Promise<YearFacts> {
  const { municipality, year } = wish
  const today = localDay(now)
  const running = `${year}-12-31` >= today
  const until = running ? today : `${year}-12-31`
  const desks = await findDeskWeeks(db, scope, { municipalityCodes: [municipality.code] }, today)
  return {
    municipality: municipality.name,
    year,
    until,
    running,
    desks: desks.map(({ name, week }) => ({ name, minutesAWeek: week?.minutes ?? null })),
    ...(await readCounted(db, scope, wish, until, now)),
    ...(await readMoney(db, scope, wish, today)),
    ...(await readDone(db, scope, wish, today)),
    goals: await readGoals(db, scope, wish, today),
    quotes: (await findSharedQuotes(db, scope, municipality.code, { year, most: mostQuotes })).map(
      ({ text }) => text,
    ),
  }
}

/** The money and the account, as signed or as it stands; of a municipality that was not there in that year nothing. */
async function readMoney(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, year }: YearWish,
  today: string,
): Promise<Pick<YearFacts, 'money' | 'indicators'>> {
  const inYear = await findMunicipalityInYear(db, scope, municipality.code, year)
  if (!inYear?.existed) return { money: null, indicators: null }
  const account = await readAccount(db, scope, inYear, year, today)
  return {
    money: moneyOfYear(account.money, `${year}-12-31` >= today),
    indicators: {
      desks: accountedValue(account, 3),
      questions: accountedValue(account, 4),
      materials: accountedValue(account, 5),
      signed: account.statement !== undefined,
    },
  }
}

/** The goals that run in the year, each with how far it is today. */
async function readGoals(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, year, language, t }: YearWish,
  today: string,
): Promise<YearFacts['goals']> {
  const goals = (await findGoals(db, scope, municipality.code)).filter(
    ({ period }) => period.from <= `${year}-12-31` && period.until >= `${year}-01-01`,
  )
  if (goals.length === 0) return []
  const answers = await findAnswerNames(db, scope, language)
  const told: YearFacts['goals'][number][] = []
  for (const goal of goals)
    told.push(
      goalInWords(goal, await readGoalProgress(db, scope, goal, { today, seesVisitors: false }), {
        t,
        language,
        answers,
      }),
    )
  return told
}

/** What the municipality did in its other roles. */
async function readDone(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, year, language }: YearWish,
  today: string,
): Promise<Pick<YearFacts, 'activities' | 'signals' | 'did' | 'due'>> {
  const { code } = municipality
  const inYear = (day: string | null): boolean => (day ?? '').startsWith(`${year}-`) && (day ?? '') <= today
  const activities = activitiesIn(await findActivities(db, scope, code), year).filter(
    ({ startsOn }) => startsOn <= today,
  )
  const signals = (await findSignals(db, scope, [code])).filter(
    ({ answer, answeredOn }) => answer !== '' && inYear(answeredOn),
  )
  const talks = (await findTalks(db, scope, [code])).filter(({ day, cancelled }) => !cancelled && inYear(day))
  const due = await findDueDeliverables(db, scope, municipality, today)
  return {
    activities: activities
      .toSorted((one, other) => one.startsOn.localeCompare(other.startsOn))
      .map(({ name, startsOn }) => ({ name, when: dateInWords(startsOn, language) })),
    signals: signals.map(({ service, answer }) => ({ name: service, answer })),
    did: {
      activities: activities.length,
      trainings: (await countTrainings(db, scope, code, year, today)).trainings,
      talks: talks.length,
      notices: await countNoticesOfYear(db, scope, code, year),
      signalsAnswered: signals.length,
    },
    due: due.map(({ what, agreementTitle, day }) => ({
      name: what || agreementTitle,
      when: dateInWords(day, language),
    })),
  }
}

/** What was counted, with small numbers hidden as the figures hide them. */
async function readCounted(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, year, language, t }: YearWish,
  until: string,
  now: Instant,
): Promise<Pick<YearFacts, 'contacts' | 'questions' | 'months' | 'topics' | 'topicsIncomplete'>> {
  const { report, nameOf } = await readReport(
    db,
    scope,
    {
      area: { level: 'municipality', key: municipality.code },
      period: { from: `${year}-01-01`, until },
      seesVisitors: false,
      language,
      t,
      comparing: 'year-earlier',
    },
    now,
  )
  const topics = report.figures.find(({ name }) => name === 'topics')
  return {
    contacts: report.contacts,
    questions: report.questions,
    months: report.months.map(({ month, now: contacts, questions }) => ({
      month,
      contacts,
      questions: questions.now,
    })),
    topics: (topics?.rows ?? [])
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count)
      .map(({ code, count }) => ({ name: nameOf('topics', code), questions: count })),
    topicsIncomplete: topics?.incomplete ?? true,
  }
}
