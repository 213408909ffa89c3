import { refuse } from '../../../platform/errors/refusals.ts'
import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findContactsBehind } from '../../contacts/public.ts'
import { askedFigures } from '../asked-figures.ts'
import { figureOfCell } from '../figure.ts'
import { nameCodes } from '../name-codes/name-codes.query.ts'
import { contactsScope } from '../own-areas.ts'
import { resolveNarrowing } from '../resolve-narrowing/resolve-narrowing.query.ts'
import { contactsBehindPage } from './list-contacts-behind.page.tsx'

/** The contacts that one number of the figures counts: of one's own desk or library only. */
export async function showContactsBehind(request: WebRequest): Promise<Reply> {
  const { actor, t, language, url } = request
  const asked = await askedFigures(request)
  if (!asked) return seeOther('/sturing')
  const { areas, choices, read } = asked
  // The form that says what is wrong stands with the figures.
  if (!read.ok) return seeOther(`/sturing${url.search}`)
  const { area, period, narrowing } = read.filter
  const scope = contactsScope(actor, area)
  const cell = request.query('deel')
  const meant = figureOfCell(cell)
  // What stands on no page of figures has no name to show above its contacts.
  if (!meant && !/^(contacts|questions|topic:[a-z0-9-]+|hour:[1-7]-\d\d)$/.test(cell)) refuse('not-found')
  const found = await request.database.read(scope, async (db) => {
    const behind = await findContactsBehind(db, scope, {
      cell,
      ...period,
      page: pageAsked(url),
      narrowing: await resolveNarrowing(db, scope, narrowing),
    })
    if (!behind) return undefined
    // Also the desk that the cell itself is about, where none of its contacts are on this page.
    const deskIds = behind.rows.map(({ deskId }) => deskId)
    if (meant?.name === 'desks') deskIds.push(meant.code)
    const municipalityCodes = meant?.name === 'home' ? [meant.code] : []
    return {
      behind,
      nameOf: await nameCodes(db, scope, {
        deskIds,
        municipalityCodes,
        withProvinces: false,
        period,
        language,
        t,
      }),
    }
  })
  if (!found) refuse('not-found')
  return showPage(
    contactsBehindPage({
      ...found.behind,
      words: { t, language, nameOf: found.nameOf },
      cell,
      filter: read.filter,
      areas,
      choices,
      paging: paging(url, found.behind.contacts),
    }),
  )
}
