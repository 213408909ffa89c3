import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { networkAddress, networkMunicipality } from '../network-municipality.ts'
import { findMeetings, findNetworkActions, findNetworkPartners } from '../show-network/show-network.query.ts'
import { addNetworkAction, changeNetworkAction } from './keep-network-action.command.ts'
import { networkActionFields, networkActionForm, networkActionSent } from './keep-network-action.form.ts'
import { networkActionPage } from './keep-network-action.page.tsx'

export async function showAddNetworkAction(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(networkActionPage({ ...page, form: new FormFields([]), errors: [] }))
}

export async function submitAddNetworkAction(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(networkActionForm(idsOf(page.members)), networkActionSent(form), request.t)
  if (!parsed.ok) return showAgain(networkActionPage({ ...page, form, errors: parsed.errors }))
  const { municipality, meeting } = page
  await request.database.write(scope, (tx) =>
    addNetworkAction(
      tx,
      scope,
      municipality.code,
      meeting?.id ?? null,
      { ...parsed.value, doneOn: null },
      request.clock.now(),
    ),
  )
  return seeOther(networkAddress(meeting ? `/overleg/${meeting.id}` : '', municipality, 'bericht=bewaard'))
}

export async function showNetworkAction(request: WebRequest): Promise<Reply> {
  const { page } = await prepareAction(request)
  return showPage(
    networkActionPage({ ...page, form: new FormFields(networkActionFields(page.action)), errors: [] }),
  )
}

export async function submitNetworkAction(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepareAction(request)
  const { action, municipality } = page
  const form = await request.form()
  const parsed = parseForm(networkActionForm(idsOf(page.members)), networkActionSent(form), request.t)
  if (!parsed.ok) return showAgain(networkActionPage({ ...page, form, errors: parsed.errors }))
  const now = request.clock.now()
  const outcome = await request.database.write(scope, (tx) =>
    changeNetworkAction(
      tx,
      scope,
      { id: action.id, version: versionSent(form) },
      { ...parsed.value, doneOn: form.has('done') ? (action.doneOn ?? localDay(now)) : null },
      now,
    ),
  )
  if (outcome === 'kept') return seeOther(networkAddress('', municipality, 'bericht=bewaard'))
  const { page: again } = await prepareAction(request)
  return {
    kind: 'page',
    status: 409,
    page: networkActionPage({
      ...again,
      stored: again.action,
      form: typedOver(form, again.action.version),
      errors: [{ id: 'meanwhile', message: request.t('network.error.meanwhile') }],
    }),
  }
}

const idsOf = (members: readonly { readonly id: string }[]): Set<string> =>
  new Set(members.map(({ id }) => id))

async function prepare(request: WebRequest) {
  const { scope, municipality } = await networkMunicipality(request)
  return request.database.read(scope, async (db) => {
    const members = await findNetworkPartners(db, scope, municipality.code)
    const asked = request.query('overleg')
    const meetings = asked ? await findMeetings(db, scope, municipality.code) : []
    return {
      scope,
      page: {
        t: request.t,
        language: request.language,
        municipality,
        meeting: asked ? foundOrRefuse(meetings.find(({ id }) => id === asked)) : undefined,
        members: members.filter(({ leftOn }) => leftOn === null),
      },
    }
  })
}

async function prepareAction(request: WebRequest) {
  const { scope, municipality } = await networkMunicipality(request)
  const id = request.idParam('action')
  return request.database.read(scope, async (db) => {
    const actions = await findNetworkActions(db, scope, municipality.code)
    const action = foundOrRefuse(actions.find((candidate) => candidate.id === id))
    const members = await findNetworkPartners(db, scope, municipality.code)
    return {
      scope,
      page: {
        t: request.t,
        language: request.language,
        municipality,
        meeting: undefined,
        action,
        members: members.filter(
          ({ leftOn, id: member }) => leftOn === null || member === action.networkPartnerId,
        ),
      },
    }
  })
}
