import type { DesksScope, LibraryScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { countOthersWithoutText, readCommonOtherTexts, readOwnOtherTexts } from '../../contacts/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { groupTexts, type TextGroup } from '../group-texts.ts'
import { otherCodesOf } from '../proposal.ts'
import { plainWords } from '../text-words.ts'

export interface GroupedTexts {
  readonly groups: readonly TextGroup[]
  /** In how many contacts something was typed that too few have in common to be shown, by answer; nothing for one's own. */
  readonly rare: ReadonlyMap<string, number>
  /** In how many contacts 'other' was chosen and nothing typed, by answer. */
  readonly without: ReadonlyMap<string, number>
}

/** Grouping many texts takes a second in which nobody else is served: who looks again, or proposes from what was shown, gets the same. */
const keptForMilliseconds = 60_000
const mostKept = 20
const kept = new Map<string, { readonly grouped: GroupedTexts; readonly until: number }>()
/** Higher each time the groups are forgotten: who began to read before that must not keep what was there before. */
let generation = 0

/** For a process in which a text was blanked or an answer decided on, and for tests. Other processes follow within a minute. */
export function forgetGroups(): void {
  kept.clear()
  generation += 1
}

/**
 * What was typed beside 'other', put together by likeness. The nation sees what many have in common, and of that nothing in the form
 * of personal data: such a text should not have been saved, so it is looked for once more. Kept for a minute.
 */
export async function readGroups(
  db: ReadHandle,
  scope: NationalScope | LibraryScope | DesksScope,
  period: { readonly from: string; readonly until: string },
): Promise<GroupedTexts> {
  const key = `${ownerOf(scope)} ${period.from} ${period.until}`
  const known = kept.get(key)
  if (known && known.until >= performance.now()) return known.grouped
  const readIn = generation
  const grouped = await groupAnew(db, scope, period)
  kept.delete(key)
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest)
  if (readIn === generation) kept.set(key, { grouped, until: performance.now() + keptForMilliseconds })
  return grouped
}

/** Whose texts they are. */
function ownerOf(scope: NationalScope | LibraryScope | DesksScope): string {
  if (scope.kind === 'nation') return 'nation'
  return scope.kind === 'library' ? scope.libraryId : [...scope.deskIds].sort().join()
}

async function groupAnew(
  db: ReadHandle,
  scope: NationalScope | LibraryScope | DesksScope,
  period: { readonly from: string; readonly until: string },
): Promise<GroupedTexts> {
  const codes = otherCodesOf(await readListsOfAllDays(db, scope))
  const without = await countOthersWithoutText(db, scope, codes, period)
  if (scope.kind !== 'nation')
    return { groups: groupTexts(await readOwnOtherTexts(db, scope, codes, period)), rare: new Map(), without }
  const { texts, rare } = await readCommonOtherTexts(db, scope, codes, period)
  const year = Number(period.until.slice(0, 4))
  const told = texts.filter(({ text }) => findPersonalData(text, year) === undefined)
  const left = new Map(rare)
  for (const { code, text, contacts } of texts)
    if (findPersonalData(text, year) !== undefined) left.set(code, (left.get(code) ?? 0) + contacts)
  return { groups: groupTexts(told), rare: left, without }
}

/** The groups that say all words that somebody looks for, or begin to, in one of their texts. */
export function searchGroups(groups: readonly TextGroup[], search: string): readonly TextGroup[] {
  const wanted = plainWords(search)
  if (wanted.length === 0) return groups
  const says = (text: string): boolean => {
    const words = plainWords(text)
    return wanted.every((one) => words.some((word) => word.startsWith(one)))
  }
  return groups.filter(({ texts }) => texts.some(({ text }) => says(text)))
}
