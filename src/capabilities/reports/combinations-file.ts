import type { Cells } from '../contacts/public.ts'
import type { Words } from './figure-words.ts'

/** Every combination, a line each, with codes to reckon with and names to read. */
export function combinationsTable(cells: Cells, { t, nameOf }: Words): string[][] {
  const kinds = [
    ['topics', /^topic:(.+)&topic:(.+)$/, 'contacts'],
    ['providers', /^questions\/topic:(.+)&provider:(.+)$/, 'questions'],
    ['help', /^topic:(.+)&(help-.+)$/, 'contacts'],
  ] as const
  const lines = kinds.flatMap(([figure, pattern, unit]) =>
    Object.entries(cells)
      .toSorted(([, one], [, other]) => other - one)
      .flatMap(([cell, count]) => {
        const [, topic, code] = pattern.exec(cell) ?? []
        if (!topic || !code || count <= 0) return []
        return [
          [
            t(`dashboard.together.${figure}`),
            topic,
            nameOf('topics', topic),
            code,
            nameOf(figure, code),
            t(`reports.${unit}`),
            String(count),
          ],
        ]
      }),
  )
  const header = [
    t('reports.file.part'),
    t('dashboard.file.topic-code'),
    t('reports.figure.topics'),
    t('dashboard.file.with-code'),
    t('dashboard.file.with'),
    t('reports.file.unit'),
    t('reports.file.count'),
  ]
  return [header, ...lines]
}
