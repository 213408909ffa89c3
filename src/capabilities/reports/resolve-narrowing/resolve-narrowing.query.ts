import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { CellNarrowing } from '../../contacts/public.ts'
import { findDesksOutsideLibraries } from '../../desks/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { findLibrarySizes } from '../../organisations/public.ts'
import type { Narrowing } from '../narrowing.ts'
import { sizeClassOf } from '../size-class.ts'

/** In the words of a count over the contacts: a group as its topics, a place as desks, a size class as libraries. */
export async function resolveNarrowing(
  db: ReadHandle,
  scope: Scope,
  { group, topic, provider, help, channel, place, form, size }: Narrowing,
): Promise<CellNarrowing> {
  const inGroup = group
    ? (await readListsOfAllDays(db, scope)).topics.flatMap((each) =>
        each.group === group ? [each.code] : [],
      )
    : undefined
  const topics = topic && (!inGroup || inGroup.includes(topic)) ? [topic] : topic ? [] : inGroup
  const outside = place ? await findDesksOutsideLibraries(db, scope) : []
  return {
    ...(topics && { topics }),
    ...(provider && { provider }),
    ...(help && { help }),
    ...(channel && { channel }),
    ...(form && { form }),
    ...(place && (place === 'outside' ? { desks: outside } : { otherDesks: outside })),
    ...(size && {
      libraries: [...(await findLibrarySizes(db, scope))].flatMap(([id, inhabitants]) =>
        sizeClassOf(inhabitants) === size ? [id] : [],
      ),
    }),
  }
}
