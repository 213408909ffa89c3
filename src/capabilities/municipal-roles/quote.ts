/** What a visitor said, without anything that tells who it was. */
export interface Quote {
  readonly id: string
  readonly deskId: string
  readonly text: string
  readonly heardOn: string
  /** The municipality sees it. */
  readonly shared: boolean
  readonly version: number
}

/** Longest quote, in characters: a sentence or two. */
export const longestQuote = 300
