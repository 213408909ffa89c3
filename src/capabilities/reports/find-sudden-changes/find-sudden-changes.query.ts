import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../platform/time/local-month.ts'
import type { Cells } from '../../contacts/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import type { Area, FiguresScope, Level } from '../area.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'
import { hasTwoDesks } from '../report.ts'
import {
  knowsUsual,
  type MonthOfTopics,
  type SuddenChange,
  suddenChanges,
  usualMonths,
} from '../sudden-change.ts'

/** What changed suddenly in the last month that is over. */
export interface SuddenChanges {
  readonly month: string
  /** Enough months could be looked at to know what is usual. */
  readonly isKnown: boolean
  readonly changes: readonly (SuddenChange & { readonly name: string })[]
}

/**
 * The topics of an area that rose or fell suddenly in the last whole month. Of a municipality only months count that tell of two
 * desks (docs/decisions/0016); of the desks that one pays for elsewhere none does. A topic that was put on the list or taken from it
 * in these months did not rise or fall.
 */
export async function findSuddenChanges(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  today: string,
  language: Language,
): Promise<SuddenChanges> {
  const month = addMonths(monthOf(today), -1)
  if (area.level === 'financed') return { month, isKnown: false, changes: [] }
  const from = firstDayOf(addMonths(month, -usualMonths))
  const until = lastDayOf(month)
  const { byMonth } = await readFigures(db, scope, area, { from, until })
  const told = [...byMonth].filter(([, cells]) => mayBeTold(area.level, cells))
  const { topics } = await readListsOfAllDays(db, scope)
  const byCode = new Map(topics.map((topic) => [topic.code, topic]))
  const topicsByMonth = new Map(told.map(([each, cells]) => [each, topicsIn(cells)]))
  const changes = suddenChanges(topicsByMonth, month)
  return {
    month,
    isKnown: knowsUsual(topicsByMonth, month),
    changes: changes.flatMap((change) => {
      const topic = byCode.get(change.topic)
      const isListed =
        topic && topic.validFrom <= from && (topic.validUntil === null || topic.validUntil > until)
      return isListed ? [{ ...change, name: topic.labels[language] }] : []
    }),
  }
}

const mayBeTold = (level: Level, cells: Cells): boolean => level !== 'municipality' || hasTwoDesks(cells)

const lead = 'questions/topic:'

function topicsIn(cells: Cells): MonthOfTopics {
  return {
    questions: cells.questions ?? 0,
    topics: new Map(
      Object.entries(cells).flatMap(([cell, number]) =>
        cell.startsWith(lead) ? [[cell.slice(lead.length), number] as const] : [],
      ),
    ),
  }
}
