import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDueDeliverables } from '../../agreements/public.ts'
import { type DeskWithWeeks, findDeskWeeks } from '../../desks/public.ts'
import { accountedValue, findMunicipalityInYear, readAccount } from '../../funding/public.ts'
import { findAnswerNames, findGoals, readGoalProgress } from '../../goals/public.ts'
import { countNoticesOfYear } from '../../notices/public.ts'
import type { GovernedMunicipality } from '../../organisations/public.ts'
import { readReport } from '../../reports/public.ts'
import { findAnswersOfYear } from '../../signals/public.ts'
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
  const here = await findDeskWeeks(db, scope, { municipalityCodes: [municipality.code] }, today)
  return {
    municipality: municipality.name,
    year,
    until,
    running,
    minutesAWeekNow: sumOfKnown(here.map(minutesOf)),
    ...(await readCounted(db, scope, wish, until, now)),
    ...(await readMoney(db, scope, wish, here, today)),
    ...(await readDone(db, scope, wish, today)),
    goals: await readGoals(db, scope, wish, today),
    quotes: (await findSharedQuotes(db, scope, municipality.code, { year, most: mostQuotes })).map(
      ({ text }) => text,
    ),
  }
}

/**
 * The money, the account and its desks, as signed or as it stands; of a municipality that was not there in that year only the desks
 * of now.
 */
async function readMoney(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, year }: YearWish,
  here: readonly DeskWithWeeks[],
  today: string,
): Promise<Pick<YearFacts, 'money' | 'indicators' | 'desks'>> {
  const inYear = await findMunicipalityInYear(db, scope, municipality.code, year)
  if (!inYear?.existed)
    return { money: null, indicators: null, desks: here.map((desk) => deskOf(desk.name, desk)) }
  const account = await readAccount(db, scope, inYear, year, today)
  const { figures } = account.statement ?? {}
  const counted = figures?.desks ?? account.counts.desks.map(({ desk }) => desk)
  const ids = counted.map(({ id }) => id)
  const weeks = new Map((await findDeskWeeks(db, scope, { ids }, today)).map((desk) => [desk.id, desk]))
  return {
    money: moneyOfYear(account.money, figures?.balance, `${year}-12-31` >= today),
    indicators: {
      desks: accountedValue(account, 3),
      questions: accountedValue(account, 4),
      materials: accountedValue(account, 5),
      signed: account.statement !== undefined,
    },
    desks: counted.map(({ id, name }) => deskOf(name, weeks.get(id))),
  }
}

/** In an ordinary week, as goals count it; of a desk without one, as a bus, on average. */
const minutesOf = ({ usualMinutes, week }: DeskWithWeeks): number | undefined => usualMinutes ?? week?.minutes

/** @param weeks undefined: it is closed */
const deskOf = (name: string, weeks: DeskWithWeeks | undefined): YearFacts['desks'][number] => ({
  name,
  open: weeks !== undefined,
  minutesAWeek: (weeks && minutesOf(weeks)) ?? null,
})

const sumOfKnown = (minutes: readonly (number | undefined)[]): number | null => {
  const known = minutes.filter((each) => each !== undefined)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
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
  const signals = await findAnswersOfYear(db, scope, [code], year)
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
