import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesksEver, findDesksToPayFor, findDeskWeeks } from '../../desks/public.ts'
import { findSuccessors, findSurroundings } from '../../organisations/public.ts'
import { countMade } from '../../referrals/public.ts'
import {
  codesEver,
  type Followed,
  type FollowedTotals,
  followAnswer,
  followMonths,
  readCoverage,
} from '../../reports/public.ts'
import type { GoalsScope } from '../find-goals/find-goals.query.ts'
import { kindOf, type Measure, type NamedGoal, type Period } from '../goal.ts'
import { type Course, fewestAnswers, type Span, sumOfSpans } from '../progress.ts'
import { monthsIn, monthsLeft, quartersIn, soFar } from '../spans.ts'

/** Who looks, and when. */
export interface Looking {
  readonly today: string
  /** Whether who looks sees visitors' background of a municipality (decision 0016). */
  readonly seesVisitors: boolean
}

/** What was counted, and of which desks: of a library that looks, only its own. */
export interface FoundCourse extends Course {
  /** The goal is of more desks than were counted here. */
  readonly onlyOwnPart: boolean
  /** The month in which counting began, when that lies within the period: then it is not whole. */
  readonly begunIn?: string | undefined
}

const nothing: FoundCourse = { kind: 'level', value: undefined, spans: [], onlyOwnPart: false }

/** What was measured for a goal in a period: its own, or that of its base. */
export async function readCourse(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  period: Period,
  looking: Looking,
): Promise<FoundCourse> {
  const { kind, source } = kindOf(goal.measure)
  const read = soFar(period, looking.today)
  if (!read) return { ...nothing, kind }
  switch (source) {
    case 'months':
      return readMonths(db, scope, goal, period, read, looking)
    case 'quarters':
      return readQuarters(db, scope, goal, period, looking)
    case 'now':
      return readNow(db, scope, goal, period, looking)
    case 'typed':
      return typedCourse(goal, read)
  }
}

/** The desks of a goal, and how they are counted by who looks. */
interface OfDesks extends Followed {
  readonly onlyOwnPart: boolean
}

/** The municipality of a goal with those that merged into it. */
const codesOf = async (db: ReadHandle, scope: GoalsScope, goal: NamedGoal): Promise<string[]> =>
  codesEver([goal.municipalityCode], await findSuccessors(db, scope))

/** Whose contacts count. Undefined where who looks is told nothing of them. */
async function desksOf(db: ReadHandle, scope: GoalsScope, goal: NamedGoal): Promise<OfDesks | undefined> {
  const { scopeKind, municipalityCode: code, libraryId, deskId } = goal
  const codes = await codesOf(db, scope, goal)
  const municipality = codes.map((key) => ({ level: 'municipality' as const, key }))
  const paid = [{ level: 'financed' as const, key: code }]
  if (scope.kind === 'municipality') {
    // What a municipality that merged paid for is known to nobody any more.
    const isPaidNow = scope.municipalityCodes.includes(code)
    if (scopeKind === 'municipality') return { areas: municipality, onlyOwnPart: false }
    if (scopeKind === 'financed') return isPaidNow ? { areas: paid, onlyOwnPart: false } : undefined
    if (scopeKind === 'library') {
      const desks = await findDesksEver(db, scope, libraryId ?? '')
      return { areas: municipality, deskIds: desks.map(({ id }) => id), onlyOwnPart: false }
    }
    const [desk] = (await findDesksToPayFor(db, scope, [], [deskId ?? ''])).filter(({ id }) => id === deskId)
    const isHere = desk !== undefined && codes.includes(desk.municipalityCode)
    return isHere || isPaidNow
      ? { areas: isHere ? municipality : paid, deskIds: [deskId ?? ''], onlyOwnPart: false }
      : undefined
  }
  const all = (await findDesksToPayFor(db, scope, codes, deskId ? [deskId] : [])).filter((desk) => {
    if (scopeKind === 'desk') return desk.id === deskId
    if (scopeKind === 'library') return desk.libraryId === libraryId && codes.includes(desk.municipalityCode)
    return scopeKind === 'financed' ? desk.financiers.includes(code) : codes.includes(desk.municipalityCode)
  })
  const own = all.filter((desk) => desk.libraryId === scope.libraryId)
  if (own.length === 0) return undefined
  return {
    areas: own
      .filter(({ id }) => scope.deskIds.includes(id))
      .map(({ id }) => ({ level: 'desk' as const, key: id })),
    onlyOwnPart: own.length < all.length,
  }
}

async function readMonths(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  period: Period,
  read: Period,
  { today }: Looking,
): Promise<FoundCourse> {
  const { kind } = kindOf(goal.measure)
  const desks = await desksOf(db, scope, goal)
  const scale = desks && (await scaleOf(db, scope, goal))
  if (!desks || scale === undefined) return { ...nothing, kind }
  const byMonth = await followMonths(db, scope, desks, read)
  const none: FollowedTotals = { contacts: 0, questions: 0, asked: 0, satisfied: 0 }
  const months = monthsIn(read, today).map((month) => ({
    ...month,
    totals: byMonth.get(month.month) ?? none,
  }))
  const shared = { kind, onlyOwnPart: desks.onlyOwnPart, scale, begunIn: begun(months) }
  if (goal.measure === 'satisfied') {
    const asked = months.reduce((sum, { totals }) => sum + totals.asked, 0)
    const satisfied = months.reduce((sum, { totals }) => sum + totals.satisfied, 0)
    return {
      ...shared,
      value: asked === 0 ? undefined : (satisfied / asked) * 100,
      answers: asked,
      spans: months.map(({ totals, ...month }) => ({
        ...month,
        value: totals.asked < fewestAnswers ? undefined : (totals.satisfied / totals.asked) * 100,
      })),
    }
  }
  const spans = months.map(({ totals, ...month }) => ({
    ...month,
    value: (goal.measure === 'questions' ? totals.questions : totals.contacts) * scale,
  }))
  return { ...shared, spans, value: sumOfSpans(spans), spansLeft: monthsLeft(period, today) }
}

/** The month in which counting began, when months before it lie in the period too. */
function begun(
  months: readonly { readonly month: string; readonly totals: FollowedTotals }[],
): string | undefined {
  const first = months.findIndex(({ totals }) => totals.contacts > 0)
  return first > 0 ? months[first]?.month : undefined
}

/** By what counts are multiplied; undefined where that is not known. */
async function scaleOf(db: ReadHandle, scope: GoalsScope, goal: NamedGoal): Promise<number | undefined> {
  if (goal.measure !== 'reach') return 1
  const { ofMunicipality } = await findSurroundings(db, scope)
  const inhabitants = ofMunicipality.get(goal.municipalityCode)?.inhabitants
  return inhabitants ? 1000 / inhabitants : undefined
}

async function readQuarters(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  period: Period,
  { today, seesVisitors }: Looking,
): Promise<FoundCourse> {
  const { measure, detail } = goal
  const { kind } = kindOf(measure)
  const desks = await desksOf(db, scope, goal)
  if (!desks) return { ...nothing, kind }
  const shared = { kind, onlyOwnPart: desks.onlyOwnPart }
  const left = (spans: readonly Span[]) => ({ spansLeft: quartersIn(period) - spans.length })
  if (measure === 'age' || measure === 'language') {
    if (scope.kind === 'municipality' && !seesVisitors) return { ...shared, value: 'hidden', spans: [] }
    const found = await followAnswer(db, scope, desks.areas, { field: measure, code: detail }, period, today)
    const spans = found.map(({ count, ...days }) => ({ ...days, value: count, whole: true }))
    return { ...shared, spans, value: sumOfSpans(spans), ...left(spans) }
  }
  const quarters = await countMade(db, scope, await codesOf(db, scope, goal), period, today)
  if (measure === 'referrals') {
    const spans = quarters.map(({ from, until, made }) => ({ from, until, value: made, whole: true }))
    return { ...shared, spans, value: sumOfSpans(spans), ...left(spans) }
  }
  const told = quarters.flatMap(({ made, warm }) =>
    typeof made === 'number' && typeof warm === 'number' ? [{ made, warm }] : [],
  )
  const made = told.reduce((sum, quarter) => sum + quarter.made, 0)
  const warm = told.reduce((sum, quarter) => sum + quarter.warm, 0)
  return {
    ...shared,
    ...left(quarters.map((quarter) => ({ ...quarter, value: undefined, whole: true }))),
    value: made > 0 ? (warm / made) * 100 : quarters.length > 0 ? 'hidden' : undefined,
    answers: made > 0 ? made : undefined,
    spans: quarters.map(({ from, until, made: all, warm: part }) => ({
      from,
      until,
      whole: true,
      value: typeof all === 'number' && typeof part === 'number' ? (part / all) * 100 : ('hidden' as const),
    })),
  }
}

/** How it stands today; of a period that is over, what was typed in as it stood then. */
async function readNow(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  period: Period,
  { today }: Looking,
): Promise<FoundCourse> {
  const typed = typedCourse(goal, period)
  if (today > period.until) return typed
  const value =
    goal.measure === 'hours' ? await hoursNow(db, scope, goal, today) : await coverageNow(db, scope, goal)
  return value === undefined
    ? typed
    : {
        ...typed,
        value,
        measuredOn: today,
        spans: [...typed.spans, { from: today, until: today, value, whole: false }],
      }
}

/** Hours a week in which the desks are open, together; of a desk without a week, as a bus, on average. Public, so of every desk. */
async function hoursNow(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  today: string,
): Promise<number | undefined> {
  const { scopeKind, municipalityCode: code, libraryId, deskId } = goal
  const ids = (await findDesksToPayFor(db, scope, [code], deskId ? [deskId] : [])).flatMap((desk) => {
    const isHere = desk.municipalityCode === code
    const counts =
      scopeKind === 'desk'
        ? desk.id === deskId
        : scopeKind === 'library'
          ? isHere && desk.libraryId === libraryId
          : scopeKind === 'financed'
            ? desk.financiers.includes(code)
            : isHere
    return counts && desk.active ? [desk.id] : []
  })
  const minutes = (await findDeskWeeks(db, scope, { ids }, today)).flatMap(
    ({ usualMinutes, week }) => usualMinutes ?? week?.minutes ?? [],
  )
  return minutes.length === 0 ? undefined : minutes.reduce((sum, each) => sum + each, 0) / 60
}

async function coverageNow(db: ReadHandle, scope: GoalsScope, goal: NamedGoal): Promise<number | undefined> {
  const reach = (await readCoverage(db, scope)).find(
    ({ level, key }) => level === 'municipality' && key === goal.municipalityCode,
  )
  if (!reach || reach.inhabitants === 0) return undefined
  const within = Object.entries(reach.within).find(([kilometres]) => kilometres === goal.detail)?.[1]
  return within === undefined ? undefined : (within / reach.inhabitants) * 100
}

/** What was measured by hand on days of a period: counts add up, of a level the last one holds. */
function typedCourse(
  { measure, measurements }: { readonly measure: Measure; readonly measurements: NamedGoal['measurements'] },
  { from, until }: Period,
): FoundCourse {
  const { kind } = kindOf(measure)
  const spans = measurements
    .filter(({ day, isStruckOut }) => !isStruckOut && day >= from && day <= until)
    .map(({ day, value }) => ({ from: day, until: day, value, whole: false }))
  const last = spans.at(-1)
  return {
    kind,
    onlyOwnPart: false,
    spans,
    value: kind === 'count' ? sumOfSpans(spans) : last?.value,
    measuredOn: last?.until,
  }
}
