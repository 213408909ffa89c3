/** The tables that are published, each a file of its own; in addresses and files by these names. */
export const tables = [
  'landelijk-per-maand',
  'provincies-per-maand',
  'gemeenten-per-kwartaal',
  'gemeenten-per-jaar',
] as const
export type TableName = (typeof tables)[number]

/** What a number counts; in the files by these words. */
export const parts = ['totaal', 'onderwerp', 'hoofdonderwerp', 'kanaal', 'hulp'] as const
export type Part = (typeof parts)[number]

export interface PublishedCell {
  readonly table: TableName
  /** NL, or the CBS code of a province or a municipality. */
  readonly region: string
  /** 2026-03, 2026-Q1 or 2026. */
  readonly period: string
  readonly part: Part
  /** Of a topic, main topic, channel or way of help; of a total its unit. */
  readonly code: string
  readonly unit: 'contacts' | 'questions'
  /** Undefined: hidden. */
  readonly number: number | undefined
}

/** What is published of a quarter or a year. */
export interface TablesOfPeriod {
  readonly cells: readonly PublishedCell[]
  /** By topic: under which main topic it is told of areas. */
  readonly mainTopics: ReadonlyMap<string, string>
}

/** What was counted in a municipality in a month. */
export interface MonthCounts {
  readonly municipality: string
  readonly province: string
  /** As 2026-03. */
  readonly month: string
  readonly cells: Readonly<Record<string, number>>
}

/** The codes that there are in a period, and in which group a topic stands. */
export interface Codes {
  readonly groupOf: ReadonlyMap<string, string>
  readonly channels: readonly string[]
  readonly help: readonly string[]
}
