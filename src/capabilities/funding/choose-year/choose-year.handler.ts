import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { type MoneyYear, moneyAddress, yearToKeep } from '../money-year.ts'
import { isCarriedInReckoned } from '../year-chain.ts'
import { chooseYear } from './choose-year.command.ts'
import { yearChoiceFields, yearChoiceForm, yearChoiceSent } from './choose-year.form.ts'
import { yearChoicePage } from './choose-year.page.tsx'

export async function showYearChoice(request: WebRequest): Promise<Reply> {
  const money = await yearToKeep(request)
  const { account } = money
  const page = pageOf(request, money)
  return showPage(
    yearChoicePage({
      ...page,
      form: new FormFields(
        yearChoiceFields(
          {
            reserveCents: account.reserveCents,
            // What was typed before the year before was kept counts no more.
            carriedInCents: page.isCarriedInReckoned ? null : account.typedCarriedInCents,
          },
          account.version,
        ),
      ),
      errors: [],
    }),
  )
}

export async function submitYearChoice(request: WebRequest): Promise<Reply> {
  const money = await yearToKeep(request)
  const form = await request.form()
  const parsed = parseForm(
    yearChoiceForm(money.account.balance.mostCarryOverCents, pageOf(request, money).isCarriedInReckoned),
    yearChoiceSent(form),
    request.t,
  )
  if (!parsed.ok) return showAgain(yearChoicePage({ ...pageOf(request, money), form, errors: parsed.errors }))
  const { scope, municipality, year } = money
  const outcome = await request.database.write(scope, (tx) =>
    chooseYear(
      tx,
      scope,
      { municipalityCode: municipality.code, year, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(moneyAddress('', money, { bericht: 'bewaard' }))
  const now = await yearToKeep(request)
  const isSigned = outcome === 'signed-meanwhile'
  const error: FormError = isSigned
    ? { message: request.t('money.error.signed-amount') }
    : { id: 'meanwhile', message: request.t('money.error.meanwhile') }
  return {
    kind: 'page',
    status: 409,
    page: yearChoicePage({
      ...pageOf(request, now),
      hasNewer: !isSigned,
      form: typedOver(form, now.account.version),
      errors: [error],
    }),
  }
}

const pageOf = (request: WebRequest, { municipality, year, account, facts }: MoneyYear) => ({
  t: request.t,
  language: request.language,
  municipality,
  year,
  account,
  isCarriedInReckoned: isCarriedInReckoned(facts, municipality.code, year),
})
