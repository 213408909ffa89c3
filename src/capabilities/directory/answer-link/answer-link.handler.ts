import { markLinkUsed } from '../../../platform/auth/links.command.ts'
import { openLink } from '../../../platform/auth/links.query.ts'
import { type LinkScope, publicScope } from '../../../platform/auth/scope.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { confirmEntry } from '../confirm-entry/confirm-entry.command.ts'
import { proposeChange } from '../propose-change/propose-change.command.ts'
import { type Entry, readEntry } from '../read-entry/read-entry.query.ts'
import { sendLinksTo } from '../send-link/send-link.command.ts'
import { type LinkAnswer, linkAnswers, linkPath } from '../upkeep.ts'
import { linkForm, linkSent, newLinkForm } from './answer-link.form.ts'
import { askNewLinkPage, entryByLinkPage, thanksPage } from './answer-link.page.tsx'

/** The mail is in Dutch, and so is what its link opens. */
const t = translator('nl')

/** What a link opens. Looking changes nothing: mail programs look at each link before anybody does. */
export async function showEntryByLink(request: WebRequest): Promise<Reply> {
  const opened = await open(request)
  if (!opened) return notThere(request)
  const done = linkAnswers.find((answer) => answer === request.query('gedaan'))
  if (done) return showPage(thanksPage({ t, entry: opened.entry, done, token: request.param('token') }))
  return showPage(
    entryByLinkPage({
      t,
      entry: opened.entry,
      token: request.param('token'),
      form: formOf(opened.entry),
      errors: [],
      today: localDay(request.clock.now()),
      opensForm: request.query('anders') !== '',
    }),
  )
}

/** What a partner answers: still right, something else, or not there any more. */
export async function answerLink(request: WebRequest): Promise<Reply> {
  const opened = await open(request)
  if (!opened) return notThere(request)
  const { scope, entry } = opened
  const token = request.param('token')
  const now = request.clock.now()
  const form = await request.form()
  const page = { t, entry, token, form, opensForm: true, today: localDay(now) }
  const parsed = parseForm(linkForm(Number(page.today.slice(0, 4))), linkSent(form), t)
  if (!parsed.ok) return showAgain(entryByLinkPage({ ...page, errors: parsed.errors }))
  const { antwoord, telefoon, adres, tijden, omschrijving } = parsed.value
  const shown = formOf(entry)
  const other = (name: string, value: string): string | null =>
    value === shown.text(name) || value === '' ? null : value
  const wish = {
    phone: other('telefoon', telefoon),
    address: other('adres', adres),
    hours: tijden || null,
    description: other('omschrijving', omschrijving),
  }
  if (antwoord === 'changed' && Object.values(wish).every((value) => value === null))
    return showAgain(
      entryByLinkPage({ ...page, errors: [{ id: 'telefoon', message: t('upkeep.error.nothing') }] }),
    )
  await request.database.write(scope, async (tx) => {
    if (antwoord === 'right')
      await confirmEntry(tx, scope, { partnerId: entry.id, how: 'link', result: 'right' }, now)
    else if (antwoord === 'changed') await proposeChange(tx, scope, { what: 'change', ...wish }, now)
    else await proposeChange(tx, scope, { what: antwoord, ...nothing }, now)
    await markLinkUsed(tx, scope, token, now)
  })
  return seeOther(`${linkPath}/${token}?gedaan=${antwoord satisfies LinkAnswer}`)
}

const nothing = { phone: null, address: null, hours: null, description: null }

/** Sends a new link to the address that is known, whatever was typed: the answer is the same. */
export async function askNewLink(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const parsed = parseForm(newLinkForm, { email: form.text('email') }, t)
  if (!parsed.ok) return showAgain(askNewLinkPage({ t, form, errors: parsed.errors, sent: false }))
  const now = request.clock.now()
  const allowed = await request.database.keep(publicScope, async (tx) => {
    if (!(await mayDoOpenly(tx, publicScope, 'link', request.address, now))) return false
    await rememberOpenAct(tx, publicScope, 'link', request.address, now)
    return true
  })
  if (!allowed) return tooOften()
  // Kept without a line where there is nobody with this address; each mail has its own.
  await request.database.keep(publicScope, (tx) =>
    sendLinksTo(tx, publicScope, request.keys, parsed.value.email, now),
  )
  return showPage(askNewLinkPage({ t, form: new FormFields([]), errors: [], sent: true }))
}

async function open(
  request: WebRequest,
): Promise<{ readonly scope: LinkScope; readonly entry: Entry } | undefined> {
  const token = request.param('token')
  const scope = await request.database.read(publicScope, (db) =>
    openLink(db, publicScope, { purpose: 'directory.confirm', token }, request.clock.now()),
  )
  if (!scope) return undefined
  const entry = await request.database.read(scope, (db) => readEntry(db, scope, scope.subjectId))
  return entry && entry.endedOn === null ? { scope, entry } : undefined
}

/** A link that is wrong, ran out, or is of an entry that ended: all the same to who has it. */
async function notThere(request: WebRequest): Promise<Reply> {
  const now = request.clock.now()
  const allowed = await request.database.keep(publicScope, async (tx) => {
    const may = await mayDoOpenly(tx, publicScope, 'code', request.address, now)
    if (may) await rememberOpenAct(tx, publicScope, 'code', request.address, now)
    return may
  })
  if (!allowed) return tooOften()
  return {
    kind: 'page',
    status: 404,
    page: askNewLinkPage({ t, form: new FormFields([]), errors: [], sent: false }),
  }
}

const tooOften = (): Reply => ({
  kind: 'page',
  status: 429,
  page: askNewLinkPage({
    t,
    form: new FormFields([]),
    errors: [{ message: t('upkeep.error.often') }],
    sent: false,
  }),
})

/** What stands in the directory now, to change. */
const formOf = ({ phone, addresses, description }: Entry): FormFields =>
  new FormFields([
    ['telefoon', phone ?? ''],
    ['adres', addresses.length === 1 ? (addresses[0] ?? '') : ''],
    ['omschrijving', description],
  ])
