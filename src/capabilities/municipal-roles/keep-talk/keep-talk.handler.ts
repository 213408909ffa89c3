import type { WebRequest } from '../../../platform/http/web-request.ts'
import { currentOf } from '../contact-person.ts'
import { hasNotEnded } from '../direction.ts'
import { keep } from '../keeping.ts'
import { findContactPersons } from '../list-contact-persons/list-contact-persons.query.ts'
import { policyAddress, policyContext } from '../policy-context.ts'
import { findDesksMet } from '../show-direction/show-direction.query.ts'
import { findLibrariesMet, findPolicyContacts, findTalks } from '../show-policy/show-policy.query.ts'
import { addTalk, changeTalk } from './keep-talk.command.ts'
import { talkFields, talkForm, talkSent } from './keep-talk.form.ts'
import { talkPage } from './keep-talk.page.tsx'

async function talkContext(request: WebRequest) {
  const context = await policyContext(request)
  const { scope, municipality, area, today } = context
  return request.database.read(scope, async (db) => {
    const contacts = await findPolicyContacts(db, scope, [municipality.code])
    const own = currentOf(
      await findContactPersons(db, scope, { municipalityCodes: [municipality.code] }),
      today,
    )
    return {
      ...context,
      libraries: await findLibrariesMet(db, scope, [municipality.code]),
      desks: await findDesksMet(db, scope, municipality.code),
      /** Who will most likely take part: the contact person, and whom to speak with on this area. */
      likely: [
        ...(own ? [own.name] : []),
        ...contacts
          .filter((person) => person.area === area && hasNotEnded(person, today))
          .map(({ name }) => name),
      ],
    }
  })
}
export type TalkContext = Awaited<ReturnType<typeof talkContext>>

/** The library with the most desks here: most likely the one to speak with. */
function mostDesks(libraries: TalkContext['libraries'], desks: TalkContext['desks']): string {
  const number = (id: string): number => desks.filter(({ libraryId }) => libraryId === id).length
  return libraries.toSorted((one, other) => number(other.id) - number(one.id))[0]?.id ?? ''
}

/** Three-party talks on a policy area, one by one. */
export const talkHandlers = keep({
  prepare: talkContext,
  param: 'talk',
  find: async (db, { scope, municipality, area }, id) =>
    (await findTalks(db, scope, [municipality.code])).find((each) => each.id === id && each.area === area),
  form: ({ libraries, today }) => talkForm(libraries, today),
  sent: talkSent,
  fields: talkFields,
  begin: (_request, { libraries, desks, likely }) => [
    ['libraryId', mostDesks(libraries, desks)],
    ['participants', likely.join('\n')],
  ],
  page: talkPage,
  add: (tx, { scope, municipality, area }, id, facts, now) =>
    addTalk(tx, scope, { municipalityCode: municipality.code, area }, id, facts, now),
  change: (tx, { scope }, at, facts, now) => changeTalk(tx, scope, at, facts, now),
  after: (context) => policyAddress(context, '', { bericht: 'bewaard' }),
})
