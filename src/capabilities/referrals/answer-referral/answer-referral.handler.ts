import { markLinkUsed } from '../../../platform/auth/links.command.ts'
import { type LinkScope, type PartnerScope, publicScope } from '../../../platform/auth/scope.ts'
import { tryLink } from '../../../platform/auth/try-link.command.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { openPerson } from '../open-person/open-person.command.ts'
import { passedAddress } from '../passed-address.ts'
import { referralsPermissions } from '../permissions.ts'
import { readPassed } from '../read-passed/read-passed.query.ts'
import { answerReferral } from './answer-referral.command.ts'
import { answerForm, answerSent } from './answer-referral.form.ts'
import { answerPage, goneLinkPage } from './answer-referral.page.tsx'

/** From where the partner answers: by the link in his mail, or in his own screen. */
interface Way {
  readonly scope: LinkScope | PartnerScope
  readonly id: string
  readonly address: string
  readonly listAddress?: string
  readonly token?: string
}

/** The partner's page by the link in his mail. Opening it changes nothing. */
export const showByLink = (request: WebRequest): Promise<Reply> => byLink(request, show)
export const submitByLink = (request: WebRequest): Promise<Reply> => byLink(request, answer)
export const openByLink = (request: WebRequest): Promise<Reply> => byLink(request, open)

/** The same in the partner's own screen. */
export const showPassed = (request: WebRequest): Promise<Reply> => show(request, ownWay(request))
export const submitPassed = (request: WebRequest): Promise<Reply> => answer(request, ownWay(request))
export const openPassed = (request: WebRequest): Promise<Reply> => open(request, ownWay(request))

async function byLink(
  request: WebRequest,
  act: (request: WebRequest, way: Way) => Promise<Reply>,
): Promise<Reply> {
  const token = request.param('token')
  const { address } = request
  const scope = await request.database.keep(publicScope, (tx) =>
    tryLink(tx, publicScope, { purpose: 'referrals.answer', token, address }, request.clock.now()),
  )
  if (scope === 'wait') refuse('too-many-attempts')
  if (!scope) return { kind: 'page', status: 404, page: goneLinkPage(request.t) }
  return act(request, { scope, id: scope.subjectId, address: `/antwoord/${token}`, token })
}

function ownWay(request: WebRequest): Way {
  const id = request.idParam('referral')
  return {
    scope: request.actor.partnerScope(referralsPermissions['referrals.answer']),
    id,
    address: `${passedAddress}/doorverwijzing/${id}`,
    listAddress: passedAddress,
  }
}

async function show(request: WebRequest, way: Way): Promise<Reply> {
  const said = request.query('antwoord')
  const page = await prepare(request, way)
  return showPage(
    answerPage({ ...page, said: said === 'bewaard' ? 'changed' : said === 'al' ? 'already' : undefined }),
  )
}

async function answer(request: WebRequest, way: Way): Promise<Reply> {
  const page = await prepare(request, way)
  const form = await request.form()
  const now = request.clock.now()
  const parsed = parseForm(answerForm(localDay(now)), answerSent(form), request.t)
  if (!parsed.ok) return showAgain(answerPage({ ...page, form, errors: parsed.errors }))
  const { scope, token } = way
  // An answer that came too late, or twice, changes nothing: there is nothing to write down either.
  const changed = await request.database.keep(scope, async (tx) => {
    const outcome = await answerReferral(tx, scope, page.referral, parsed.value, 'partner', now)
    if (outcome.kind === 'changed' && token) await markLinkUsed(tx, scope, token, now)
    return outcome
  })
  if (changed.kind === 'changed') return seeOther(`${way.address}?antwoord=bewaard`)
  if (changed.kind === 'already') return seeOther(`${way.address}?antwoord=al`)
  const latest = await prepare(request, way)
  return {
    kind: 'page',
    status: 409,
    page: answerPage({ ...latest, said: changed.kind === 'too-early' ? 'too-early' : 'not-now' }),
  }
}

async function open(request: WebRequest, way: Way): Promise<Reply> {
  const page = await prepare(request, way)
  // Before anything is opened or logged: it may have ended, or not be for him, since he last looked.
  if (!page.hasPerson) return { kind: 'page', status: 409, page: answerPage({ ...page, said: 'not-now' }) }
  const { scope } = way
  const person = await request.database.write(scope, (tx) =>
    openPerson(
      tx,
      scope,
      request.keys,
      { id: way.id, libraryId: page.referral.libraryId, why: 'answer' },
      request.clock.now(),
    ),
  )
  return showPage(answerPage({ ...page, person: person === 'sign-first' ? undefined : person }))
}

async function prepare(request: WebRequest, { scope, id, address, listAddress }: Way) {
  const { t, language, database, clock } = request
  const now = clock.now()
  const passed = foundOrRefuse(await database.read(scope, (db) => readPassed(db, scope, id, language, now)))
  return { t, language, now, address, ...(listAddress && { listAddress }), ...passed }
}
