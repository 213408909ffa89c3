/** A table of a document: every cell is words, ready to stand there. */
export interface DocumentTable {
  readonly caption: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A part of a document. */
export interface DocumentSection {
  /** Stays the same in each language: by which a page points at it. */
  readonly id: string
  readonly heading: string
  /** On one page: in the second column. */
  readonly aside?: boolean
  readonly text?: readonly string[]
  readonly points?: readonly string[]
  /** Numbers with what they are, to be seen at once. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
  readonly quotes?: readonly string[]
  readonly tables?: readonly DocumentTable[]
}

/** What is sent to an alderman or a council: page and PDF are made of it and of nothing else. */
export interface TownHallDocument {
  readonly kind: 'alderman' | 'council'
  readonly language: 'nl' | 'en'
  readonly title: string
  /** Of which day it is, and that it is still running where it is. */
  readonly state: string
  /** 2026-11-26 */
  readonly day: string
  readonly sections: readonly DocumentSection[]
}
