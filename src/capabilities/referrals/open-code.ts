import { openCode, openLink } from '../../platform/auth/links.query.ts'
import { type LinkScope, publicScope } from '../../platform/auth/scope.ts'
import { readShortCode } from '../../platform/auth/short-code.ts'
import { mayDoOpenly, rememberOpenAct } from '../../platform/auth/throttle.command.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'

export type OpenedCode =
  | { readonly kind: 'opened'; readonly what: 'appointment' | 'call-back'; readonly scope: LinkScope }
  /** Wrong, run out, or never given: the same for all. */
  | { readonly kind: 'unknown' }
  /** Too many wrong ones from this network address. */
  | { readonly kind: 'wait' }

/**
 * What a code on paper, or the token of a link in a mail, opens of appointments and call backs. Who tries many is made to wait; a
 * right one costs nothing.
 * @param typed as somebody typed it, or as it stood in the address
 */
export function openVisitorCode(request: WebRequest, typed: string): Promise<OpenedCode> {
  const { keys, address } = request
  const now = request.clock.now()
  return request.database.keep(publicScope, async (tx): Promise<OpenedCode> => {
    if (!(await mayDoOpenly(tx, publicScope, 'code', address, now))) return { kind: 'wait' }
    const code = readShortCode(typed)
    for (const what of ['appointment', 'call-back'] as const) {
      const purpose = `referrals.${what}` as const
      const scope = code
        ? await openCode(tx, publicScope, keys, { purpose, code }, now)
        : await openLink(tx, publicScope, { purpose, token: typed }, now)
      if (scope) return { kind: 'opened', what, scope }
    }
    await rememberOpenAct(tx, publicScope, 'code', address, now)
    return { kind: 'unknown' }
  })
}
