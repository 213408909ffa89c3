import { uuidv7 } from 'uuidv7'
import { registerContact } from '../src/capabilities/contacts/register-contact/register-contact.command.ts'
import { foldFigures } from '../src/capabilities/reports/public.ts'
import { proveDesk } from '../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { inLanes, median } from './figures.ts'
import type { Colleague, Nation } from './nation.ts'
import { makeVisit } from './visit.ts'

/** A way of keeping figures, measured: see docs/decisions/0015. */
export interface Design {
  readonly name: string
  /** Contacts a second by the command alone, 32 at once. */
  readonly perSecond: number
  /** To add up what one round left, in milliseconds for each thousand contacts. */
  readonly foldMs: number
  /** To read the nation's last twelve months while a round waits to be added up. */
  readonly readMs: number
}

/**
 * Two ways of keeping figures beside none, in turn, on a nation with a year of contacts. **Changes**: the command appends
 * what it changed, the fold adds up (the product). **Marks**: the command only marks the desk and the day, the fold
 * counts that day again from the contacts and adds the difference. A trigger makes the one from the other.
 */
export async function measureDesigns(
  nation: Nation,
  { rounds, contacts }: { rounds: number; contacts: number },
): Promise<Design[]> {
  const { owner, employees: desks } = nation
  await owner.query(`
    create table contacts.bench_marks (desk_id uuid not null, day date not null);
    grant insert on contacts.bench_marks to balie_app;
    create function contacts.bench_mark() returns trigger language plpgsql as $$
      begin insert into contacts.bench_marks values (new.desk_id, new.day); return null; end $$;
    create function contacts.bench_nothing() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger bench_mark before insert on contacts.figure_changes for each row execute function contacts.bench_mark();
    create trigger bench_nothing before insert on contacts.figure_changes for each row execute function contacts.bench_nothing();
    alter table contacts.figure_changes disable trigger user`)
  const database = new ApplicationDatabase(connectAs('balie_app', nation.url, desks.length))
  const worker = new ApplicationDatabase(connectAs('balie_worker', nation.url, 1))
  const municipalities = new Map(
    (
      await owner.query<{ id: string; code: string }>('select id, municipality_code as code from desks.desks')
    ).rows.map(({ id, code }) => [id, code]),
  )
  const register = async (lane: number): Promise<void> => {
    const { accountId, libraryId, deskId } = desks[lane] as Colleague
    const { topics, help, answers } = makeVisit()
    const now = systemClock.now()
    const content = {
      ...answers,
      formCode: 'guide',
      countedAs: 'contact' as const,
      placeId: null,
      municipalityCode: municipalities.get(deskId) ?? '',
      occurredAt: now.toString(),
      questions: topics.map((topicCode) => ({
        topicCode,
        serviceProviders: [],
        otherText: null,
        digid: null,
      })),
      help: help.map((code) => ({ code, otherText: null })),
      visitorMunicipalityCode: null,
    }
    const scope = proveDesk(accountId, libraryId, deskId)
    await database.write(scope, (tx) =>
      registerContact(tx, scope, { id: uuidv7(), content, authorAccountId: accountId }, now),
    )
  }
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const round = async (name: string): Promise<Design> => {
    if (name !== 'changes')
      await owner.query(
        `alter table contacts.figure_changes enable trigger ${name === 'marks' ? 'bench_mark' : 'bench_nothing'}`,
      )
    const seconds = (await timed(() => inLanes(desks.length, contacts, register))) / 1000
    await owner.query('alter table contacts.figure_changes disable trigger user')
    const readMs = median([
      await timed(() => readNation(nation, name)),
      await timed(() => readNation(nation, name)),
    ])
    const foldMs = await timed(async () => {
      if (name === 'marks')
        await owner.query(
          `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at) ${differences}; truncate contacts.bench_marks`,
        )
      await foldFigures(worker)
    })
    return { name, perSecond: contacts / seconds, foldMs: (foldMs / contacts) * 1000, readMs }
  }
  await inLanes(desks.length, Math.ceil(contacts / 5), register)
  await foldFigures(worker)
  const measured: Design[] = []
  for (let number = 0; number < rounds; number += 1)
    // Each is first, second and last in turn: what comes first warms up for the others.
    for (let place = 0; place < 3; place += 1)
      measured.push(await round(['none', 'changes', 'marks'][(number + place) % 3] ?? ''))
  await database.close()
  await worker.close()
  await owner.query(`
    drop trigger bench_mark on contacts.figure_changes; drop trigger bench_nothing on contacts.figure_changes;
    drop function contacts.bench_mark(), contacts.bench_nothing(); drop table contacts.bench_marks`)
  return ['none', 'changes', 'marks'].map((name) => {
    const own = measured.filter((design) => design.name === name)
    return {
      name,
      perSecond: median(own.map(({ perSecond }) => perSecond)),
      foldMs: median(own.map(({ foldMs }) => foldMs)),
      readMs: median(own.map(({ readMs }) => readMs)),
    }
  })
}

/** What the marked days count for now, less what stands in the figures: with marks, the fold and every reader need it. */
const differences = `
  select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number) filter (where number <> 0), now()
  from (
    select desk.library_id, desk.id as desk_id, desk.municipality_code, day, cell, sum(number)::integer as number
    from (
      select cells.desk_id, cells.day, cell, number from (select distinct desk_id, day from contacts.bench_marks) as mark
      join contacts.contacts as contact on contact.desk_id = mark.desk_id and contact.occurred_on = mark.day
      join contacts.contact_cells as cells on cells.contact_id = contact.id
      union all
      select mark.desk_id, mark.day, entry.key, -entry.value::integer
      from (select distinct desk_id, day from contacts.bench_marks) as mark
      join reports.figures as figure on level = 'desk' and figure.key = mark.desk_id::text and grain = 'day' and starts_on = mark.day,
        jsonb_each_text(cells) as entry
    ) as both_of_them
    join desks.desks as desk on desk.id = desk_id
    group by desk.library_id, desk.id, desk.municipality_code, day, cell
  ) as counted
  group by library_id, desk_id, municipality_code, day`

async function readNation({ owner }: Nation, name: string): Promise<void> {
  await owner.query(
    `select cells from reports.figures where level = 'nation' and grain = 'month' and starts_on > now() - interval '12 months'`,
  )
  if (name === 'marks')
    await owner.query(
      `select key, sum(value::int) from (${differences}) as change (a, b, c, d, cells, f), jsonb_each_text(cells) group by 1`,
    )
  else if (name === 'changes')
    await owner.query(
      `select entry.key, sum(entry.value::int) from contacts.figure_changes, jsonb_each_text(cells) as entry group by 1`,
    )
}
