import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { networkAddress, networkMunicipality } from '../network-municipality.ts'
import { findMeetings, findNetworkActions, findNetworkPartners } from '../show-network/show-network.query.ts'
import { addMeeting, changeMeeting } from './keep-meeting.command.ts'
import { meetingFields, meetingForm, meetingSent } from './keep-meeting.form.ts'
import { meetingPage } from './keep-meeting.page.tsx'
import { findAttendance } from './keep-meeting.query.ts'

export async function showAddMeeting(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(meetingPage({ ...page, form: new FormFields([]), errors: [] }))
}

export async function submitAddMeeting(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(meetingForm, meetingSent(form, page.members), request.t)
  if (!parsed.ok) return showAgain(meetingPage({ ...page, form, errors: parsed.errors }))
  const id = await request.database.write(scope, (tx) =>
    addMeeting(tx, scope, page.municipality.code, parsed.value, request.clock.now()),
  )
  return seeOther(networkAddress(`/overleg/${id}`, page.municipality, 'bericht=bewaard'))
}

export async function showMeeting(request: WebRequest): Promise<Reply> {
  const { page, stored } = await prepareMeeting(request)
  return showPage(
    meetingPage({ ...page, form: stored, errors: [], saved: request.query('bericht') === 'bewaard' }),
  )
}

export async function submitMeeting(request: WebRequest): Promise<Reply> {
  const { scope, page, meeting } = await prepareMeeting(request)
  const form = await request.form()
  const parsed = parseForm(meetingForm, meetingSent(form, page.members), request.t)
  if (!parsed.ok) return showAgain(meetingPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(scope, (tx) =>
    changeMeeting(
      tx,
      scope,
      { id: meeting.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept')
    return seeOther(networkAddress(`/overleg/${meeting.id}`, page.municipality, 'bericht=bewaard'))
  const { page: now, meeting: stored } = await prepareMeeting(request)
  return {
    kind: 'page',
    status: 409,
    page: meetingPage({
      ...now,
      stored,
      form: typedOver(form, stored.version),
      errors: [{ id: 'meanwhile', message: request.t('network.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const found = await networkMunicipality(request)
  const { scope, municipality } = found
  const members = await request.database.read(scope, (db) =>
    findNetworkPartners(db, scope, municipality.code),
  )
  return {
    scope,
    page: {
      t: request.t,
      language: request.language,
      municipality,
      members: members.filter(({ leftOn }) => leftOn === null),
    },
  }
}

async function prepareMeeting(request: WebRequest) {
  const { scope, municipality } = await networkMunicipality(request)
  const id = request.idParam('meeting')
  return request.database.read(scope, async (db) => {
    const meetings = await findMeetings(db, scope, municipality.code)
    const meeting = foundOrRefuse(meetings.find((candidate) => candidate.id === id))
    const attendance = await findAttendance(db, scope, id)
    const all = await findNetworkPartners(db, scope, municipality.code)
    const actions = await findNetworkActions(db, scope, municipality.code)
    return {
      scope,
      meeting,
      stored: new FormFields(meetingFields(meeting, attendance)),
      page: {
        t: request.t,
        language: request.language,
        municipality,
        meeting,
        // Who left the network since is still on the list of a meeting that it came to.
        members: all.filter((member) => member.leftOn === null || attendance.has(member.id)),
        actions: actions.filter(({ meetingId }) => meetingId === id),
      },
    }
  })
}
