import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { type MoneyYear, moneyAddress, moneyYear } from '../money-year.ts'
import { accountOfYear } from '../year-chain.ts'
import { chooseYear } from './choose-year.command.ts'
import { yearChoiceFields, yearChoiceForm, yearChoiceSent } from './choose-year.form.ts'
import { yearChoicePage } from './choose-year.page.tsx'

export async function showYearChoice(request: WebRequest): Promise<Reply> {
  const money = await moneyYear(request)
  const { account } = money
  return showPage(
    yearChoicePage({
      ...pageOf(request, money),
      form: new FormFields(
        yearChoiceFields(
          { reserveCents: account.reserveCents, carriedInCents: account.typedCarriedInCents },
          account.version,
        ),
      ),
      errors: [],
    }),
  )
}

export async function submitYearChoice(request: WebRequest): Promise<Reply> {
  const money = await moneyYear(request)
  const form = await request.form()
  const parsed = parseForm(
    yearChoiceForm(money.account.balance.mostCarryOverCents),
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
  const now = await moneyYear(request)
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
  // What the year would get from the year before, when nobody types anything else.
  reckonedCarriedInCents: accountOfYear(
    { ...facts, choices: facts.choices.filter((each) => each.year !== year) },
    municipality.code,
    year,
    '',
  ).balance.carriedInCents,
})
