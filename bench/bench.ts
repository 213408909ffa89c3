import { readFile, writeFile } from 'node:fs/promises'
import { nationalYear } from '../db/volume/make-volume.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { localDay } from '../src/platform/time/local-time.ts'
import { Application } from './application.ts'
import { measureBytes } from './bytes.ts'
import { measureCoverage } from './coverage.ts'
import { measureDashboards } from './dashboard.ts'
import { measureFinder } from './finder.ts'
import { measureDesigns } from './fold-designs.ts'
import { measureFolding } from './folding.ts'
import { measureImporting } from './importing.ts'
import { measureMemory } from './memory.ts'
import { makeNation } from './nation.ts'
import { measureCpu, measurePages } from './pages.ts'
import { measureRegistering } from './registering.ts'
import { loadNow, report } from './report.ts'
import { scaleHeading } from './scale-report.ts'
import { measureSpreadsheets } from './spreadsheet.ts'

const quick = process.argv.includes('--quick')
const size = quick
  ? {
      contacts: 20_000,
      rounds: 2,
      contactsInARound: 200,
      pages: 100,
      cpu: 200,
      memoryStep: 500,
      imported: 2_000,
      written: 5_000,
      read: 5_000,
    }
  : {
      contacts: nationalYear.contacts,
      rounds: 5,
      contactsInARound: 3_000,
      pages: 1_000,
      cpu: 1_000,
      memoryStep: 5_000,
      imported: 50_000,
      written: 200_000,
      read: 50_000,
    }
const clients = 32

const loadBefore = loadNow()
const start = performance.now()
const say = (what: string): void =>
  console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${what}`)

say('spreadsheets')
const spreadsheets = await measureSpreadsheets(size)
say('makes a nation')
const nation = await makeNation({ ...nationalYear, contacts: size.contacts }, clients)
const withServer = async <Result>(
  what: string,
  measure: (application: Application) => Promise<Result>,
): Promise<Result> => {
  say(what)
  const application = await Application.start(nation.url)
  try {
    return await measure(application)
  } finally {
    await application.stop()
  }
}
try {
  // Each with a server just started: none inherits what another left in memory. Reading first, at the nation's size.
  const pages = await withServer('pages', (server) => measurePages(nation, server, size.pages))
  const cpu = await withServer('CPU time', (server) =>
    measureCpu(nation, server, { rounds: size.rounds, requests: size.cpu }),
  )
  const bytes = await withServer('bytes', (server) => measureBytes(nation, server))
  const dashboards = await withServer('dashboards', (server) => measureDashboards(nation, server, size.pages))
  const finder = await withServer('finder', (server) => measureFinder(server, size.pages / 5))
  say('coverage')
  const coverage = await measureCoverage(nation)
  const folding = await withServer('registering with and without figures', (server) =>
    measureFolding(nation, server, { rounds: size.rounds, contacts: size.contactsInARound }),
  )
  const importing = await withServer('import', (server) => measureImporting(nation, server, size.imported))
  say('two designs')
  const designs = await measureDesigns(nation, { rounds: size.rounds, contacts: size.contactsInARound })
  const registering = await withServer('registering', (server) =>
    measureRegistering(nation, server, { rounds: size.rounds, contacts: size.contactsInARound }),
  )
  const memory = await withServer('memory', (server) =>
    measureMemory(nation, server, { steps: 4, requestsInAStep: size.memoryStep }),
  )
  const page = report({
    nation,
    contacts: size.contacts,
    loadBefore,
    clients,
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
    minutes: (performance.now() - start) / 60_000,
    day: localDay(systemClock.now()),
  })
  if (quick) console.log(page)
  else await writeFile('docs/performance.md', `${page.trimEnd()}\n\n${await scaleSection()}`)
  say(quick ? 'done' : 'done: docs/performance.md')
} finally {
  await nation.putAway()
}

/** What script/bench --scale wrote there stays. */
async function scaleSection(): Promise<string> {
  const [, section] = (await readFile('docs/performance.md', 'utf8')).split(scaleHeading)
  return section === undefined ? '' : scaleHeading + section
}
