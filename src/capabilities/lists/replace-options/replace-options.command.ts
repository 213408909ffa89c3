import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { addOption } from '../add-option/add-option.command.ts'
import { changeValue, currentOption, inTurn, type KeeperScope } from '../keep-version/keep-version.command.ts'
import type { ListOption, MappedList, OptionWords } from '../list-option.ts'
import { readOptions } from '../read-options/read-options.query.ts'

/** A value as somebody saw it. */
type Seen = Pick<ListOption, 'code' | 'revision'>

/** Either a value that is there, or the words of one to be added. */
export type Target = Seen | OptionWords

export interface Replacement {
  readonly kind: 'merge' | 'split'
  /** Merged: one or more. Split: one. They count no longer from `since` on. */
  readonly from: readonly Seen[]
  /** Merged: one. Split: two or more. */
  readonly into: readonly Target[]
  readonly since: string
}

export type ReplaceOutcome =
  | { readonly ok: true }
  /**
   * Somebody changed one of them since the page was shown; or libraries have values that count as one of them, and those know no
   * day: they would count as another one before it has come.
   */
  | { readonly ok: false; readonly reason: 'changed-meanwhile' | 'local-from-today' }

/**
 * Puts one value in the place of several, or several in the place of one, from a day on; what was registered before keeps its
 * value, and the mapping tells how the two compare. What libraries added and counted as one of them, counts as the first of the
 * new ones from now on; then the day cannot be a later one.
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
  for (const seen of from) {
    const found = await unchanged(tx, scope, list, seen)
    if (!found) return refused(tx, scope, list, 'changed-meanwhile', now)
    ending.push(found)
  }
  for (const target of into)
    if ('code' in target && !(await unchanged(tx, scope, list, target)))
      return refused(tx, scope, list, 'changed-meanwhile', now)
  const ended = ending.map(({ code }) => code)
  const local = (await readOptions(tx, scope, list)).filter(
    ({ nationalCode }) => nationalCode !== null && ended.includes(nationalCode),
  )
  if (local.length > 0 && since > localDay(now)) return refused(tx, scope, list, 'local-from-today', now)
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
  const [first] = codes
  if (first)
    for (const option of local)
      await changeValue(
        tx,
        keeper,
        option,
        { act: kind, nationalCode: first, revision: option.revision },
        now,
      )
  await sql`
    insert into lists.mappings (list, from_code, to_code, kind, since)
    select ${list}, one.code, other.code, ${kind}, ${since}::date
    from unnest(${ended}::text[]) as one (code), unnest(${codes}::text[]) as other (code)
    on conflict do nothing`.execute(tx)
  return { ok: true }
}

/** A value as it is under the lock of its list, when nobody changed it since it was seen. */
async function unchanged(
  tx: WriteHandle,
  scope: NationalScope,
  list: MappedList,
  { code, revision }: Seen,
): Promise<ListOption | undefined> {
  const found = await currentOption(tx, scope, { list, code })
  return found?.revision === revision ? found : undefined
}

async function refused(
  tx: WriteHandle,
  scope: NationalScope,
  list: MappedList,
  reason: 'changed-meanwhile' | 'local-from-today',
  now: Instant,
): Promise<ReplaceOutcome> {
  await recordAudit(tx, scope, now, {
    action: 'lists.change-refused',
    subjectKind: 'list',
    subjectId: list,
    details: { reason },
  })
  return { ok: false, reason }
}
