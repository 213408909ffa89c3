import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { notGone } from '../contact-person.ts'
import { hasNotEnded } from '../direction.ts'
import { choicesOf } from '../keep-own-contact/keep-own-contact.form.ts'
import { findContactPersons, findHandOvers } from '../list-contact-persons/list-contact-persons.query.ts'
import { meetingContext } from '../meeting-desk.ts'
import { findPresences, findPriorities } from '../show-direction/show-direction.query.ts'
import { findPolicyContacts, findTalks } from '../show-policy/show-policy.query.ts'
import { meetMunicipalityPage } from './meet-municipality.page.tsx'
import { findMunicipalitiesMet } from './meet-municipality.query.ts'

/** What a desk knows of its municipality: with whom to speak, which talks come, and what comes first there. */
export async function meetMunicipality(request: WebRequest): Promise<Reply> {
  const context = await meetingContext(request)
  const { scope, today, libraries } = context
  const found = await request.database.read(scope, async (db) => {
    const municipalities = await findMunicipalitiesMet(db, scope, today)
    const codes = municipalities.map(({ code }) => code)
    const own = notGone(
      await findContactPersons(db, scope, { libraryIds: libraries.map(({ id }) => id) }),
      today,
    )
    return {
      municipalities,
      own,
      handOvers: await findHandOvers(
        db,
        scope,
        own.map(({ id }) => id),
      ),
      persons: notGone(await findContactPersons(db, scope, { municipalityCodes: codes }), today),
      policyContacts: (await findPolicyContacts(db, scope, codes)).filter((each) => hasNotEnded(each, today)),
      talks: await findTalks(db, scope, codes),
      priorities: (await findPriorities(db, scope, codes)).filter((each) => hasNotEnded(each, today)),
      presences: (await findPresences(db, scope, codes)).filter(
        (each) => hasNotEnded(each, today) && context.desks.some(({ id }) => id === each.deskId),
      ),
    }
  })
  const mayChange = new Set(choicesOf(context).map(({ value }) => value))
  return showPage(
    meetMunicipalityPage({
      ...context,
      ...found,
      t: request.t,
      language: request.language,
      mayChange,
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
