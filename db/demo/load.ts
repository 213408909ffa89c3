import pg from 'pg'
import { enterTally } from '../../src/capabilities/contacts/enter-tally/enter-tally.command.ts'
import { recordQuietHour } from '../../src/capabilities/contacts/record-quiet-hour/record-quiet-hour.command.ts'
import { registerContact } from '../../src/capabilities/contacts/register-contact/register-contact.command.ts'
import { findGoals } from '../../src/capabilities/goals/public.ts'
import { readLists } from '../../src/capabilities/lists/public.ts'
import { foldFigures } from '../../src/capabilities/reports/public.ts'
import { type DeskScope, jobScope, proveDesk } from '../../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { connectAs } from '../../src/platform/database/connect.ts'
import type { WriteHandle } from '../../src/platform/database/handle.ts'
import type { Log } from '../../src/platform/logging/log.ts'
import type { MasterKeys } from '../../src/platform/personal-data/master-keys.ts'
import type { Clock } from '../../src/platform/time/clock.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../src/platform/time/local-time.ts'
import { type Act, type IsOpen, planDay, type Shift } from './desk-day.ts'
import { loadAgreement } from './load-agreement.ts'
import { loadAppointments } from './load-appointments.ts'
import { loadDirectory } from './load-directory.ts'
import { loadFinanciers } from './load-financiers.ts'
import { loadHistory } from './load-history.ts'
import { insertHours, loadHours, readOpenHours } from './load-hours.ts'
import { loadMoney } from './load-money.ts'
import { loadNetwork } from './load-network.ts'
import { loadProposals } from './load-proposals.ts'
import { loadReferrals } from './load-referrals.ts'
import { loadReports } from './load-reports.ts'
import { loadRoles, loadSignals } from './load-roles.ts'
import { type DemoDesk, insertNetwork, type Network, readNetwork, staffOf } from './network.ts'
import { townHallOf } from './town-hall.ts'

/** How many days before today the demo's own contacts begin. */
const daysBack = 28
/** Before these: two years in all, at the first start. */
const daysOfHistory = 730 - daysBack

/** A report that was sent half a year ago needs as much before it. */
const fewestForReports = 365

export interface DemoLoad {
  /** With the owner's role. */
  readonly url: string
  readonly database: ApplicationDatabase
  readonly clock: Clock
  /** Where the demo's files are: a bundle does not stand beside them. */
  readonly folder: string
  readonly log: Log
  /** For personal data; without them there are no appointments. */
  readonly keys?: MasterKeys | undefined
  /** Days of history before the demo's own contacts; 0 for none. */
  readonly historyDays?: number
}

/**
 * Puts the made-up network in the database with four weeks of contacts up to now and two years of history before
 * them, or, when it stands there already, the contacts of the days since. A second start on the same day changes nothing. Several processes may do it at
 * once: the second waits for the first.
 * @throws when the database holds organisations that are not made up
 */
export async function loadDemo({
  url,
  database,
  clock,
  folder,
  log,
  keys,
  historyDays = daysOfHistory,
}: DemoLoad): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    // Held until this connection ends.
    await owner.query(`select pg_advisory_lock(hashtext('balie demo'))`)
    const now = clock.now()
    const today = localDay(now)
    const network = await readNetwork(folder)
    const earliest = startOfDay(addDays(today, -daysBack))
    const known = await readMark(owner)
    if (!known) await refuseRealOrganisations(owner)
    if (known?.hash !== network.hash) {
      await insertNetwork(owner, network, today)
      await insertHours(owner, network, today)
      await loadFinanciers(network, database, now)
      await loadDirectory(network, database, { folder, now })
    }
    const until = known && known.until.epochMilliseconds > earliest.epochMilliseconds ? known.until : earliest
    await mark(owner, network.hash, until)
    const neighbours = await readNeighbours(owner)
    await loadHours(network, { owner, database, now })
    const isOpen = await readOpenHours(database, network)
    let acts = 0
    if (!known || localDay(known.until) < today)
      for (let day = localDay(until); day <= today; day = addDays(day, 1)) {
        acts += await loadDay(database, network, { day, after: until, upTo: now, neighbours, isOpen })
        const endOfDay = startOfDay(addDays(day, 1))
        await mark(owner, network.hash, day === today ? now : endOfDay)
      }
    const history = await loadHistory(network, {
      owner,
      database,
      now,
      neighbours,
      isOpen,
      days: historyDays,
    })
    if (keys) {
      await loadAppointments(network, { database, keys, now })
      await loadReferrals(network, { database, keys, now })
    }
    await loadNetwork(network, { database, now })
    await loadMunicipality(network, database, now)
    if (acts + history === 0) return
    // Of a few days alone there is nothing to propose or to report.
    const proposals =
      historyDays < fewestForReports
        ? 0
        : await withWorker(url, (worker) => loadProposals(network, { database, worker, now }))
    const folded = await fold(url)
    const reports =
      historyDays < fewestForReports
        ? 0
        : await loadReports(network, { database, now, fold: () => fold(url) })
    log.info(
      { acts, history, proposals, folded, reports, from: localDay(until), to: today },
      'The demo network stands ready',
    )
  } finally {
    await owner.end()
  }
}

/** What one municipality keeps in its six roles, once: what is there is left alone. */
async function loadMunicipality(
  network: Network,
  database: ApplicationDatabase,
  now: Instant,
): Promise<void> {
  const townHall = townHallOf(network)
  if (!townHall) return
  const { scope, municipality } = townHall
  if ((await database.read(scope, (db) => findGoals(db, scope, municipality))).length > 0) return
  await loadMoney(network, townHall, { database, now })
  await loadRoles(network, townHall, { database, now })
  await loadAgreement(townHall, { database, now })
  await loadSignals(network, townHall, { database, now })
}

interface Day {
  readonly day: string
  /** Only what was recorded after this moment and no later than that one. */
  readonly after: Instant
  readonly upTo: Instant
  readonly neighbours: ReadonlyMap<string, readonly string[]>
  readonly isOpen: IsOpen
}

async function loadDay(database: ApplicationDatabase, network: Network, day: Day): Promise<number> {
  const scope = jobScope('load-demo')
  const lists = await database.read(scope, (db) => readLists(db, scope, day.day, 'nl'))
  const providers = new Map(lists.topics.map((topic) => [topic.code, topic.serviceProviders]))
  let acts = 0
  for (const desk of network.desks) {
    const shifts = planDay(desk, day.day, {
      staff: staffOf(network, desk),
      neighbours: day.neighbours.get(desk.municipalityCode) ?? [],
      providersOf: (topic) => providers.get(topic) ?? [],
      isOpen: day.isOpen,
    })
    for (const shift of shifts) acts += await recordShift(database, desk, shift, day)
  }
  return acts
}

/** Records what one person did in one block, as the desk would have: by the same commands, each at its own time. */
async function recordShift(
  database: ApplicationDatabase,
  desk: DemoDesk,
  { person, acts }: Shift,
  { after, upTo }: Day,
): Promise<number> {
  const due = acts.filter(
    ({ at }) =>
      at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds,
  )
  if (due.length === 0) return 0
  const scope = proveDesk(person.id, desk.libraryId, desk.id)
  await database.write(scope, async (tx) => {
    for (const act of due) await record(tx, scope, desk, act)
  })
  return due.length
}

async function record(
  tx: WriteHandle,
  scope: DeskScope,
  { municipalityCode }: DemoDesk,
  act: Act,
): Promise<void> {
  const { id, at } = act
  const authorAccountId = scope.accountId
  switch (act.kind) {
    case 'contact':
      await registerContact(tx, scope, { id, content: act.content, authorAccountId }, at)
      return
    case 'quiet-hour':
      await recordQuietHour(tx, scope, { id, quietHour: act.quietHour, authorAccountId }, at)
      return
    case 'tally':
      await enterTally(
        tx,
        scope,
        { id, tally: act.tally, formCode: 'guide', municipalityCode, authorAccountId },
        at,
      )
  }
}

/** Adds the figures up, so that the first page of figures need not wait for the worker. */
const fold = (url: string): Promise<number> => withWorker(url, foldFigures)

/** Does what the worker does, before there is one. */
async function withWorker(
  url: string,
  work: (worker: ApplicationDatabase) => Promise<number>,
): Promise<number> {
  const worker = new ApplicationDatabase(connectAs('balie_worker', url, 1))
  try {
    return await work(worker)
  } finally {
    await worker.close()
  }
}

interface Mark {
  readonly hash: string
  /** Up to which moment the demo's contacts stand in the database. */
  readonly until: Instant
}

async function readMark(owner: pg.Client): Promise<Mark | undefined> {
  const { rows } = await owner.query<Mark>(
    `select content_hash as hash, loaded_at as until from platform.reference_loads where name = 'demo'`,
  )
  return rows[0]
}

async function mark(owner: pg.Client, hash: string, until: Instant): Promise<void> {
  await owner.query(
    `insert into platform.reference_loads (name, content_hash, loaded_at) values ('demo', $1, $2)
     on conflict (name) do update set content_hash = excluded.content_hash, loaded_at = excluded.loaded_at`,
    [hash, until.toString()],
  )
}

async function refuseRealOrganisations(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select from organisations.organisations where not made_up limit 1')
  if (rows.length > 0)
    throw new Error('This database holds real organisations: the demo is not loaded. Start with DEMO=off')
}

async function readNeighbours(owner: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ code: string; neighbours: string[] }>(
    `select code, array_agg(neighbour_code order by neighbour_code) as neighbours
     from organisations.municipality_neighbours group by code`,
  )
  return new Map(rows.map(({ code, neighbours }) => [code, neighbours]))
}
