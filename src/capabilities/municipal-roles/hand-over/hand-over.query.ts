import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findNetworkActions } from '../../directory/public.ts'
import type { ContactPerson } from '../contact-person.ts'
import type { ContactScope } from '../keep-contact-person/keep-contact-person.command.ts'
import { findTalks } from '../show-policy/show-policy.query.ts'
import { comingTalks, type Talk } from '../talk.ts'

/** What is open when somebody leaves: what his side owes the network, and the talks that come. */
export interface OpenThings {
  readonly actions: readonly { readonly id: string; readonly what: string; readonly dueOn: string }[]
  readonly talks: readonly Talk[]
}

/** @param codes the municipalities with which the side works; for a municipality its own */
export async function findOpenThings(
  db: ReadHandle,
  scope: ContactScope,
  leaving: ContactPerson,
  codes: readonly string[],
  today: string,
): Promise<OpenThings> {
  const owedBy = leaving.libraryId === null ? 'municipality' : 'library'
  const talks = comingTalks(await findTalks(db, scope, codes), today)
  const actions = []
  for (const code of codes)
    actions.push(
      ...(await findNetworkActions(db, scope, code)).filter(
        ({ doneOn, owedByKind }) => doneOn === null && owedByKind === owedBy,
      ),
    )
  return {
    actions: actions.map(({ id, what, dueOn }) => ({ id, what, dueOn })),
    talks: talks.filter(
      ({ libraryId }) => leaving.libraryId === null || libraryId === null || libraryId === leaving.libraryId,
    ),
  }
}
