import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay, mondayOf } from '../../../platform/time/local-time.ts'
import { nameAccounts } from '../../people/public.ts'
import { deskCookie } from '../desk-cookies.ts'
import { contactsPermissions } from '../permissions.ts'
import { readDeskForm } from '../read-desk-form/read-desk-form.query.ts'
import { noDeskPage } from '../register-contact/register-contact.page.tsx'
import { listContactsPage } from './list-contacts.page.tsx'
import { countDesk, listContacts, listTallies, type Period } from './list-contacts.query.ts'

/** The registrations of today or this week: one's own, and as coordinator everybody's; with the totals of the desk. */
export async function showListContacts(request: WebRequest): Promise<Reply> {
  const { actor, language, t } = request
  const now = request.clock.now()
  const today = localDay(now)
  const week = request.query('periode') === 'week'
  const period: Period = week
    ? { from: mondayOf(today), until: addDays(mondayOf(today), 7) }
    : { from: today, until: addDays(today, 1) }
  const page = Math.max(1, Math.min(1_000, Number.parseInt(request.query('bladzijde'), 10) || 1))

  const desksScope = actor.desksScope(contactsPermissions['contacts.register'])
  const wanted = request.query('informatiepunt')
  if (wanted !== '' && !desksScope.deskIds.includes(wanted)) refuse('not-allowed')
  const remembered = request.cookies[deskCookie]
  const deskId = wanted || (remembered && desksScope.deskIds.includes(remembered) ? remembered : undefined)
  const data = await request.database.read(desksScope, (db) =>
    readDeskForm(db, desksScope, { actor, deskId, day: today, language }),
  )
  if (!data) return showPage(noDeskPage(t))

  const oversees = actor.desksFor(contactsPermissions['contacts.oversee']).includes(data.desk.id)
  const everybody = oversees && request.query('van') !== 'mij'
  const scope = actor.deskScope(contactsPermissions['contacts.register'], data.desk.id)
  const found = await request.database.read(scope, async (db) => {
    const listed = await listContacts(
      db,
      scope,
      { ...period, author: everybody ? undefined : actor.accountId, page },
      now,
    )
    const tallies = await listTallies(db, scope, period, now)
    const authors = [...listed.contacts, ...tallies].map(({ authorAccountId }) => authorAccountId)
    return {
      ...listed,
      tallies,
      totals: await countDesk(db, scope, period),
      names: await nameAccounts(db, scope, authors),
    }
  })
  return showPage(
    listContactsPage({
      t,
      language,
      data,
      ...found,
      today,
      week,
      oversees,
      everybody,
      page,
      changed: request.query('gewijzigd'),
    }),
  )
}
