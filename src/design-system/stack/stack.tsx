import type { PropsWithChildren } from 'hono/jsx'
import { classNames } from '../class-names.ts'

/** Things below each other with white space between: 'sm' within one thing, 'md' in a form, 'lg' between parts. */
export function Stack({ gap = 'md', children }: PropsWithChildren<{ gap?: 'sm' | 'md' | 'lg' }>) {
  const size = { sm: 'balie-stack--sm', md: undefined, lg: 'balie-stack--lg' }[gap]
  return <div class={classNames('balie-stack', size)}>{children}</div>
}

/**
 * Things beside each other as far as they fit; `apart` pushes the first and the last to the edges, `end` puts a button in
 * line with the control beside it and not with its label.
 */
export function Row({ apart, end, children }: PropsWithChildren<{ apart?: boolean; end?: boolean }>) {
  return (
    <div class={classNames('balie-row', apart && 'balie-row--apart', end && 'balie-row--end')}>
      {children}
    </div>
  )
}

/** Equal columns as far as each keeps a readable width; below that, one below the other. */
export function Columns({ children }: PropsWithChildren) {
  return <div class="balie-columns">{children}</div>
}
