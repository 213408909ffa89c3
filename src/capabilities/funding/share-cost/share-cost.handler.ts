import { uuidv7 } from 'uuidv7'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findMunicipalitiesOfAllDays } from '../../organisations/public.ts'
import { sentId } from '../keep-booking/keep-booking.form.ts'
import { findSharedCosts, findSharingKeys } from '../list-sharing/list-sharing.query.ts'
import { type MoneyYear, moneyAddress, moneyYear, yearToKeep } from '../money-year.ts'
import { keyProblem, type SharingKey, shareCents } from '../sharing.ts'
import { sayKeyProblem } from '../sharing-parts.page.tsx'
import { takeCost } from '../take-cost/take-cost.command.ts'
import { heirYearOf } from '../year-chain.ts'
import { shareCost, withdrawCost } from './share-cost.command.ts'
import { sharedCostForm, sharedCostSent } from './share-cost.form.ts'
import { costPage, sharedCostPage } from './share-cost.page.tsx'
import { findTaken } from './share-cost.query.ts'

export async function showShareCost(request: WebRequest): Promise<Reply> {
  const { money, page } = await prepare(request)
  const form = new FormFields([
    ['id', uuidv7()],
    ['key', request.query('sleutel') || (page.keys.length === 1 ? (page.keys[0]?.id ?? '') : '')],
    ['kind', 'spending'],
    ['purpose', 'library'],
    ...(money.today.startsWith(`${money.year}-`) ? dayFields('day', money.today) : []),
  ])
  return showPage(sharedCostPage({ ...page, form, errors: [] }))
}

export async function submitShareCost(request: WebRequest): Promise<Reply> {
  const { money, page } = await prepare(request)
  const { t } = request
  const form = await request.form()
  const parsed = parseForm(sharedCostForm(money.year), sharedCostSent(form), t)
  const sharingKey = page.keys.find(({ id }) => id === form.text('key'))
  const keyError = sharingKey ? await problemOf(request, money, sharingKey) : t('money.error.key')
  const errors: FormError[] = [
    ...(keyError ? [{ id: 'key', message: keyError }] : []),
    ...(parsed.ok ? [] : parsed.errors),
  ]
  if (!parsed.ok || !sharingKey || errors.length > 0)
    return showAgain(sharedCostPage({ ...page, form, errors }))
  const { scope, municipality, year } = money
  const id = sentId(form) ?? uuidv7()
  const parts = shareCents(
    parsed.value.amountCents,
    new Map(sharingKey.parts.map(({ municipalityCode, basis }) => [municipalityCode, basis ?? 0])),
  )
  const outcome = await request.database.write(scope, (tx) =>
    shareCost(
      tx,
      scope,
      {
        id,
        keyId: sharingKey.id,
        year,
        madeBy: municipality.code,
        parts: Object.fromEntries(parts),
        ...parsed.value,
      },
      request.clock.now(),
    ),
  )
  if (outcome === 'sent-before') {
    const costs = await request.database.read(scope, (db) =>
      findSharedCosts(db, scope, municipality.code, year),
    )
    const stored = costs.find((each) => each.id === id)
    if (!saysTheSame({ keyId: sharingKey.id, ...parsed.value }, stored))
      return { kind: 'page', status: 409, page: sharedCostPage({ ...page, ...sentBefore(form, t) }) }
  }
  return seeOther(moneyAddress(`/delen/kosten/${id}`, money, { bericht: 'bewaard' }))
}

export async function showCost(request: WebRequest): Promise<Reply> {
  const { page } = await prepareCost(request)
  return showPage(costPage({ ...page, saved: request.query('bericht') === 'bewaard' }))
}

/** Takes the own part into the own books: once, however often and by however many it is pressed. */
export async function submitTakeCost(request: WebRequest): Promise<Reply> {
  const { money, page } = await prepareCost(request)
  if (!money.mayKeep) return refuse('not-found')
  const { scope, municipality } = money
  const { cost } = page
  const amountCents = cost.parts[municipality.code] ?? 0
  if (amountCents === 0 || cost.isWithdrawn)
    return showAgain(costPage({ ...page, errors: [{ message: request.t('money.error.cost-gone') }] }))
  const outcome = await request.database.write(scope, (tx) =>
    takeCost(tx, scope, cost, municipality.code, request.clock.now()),
  )
  if (outcome === 'withdrawn')
    return showAgain(
      costPage({
        ...page,
        cost: { ...cost, isWithdrawn: true },
        errors: [{ message: request.t('money.error.cost-gone') }],
      }),
    )
  if (outcome === 'signed-meanwhile')
    return {
      kind: 'page',
      status: 409,
      page: costPage({ ...page, errors: [{ message: request.t('money.error.cost-signed') }] }),
    }
  return seeOther(moneyAddress('', money, { bericht: 'overgenomen' }))
}

export async function submitWithdrawCost(request: WebRequest): Promise<Reply> {
  const { money, page } = await prepareCost(request)
  if (page.cost.madeBy !== money.municipality.code) return refuse('not-found')
  await request.database.write(money.scope, (tx) =>
    withdrawCost(tx, money.scope, page.cost, request.clock.now()),
  )
  return seeOther(moneyAddress('/delen', money, { bericht: 'ingetrokken' }))
}

/** What is in the way of sharing by a key in a year; undefined: nothing. */
async function problemOf(
  request: WebRequest,
  { scope, year }: MoneyYear,
  { kind, parts, fromYear, untilYear }: SharingKey,
): Promise<string | undefined> {
  const { t } = request
  const problem = keyProblem(kind, parts)
  if (problem) return sayKeyProblem(problem, t)
  if (year < fromYear || (untilYear !== null && year > untilYear))
    return t('money.error.key-other-year', { year: String(year) })
  const all = await request.database.read(scope, (db) => findMunicipalitiesOfAllDays(db, scope))
  const ended = parts.filter(({ municipalityCode }) => {
    const heirYear = heirYearOf(all.find(({ code }) => code === municipalityCode) ?? { validUntil: null })
    return heirYear !== undefined && heirYear <= year
  })
  return ended.length > 0
    ? t('money.error.key-ended', { municipalities: ended.map(({ municipality }) => municipality).join(', ') })
    : undefined
}

async function prepare(request: WebRequest) {
  const money = await yearToKeep(request)
  const { scope, municipality, year } = money
  const keys = await request.database.read(scope, (db) => findSharingKeys(db, scope))
  return {
    money,
    page: {
      t: request.t,
      language: request.language,
      municipality,
      year,
      keys: keys.filter(
        ({ madeBy, parts }) =>
          madeBy === municipality.code ||
          parts.some(({ municipalityCode }) => municipalityCode === municipality.code),
      ),
    },
  }
}

async function prepareCost(request: WebRequest) {
  const money = await moneyYear(request)
  const { scope, municipality, year } = money
  const id = request.idParam('cost')
  return request.database.read(scope, async (db) => {
    const cost = foundOrRefuse(
      (await findSharedCosts(db, scope, municipality.code, year)).find((each) => each.id === id),
    )
    const names = await findMunicipalitiesOfAllDays(db, scope)
    return {
      money,
      page: {
        t: request.t,
        language: request.language,
        municipality,
        year,
        cost,
        booking: (await findTaken(db, scope, municipality.code, year)).get(cost.id),
        mayKeep: money.mayKeep,
        isSigned: money.account.signed !== undefined,
        names: new Map(names.map(({ code, name }) => [code, name])),
        errors: [],
      },
    }
  })
}
