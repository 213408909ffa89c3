import type { PropsWithChildren } from 'hono/jsx'

const classes = {
  1: 'nl-heading nl-heading--level-1',
  2: 'nl-heading nl-heading--level-2',
  3: 'nl-heading nl-heading--level-3',
  4: 'nl-heading nl-heading--level-4',
} as const

export type HeadingLevel = keyof typeof classes

export type HeadingProps = PropsWithChildren<{
  level: HeadingLevel
  /** Looks like another level, where the outline asks for one size and the page for another. */
  looks?: HeadingLevel | undefined
  id?: string | undefined
}>

/** A heading. Levels follow the outline of the page; skip none. */
export function Heading({ level, looks = level, id, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag class={classes[looks]} id={id}>
      {children}
    </Tag>
  )
}
