import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadReference } from '../db/reference/load.ts'
import { makeVolume, type Volume } from '../db/volume/make-volume.ts'
import { openSession } from '../src/capabilities/people/public.ts'
import { signInScope } from '../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { startEmbeddedServer } from '../src/platform/database/embedded/embedded-server.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { createLog } from '../src/platform/logging/log.ts'
import { systemClock } from '../src/platform/time/clock.ts'

import { type Built, buildFigures } from './folding.ts'

/** Somebody who has signed in, at the desk where they work. */
export interface Colleague {
  readonly session: string
  readonly accountId: string
  readonly libraryId: string
  readonly deskId: string
}

export interface Nation {
  readonly url: string
  readonly postgresVersion: string
  readonly secondsToMake: number
  /** Sessions of who sees the figures of the nation, and of the municipalities of the busiest desks. */
  readonly analyst: string
  readonly officials: readonly string[]
  /** The year of contacts, added up into figures. */
  readonly built: Built
  readonly owner: pg.Client
  /** People at as many different desks, the busiest desks first. */
  readonly employees: readonly Colleague[]
  /** Coordinators of the libraries of these desks. */
  readonly coordinators: readonly Colleague[]
  readonly administrator: string
  putAway(): Promise<void>
}

/**
 * A database of its own with a nation in it, on the server that DATABASE_URL names, or on an embedded one in a temporary
 * folder.
 */
export async function makeNation(volume: Volume, people: number): Promise<Nation> {
  const given = process.env.DATABASE_URL
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), 'balie-bench-'))
  const server = folder ? await startEmbeddedServer({ folder, log: createLog('warn') }) : undefined
  const serverUrl = new URL(given ?? server?.url ?? '')
  const name = `balie_bench_${process.pid}`
  const admin = new pg.Client({ connectionString: serverUrl.href })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const owner = new pg.Client({ connectionString: url.href })
  await owner.connect()

  await migrate(owner, 'db/migrations')
  await loadReference(owner, { folder: 'db/reference' })
  const start = performance.now()
  await makeVolume(owner, volume)
  const secondsToMake = (performance.now() - start) / 1000

  const built = await buildFigures(url.href, owner)

  const nation = {
    url: url.href,
    postgresVersion: await postgresVersion(owner),
    secondsToMake,
    owner,
    ...(await signInPeople(owner, url.href, people)),
    built,
    putAway: async () => {
      await owner.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
      await server?.stop()
      if (folder) await rm(folder, { recursive: true, force: true })
    },
  }
  return nation
}

/** Who looks and who registers in a nation, each signed in: so many employees, at the busiest desks. */
export async function signInPeople(
  owner: pg.Client,
  url: string,
  people: number,
): Promise<Pick<Nation, 'employees' | 'coordinators' | 'administrator' | 'analyst' | 'officials'>> {
  const employees = await owner.query<Omit<Colleague, 'session'>>(
    `select min(assignment.account_id::text) as "accountId", desk.library_id as "libraryId", desk.id as "deskId"
     from desks.desks as desk join people.role_assignments as assignment on assignment.desk_id = desk.id
     group by desk.id order by (select count(*) from contacts.contacts where desk_id = desk.id) desc limit $1`,
    [people],
  )
  const coordinators = await owner.query<Omit<Colleague, 'session'>>(
    `select distinct on (account_id) account_id as "accountId", desk.library_id as "libraryId", desk.id as "deskId"
     from people.role_assignments as assignment join desks.desks as desk on desk.library_id = assignment.organisation_id
     where role = 'desk-coordinator' and desk.id = any($1)`,
    [employees.rows.map(({ deskId }) => deskId)],
  )
  const administrator = await owner.query<{ accountId: string }>(
    `select account_id as "accountId" from people.role_assignments where role = 'administrator'`,
  )
  const analyst = await owner.query<{ accountId: string }>(
    `select account_id as "accountId" from people.role_assignments where role = 'national-analyst'`,
  )
  const officials = await owner.query<{ accountId: string }>(
    `select distinct account_id as "accountId" from people.role_assignments as assignment
     join organisations.organisations as municipality on municipality.id = assignment.organisation_id
     join desks.desks as desk using (municipality_code) where role = 'municipality-official' and desk.id = any($1)`,
    [employees.rows.map(({ deskId }) => deskId)],
  )
  const database = new ApplicationDatabase(connectAs('balie_app', url, 4))
  const signIn = (accountId: string): Promise<string> =>
    database.write(signInScope, (tx) =>
      openSession(tx, signInScope, accountId, systemClock.now(), 'password'),
    )
  const signInAll = (accounts: readonly Omit<Colleague, 'session'>[]): Promise<Colleague[]> =>
    Promise.all(accounts.map(async (account) => ({ ...account, session: await signIn(account.accountId) })))
  const signedIn = {
    employees: await signInAll(employees.rows),
    coordinators: await signInAll(coordinators.rows),
    administrator: await signIn(administrator.rows[0]?.accountId ?? ''),
    analyst: await signIn(analyst.rows[0]?.accountId ?? ''),
    officials: await Promise.all(officials.rows.map(({ accountId }) => signIn(accountId))),
  }
  await database.close()
  return signedIn
}

export async function postgresVersion(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ version: string }>(
    `select split_part(version(), ' on ', 1) as version`,
  )
  return rows[0]?.version ?? ''
}
