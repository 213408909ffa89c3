import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page, Reply } from '../../../platform/http/reply.ts'
import { seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { nameAccounts } from '../../people/public.ts'
import { confirmEntry, takeEntry } from '../confirm-entry/confirm-entry.command.ts'
import { handleChange } from '../handle-change/handle-change.command.ts'
import { handleRemark } from '../handle-remark/handle-remark.command.ts'
import { keepingScope, ownerOf } from '../keeping-scope.ts'
import { readEntry, readEntryHistory } from '../read-entry/read-entry.query.ts'
import { sendLink } from '../send-link/send-link.command.ts'
import { askEveryDays, upkeepPath } from '../upkeep.ts'
import { checkForm, checkSent } from './keep-true.form.ts'
import { keepTruePage } from './keep-true.page.tsx'

/** One entry: what stands there, what waits, and who looked at it before. */
export async function showKeepTrue(request: WebRequest): Promise<Reply> {
  const form = new FormFields([['hoe', 'phone']])
  return showPage(await entryPage(request, form, []))
}

/** Writes down a check: opened from the list, it is one more tap. */
export async function submitCheck(request: WebRequest): Promise<Reply> {
  const { scope, entry } = await ownEntry(request)
  const now = request.clock.now()
  const form = await request.form()
  const parsed = parseForm(checkForm(Number(localDay(now).slice(0, 4))), checkSent(form), request.t)
  if (!parsed.ok) return showAgain(await entryPage(request, form, parsed.errors))
  const { hoe, uitkomst, notitie } = parsed.value
  await request.database.write(scope, (tx) =>
    confirmEntry(tx, scope, { partnerId: entry.id, how: hoe, result: uitkomst, note: notitie }, now),
  )
  // Who took one out sees that it is out; who checked one goes on with the next.
  return seeOther(uitkomst === 'ended' ? `${upkeepPath}/${entry.id}?bewaard=ja` : `${upkeepPath}?bewaard=ja`)
}

/** What is done with a remark, a change, the keeper or the link: each by its own button. */
export async function submitUpkeepAct(request: WebRequest): Promise<Reply> {
  const { scope, entry } = await ownEntry(request)
  const form = await request.form()
  const now = request.clock.now()
  const partnerId = entry.id
  const id = form.text('id')
  const tookOver = form.text('overnemen') === 'ja'
  const act = form.text('wat')
  if (act === 'opmerking')
    await request.database.write(scope, (tx) => handleRemark(tx, scope, { id, partnerId, tookOver }, now))
  else if (act === 'wijziging')
    await request.database.write(scope, (tx) => handleChange(tx, scope, { id, partnerId, tookOver }, now))
  else if (act === 'houder') await request.database.write(scope, (tx) => takeEntry(tx, scope, partnerId, now))
  else if (act === 'link') {
    const asked = await request.database.read(scope, (db) => readEntryHistory(db, scope, partnerId))
    const last = asked.asked.find(({ toPartner }) => toPartner)?.at
    const wait = last?.add({ hours: askEveryDays * 24 })
    if (entry.email === null || (wait && wait.epochMilliseconds > now.epochMilliseconds))
      return showAgain(
        await entryPage(request, new FormFields([['hoe', 'phone']]), [
          {
            id: 'link',
            message: request.t(entry.email === null ? 'upkeep.error.no-email' : 'upkeep.error.asked'),
          },
        ]),
      )
    await request.database.write(scope, (tx) => sendLink(tx, scope, request.keys, entry, now))
  } else refuse('not-found')
  return seeOther(`${upkeepPath}/${partnerId}?bewaard=ja`)
}

async function entryPage(request: WebRequest, form: FormFields, errors: readonly FormError[]): Promise<Page> {
  const { scope, entry } = await ownEntry(request)
  const { history, names } = await request.database.read(scope, async (db) => {
    const found = await readEntryHistory(db, scope, entry.id)
    const accounts = [entry.keeperAccountId, ...found.checks.map(({ accountId }) => accountId)]
    return {
      history: found,
      names: await nameAccounts(
        db,
        scope,
        [...new Set(accounts)].filter((id): id is string => id !== null),
      ),
    }
  })
  return keepTruePage({
    t: request.t,
    language: request.language,
    today: localDay(request.clock.now()),
    entry,
    history,
    names,
    isMine: entry.keeperAccountId === scope.accountId,
    sendsMail: request.sendsMail,
    form,
    errors,
    saved: request.query('bewaard') !== '',
  })
}

/** An entry of one's own; one of somebody else is not there. */
async function ownEntry(request: WebRequest) {
  const scope = keepingScope(request.actor)
  const entry = foundOrRefuse(
    await request.database.read(scope, (db) => readEntry(db, scope, request.idParam('partner'))),
  )
  return entry.libraryId === ownerOf(scope) ? { scope, entry } : refuse('not-found')
}
