import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { foldFigures } from '../src/capabilities/reports/public.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import type { Application } from './application.ts'
import { inLanes, median } from './figures.ts'
import { HttpClient } from './http-client.ts'
import type { Colleague, Nation } from './nation.ts'
import { postForm } from './registering.ts'
import { fieldsOf } from './visit.ts'

export interface Folding {
  /** Contacts a second over HTTP, with the figures kept and folded, and with nothing of that. */
  readonly rounds: readonly { readonly kept: number; readonly off: number }[]
  readonly ratio: number
  /** The longest that a change waited to be added up, in seconds, while contacts came in. */
  readonly longestWait: number
}

export interface Built {
  readonly changes: number
  readonly seconds: number
  readonly megabytes: number
}

/** A year of contacts added up into figures. */
export async function buildFigures(url: string, owner: pg.Client): Promise<Built> {
  const database = new ApplicationDatabase(connectAs('balie_worker', url, 1))
  const start = performance.now()
  const changes = await foldFigures(database)
  const seconds = (performance.now() - start) / 1000
  await database.close()
  await owner.query('vacuum analyze reports.figures, contacts.figure_changes')
  const { rows } = await owner.query<{ bytes: number }>(
    `select pg_total_relation_size('reports.figures') as bytes`,
  )
  return { changes, seconds, megabytes: (rows[0]?.bytes ?? 0) / 1e6 }
}

/**
 * Contacts registered by the form over HTTP by 32 people, in turn with and without figures: without, a trigger drops
 * every change before it is written and the worker is halted, so that nothing is appended and nothing folded.
 * @throws when figures and contacts differ afterwards
 */
export async function measureFolding(
  nation: Nation,
  application: Application,
  { rounds, contacts }: { rounds: number; contacts: number },
): Promise<Folding> {
  const { owner, employees: desks } = nation
  const client = new HttpClient(application.address, desks.length)
  const forms = await Promise.all(
    desks.map(async ({ session }) =>
      fieldsOf((await client.get('/balie', session, 'identity')).body.toString(), 'contact'),
    ),
  )
  const worker = await application.workerProcess()
  await owner.query(`
    create function contacts.bench_drop() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger bench_drop before insert on contacts.figure_changes for each row execute function contacts.bench_drop();
    alter table contacts.figure_changes disable trigger bench_drop`)
  const register = (lane: number): Promise<void> =>
    postForm(client, forms[lane] ?? [], desks[lane] as Colleague)
  const perSecond = async (number: number): Promise<number> => {
    const start = performance.now()
    await inLanes(desks.length, number, register)
    return number / ((performance.now() - start) / 1000)
  }
  await perSecond(Math.ceil(contacts / 5))

  let longestWait = 0
  const withFigures = async (): Promise<number> => {
    const watch = watchWait(nation)
    const rate = await perSecond(contacts)
    longestWait = Math.max(longestWait, await watch.stop())
    await settled(nation)
    return rate
  }
  const withoutFigures = async (): Promise<number> => {
    process.kill(worker, 'SIGSTOP')
    await owner.query('alter table contacts.figure_changes enable trigger bench_drop')
    const rate = await perSecond(contacts)
    await owner.query('alter table contacts.figure_changes disable trigger bench_drop')
    process.kill(worker, 'SIGCONT')
    return rate
  }

  await settled(nation)
  const before = await difference(nation)
  const measured: Folding['rounds'][number][] = []
  for (let round = 0; round < rounds; round += 1) {
    // In turn the one and the other first.
    const first = round % 2 === 0 ? await withFigures() : undefined
    const off = await withoutFigures()
    measured.push({ kept: first ?? (await withFigures()), off })
  }
  await settled(nation)
  client.close()
  const missed = (await difference(nation)) - before
  if (missed !== rounds * contacts)
    throw new Error(`Figures and contacts differ by ${missed - rounds * contacts}`)
  return {
    rounds: measured,
    ratio: median(measured.map(({ kept, off }) => kept / off)),
    longestWait,
  }
}

async function settled({ owner }: Nation): Promise<void> {
  for (;;) {
    const { rows } = await owner.query('select from contacts.figure_changes limit 1')
    if (rows.length === 0) return
    await sleep(100)
  }
}

/** By how many contacts the nation's figures are behind the contacts. */
async function difference({ owner }: Nation): Promise<number> {
  const { rows } = await owner.query<{ missed: number }>(
    `select (select count(*)::int from contacts.contacts where deleted_at is null)
       - (select sum((cells ->> 'contacts')::int)::int from reports.figures where level = 'nation' and grain = 'day') as missed`,
  )
  return rows[0]?.missed ?? Number.NaN
}

/** Looks five times a second how long the oldest change has waited. */
function watchWait({ owner }: Nation): { stop(): Promise<number> } {
  let going = true
  const watching = (async () => {
    let longest = 0
    while (going) {
      const { rows } = await owner.query<{ seconds: number | null }>(
        'select extract(epoch from clock_timestamp() - min(appended_at))::float8 as seconds from contacts.figure_changes',
      )
      longest = Math.max(longest, rows[0]?.seconds ?? 0)
      await sleep(200)
    }
    return longest
  })()
  return {
    stop: () => {
      going = false
      return watching
    },
  }
}
