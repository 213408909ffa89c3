import { uuidv7 } from 'uuidv7'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { findNotice, findReachedDesks } from '../find-notices/find-notices.query.ts'
import { announceAddress, prepareAnnouncing } from '../notices-address.ts'
import { addNotice, changeNotice } from './announce-notice.command.ts'
import { noticeFields, noticeForm, noticeSent, saysTheSame } from './announce-notice.form.ts'
import { noticePage } from './announce-notice.page.tsx'

/** An empty form; an address can bring along a title and a topic, as a signal does. */
export async function showAddNotice(request: WebRequest): Promise<Reply> {
  const { page } = await prepareNew(request)
  const form = new FormFields([
    ['id', uuidv7()],
    ['reach', 'all'],
    ['title', request.query('titel')],
    ['topic', request.query('onderwerp')],
  ])
  return showPage(noticePage({ ...page, form, errors: [] }))
}

export async function submitAddNotice(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepareNew(request)
  const form = await request.form()
  const id = form.text('id')
  if (!isId(id)) refuse('unsupported-media-type', 'no notice id')
  const parsed = parseForm(noticeForm(choicesOf(page)), noticeSent(form), request.t)
  if (!parsed.ok) return showAgain(noticePage({ ...page, form, errors: parsed.errors }))
  const announce = form.text('action') === 'announce'
  const outcome = await request.database.write(scope, (tx) =>
    addNotice(
      tx,
      scope,
      { id, municipalityCode: page.municipality.code },
      parsed.value,
      announce,
      request.clock.now(),
    ),
  )
  if (outcome === 'there-already') {
    const stored = foundOrRefuse(await request.database.read(scope, (db) => findNotice(db, scope, id)))
    // The same form, changed after it was sent: that is a change of what is there.
    if (!saysTheSame(parsed.value, factsOf(stored))) return meanwhile(request, page, stored, form)
  }
  return seeOther(announceAddress(`/${id}`, page.municipality, announce ? 'aangekondigd' : 'bewaard'))
}

export async function showChangeNotice(request: WebRequest): Promise<Reply> {
  const { page, notice } = await prepareChange(request)
  return showPage(noticePage({ ...page, notice, form: noticeFields(notice), errors: [] }))
}

export async function submitChangeNotice(request: WebRequest): Promise<Reply> {
  const { scope, page, notice } = await prepareChange(request)
  const form = await request.form()
  const parsed = parseForm(noticeForm(choicesOf(page)), noticeSent(form), request.t)
  if (!parsed.ok) return showAgain(noticePage({ ...page, notice, form, errors: parsed.errors }))
  const announce = form.text('action') === 'announce'
  const outcome = await request.database.write(scope, (tx) =>
    changeNotice(
      tx,
      scope,
      { ...notice, version: versionSent(form) },
      parsed.value,
      { announce, seeAgain: form.has('see-again') },
      request.clock.now(),
    ),
  )
  if (outcome === 'kept')
    return seeOther(
      announceAddress(`/${notice.id}`, page.municipality, announce ? 'aangekondigd' : 'bewaard'),
    )
  const latest = await prepareChange(request)
  return meanwhile(request, latest.page, latest.notice, form)
}

type Prepared = Awaited<ReturnType<typeof prepareNew>>['page']
type Stored = Awaited<ReturnType<typeof prepareChange>>['notice']

const meanwhile = (request: WebRequest, page: Prepared, notice: Stored, form: FormFields): Reply => ({
  kind: 'page',
  status: 409,
  page: noticePage({
    ...page,
    notice,
    stored: notice,
    form: typedOver(form, notice.version),
    errors: [{ id: 'meanwhile', message: request.t('notices.error.meanwhile') }],
  }),
})

const factsOf = ({
  title,
  topics,
  countsFrom,
  shownUntil,
  whatChanges,
  tell,
  link,
  chosenDesks,
}: Stored) => ({
  title,
  topics,
  countsFrom,
  shownUntil,
  whatChanges,
  tell,
  link,
  chosenDesks,
})

const choicesOf = ({ lists, desks, today }: Prepared) => ({
  topics: new Set(lists.topics.map(({ code }) => code)),
  desks: new Set(desks.map(({ id }) => id)),
  today,
})

/** A municipality that is no more announces nothing new; what it announced can still be changed. */
async function prepareNew(request: WebRequest) {
  const prepared = await prepare(request)
  return prepared.page.municipality.validUntil === null ? prepared : refuse('not-found')
}

async function prepare(request: WebRequest) {
  const { scope, codes, ...page } = await prepareAnnouncing(request)
  const desks = await request.database.read(scope, (db) => findReachedDesks(db, scope, codes))
  return { scope, page: { ...page, desks } }
}

async function prepareChange(request: WebRequest) {
  const { scope, page } = await prepare(request)
  const id = request.idParam('notice')
  const notice = foundOrRefuse(await request.database.read(scope, (db) => findNotice(db, scope, id)))
  // What was withdrawn stays as it was: a new one is a new notice.
  if (notice.municipalityCode !== page.municipality.code || notice.withdrawnOn) refuse('not-found')
  return { scope, page, notice }
}
