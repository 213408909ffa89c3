import type { DirectorySearchFigures } from './directory-search.ts'
import { quantile } from './figures.ts'

export const directoryHeading = '## Searching the directory'

/** The part of docs/performance.md on the directory, which stands at its end. */
export function directoryReport(
  { organisations, secondsToFill, megabytes, times }: DirectorySearchFigures,
  { day, loadBefore, version }: { day: string; loadBefore: number; version: string },
): string {
  const slowest = quantile(
    times.map(({ median }) => median),
    1,
  )
  const shown = (ms: number | undefined): string => (ms === undefined ? '' : ms.toFixed(ms < 10 ? 1 : 0))
  const count = (number: number | undefined): string =>
    number === undefined ? '' : number.toLocaleString('en-GB')
  return `${directoryHeading}

Written by \`script/bench --directory\` on ${day}, ${version}; load of the machine before: ${loadBefore.toFixed(1)}. ${count(organisations)} made-up organisations, the
size of the national database of organisations (G!DS), each with a service, a place and hours: ${megabytes.toFixed(0)} MB${secondsToFill === undefined ? '' : `, filled in ${secondsToFill.toFixed(0)} s`} with their
search entries. One reader, 50 times each, from the words to the twenty best with all that the page shows. Beside it, in turn, what one would write first: each word somewhere in
a name or description by \`ilike\`, by name, without place, topic, typing errors or detail.

Aim: under 50 ms in the median. Slowest question: ${shown(slowest)} ms, ${slowest < 50 ? 'met' : '**missed**'}.

| question | median, ms | p95, ms | \`ilike\`, median, ms | found | found by \`ilike\` |
| --- | ---: | ---: | ---: | ---: | ---: |
${times
  .map(
    (time) =>
      `| ${time.name} | ${shown(time.median)} | ${shown(time.p95)} | ${shown(time.peer)} | ${count(time.found)} | ${count(time.peerFound)} |`,
  )
  .join('\n')}

No more than some 1,300 are put in order; what comes after them in a wide question is not counted.
`
}

/** The page with this section at its end, in place of the one that was there. */
export const withDirectory = (page: string, section: string): string =>
  `${page.split(directoryHeading)[0]?.trimEnd()}\n\n${section}`

/** That section of a page; empty when there is none. */
export function directorySection(page: string): string {
  const [, section] = page.split(directoryHeading)
  return section === undefined ? '' : directoryHeading + section
}
