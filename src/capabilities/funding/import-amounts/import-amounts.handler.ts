import type { NationalScope } from '../../../platform/auth/scope.ts'
import { type CsvRow, readCsv, writeCsv } from '../../../platform/csv/read-csv.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import {
  changesOf,
  chooseFilePage,
  countRows,
  findMunicipalitiesOfAllDays,
  findSuccessors,
  previewPage,
  readCarriedRows,
  sayFileProblem,
} from '../../organisations/public.ts'
import { type AmountChange, amountColumns, planAmounts } from '../amounts-plan.ts'
import { fundingPermissions } from '../permissions.ts'
import { findAmounts, findSchemes } from '../read-year-account/read-year-account.query.ts'
import type { Scheme } from '../scheme.ts'
import { importAmounts } from './import-amounts.command.ts'

export async function showImportAmounts(request: WebRequest): Promise<Reply> {
  const { scheme } = await schemeMeant(request)
  return showPage(filePage(request, scheme, []))
}

export async function submitAmountsFile(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, scheme } = await schemeMeant(request)
  const again = (message: string) => showAgain(filePage(request, scheme, [{ id: 'file', message }]))
  const file = await request.file('file')
  if (!file) return again(t('organisations.import.error.no-file'))
  const read = readCsv(new Uint8Array(await file.arrayBuffer()), amountColumns, ['gemeente'])
  if (!read.ok) return again(sayFileProblem(read, t))
  return showPlan(request, scheme, await planOf(request, scope, scheme, read.rows), read.rows, false)
}

export async function confirmAmounts(request: WebRequest): Promise<Reply> {
  const { scope, scheme } = await schemeMeant(request)
  const form = await request.form()
  const rows = readCarriedRows(form.text('rows')) ?? refuse('unsupported-media-type')
  const plan = await planOf(request, scope, scheme, rows)
  const changes = changesOf(plan)
  if (plan.fingerprint !== form.text('fingerprint') || changes.length === 0)
    return showPlan(request, scheme, plan, rows, true)
  await request.database.write(scope, (tx) => importAmounts(tx, scope, scheme, changes, request.clock.now()))
  return seeOther(
    `${addressOf(scheme)}?nieuw=${countRows(plan, 'new')}&gewijzigd=${countRows(plan, 'changed')}`,
  )
}

/** Made-up numbers: what an annex looks like, not what stands in one. */
export async function showAmountsExample(request: WebRequest): Promise<Reply> {
  await schemeMeant(request)
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: 'bedragen-voorbeeld.csv',
    body: writeCsv([
      amountColumns,
      ['GM0307', '10000', '2000', '9700,00'],
      ['Leusden', '5000', '900', '4780,00'],
    ]),
  }
}

async function schemeMeant(request: WebRequest): Promise<{ scope: NationalScope; scheme: Scheme }> {
  const scope = request.actor.nationalScope(fundingPermissions['funding.administer'])
  const id = request.idParam('scheme')
  const schemes = await request.database.read(scope, (db) => findSchemes(db, scope))
  return { scope, scheme: foundOrRefuse(schemes.find((each) => each.id === id)) }
}

const addressOf = ({ id }: Pick<Scheme, 'id'>): string => `/beheer/geldregelingen/${id}/bedragen`

const backTo = ({ id, name }: Scheme) => ({ href: `/beheer/geldregelingen/${id}`, label: name })

function planOf(request: WebRequest, scope: NationalScope, scheme: Scheme, rows: readonly CsvRow[]) {
  return request.database.read(scope, async (db) => {
    const municipalities = await findMunicipalitiesOfAllDays(db, scope)
    const names = new Map(municipalities.map(({ code, name }) => [code, name]))
    const successors = await findSuccessors(db, scope)
    const known = await findAmounts(
      db,
      scope,
      municipalities.map(({ code }) => code),
    )
    return planAmounts(
      rows,
      known.filter(({ schemeId, fromYear }) => schemeId === scheme.id && fromYear === scheme.firstYear),
      municipalities.map((each) => ({ ...each, successor: names.get(successors.get(each.code) ?? '') })),
      scheme.firstYear,
    )
  })
}

function showPlan(
  request: WebRequest,
  scheme: Scheme,
  plan: ReturnType<typeof planAmounts>,
  rows: readonly CsvRow[],
  changedMeanwhile: boolean,
): Reply {
  const { t } = request
  const title = t('money.import.title')
  // Of an amount that is to be reckoned from the numbers nothing is known yet.
  const amount = (of: AmountChange | undefined) =>
    of === undefined || of.amountCents === null ? '–' : showAmount(of.amountCents, request.language)
  const page = previewPage<AmountChange>({
    t,
    title,
    address: addressOf(scheme),
    back: backTo(scheme),
    plan,
    rows,
    changedMeanwhile,
    more: [
      { key: 'is', header: t('money.import.is'), numeric: true, cell: ({ before }) => amount(before) },
      {
        key: 'becomes',
        header: t('money.import.becomes'),
        numeric: true,
        cell: ({ change, before }) => amount(change ?? before),
      },
    ],
  })
  return changedMeanwhile || countRows(plan, 'error') > 0 ? showAgain(page) : showPage(page)
}

function filePage(request: WebRequest, scheme: Scheme, errors: readonly FormError[]) {
  const { t } = request
  const added = request.query('nieuw')
  return chooseFilePage({
    t,
    title: t('money.import.title'),
    address: addressOf(scheme),
    back: backTo(scheme),
    columns: [
      { name: 'gemeente', hint: t('money.import.municipality') },
      { name: 'inwoners', hint: t('money.import.inhabitants') },
      { name: 'lager opgeleiden', hint: t('money.import.less-educated') },
      { name: 'bedrag', hint: t('money.import.amount') },
    ],
    errors,
    saved: added === '' ? undefined : { added: Number(added), changed: Number(request.query('gewijzigd')) },
  })
}
