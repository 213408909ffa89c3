import type { DesksScope, LibraryScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { readCommonOtherTexts, readOwnOtherTexts } from '../../contacts/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { groupTexts, type TextGroup } from '../group-texts.ts'
import { otherCodesOf } from '../proposal.ts'

export interface GroupedTexts {
  readonly groups: readonly TextGroup[]
  /** In how many contacts something was typed that too few have in common to be shown, by answer; nothing for one's own. */
  readonly rare: ReadonlyMap<string, number>
}

/**
 * What was typed beside 'other', put together by likeness. The nation sees what many have in common, and of that nothing in the form
 * of personal data: such a text should not have been saved, so it is looked for once more.
 */
export async function readGroups(
  db: ReadHandle,
  scope: NationalScope | LibraryScope | DesksScope,
  period: { readonly from: string; readonly until: string },
): Promise<GroupedTexts> {
  const codes = otherCodesOf(await readListsOfAllDays(db, scope))
  if (scope.kind !== 'nation')
    return { groups: groupTexts(await readOwnOtherTexts(db, scope, codes, period)), rare: new Map() }
  const { texts, rare } = await readCommonOtherTexts(db, scope, codes, period)
  const year = Number(period.until.slice(0, 4))
  const told = texts.filter(({ text }) => findPersonalData(text, year) === undefined)
  const left = new Map(rare)
  for (const { code, text, contacts } of texts)
    if (findPersonalData(text, year) !== undefined) left.set(code, (left.get(code) ?? 0) + contacts)
  return { groups: groupTexts(told), rare: left }
}
