import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { municipalRolesPermissions } from '../permissions.ts'
import { addQuote, removeQuote, shareQuote } from './share-quotes.command.ts'
import { quoteForm, quoteSent } from './share-quotes.form.ts'
import { quotesPage } from './share-quotes.page.tsx'
import { findQuotesOfDesks } from './share-quotes.query.ts'

const meet = municipalRolesPermissions['municipal-roles.meet']
const address = '/balie/uitspraken'
const notices = ['bewaard', 'gewist'] as const

export async function showQuotes(request: WebRequest): Promise<Reply> {
  const { page, today } = await prepare(request)
  return showPage(
    quotesPage({
      ...page,
      form: new FormFields([['id', uuidv7()], ...dayFields('heard', today)]),
      errors: [],
      notice: notices.find((each) => each === request.query('bericht')),
    }),
  )
}

export async function submitQuote(request: WebRequest): Promise<Reply> {
  const { page, today } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(
    quoteForm(
      today,
      page.desks.map(({ id }) => id),
    ),
    quoteSent(form),
    request.t,
  )
  if (!parsed.ok) return showAgain(quotesPage({ ...page, form, errors: parsed.errors }))
  const { id, desk, text, heard } = parsed.value
  const scope = request.actor.deskScope(meet, desk)
  const { municipalityCode } = foundOrRefuse(page.desks.find((each) => each.id === desk))
  const outcome = await request.database.write(scope, (tx) =>
    addQuote(tx, scope, { id, municipalityCode, text, heardOn: heard }, request.clock.now()),
  )
  if (outcome === 'sent-before') {
    const { page: now } = await prepare(request)
    return { kind: 'page', status: 409, page: quotesPage({ ...now, ...sentBefore(form, request.t) }) }
  }
  return seeOther(`${address}?bericht=bewaard`)
}

/** Shares a quote, takes it back, or removes it. */
export async function submitQuoteChange(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  const id = request.idParam('quote')
  const quote = foundOrRefuse(page.quotes.find((each) => each.id === id))
  const scope = request.actor.deskScope(meet, quote.deskId)
  const act = (await request.form()).text('act')
  await request.database.write(scope, (tx) =>
    act === 'remove'
      ? removeQuote(tx, scope, id, request.clock.now())
      : shareQuote(tx, scope, id, act === 'share', request.clock.now()),
  )
  return seeOther(`${address}?bericht=${act === 'remove' ? 'gewist' : 'bewaard'}`)
}

async function prepare(request: WebRequest) {
  const scope = request.actor.desksScope(meet)
  return request.database.read(scope, async (db) => ({
    today: localDay(request.clock.now()),
    page: {
      t: request.t,
      desks: await findDesks(db, scope, scope.deskIds),
      quotes: await findQuotesOfDesks(db, scope),
    },
  }))
}
