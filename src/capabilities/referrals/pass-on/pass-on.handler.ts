import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readLists } from '../../lists/public.ts'
import type { PassedPart } from '../consent-text.ts'
import type { HandOver } from '../klantinteracties.ts'
import { referralsPermissions } from '../permissions.ts'
import { passOn } from './pass-on.command.ts'
import { passOnForm } from './pass-on.form.ts'
import { passOnAddress, passOnPage } from './pass-on.page.tsx'
import { findPassable, findReceiver, type PassableItem } from './pass-on.query.ts'

export const showPassOnReferral = (request: WebRequest): Promise<Reply> => show(request, 'referral')
export const showPassOnCallBack = (request: WebRequest): Promise<Reply> => show(request, 'call-back')
export const submitPassOnReferral = (request: WebRequest): Promise<Reply> => submit(request, 'referral')
export const submitPassOnCallBack = (request: WebRequest): Promise<Reply> => submit(request, 'call-back')

async function show(request: WebRequest, kind: HandOver['kind']): Promise<Reply> {
  const { item, receiver, topic } = await prepare(request, kind)
  return showPage(passOnPage({ t: request.t, item, receiver, topic, errors: [] }))
}

async function submit(request: WebRequest, kind: HandOver['kind']): Promise<Reply> {
  const { t } = request
  const { item, receiver, topic, today } = await prepare(request, kind)
  const scope = request.actor.deskScope(referralsPermissions['referrals.refer'], item.deskId)
  // Anonymous ones have nothing to pass on; the page says so.
  if (!item.person?.contactKind) return showAgain(passOnPage({ t, item, receiver, topic, errors: [] }))
  if (!item.agreed) {
    const parsed = parseForm(passOnForm, { agreed: (await request.form()).text('agreed') }, t)
    if (!parsed.ok) return showAgain(passOnPage({ t, item, receiver, topic, errors: parsed.errors }))
  }
  const { language, eraseOn } = item.person
  const consent = item.agreed
    ? undefined
    : {
        language,
        givenOn: 'screen' as const,
        passedTo: receiver,
        passed: passedParts(item),
        validUntil: eraseOn < today ? today : eraseOn,
      }
  await request.database.write(scope, (tx) => passOn(tx, scope, item, consent, request.clock.now()))
  return seeOther(passOnAddress(item))
}

/** Which parts go, as the consent names them. */
const passedParts = ({ person }: PassableItem): PassedPart[] => [
  ...(person?.hasName ? (['name'] as const) : []),
  ...(person?.contactKind ? [person.contactKind] : []),
]

/** Only where this installation passes on, and for desks in the area of that receiver. */
async function prepare(request: WebRequest, kind: HandOver['kind']) {
  const { passesOnTo } = request
  if (!passesOnTo) return refuse('not-found')
  const scope = request.actor.desksScope(referralsPermissions['referrals.refer'])
  const today = localDay(request.clock.now())
  const receiver = passesOnTo.name
  return request.database.read(scope, async (db) => {
    const about = { kind, id: request.idParam('item') }
    const item = foundOrRefuse(await findPassable(db, scope, about, receiver, today))
    foundOrRefuse(await findReceiver(db, scope, item.deskId, passesOnTo))
    const lists = await readLists(db, scope, today, 'nl', item.libraryId)
    return {
      item,
      receiver,
      today,
      topic: lists.topics.find(({ code }) => code === item.topicCode)?.label,
    }
  })
}
