import type { WriteHandle } from '../database/handle.ts'
import type { Instant } from '../time/local-time.ts'
import type { LinkPurpose } from './links.command.ts'
import { openLink } from './links.query.ts'
import type { LinkScope, PublicScope } from './scope.ts'
import { mayDoOpenly, rememberOpenAct } from './throttle.command.ts'

/**
 * What the token of a link opens, for who is not signed in. A wrong one counts for the network address that it came from, and who
 * tries many waits, also with a right one; a right one costs nothing.
 */
export async function tryLink(
  tx: WriteHandle,
  scope: PublicScope,
  link: { readonly purpose: LinkPurpose; readonly token: string; readonly address: string },
  now: Instant,
): Promise<LinkScope | 'wait' | undefined> {
  if (!(await mayDoOpenly(tx, scope, 'code', link.address, now))) return 'wait'
  const opened = await openLink(tx, scope, link, now)
  if (!opened) await rememberOpenAct(tx, scope, 'code', link.address, now)
  return opened
}
