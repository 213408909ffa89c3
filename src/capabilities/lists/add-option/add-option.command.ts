import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addValue, inTurn, type KeeperScope } from '../keep-version/keep-version.command.ts'
import { codeFor, type KeptList, type OptionWords } from '../list-option.ts'
import type { TopicGroup } from '../list-snapshot.ts'
import { findOption, readOptions } from '../read-options/read-options.query.ts'

export interface NewOption extends OptionWords {
  readonly group: TopicGroup | null
  readonly validFrom: string
  /** Of a library's own value: the national one that it counts as above the library. */
  readonly nationalCode: string | null
  /** Of a form: what it asks. */
  readonly asks?: readonly string[]
}

/**
 * Adds a value to a list, and gives its code. The nation adds national ones, a library its own: a topic or a way of help that
 * counts as a national one above the library. Then its group is that of the national one.
 */
export async function addOption(
  tx: WriteHandle,
  keeper: KeeperScope,
  list: KeptList,
  option: NewOption,
  now: Instant,
  act: 'add' | 'merge' | 'split' = 'add',
): Promise<string> {
  const { scope } = keeper
  await inTurn(tx, scope, list)
  const libraryId = scope.kind === 'library' ? scope.libraryId : null
  const national = option.nationalCode ? await findOption(tx, scope, list, option.nationalCode) : undefined
  const taken = new Set((await readOptions(tx, scope, list)).map(({ code }) => code))
  const code = codeFor(list, option.labelNl, { local: libraryId !== null, taken })
  const group = national?.group ?? option.group
  await addValue(
    tx,
    keeper,
    { ...option, list, code, group, libraryId, nationalCode: libraryId && option.nationalCode },
    act,
    now,
  )
  return code
}
