import type { OpenDataAttack } from './open-data.ts'
import type { ExportFigures } from './raw-export.ts'
import type { Peers } from './scale-peers.ts'
import type { QuestionTime, RecountTime } from './scale-questions.ts'

export interface SizeMeasured {
  readonly contacts: number
  readonly gigabytes: number
  readonly postgresVersion: string
  readonly questions: readonly QuestionTime[]
  /** Contacts registered with figures kept and folded, against without. */
  readonly registeringRatio: number
  readonly recount: RecountTime
  readonly peers: Peers
  readonly attack: OpenDataAttack | undefined
}

export const scaleHeading = '## From a month to ten years of the nation'

/** What a sample of the hidden numbers of open data could be brought down to, by linear programming. */
function sayAttack(sizes: readonly SizeMeasured[]): string {
  return sizes
    .flatMap(({ contacts, attack }) =>
      attack
        ? [
            `
Open data of a year of ${number(contacts, 0)} contacts: ${number(attack.numbers, 0)} numbers, of which ${number(attack.hidden, 0)} are hidden. Of these ${attack.attacked} were attacked
(seeded sample, ${number(attack.secondsToAttack, 0)} s): the narrowest range to which one could be brought is ${number(attack.narrowest, 0)}. With only small numbers hidden the same attack brings ${attack.foundWithoutComplementary}
of them below ten.
`,
          ]
        : [],
    )
    .join('')
}

const number = (value: number, digits = 1): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** The part of docs/performance.md on growth. */
export function scaleReport(
  sizes: readonly SizeMeasured[],
  exports: readonly ExportFigures[],
  day: string,
): string {
  const largest = sizes.at(-1)
  if (!largest) throw new Error('Nothing was measured')
  const head = (first: string): string =>
    `| ${[first, ...sizes.map(({ contacts }) => `${number(contacts, 0)} contacts`)].join(' | ')} |\n|${' --- |'.repeat(sizes.length + 1)}`
  const row = (name: string, of: (size: SizeMeasured) => string): string =>
    `| ${[name, ...sizes.map(of)].join(' | ')} |`
  const names = largest.questions.map(({ name, way }) => ({ name, way }))
  const slowest = (way: QuestionTime['way'], by: (time: QuestionTime) => number): number =>
    Math.max(...largest.questions.filter((time) => time.way === way).map(by))
  const goal = (name: string, wanted: string, value: string, met: boolean): string =>
    `| ${name} | ${wanted} | ${value} | ${met ? 'met' : '**missed**'} |`
  const keptMedian = slowest('kept', ({ medianMs }) => medianMs)
  const keptP99 = slowest('kept', ({ p99Ms }) => p99Ms)
  const countedMedian = slowest('counted', ({ medianMs }) => medianMs)
  return `${scaleHeading}

Written by \`script/bench --scale\` on ${day}, ${largest.postgresVersion}. The nation's 1,200 desks, with contacts over one year, and at last over ten
(${number(largest.gigabytes)} GB). Pages over HTTP, whole, for one client on the same machine, one request after the other.

| with ${number(largest.contacts, 0)} contacts | goal | measured | |
| --- | --- | --- | --- |
${goal('Filters that are kept, slowest median', '≤ 50 ms', `${number(keptMedian)} ms`, keptMedian <= 50)}
${goal('Filters that are kept, slowest p99', '≤ 150 ms', `${number(keptP99)} ms`, keptP99 <= 150)}
${goal('A combination that is counted, up to 300,000 contacts, slowest median', '≤ 2,000 ms', `${number(countedMedian, 0)} ms`, countedMedian <= 2000)}
${goal('Contacts registered with figures, against without', 'at least 0.8', number(largest.registeringRatio, 2), largest.registeringRatio >= 0.8)}

Median and, after the stroke, p99, in milliseconds:

${head('figures of')}
${names
  .map(({ name, way }) =>
    row(`${name} (${way})`, ({ questions }) => {
      const time = questions.find((each) => each.name === name)
      return time
        ? time.way === 'worker'
          ? number(time.medianMs, 0)
          : `${number(time.medianMs)} / ${number(time.p99Ms)}`
        : '–'
    }),
  )
  .join('\n')}

${head('in the same run')}
${row('Plain SQL, six charts of twelve months, ms', ({ peers }) => number(peers.plainMs, 0))}
${row('DuckDB, the same over a copy of the columns it needs, ms', ({ peers }) => number(peers.duckMs, 0))}
${row('Making that copy, s', ({ peers }) => number(peers.copySeconds))}
${row('Bytes of the kept rows that the page reads', ({ peers }) => number(peers.bytes, 0))}
${row('These bytes at the speed of memory, ms', ({ peers }) => number(peers.bytesMs, 4))}
${row('Recount of a year of the nation, s', ({ recount }) => number(recount.seconds, 0))}
${row('The nation’s page meanwhile, ms', ({ recount }) => `${number(recount.medianMs)} / ${number(recount.p99Ms)}`)}
${row('Registering with figures, against without', ({ registeringRatio }) => number(registeringRatio, 2))}
${sayAttack(sizes)}
${sayExports(exports)}`
}

/** What it takes to make files of all contacts of a library that has very many. */
function sayExports(exports: readonly ExportFigures[]): string {
  if (exports.length === 0) return ''
  return `All contacts of a library as a file, made by a worker that does nothing else; memory above what it held before, and the longest that its
event loop was blocked:

| file | rows | seconds | megabytes | memory, MB (goal ≤ 150) | longest block, ms (goal ≤ 100) |
| --- | --- | --- | --- | --- | --- |
${exports
  .map(
    (each) =>
      `| .${each.kind} | ${number(each.rows, 0)} | ${number(each.seconds, 0)} | ${number(each.fileMegabytes, 0)} | ${number(each.megabytes, 0)} | ${number(each.longestBlockMs, 0)} |`,
  )
  .join('\n')}
`
}
