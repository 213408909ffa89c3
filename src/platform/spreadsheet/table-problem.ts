/** What a file may hold at most; the caller knows how much its memory bears. */
export interface TableLimits {
  /** Below the header. */
  readonly rows: number
  readonly columns: number
  /** Of everything that is unpacked together. The texts that cells share stay in memory: a quarter of this at most. */
  readonly unpackedBytes: number
  readonly cellCharacters: number
}

export type FileProblem =
  /** Nothing in it, or nothing below the header. */
  | { readonly kind: 'empty' }
  /** No table that we read: a picture, a document, another kind of spreadsheet, a web page with the name of one. */
  | { readonly kind: 'wrong-type' }
  | { readonly kind: 'password' }
  /** Excel of before 2007. */
  | { readonly kind: 'old-excel' }
  | { readonly kind: 'damaged' }
  /** A formula's value is as old as the last time somebody saved, and may point elsewhere. `cell` as 'D4'. */
  | { readonly kind: 'formula'; readonly cell: string }
  /** A quote in a text file that is opened and not closed. `line`: the row, as a spreadsheet counts them, from 1. */
  | { readonly kind: 'quotes'; readonly line: number }
  | {
      readonly kind: 'too-large'
      readonly what: 'rows' | 'columns' | 'cell' | 'unpacked'
      /** What is allowed: rows, columns, characters or bytes. */
      readonly most: number
    }

/** Thrown by the rows of a table for what shows itself only half-way. */
export class TableProblem extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(`The file cannot be read: ${problem.kind}`)
    this.name = 'TableProblem'
    this.problem = problem
  }
}

export const damaged = (): TableProblem => new TableProblem({ kind: 'damaged' })

export const tooLarge = (what: 'rows' | 'columns' | 'cell' | 'unpacked', most: number): TableProblem =>
  new TableProblem({ kind: 'too-large', what, most })
