import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import {
  agreementPath,
  findAgreedBlock,
  findAgreements,
  findDueDeliverables,
} from '../../agreements/public.ts'
import { findDeskWeeks } from '../../desks/public.ts'
import { findNetworkActions, networkAddress } from '../../directory/public.ts'
import {
  findSharedCosts,
  findSharingKeys,
  findStatementState,
  findTaken,
  readYearAccount,
} from '../../funding/public.ts'
import { findAnswerNames, findGoals, phaseOf, readGoalProgress, sayMeasure } from '../../goals/public.ts'
import { summariseNotices } from '../../notices/public.ts'
import { type GovernedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import { summariseSignals } from '../../signals/public.ts'
import { type Attention, inOrder } from '../attention.ts'
import type { StepFacts } from '../first-steps.ts'
import { currentContactPerson, plannedTalks } from '../read-direction/read-direction.query.ts'

interface Wish {
  readonly municipality: GovernedMunicipality
  readonly today: string
  readonly language: Language
  readonly t: Translate
}

/** The building block of the guide's tip 6. */
const roomToTry = 'room'

/** What asks for attention now, over all roles: what is late first. */
export async function findAttention(
  db: ReadHandle,
  scope: MunicipalityScope,
  wish: Wish,
): Promise<Attention[]> {
  return inOrder([
    ...(await aboutAccount(db, scope, wish)),
    ...(await aboutMoney(db, scope, wish)),
    ...(await aboutSharedCosts(db, scope, wish)),
    ...(await aboutAgreements(db, scope, wish)),
    ...(await aboutGoals(db, scope, wish)),
    ...(await aboutDesks(db, scope, wish)),
    ...(await aboutNetwork(db, scope, wish)),
  ])
}

/** What the data tell of the six tips of the guide. */
export async function findStepFacts(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today }: Pick<Wish, 'municipality' | 'today'>,
): Promise<StepFacts> {
  const { code } = municipality
  const agreements = await findAgreements(db, scope, municipality)
  const keys = await findSharingKeys(db, scope)
  const desks = await findDeskWeeks(db, scope, { municipalityCodes: [code] }, today)
  return {
    desks: desks.length,
    settledWithNeighbours:
      agreements.filter(({ kind, status }) => kind === 'cooperation' && status !== 'ended').length +
      keys.filter(({ parts }) => parts.some(({ municipalityCode }) => municipalityCode === code)).length,
    hasContactPerson: (await currentContactPerson(db, scope, code, today)) !== undefined,
    agreements: agreements.filter(({ status }) => status === 'agreed').length,
    goals: (await findGoals(db, scope, code)).length,
    hasRoomToTry: await findAgreedBlock(db, scope, code, roomToTry),
  }
}

async function aboutAccount(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today, language, t }: Wish,
): Promise<Attention[]> {
  const state = await findStatementState(db, scope, municipality, today)
  if (state?.state !== 'open') return []
  const { year, deadline, done, steps } = state
  return [
    {
      text: t(deadline ? 'town-hall.attention.account-by' : 'town-hall.attention.account', {
        year: String(year),
        done: String(done),
        steps: String(steps),
        day: deadline ? dayInWords(deadline, language) : '',
      }),
      href: municipalityAddress('/sturing/verantwoording', municipality),
      late: deadline !== null && deadline < today,
    },
  ]
}

async function aboutMoney(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today, language, t }: Wish,
): Promise<Attention[]> {
  const year = Number(today.slice(0, 4))
  const { scheme, grant, forecast } = await readYearAccount(db, scope, municipality.code, year, today)
  const href = municipalityAddress('/sturing/geld', municipality, { jaar: year })
  const said = (text: string): Attention => ({ text, href, late: false })
  if (!scheme) return [said(t('town-hall.attention.no-scheme', { year: String(year) }))]
  return [
    ...(grant.missing === null ? [] : [said(t('town-hall.attention.incomplete', { year: String(year) }))]),
    ...(forecast?.warns
      ? [said(t('town-hall.attention.too-much', { amount: showAmount(forecast.tooMuchCents, language) }))]
      : []),
  ]
}

/** What others share with this municipality, and it did not take into its books yet. */
async function aboutSharedCosts(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality: { code }, today, t }: Wish,
): Promise<Attention[]> {
  const year = Number(today.slice(0, 4))
  const costs = (await findSharedCosts(db, scope, code, year)).filter(
    ({ parts, madeBy, isWithdrawn }) => !isWithdrawn && madeBy !== code && (parts[code] ?? 0) > 0,
  )
  if (costs.length === 0) return []
  const taken = await findTaken(db, scope, code, year)
  return costs
    .filter(({ id }) => !taken.has(id))
    .map(({ description }) => ({
      text: t('town-hall.attention.shared', { what: description }),
      href: municipalityAddress('/sturing/geld/delen', { code }, { jaar: year }),
      late: false,
    }))
}

async function aboutAgreements(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today, language, t }: Wish,
): Promise<Attention[]> {
  const upcoming = await findDueDeliverables(db, scope, municipality, today)
  return upcoming.map(({ agreementId, agreementTitle, kind, day, late, what }) => ({
    text: t(`town-hall.attention.${kind}`, {
      what: what || agreementTitle,
      day: dayInWords(day, language),
    }),
    href: agreementPath(agreementId),
    late,
  }))
}

async function aboutGoals(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today, language, t }: Wish,
): Promise<Attention[]> {
  const goals = (await findGoals(db, scope, municipality.code)).filter(
    (goal) => phaseOf(goal, today) === 'running',
  )
  if (goals.length === 0) return []
  const answers = await findAnswerNames(db, scope, language)
  const found: Attention[] = []
  for (const goal of goals) {
    const { state } = await readGoalProgress(db, scope, goal, { today, seesVisitors: false })
    if (state === 'behind')
      found.push({
        text: t('town-hall.attention.goal', { goal: sayMeasure(goal, { t, answers }) }),
        href: municipalityAddress(`/sturing/doelen/${goal.id}`, municipality),
        late: false,
      })
  }
  return found
}

async function aboutDesks(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today, language, t }: Wish,
): Promise<Attention[]> {
  const signals = await summariseSignals(db, scope, municipality, today)
  const notices = await summariseNotices(db, scope, municipality.code, today)
  return [
    ...(signals.open > 0
      ? [
          {
            text: t('town-hall.attention.signals', {
              count: signals.open,
              since: signals.waitingSince ? dayInWords(signals.waitingSince, language) : '',
            }),
            href: municipalityAddress('/sturing/signalen', municipality),
            late: false,
          },
        ]
      : []),
    ...(notices.drafts > 0
      ? [
          {
            text: t('town-hall.attention.drafts', { count: notices.drafts }),
            href: municipalityAddress('/sturing/wijzigingen', municipality),
            late: false,
          },
        ]
      : []),
  ]
}

async function aboutNetwork(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipality, today, language, t }: Wish,
): Promise<Attention[]> {
  const actions = await findNetworkActions(db, scope, municipality.code)
  const talks = await plannedTalks(db, scope, municipality.code, today)
  const person = await currentContactPerson(db, scope, municipality.code, today)
  return [
    ...(person
      ? []
      : [
          {
            text: t('town-hall.attention.no-contact'),
            href: municipalityAddress('/sturing/contactpersonen', municipality),
            late: false,
          },
        ]),
    ...actions
      .filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today)
      .map(({ id, what }) => ({
        text: t('town-hall.attention.action', { what }),
        href: networkAddress(`/actie/${id}`, municipality),
        late: true,
      })),
    ...talks.slice(0, 1).map(({ area, day }) => ({
      text: t('town-hall.attention.talk', {
        area: t(`network.area.${area}`),
        day: dayInWords(day, language),
      }),
      href: municipalityAddress(`/sturing/beleid/${area}`, municipality),
      late: false,
    })),
  ]
}
