import { sql } from 'kysely'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addOption } from '../add-option/add-option.command.ts'
import { changeValue, currentOption, inTurn, type KeeperScope } from '../keep-version/keep-version.command.ts'
import type { ListOption, MappedList, OptionWords } from '../list-option.ts'
import { readOptions } from '../read-options/read-options.query.ts'

/** Either a value that is there, or the words of one to be added. */
export type Target = { readonly code: string } | OptionWords

export interface Replacement {
  readonly kind: 'merge' | 'split'
  /** Merged: one or more. Split: one. They count no longer from `since` on. */
  readonly from: readonly Pick<ListOption, 'code' | 'revision'>[]
  /** Merged: one. Split: two or more. */
  readonly into: readonly Target[]
  readonly since: string
}

export type ReplaceOutcome =
  | { readonly ok: true }
  /** Somebody changed one of them since the page was shown. */
  | { readonly ok: false; readonly reason: 'changed-meanwhile' }

/**
 * Puts one value in the place of several, or several in the place of one, from a day on; what was registered before keeps its
 * value, and the mapping tells how the two compare. What libraries added and counted as one of them, counts as the first of the
 * new ones from now on.
 */
export async function replaceOptions(
  tx: WriteHandle,
  keeper: KeeperScope & { readonly scope: NationalScope },
  list: MappedList,
  { kind, from, into, since }: Replacement,
  now: Instant,
): Promise<ReplaceOutcome> {
  const { scope } = keeper
  await inTurn(tx, scope, list)
  const ending: ListOption[] = []
  for (const { code, revision } of from) {
    const found = await currentOption(tx, scope, { list, code })
    if (!found || found.revision !== revision) return { ok: false, reason: 'changed-meanwhile' }
    ending.push(found)
  }
  const group = ending[0]?.group ?? null
  const codes: string[] = []
  for (const target of into)
    codes.push(
      'code' in target
        ? target.code
        : await addOption(
            tx,
            keeper,
            list,
            { ...target, group, validFrom: since, nationalCode: null },
            now,
            kind,
          ),
    )
  for (const option of ending)
    await changeValue(tx, keeper, option, { act: kind, validUntil: since, revision: option.revision }, now)
  const ended = ending.map(({ code }) => code)
  const [first] = codes
  if (first) await moveLocalOptions(tx, keeper, list, { ended, first, kind }, now)
  await sql`
    insert into lists.mappings (list, from_code, to_code, kind, since)
    select ${list}, one.code, other.code, ${kind}, ${since}::date
    from unnest(${ended}::text[]) as one (code), unnest(${codes}::text[]) as other (code)
    on conflict do nothing`.execute(tx)
  return { ok: true }
}

async function moveLocalOptions(
  tx: WriteHandle,
  keeper: KeeperScope,
  list: MappedList,
  { ended, first, kind }: { ended: readonly string[]; first: string; kind: 'merge' | 'split' },
  now: Instant,
): Promise<void> {
  for (const option of await readOptions(tx, keeper.scope, list))
    if (option.nationalCode && ended.includes(option.nationalCode))
      await changeValue(
        tx,
        keeper,
        option,
        { act: kind, nationalCode: first, revision: option.revision },
        now,
      )
}
