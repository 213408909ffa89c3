import { createHash } from 'node:crypto'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { type Account, figuresToSign } from '../account.ts'
import { stepsOf } from '../account-steps.ts'
import { accountAddress, accountMeant } from '../accounting-request.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'
import { readAccount } from '../read-account/read-account.query.ts'
import { mayBeSigned } from '../statement.ts'
import { signAccount } from './sign-account.command.ts'
import { signForm, signSent } from './sign-account.form.ts'
import { signPage } from './sign-account.page.tsx'

export async function showSign(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return showPage(signPage({ ...page, form: new FormFields([['as', request.actor.name]]), errors: [] }))
}

export async function submitSign(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const { scope, inYear, year, today, municipality } = page
  const form = await request.form()
  if (page.account.statement) return seenMeanwhile(request, form, 'accountability.error.signed-before')
  if (!mayBeSigned(year, today)) return showAgain(signPage({ ...page, form, errors: [] }))
  const parsed = parseForm(
    signForm(page.missing.length > 0 || page.unfilled !== undefined),
    signSent(form),
    request.t,
  )
  if (!parsed.ok) return showAgain(signPage({ ...page, form, errors: parsed.errors }))
  const { as: signedAs, reason, shown } = parsed.value
  const outcome = await request.database.write(scope, async (tx) => {
    await lockYear(tx, scope, municipality.code, year)
    // Read again behind the lock: what is signed is what stands now, and that must be what was on the page.
    const account = await readAccount(tx, scope, inYear, year, today)
    const stays = shown === markOf(account)
    const figures = figuresToSign(account, needsReason(account, today) ? reason : '')
    return signAccount(
      tx,
      scope,
      { municipalityCode: municipality.code, year, figures, signedAs, stays },
      request.clock.now(),
    )
  })
  if (outcome === 'signed') return seeOther(accountAddress('', page, { bericht: 'ondertekend' }))
  return seenMeanwhile(
    request,
    form,
    outcome === 'signed-before'
      ? 'accountability.error.signed-before'
      : 'accountability.error.figures-changed',
  )
}

async function seenMeanwhile(
  request: WebRequest,
  form: FormFields,
  message: 'accountability.error.signed-before' | 'accountability.error.figures-changed',
): Promise<Reply> {
  const page = await prepare(request)
  return {
    kind: 'page',
    status: 409,
    page: signPage({ ...page, form, errors: [{ id: 'figures', message: request.t(message) }] }),
  }
}

/** A mark of all that would be signed now: not the five numbers alone but also the money, the reasons and what libraries said. */
function markOf(account: Account): string {
  // Two of one name may come in either order.
  const parts = Object.values(figuresToSign(account, '')).map((part) =>
    Array.isArray(part) ? part.map((row) => JSON.stringify(row)).sort() : part,
  )
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The libraries that did not confirm what stands there now. */
const unconfirmed = (account: Account, today: string): string[] =>
  stepsOf(account, today).flatMap((step) =>
    step.key === 'library' && step.state !== 'done' && step.libraryId ? [step.libraryId] : [],
  )

/** The names of the libraries without learning materials; undefined where they are known, or corrected by hand. */
function unfilledOf({ libraries, indicators }: Account): string[] | undefined {
  if (indicators.some(({ number, correction }) => number === 5 && correction)) return undefined
  const without = libraries.filter(({ materialsUnknown }) => materialsUnknown)
  return without.length > 0 || libraries.length === 0 ? without.map(({ name }) => name) : undefined
}

const needsReason = (account: Account, today: string): boolean =>
  unconfirmed(account, today).length > 0 || unfilledOf(account) !== undefined

async function prepare(request: WebRequest) {
  const meant = await accountMeant(request)
  const missing = unconfirmed(meant.account, meant.today)
  return {
    t: request.t,
    language: request.language,
    ...meant,
    shown: markOf(meant.account),
    unfilled: unfilledOf(meant.account),
    missing: meant.account.libraries.filter(({ id }) => missing.includes(id)).map(({ name }) => name),
  }
}
