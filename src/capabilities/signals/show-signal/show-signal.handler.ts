import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { findDesks } from '../../desks/public.ts'
import { answerSignal } from '../answer-signal/answer-signal.command.ts'
import { answerForm, answerSent } from '../answer-signal/answer-signal.form.ts'
import { findChanges, findSignals } from '../find-signals/find-signals.query.ts'
import { prepareHandling } from '../handled-signal.ts'
import { joinSignals, takeApart } from '../join-signals/join-signals.command.ts'
import { readEvidence } from '../read-evidence/read-evidence.query.ts'
import type { LeadSignal } from '../signal.ts'
import { handleAddress } from '../signals-address.ts'
import { showSignalPage } from './show-signal.page.tsx'

const messages = ['beantwoord', 'samengevoegd', 'losgemaakt'] as const

/** One signal with all that belongs to it: desks, counted questions, what is like it, what became of it. */
export async function showSignal(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request)
  if ('joinedInto' in prepared) return seeOther(prepared.joinedInto)
  const { page, form } = prepared
  const said = messages.find((each) => each === request.query('bericht'))
  return showPage(showSignalPage({ ...page, form, errors: [], said }))
}

export async function submitAnswer(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request)
  if ('joinedInto' in prepared) return seeOther(prepared.joinedInto)
  const { scope, page } = prepared
  const { signal, municipality, today } = page
  const form = await request.form()
  const parsed = parseForm(answerForm(Number(today.slice(0, 4))), answerSent(form), request.t)
  if (!parsed.ok) return showAgain(showSignalPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(scope, (tx) =>
    answerSignal(tx, scope, { id: signal.id, version: versionSent(form) }, parsed.value, request.clock.now()),
  )
  if (outcome === 'kept') return seeOther(handleAddress(`/${signal.id}`, municipality, 'beantwoord'))
  return conflict(request, form)
}

export async function submitJoin(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request)
  if ('joinedInto' in prepared) return seeOther(prepared.joinedInto)
  const { scope, page, form: stored } = prepared
  const { signal, municipality } = page
  const others = (await request.form()).all('other').filter(isId)
  if (others.length === 0) {
    const errors = [{ id: 'other', message: request.t('signals.error.join-none') }]
    return showAgain(showSignalPage({ ...page, form: stored, errors }))
  }
  const outcome = await request.database.write(scope, (tx) =>
    joinSignals(tx, scope, signal.id, others, request.clock.now()),
  )
  if (outcome === 'kept') return seeOther(handleAddress(`/${signal.id}`, municipality, 'samengevoegd'))
  return conflict(request)
}

export async function submitTakeApart(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request)
  if ('joinedInto' in prepared) return seeOther(prepared.joinedInto)
  const { scope, page } = prepared
  const joined = (await request.form()).text('joined')
  const outcome = isId(joined)
    ? await request.database.write(scope, (tx) =>
        takeApart(tx, scope, page.signal.id, joined, request.clock.now()),
      )
    : 'changed-meanwhile'
  if (outcome === 'kept')
    return seeOther(handleAddress(`/${page.signal.id}`, page.municipality, 'losgemaakt'))
  return conflict(request)
}

/** A colleague was first: what he made of it, with what was typed here. */
async function conflict(request: WebRequest, typed?: FormFields): Promise<Reply> {
  const latest = await prepare(request)
  if ('joinedInto' in latest) return seeOther(latest.joinedInto)
  const { page, form } = latest
  const errors: FormError[] = [{ id: 'stand', message: request.t('signals.error.meanwhile') }]
  return {
    kind: 'page',
    status: 409,
    page: showSignalPage({
      ...page,
      form: typed ? typedOver(typed, page.signal.version) : form,
      errors,
    }),
  }
}

async function prepare(request: WebRequest) {
  const { scope, ...page } = await prepareHandling(request)
  const id = request.idParam('signal')
  const { municipality } = page
  return request.database.read(scope, async (db) => {
    const signals = await findSignals(db, scope, [municipality.code])
    const lead = signals.find(({ joined }) => joined.some((each) => each.id === id))
    if (lead) return { joinedInto: handleAddress(`/${lead.id}`, municipality) }
    const signal = foundOrRefuse(signals.find((candidate) => candidate.id === id))
    const ids = [signal, ...signal.joined].map((each) => each.id)
    // What a municipality that merged was asked is counted with its successor.
    const counted = scope.municipalityCodes.includes(municipality.code)
      ? municipality.code
      : (municipality.successorCode ?? municipality.code)
    return {
      scope,
      form: answerOf(signal),
      page: {
        ...page,
        signals,
        signal,
        desks: await findDesks(db, scope, signal.deskIds),
        changes: await findChanges(db, scope, ids),
        evidence: await readEvidence(
          db,
          scope,
          { municipalityCode: counted, topic: signal.topicCode },
          request.clock.now(),
        ),
      },
    }
  })
}

const answerOf = ({ status, answer, version }: LeadSignal): FormFields =>
  new FormFields([
    ['status', status],
    ['answer', answer],
    ['version', String(version)],
  ])
