import type { Cells } from '../contacts/public.ts'
import type { ChangedAnswers } from '../lists/public.ts'
import type { Level } from './area.ts'
import type { FigureName } from './figure.ts'
import type { Counted, Report } from './report.ts'

/** The figure that shows the values of a list that can change. */
export const figureOfList = {
  topic: 'topics',
  'service-provider': 'providers',
  help: 'help',
  channel: 'channel',
} as const satisfies Record<string, FigureName>
type ChangingList = keyof typeof figureOfList

/**
 * Whether what was merged is added up at a level. A municipality is shown parts of its figures only, and adding those up would tell
 * more than they do: there what was merged is not compared.
 */
export const addsUp = (level: Level): boolean => level !== 'municipality' && level !== 'financed'

/** How cells of these lists begin; what comes after is the code. */
const leads = [
  ['questions/topic:', 'topic'],
  ['topic:', 'topic'],
  ['questions/provider:', 'service-provider'],
  ['provider:', 'service-provider'],
] as const

/** The cells with what was merged in between added up under what it became. */
export function comparableCells(cells: Cells, { countedAs }: Pick<ChangedAnswers, 'countedAs'>): Cells {
  const sums: Record<string, number> = {}
  for (const [cell, number] of Object.entries(cells)) {
    const name = comparableCell(cell, countedAs)
    sums[name] = (sums[name] ?? 0) + number
  }
  return sums
}

function comparableCell(cell: string, countedAs: ChangedAnswers['countedAs']): string {
  for (const [lead, list] of leads)
    if (cell.startsWith(lead)) return lead + countedAs(list, cell.slice(lead.length))
  if (cell.startsWith('help-')) return countedAs('help', cell)
  return cell.startsWith('channel-') ? countedAs('channel', cell) : cell
}

/** What was counted, so that it compares with the other period. */
export function comparableCounted(counted: Counted, changed: ChangedAnswers, addsUp: boolean): Counted {
  if (!counted.compared || !addsUp || changed.changes.every(({ kind }) => kind === 'split')) return counted
  const all = (byMonth: Counted['byMonth']): Counted['byMonth'] =>
    new Map([...byMonth].map(([month, cells]) => [month, comparableCells(cells, changed)]))
  return {
    ...counted,
    byMonth: all(counted.byMonth),
    compared: { ...counted.compared, byMonth: all(counted.compared.byMonth) },
  }
}

/** The report without an earlier number where there is none that compares. */
export function withoutIncomparable(report: Report, changed: ChangedAnswers, addsUp: boolean): Report {
  if (changed.changes.length === 0) return report
  const moved = new Set(
    addsUp
      ? []
      : changed.changes.flatMap(({ kind, list, from, to }) =>
          kind === 'merge' ? [...from, ...to].map((code) => `${list} ${code}`) : [],
        ),
  )
  return {
    ...report,
    figures: report.figures.map((figure) => {
      const list = (Object.keys(figureOfList) as ChangingList[]).find(
        (each) => figureOfList[each] === figure.name,
      )
      if (!list) return figure
      const rows = figure.rows.map((row) =>
        changed.isComparable(list, row.code) && !moved.has(`${list} ${row.code}`)
          ? row
          : { ...row, before: undefined },
      )
      return { ...figure, rows }
    }),
  }
}
