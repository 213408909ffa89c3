import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Bytes } from './bytes.ts'
import type { CoverageTimes } from './coverage.ts'
import type { DashboardTime } from './dashboard.ts'
import { type FinderFigures, publicPaths } from './finder.ts'
import type { Design } from './fold-designs.ts'
import type { Folding } from './folding.ts'
import type { Importing } from './importing.ts'
import type { MemorySample } from './memory.ts'
import type { Nation } from './nation.ts'
import type { CpuTime, PageTime } from './pages.ts'
import type { Rate, Registering } from './registering.ts'
import type { SpreadsheetFigures } from './spreadsheet.ts'

export interface Results {
  readonly nation: Pick<Nation, 'postgresVersion' | 'secondsToMake' | 'built'>
  readonly contacts: number
  readonly loadBefore: number
  readonly registering: Registering
  readonly pages: readonly PageTime[]
  readonly cpu: readonly CpuTime[]
  readonly bytes: Bytes
  readonly memory: readonly MemorySample[]
  readonly spreadsheets: SpreadsheetFigures
  readonly dashboards: readonly DashboardTime[]
  readonly coverage: CoverageTimes
  readonly finder: FinderFigures
  readonly folding: Folding
  readonly importing: Importing
  readonly designs: readonly Design[]
  readonly clients: number
  readonly minutes: number
  readonly day: string
}

/** The machine's load over the last minute. */
export const loadNow = (): number => loadavg()[0] ?? 0

/** The whole of docs/performance.md. */
export function report(results: Results): string {
  const {
    nation,
    registering,
    pages,
    cpu,
    bytes,
    memory,
    spreadsheets,
    dashboards,
    coverage,
    finder,
    folding,
    importing,
    designs,
  } = results
  const slowestDashboard = Math.max(...dashboards.map(({ client }) => client))
  const form = bytes.pages.find(({ best }) => best.path === '/balie')
  const formCpu = cpu[0]?.ms ?? Number.NaN
  const tenThousand = memory.find(({ requests }) => requests >= 10_000) ?? memory.at(-1)
  const last = memory.at(-1)
  const slowest = Math.max(
    ...pages.filter(({ name }) => !name.startsWith('Week')).map(({ server }) => server),
  )
  const slowestFinder = Math.max(...finder.times.map(({ server }) => server))
  const slowestPaint = Math.max(...finder.paints.map(({ largestMs }) => largestMs))
  const heaviest = Math.max(
    ...bytes.pages
      .filter(({ best }) => (publicPaths as readonly string[]).includes(best.path))
      .map(({ best }) => best.html + best.scripts + best.styles),
  )
  const met = (yes: boolean): string => (yes ? 'met' : '**missed**')
  return `# Performance

Written by \`script/bench\`; every number below is from one run. Do not edit it: run it again on a quiet machine.

- ${results.day}, ${results.minutes.toFixed(0)} minutes in all; load of the machine before: ${results.loadBefore.toFixed(1)}
- ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 1e9)} GB, ${type()} ${release()}
- Node ${process.version}, ${nation.postgresVersion}
- ${whole(results.contacts)} contacts over a year at 1,200 desks of 145 libraries (\`db/volume\`, made in ${nation.secondsToMake.toFixed(0)} s)

The server runs as in production, in a process of its own with its usual ten database connections; clients, server and database
share the machine. A ratio says more than a number: both halves of it ran in turn, minutes apart at most.

| | goal | measured | |
| --- | --- | --- | --- |
| Contacts registered, against \`pg\` alone | at least ⅓ | ${registering.ratio.toFixed(2)} | ${met(registering.ratio >= 1 / 3)} |
| Server time of form and day overview, slowest median | ≤ 10 ms | ${slowest.toFixed(1)} ms | ${met(slowest <= 10)} |
| Desk form with scripts and styles, compressed | ≤ 60 kB | ${form ? kilo(form.best.html + form.best.scripts + form.best.styles) : '?'} kB | ${met(!!form && form.best.html + form.best.scripts + form.best.styles <= 60_000)} |
| Script on the desk form, compressed | ≤ 15 kB | ${form ? kilo(form.best.scripts) : '?'} kB | ${met(!!form && form.best.scripts <= 15_000)} |
| Memory of the server after ${whole(tenThousand?.requests ?? 0)} requests | ≤ 200 MB | ${tenThousand?.megabytes.toFixed(0)} MB | ${met((tenThousand?.megabytes ?? Number.NaN) <= 200)} |
| Memory of the server after ${whole(last?.requests ?? 0)} requests | not growing | ${last?.megabytes.toFixed(0)} MB | ${met((last?.megabytes ?? 0) <= 1.1 * (tenThousand?.megabytes ?? 0))} |
| CPU time of one desk form | ≤ 1 ms | ${formCpu.toFixed(2)} ms | ${met(formCpu <= 1)} |
| Figures over HTTP, slowest level, median | ≤ 30 ms | ${slowestDashboard.toFixed(1)} ms | ${met(slowestDashboard <= 30)} |
| Server time of the finder’s pages with 1,200 desks, slowest median | ≤ 20 ms | ${slowestFinder.toFixed(1)} ms | ${met(slowestFinder <= 20)} |
| Page for everybody with scripts and styles, heaviest, compressed | ≤ 30 kB | ${kilo(heaviest)} kB | ${met(heaviest <= 30_000)} |
| Largest thing of the first screen on a slow phone, slowest median | ≤ 1,500 ms | ${whole(slowestPaint)} ms | ${met(slowestPaint <= 1_500)} |
| Reach of all desks of the nation reckoned and kept | ≤ 2,000 ms | ${whole(coverage.wholeMs)} ms | ${met(coverage.wholeMs <= 2_000)} |
| Contacts registered with figures, against without | at least 0.8 | ${folding.ratio.toFixed(2)} | ${met(folding.ratio >= 0.8)} |
| Longest that figures were behind | ≤ 10 s | ${folding.longestWait.toFixed(1)} s | ${met(folding.longestWait <= 10)} |
| Memory of the worker for an import of ${whole(importing.rows)} rows | ≤ 150 MB | ${importing.megabytes.toFixed(0)} MB | ${met(importing.megabytes <= 150)} |
| Longest block while an .xlsx of ${whole(spreadsheets.written.rows)} rows is written | ≤ 100 ms | ${spreadsheets.written.longestBlockMs.toFixed(0)} ms | ${met(spreadsheets.written.longestBlockMs <= 100)} |
| Memory to read an .xlsx of ${whole(spreadsheets.read.rows)} rows | ≤ 80 MB | ${spreadsheets.read.megabytes.toFixed(0)} MB | ${met(spreadsheets.read.megabytes <= 80)} |

## Registering

${results.clients} people at as many desks post the form, each the next as soon as the last is accepted; the same by \`pg\` alone: from one
Node process with ${results.clients} connections, the same rows (contact, questions, service providers, help, audit line) in one transaction for
each contact, by prepared single-row inserts, with the owner's role. ${registering.rounds.length} rounds in turn of ${whole(registering.contactsInARound)} contacts
each, every commit on disk. All accepted contacts were counted afterwards and are there. Milliseconds for the client.

| round | Balie, per s | p50 | p99 | \`pg\` alone, per s | p50 | p99 | ratio |
| --- | --- | --- | --- | --- | --- | --- | --- |
${registering.rounds.map(({ balie, pgAlone }, index) => `| ${index + 1} | ${rate(balie)} | ${rate(pgAlone)} | ${(balie.perSecond / pgAlone.perSecond).toFixed(2)} |`).join('\n')}
| median | ${rate(registering.balie)} | ${rate(registering.pgAlone)} | ${registering.ratio.toFixed(2)} |

## Pages

One client on the same machine, one request after the other, over the ${results.clients} busiest desks in turn. Server: from the first to the last
line of our code, by the log. First: for a person whose desk was not asked about since the start, when the topics most
used there are counted.

| page | server, median ms | p99 | client, median ms | first, median ms |
| --- | --- | --- | --- | --- |
${pages.map(({ name, server, serverP99, client, first }) => `| ${name} | ${server.toFixed(1)} | ${serverP99.toFixed(1)} | ${client.toFixed(1)} | ${first.toFixed(1)} |`).join('\n')}

## Figures

The year of contacts came in as ${whole(nation.built.changes)} changes (one for each desk and day), added up in ${nation.built.seconds.toFixed(0)} s to figures of ${nation.built.megabytes.toFixed(0)} MB.

The page of the last twelve months, one client on the same machine, one request after the other:

| figures of | client, median ms | p99 | server, median ms | page, bytes |
| --- | --- | --- | --- | --- |
${dashboards.map(({ name, client, clientP99, server, bytes: size }) => `| ${name} | ${client.toFixed(1)} | ${clientP99.toFixed(1)} | ${server.toFixed(1)} | ${whole(size)} |`).join('\n')}

Contacts registered by ${results.clients} people by the form, in turn with figures kept and folded by the worker, and without: a trigger drops
each change before it is written and the worker is halted. The longest that a change waited to be added up meanwhile: ${folding.longestWait.toFixed(1)} s.
Afterwards the figures were the number of contacts.

| round | with figures, per s | without, per s | ratio |
| --- | --- | --- | --- |
${folding.rounds.map(({ kept, off }, index) => `| ${index + 1} | ${whole(kept)} | ${whole(off)} | ${(kept / off).toFixed(2)} |`).join('\n')}

Two designs, by the command alone without HTTP, ${results.clients} at once, ${folding.rounds.length} rounds in turn ([decision 0015](decisions/0015-figures-by-one-fold.md)). To read: the nation's twelve
months while a round waits to be added up.

| design | contacts per s | to add up 1,000 contacts, ms | to read, ms |
| --- | --- | --- | --- |
${designs.map(({ name, perSecond, foldMs, readMs }) => `| ${name} | ${whole(perSecond)} | ${foldMs.toFixed(0)} | ${readMs.toFixed(1)} |`).join('\n')}

## Reach

${whole(coverage.areas)} postcode areas, ${whole(coverage.desks)} desks that stand somewhere. The lower bound is a bare loop over the same pairs of numbers that keeps the least of each area
([decision 0020](decisions/0020-coverage.md)).

| | ms |
| --- | --- |
| Bare loop | ${coverage.bareMs.toFixed(1)} |
| Reckoned at all levels, with the nearest desk of municipalities without one | ${coverage.reckonMs.toFixed(1)} |
| The same with all desks in half of the municipalities | ${coverage.halfMs.toFixed(1)} |
| Read, reckoned and kept by the worker | ${coverage.wholeMs.toFixed(1)} |

## Finder

One client, one request after the other, nothing kept; by the server's log. The lower bound is a page for everybody that asks nothing of
the database.

| page | server, median ms | p99 |
| --- | --- | --- |
${[finder.bound, ...finder.times].map(({ path, server, serverP99 }) => `| \`${path}\` | ${server.toFixed(1)} | ${serverP99.toFixed(1)} |`).join('\n')}

In Chromium at 360 pixels wide, with a processor four times as slow and slow 4G (1.6 Mbit/s, 150 ms): until the largest thing on the
first screen stands there. First visits, fonts included.

| page | ms, median of five |
| --- | --- |
${finder.paints.map(({ path, largestMs }) => `| \`${path}\` | ${whole(largestMs)} |`).join('\n')}

## Import of the history

An .xlsx of ${whole(importing.rows)} rows and 9 columns (${importing.fileMegabytes.toFixed(1)} MB) into a nation of this size, by the worker. Memory is the most it ever held above what it held
before; afterwards all contacts were there, and none after it was undone.

| | seconds |
| --- | --- |
| Read the file | ${importing.seconds.read.toFixed(1)} |
| Check the rows | ${importing.seconds.check.toFixed(1)} |
| Register, in one transaction | ${importing.seconds.run.toFixed(1)} |
| Undo all of it | ${importing.seconds.undo.toFixed(1)} |

## CPU time

Of all threads of the server's process, user and system, for one request; four requests at once, pages as brotli. Median of
${registering.rounds.length} rounds.

| page | ms |
| --- | --- |
${cpu.map(({ name, ms }) => `| ${name} | ${ms.toFixed(2)} |`).join('\n')}

## Bytes

As sent to a browser that takes brotli (and gzip). Pages are compressed at each request, scripts and styles once by the build.

| page | HTML | scripts | styles | together | with gzip only |
| --- | --- | --- | --- | --- | --- |
${bytes.pages.map(({ best, gzip }) => `| \`${best.path}\` | ${whole(best.html)} | ${whole(best.scripts)} | ${whole(best.styles)} | ${whole(best.html + best.scripts + best.styles)} | ${whole(gzip.html + gzip.scripts + gzip.styles)} |`).join('\n')}

Fonts come on top, once: ${bytes.fonts.map(({ name, bytes: size }) => `\`${name}\` ${whole(size)}`).join(', ')}.

## Memory

Resident memory of a server just started, without the database: half forms, a quarter overviews, a quarter registrations, eight at
once.

| requests | MB |
| --- | --- |
${memory.map(({ requests, megabytes }) => `| ${whole(requests)} | ${megabytes.toFixed(0)} |`).join('\n')}

## Spreadsheets

Each in a process of its own that does nothing else; memory is the most it ever held above what it held at the start. The longest block is
how long others would have waited for their turn. Written to a file of ${spreadsheets.writtenMegabytes.toFixed(1)} MB; read from one of ${spreadsheets.readMegabytes.toFixed(1)} MB, whose cells share their texts.

| | rows | seconds | MB above idle | longest block, ms |
| --- | --- | --- | --- | --- |
| Write .xlsx, 12 columns | ${spreadsheetRun(spreadsheets.written)} |
| Read .xlsx, 14 columns | ${spreadsheetRun(spreadsheets.read)} |

## Again

\`\`\`
script/bench           # all of it; writes this page
script/bench --quick   # small numbers, to see that it works; prints the page
\`\`\`

With \`DATABASE_URL\` it makes (and drops) a database of its own on that server; without, it starts an embedded one in a temporary
folder. It talks to this machine only and ends by itself. Linux, for its memory and CPU time.
`
}

const rate = ({ perSecond, p50, p99 }: Rate): string =>
  `${whole(perSecond)} | ${p50.toFixed(1)} | ${p99.toFixed(1)}`
const spreadsheetRun = ({ rows, seconds, megabytes, longestBlockMs }: SpreadsheetFigures['read']): string =>
  `${whole(rows)} | ${seconds.toFixed(1)} | ${megabytes.toFixed(0)} | ${longestBlockMs.toFixed(0)}`
const whole = (value: number): string => Math.round(value).toLocaleString('en')
const kilo = (bytes: number): string => (bytes / 1000).toFixed(1)
