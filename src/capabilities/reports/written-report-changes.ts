import type { WrittenFigureId, WrittenReport } from './written-report.ts'

/** A number of a frozen report that is another one now. */
export interface LaterChange {
  /** What it is a number of, as the frozen report calls it. */
  readonly figure: string
  readonly row: string
  readonly column: string
  /** Null where it is hidden or was not there. */
  readonly then: number | null
  readonly now: number | null
}

/** Counts of contacts are corrected later; what desks are and when they open stood like that on the day. */
const counted: readonly WrittenFigureId[] = ['months', 'age', 'language', 'gender', 'help', 'topics']

/** What has become different since a report was frozen, in the order of the report. The report itself never changes. */
export function laterChanges(frozen: WrittenReport, now: WrittenReport): LaterChange[] {
  const changes: LaterChange[] = []
  const compare = (
    figure: string,
    row: string,
    column: string,
    then: number | null,
    present: number | null,
  ): void => {
    if (then !== present) changes.push({ figure, row, column, then, now: present })
  }
  for (const total of frozen.totals) {
    const present = now.totals.find(({ code }) => code === total.code)
    compare(frozen.periodName, total.label, '', total.now, present?.now ?? null)
  }
  for (const figure of frozen.figures.filter(({ id }) => counted.includes(id))) {
    const present = now.figures.find(({ id }) => id === figure.id)
    const rows = new Map(figure.rows.map((row) => [row.code, row]))
    const presentRows = new Map(present?.rows.map((row) => [row.code, row]))
    for (const code of new Set([...rows.keys(), ...presentRows.keys()])) {
      const row = rows.get(code)
      const presentRow = presentRows.get(code)
      const label = row?.label ?? presentRow?.label ?? code
      for (const [at, column] of figure.columns.entries())
        compare(figure.heading, label, column, row?.values[at] ?? null, presentRow?.values[at] ?? null)
    }
  }
  return changes
}
