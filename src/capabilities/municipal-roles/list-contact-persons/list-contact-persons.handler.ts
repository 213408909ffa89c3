import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findDesks } from '../../desks/public.ts'
import { notGone } from '../contact-person.ts'
import { municipalContext } from '../municipal-context.ts'
import { findLibrariesMet } from '../show-policy/show-policy.query.ts'
import { listContactPersonsPage } from './list-contact-persons.page.tsx'
import { findContactPersons, findHandOvers } from './list-contact-persons.query.ts'

/** Who speaks for the municipality, and for each of the libraries that work for it. */
export async function listContactPersons(request: WebRequest): Promise<Reply> {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  const found = await request.database.read(scope, async (db) => {
    const all = await findContactPersons(db, scope, { municipalityCodes: [municipality.code] })
    const libraries = await findLibrariesMet(db, scope, [municipality.code])
    const theirs = notGone(
      await findContactPersons(db, scope, { libraryIds: libraries.map(({ id }) => id) }),
      today,
    )
    const own = notGone(all, today)
    return {
      own,
      gone: all.filter((person) => !own.includes(person)),
      handOvers: await findHandOvers(
        db,
        scope,
        own.map(({ id }) => id),
      ),
      libraries,
      theirs,
      desks: await findDesks(
        db,
        scope,
        theirs.flatMap(({ deskId }) => deskId ?? []),
      ),
    }
  })
  return showPage(
    listContactPersonsPage({
      ...context,
      ...found,
      t: request.t,
      language: request.language,
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
