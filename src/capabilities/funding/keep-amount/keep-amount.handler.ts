import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { amountOfYear } from '../grant.ts'
import { moneyAddress, yearToKeep } from '../money-year.ts'
import { keepAmount } from './keep-amount.command.ts'
import { amountFields, amountForm, amountSent } from './keep-amount.form.ts'
import { amountPage } from './keep-amount.page.tsx'

export async function showAmountForm(request: WebRequest): Promise<Reply> {
  const { page, known, ownVersion } = await prepare(request)
  const fields = amountFields(known).filter(([name]) => name !== 'version')
  return showPage(
    amountPage({ ...page, form: new FormFields([...fields, ['version', String(ownVersion)]]), errors: [] }),
  )
}

export async function submitAmount(request: WebRequest): Promise<Reply> {
  const { money, page, scheme } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(amountForm, amountSent(form), request.t)
  if (!parsed.ok) return showAgain(amountPage({ ...page, form, errors: parsed.errors }))
  const { scope, municipality, year } = money
  const outcome = await request.database.write(scope, (tx) =>
    keepAmount(
      tx,
      scope,
      {
        schemeId: scheme.id,
        municipalityCode: municipality.code,
        fromYear: year,
        version: versionSent(form),
      },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(moneyAddress('', money, { bericht: 'bewaard' }))
  const now = await prepare(request)
  const error: FormError =
    outcome === 'signed-meanwhile'
      ? { message: request.t('money.error.signed-amount') }
      : { id: 'meanwhile', message: request.t('money.error.meanwhile') }
  return {
    kind: 'page',
    status: 409,
    page: amountPage({
      ...now.page,
      ...(outcome === 'changed-meanwhile' && { stored: now.known }),
      form: typedOver(form, now.ownVersion),
      errors: [error],
    }),
  }
}

async function prepare(request: WebRequest) {
  const money = await yearToKeep(request)
  const { municipality, year, account, facts } = money
  // Without a scheme there is nothing to get: the page of the year says so.
  const scheme = foundOrRefuse(account.scheme)
  const known = amountOfYear(facts.amounts, {
    schemeId: scheme.id,
    municipalityCode: municipality.code,
    year,
  })
  return {
    money,
    scheme,
    known,
    // What was known since an earlier year is where one begins from; it is kept as a row of its own from this year on.
    ownVersion: known?.fromYear === year ? known.version : 0,
    page: {
      t: request.t,
      language: request.language,
      municipality,
      year,
      scheme,
      grant: account.grant,
      known,
      isSigned: account.signed !== undefined,
    },
  }
}
