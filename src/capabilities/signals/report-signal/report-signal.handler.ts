import { uuidv7 } from 'uuidv7'
import { refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { findMunicipalities } from '../../organisations/public.ts'
import { signalsPermissions } from '../permissions.ts'
import { deskAddress, prepareDesk } from '../signals-address.ts'
import { reportSignal } from './report-signal.command.ts'
import { signalForm, signalSent } from './report-signal.form.ts'
import { reportSignalPage } from './report-signal.page.tsx'

export async function showReportSignal(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const only = page.municipalities.length === 1 ? page.municipalities[0]?.code : undefined
  const form = new FormFields([
    ['id', uuidv7()],
    ['municipality', only ?? page.desk.municipalityCode],
    ['topic', request.query('onderwerp')],
  ])
  return showPage(reportSignalPage({ ...page, form, errors: [] }))
}

export async function submitReportSignal(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const form = await request.form()
  const id = form.text('id')
  if (!isId(id)) refuse('unsupported-media-type', 'no signal id')
  const choices = {
    topics: new Set(page.lists.topics.map(({ code }) => code)),
    municipalities: new Set(page.municipalities.map(({ code }) => code)),
    year: Number(page.today.slice(0, 4)),
  }
  const parsed = parseForm(signalForm(choices), signalSent(form), request.t)
  if (!parsed.ok) return showAgain(reportSignalPage({ ...page, form, errors: parsed.errors }))
  const scope = request.actor.deskScope(signalsPermissions['signals.report'], page.desk.id)
  const outcome = await request.database.write(scope, (tx) =>
    reportSignal(tx, scope, id, parsed.value, request.clock.now()),
  )
  if (outcome !== 'other-words') return seeOther(deskAddress(page.desk.id, '', 'verstuurd'))
  // Sent before, and changed after that with the button back: it is another signal now, if that is what is meant.
  const again = new FormFields([...form.entries().filter(([field]) => field !== 'id'), ['id', uuidv7()]])
  const errors = [{ id: 'service', message: request.t('signals.error.sent-before') }]
  return { kind: 'page', status: 409, page: reportSignalPage({ ...page, form: again, errors }) }
}

async function prepare(request: WebRequest) {
  const { scope, municipalityCodes, ...page } = await prepareDesk(request)
  const all = await request.database.read(scope, (db) => findMunicipalities(db, scope, page.today))
  // Those that merged are not there any more: their successor is.
  return { ...page, municipalities: all.filter(({ code }) => municipalityCodes.includes(code)) }
}
