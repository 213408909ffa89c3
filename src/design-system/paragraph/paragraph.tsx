import type { PropsWithChildren } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export type ParagraphProps = PropsWithChildren<{
  /** The first sentence of a page, a little larger. */
  lead?: boolean
  /** Beside the matter: smaller and grey, still 7:1. */
  subtle?: boolean
  id?: string | undefined
}>

/** Running text, in lines of at most 70 characters. */
export function Paragraph({ lead, subtle, id, children }: ParagraphProps) {
  return (
    <p
      class={classNames('nl-paragraph', lead && 'nl-paragraph--lead', subtle && 'balie-paragraph--subtle')}
      id={id}
    >
      {children}
    </p>
  )
}
