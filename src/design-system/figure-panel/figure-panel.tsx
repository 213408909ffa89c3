import type { Child, PropsWithChildren } from 'hono/jsx'
import { Details } from '../details/details.tsx'
import { Heading } from '../heading/heading.tsx'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'

/** What is needed to take a chart along as a picture. A script shows the button: figure-panel.browser.ts. */
export interface FigurePicture {
  /** On the button; a verb. */
  copy: string
  /** What is said when it is on the clipboard, and when it could only be saved as a file. */
  copied: string
  saved: string
  /** Below the picture: where the numbers come from. */
  source: string
}

export type FigurePanelProps = PropsWithChildren<{
  id: string
  /** Says what one sees in it, not only what it is about. */
  title: Child
  /** What it is about and in which unit. */
  about: Child
  /** The same numbers as a table, one tap away. */
  table?: { label: Child; content: Child } | undefined
  /** How it was counted, one tap away. */
  definition?: { label: Child; content: Child } | undefined
  picture?: FigurePicture | undefined
}>

/** A chart with all that belongs to it, in this order: what it says, what it is, the drawing, the table, how it was counted. */
export function FigurePanel({ id, title, about, table, definition, picture, children }: FigurePanelProps) {
  return (
    <div class="balie-figure-panel" id={id}>
      <Heading level={3}>{title}</Heading>
      <p class="balie-figure-panel__about">{about}</p>
      {children}
      <div class="balie-figure-panel__more">
        {table && <Details summary={table.label}>{table.content}</Details>}
        {definition && <Details summary={definition.label}>{definition.content}</Details>}
        {picture && (
          <div
            class="balie-figure-panel__picture"
            hidden
            data-copied={picture.copied}
            data-saved={picture.saved}
            data-source={picture.source}
          >
            <button class="nl-button nl-button--subtle" type="button">
              <span class="nl-button__label">
                {picture.copy}
                <VisuallyHidden>: {title}</VisuallyHidden>
              </span>
            </button>
            <span role="status"></span>
          </div>
        )}
      </div>
    </div>
  )
}

/** Panels in pairs where there is room for two, one below the other elsewhere. */
export function FigurePairs({ children }: PropsWithChildren) {
  return <div class="balie-figure-pairs">{children}</div>
}
