/** Something that a municipality has to do or look at now. */
export interface Attention {
  readonly text: string
  readonly href: string
  /** It should have been done before today. */
  readonly late: boolean
}

/** What is late first; else as it came. */
export const inOrder = (all: readonly Attention[]): Attention[] => [
  ...all.filter(({ late }) => late),
  ...all.filter(({ late }) => !late),
]
