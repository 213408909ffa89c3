import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { changeValue, currentOption, inTurn, type KeeperScope } from '../keep-version/keep-version.command.ts'
import { type ListOption, mayKeep, type OptionWords } from '../list-option.ts'

export type ChangeOptionOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'changed-meanwhile' | 'not-yours' }

/**
 * Changes the words of a value and the day from which it counts no longer. What was registered keeps the value.
 * @param revision what the person saw; when somebody changed it since, nothing is changed
 */
export async function changeOption(
  tx: WriteHandle,
  keeper: KeeperScope,
  option: Pick<ListOption, 'list' | 'code'>,
  change: OptionWords & { readonly validUntil: string | null; readonly revision: number },
  now: Instant,
): Promise<ChangeOptionOutcome> {
  await inTurn(tx, keeper.scope, option.list)
  const before = await currentOption(tx, keeper.scope, option)
  if (!before || !mayKeep(keeper.scope, before)) return { ok: false, reason: 'not-yours' }
  const act =
    change.validUntil === before.validUntil ? 'change' : change.validUntil === null ? 'reopen' : 'end'
  const changed = await changeValue(tx, keeper, before, { ...change, act }, now)
  return changed ? { ok: true } : { ok: false, reason: 'changed-meanwhile' }
}
