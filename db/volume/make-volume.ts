import type pg from 'pg'
import * as shares from '../demo/shares.ts'
import { withoutConstraints } from './without-constraints.ts'

export interface Volume {
  readonly contacts: number
  readonly desks: number
  readonly libraries: number
  /** Over how many years the contacts are spread, up to and with today; one when nothing is said. */
  readonly years?: number
}

/** A year of the whole country: as many municipalities as there are, and of the rest what the bench is measured by. */
export const nationalYear: Volume = { contacts: 1_000_000, desks: 1_200, libraries: 145 }

/** Ten such years. Their figures are for the recount: see makeVolume. */
export const nationalDecade: Volume = { ...nationalYear, contacts: 10_000_000, years: 10 }

/** The tables that are filled by the hundred thousand. */
const bulk = [
  'contacts.contacts',
  'contacts.questions',
  'contacts.question_service_providers',
  'contacts.help_given',
  'platform.audit_lines',
]

/**
 * Fills a database with a nation and a year of contacts up to and with today, all in one transaction: straight with SQL,
 * since by the command a million take an hour. `owner` owns the tables and holds them locked meanwhile. The same
 * every time but for the days. The figures of one year wait to be added up; those of more years are left to the recount,
 * which takes them a month at a time.
 * @throws in production, and when the database holds contacts or organisations
 */
export async function makeVolume(owner: pg.Client, volume: Volume): Promise<void> {
  if (process.env.NODE_ENV === 'production') throw new Error('The volume data are not for production')
  await owner.query('begin')
  try {
    const { rows } = await owner.query(
      `select exists (select from contacts.contacts) or exists (select from organisations.organisations) as used`,
    )
    if (rows[0]?.used)
      throw new Error('The volume data only go into a database without organisations and contacts')
    await owner.query(
      `select setseed(0.5); set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'`,
    )
    await makeNetwork(owner, volume)
    const { contacts, years = 1 } = volume
    await withoutConstraints(owner, bulk, async () => {
      for (let ago = years - 1; ago >= 0; ago -= 1)
        await makeContacts(owner, { contacts: Math.round(contacts / years), yearsAgo: ago })
    })
    if (years === 1) await appendFigures(owner)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
  await owner.query('vacuum analyze')
}

async function makeNetwork(owner: pg.Client, { desks, libraries }: Volume): Promise<void> {
  const since = `now() - interval '2 years'`
  const organisation = 'organisations.organisations (id, kind, name, municipality_code, made_up, created_at)'
  await owner.query(`insert into ${organisation}
    values (gen_random_uuid(), 'nation', 'Landelijke organisatie (volume)', null, true, ${since})`)
  await owner.query(`insert into ${organisation}
    select gen_random_uuid(), 'municipality', 'Gemeente ' || name || ' (volume)', code, true, ${since}
    from organisations.municipalities where valid_until is null`)
  await owner.query(
    `insert into ${organisation}
     select gen_random_uuid(), 'library', 'Volumebibliotheek ' || to_char(number, 'FM000'), null, true, ${since}
     from generate_series(1, $1::int) as number`,
    [libraries],
  )
  // A library serves the municipalities after one another, a municipality has the desks after one another.
  await owner.query(`
    create temp table numbered_municipality on commit drop as
      select code, row_number() over (order by code) - 1 as number, count(*) over () as all_of_them
      from organisations.municipalities where valid_until is null;
    create temp table numbered_library on commit drop as
      select id, row_number() over (order by name) - 1 as number, count(*) over () as all_of_them
      from organisations.organisations where kind = 'library';
    insert into organisations.library_municipalities
      select library.id, municipality.code from numbered_municipality as municipality
      join numbered_library as library on library.number = municipality.number * library.all_of_them / municipality.all_of_them;
    insert into lists.library_forms
      select id, 'guide', (now() - interval '2 years')::date from organisations.organisations where kind = 'library'`)
  await owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, created_at)
     select gen_random_uuid(), served.library_id, 'Informatiepunt ' || to_char(nth, 'FM0000'),
       (array['library', 'library', 'fixed', 'library', 'pop-up', 'fixed', 'library', 'telephone', 'fixed', 'mobile'])[1 + nth % 10],
       municipality.code, ${since}
     from generate_series(0, $1::int - 1) as nth
     join numbered_municipality as municipality on municipality.number = nth * municipality.all_of_them / $1
     join organisations.library_municipalities as served on served.municipality_code = municipality.code`,
    [desks],
  )
  // Each stands in the middle of a postcode area of its municipality, those with most inhabitants first.
  await owner.query(`
    with ranked as (
      select municipality_code, latitude, longitude, row_number() over (partition by municipality_code order by inhabitants desc, code) - 1 as rank,
        count(*) over (partition by municipality_code) as all_of_them
      from organisations.postcode_areas
    ), numbered as (
      select id, municipality_code, row_number() over (partition by municipality_code order by name) - 1 as number from desks.desks
    )
    update desks.desks as desk set latitude = ranked.latitude, longitude = ranked.longitude, located_by = 'postcode'
    from numbered join ranked on ranked.municipality_code = numbered.municipality_code and ranked.rank = numbered.number % ranked.all_of_them
    where desk.id = numbered.id`)
  // Each has a week of its own, of which one holiday is an exception.
  await owner.query(`
    insert into desks.timetables (id, desk_id, kind, from_day, created_at)
      select gen_random_uuid(), id, 'ordinary', (${since})::date, ${since} from desks.desks;
    insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at)
      select gen_random_uuid(), timetable.desk_id, timetable.id, weekday, 540 + 60 * (weekday % 3), 780 + 60 * (weekday % 4),
        case when desk.kind = 'telephone' then 'telephone' else 'desk' end, 'walk-in', ${since}
      from desks.timetables as timetable join desks.desks as desk on desk.id = timetable.desk_id, generate_series(1, 6) as weekday
      where (weekday + right(desk.name, 2)::int) % 3 <> 0;
    insert into desks.timetables (id, desk_id, kind, name, from_day, until_day, created_at)
      select gen_random_uuid(), id, 'exception', 'Eerste Kerstdag', make_date(extract(year from now())::int, 12, 25),
        make_date(extract(year from now())::int, 12, 26), ${since} from desks.desks`)
  // Two people at each desk, a coordinator for each library, an official for each municipality, one administrator and one
  // analyst. Nobody has a password: the bench opens sessions by itself.
  await owner.query(`
    create temp table new_person on commit drop as
      select gen_random_uuid() as id, library_id as organisation_id, id as desk_id, 'desk-employee' as role, 'Medewerker ' || name || ' ' || nth as name
      from desks.desks, generate_series(1, 2) as nth
      union all
      select gen_random_uuid(), id, null, case kind when 'nation' then 'administrator' when 'library' then 'desk-coordinator' else 'municipality-official' end,
        'Medewerker ' || name
      from organisations.organisations where kind in ('library', 'nation', 'municipality')
      union all
      select gen_random_uuid(), id, null, 'national-analyst', 'Analist ' || name from organisations.organisations where kind = 'nation';
    insert into people.accounts (id, organisation_id, email, name, made_up, created_at)
      select id, organisation_id, id || '@volume.example', name, true, ${since} from new_person;
    insert into people.role_assignments (id, account_id, role, organisation_id, desk_id, valid_from)
      select gen_random_uuid(), id, role, organisation_id, desk_id, (now() - interval '2 years')::date from new_person`)
}

async function makeContacts(
  owner: pg.Client,
  { contacts, yearsAgo }: { readonly contacts: number; readonly yearsAgo: number },
): Promise<void> {
  // Few desks get most of the visitors. Sorted by time, as contacts come in.
  await owner.query(`
    create temp table drawn on commit drop as
    with desk as materialized (
      select desk.*, row_number() over (order by desk.name) as number,
        (select array_agg(account_id order by account_id) from people.role_assignments where desk_id = desk.id) as staff
      from desks.desks as desk
    ),
    open_day as materialized (
      select array_agg(day::date) as days
      from (select (now() at time zone 'Europe/Amsterdam')::date as today) as now,
        generate_series(today - 365 * ${yearsAgo + 1} + ${yearsAgo > 0 ? 1 : 0}, today - 365 * ${yearsAgo}, interval '1 day') as day
      where extract(isodow from day) < 7
    ),
    visit as materialized (
      select number, md5('${yearsAgo} ' || number) as noise,
        1 + floor(power(random(), 1.6) * (select count(*) from desk))::int as desk_number,
        days[1 + floor(random() * cardinality(days))::int] as day,
        random() * interval '9 hours' + interval '9 hours' as time
      from generate_series(1, ${contacts}) as number, open_day
    )
    select
      (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7' || substr(noise, 1, 3) || '8' || substr(noise, 4, 15))::uuid as id,
      visit.number, moment, day, desk.id as desk_id, library_id, municipality_code, staff[1 + visit.number % 2] as account_id,
      case desk.kind when 'library' then ${drawn(shares.channels.library)} when 'telephone' then 'channel-phone'
        when 'mobile' then 'channel-mobile' else 'channel-pop-up' end as channel,
      ${drawn(shares.questionsPerContact)}::int as questions, ${drawn(shares.durations)} as duration,
      ${drawn(shares.satisfaction)} as satisfied, ${drawn(shares.genders)} as gender, ${drawn(shares.ages)} as age,
      ${drawn(shares.languages)} as language,
      case when ${happens(100 - shares.homes.unknown)} then municipality_code end as home,
      ${drawn(shares.help)} as help, case when ${happens(shares.secondWayOfHelp)} then ${drawn(shares.help)} end as more_help,
      case when ${happens(shares.otherHelp)} then 'help-other' end as other_help
    from visit join desk on desk.number = desk_number,
      lateral (select (day + time) at time zone 'Europe/Amsterdam' as moment) as at
    order by moment`)
  await owner.query(`
    insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on, received_at,
      duration, satisfied, gender, age, language, visitor_municipality_code, author_account_id, sender_account_id, content_hash)
    select id, library_id, desk_id, municipality_code, 'guide', 'contact', channel, moment, day, moment + interval '10 minutes',
      duration, satisfied, gender, age, language, home, account_id, account_id, sha256(id::text::bytea)
    from drawn;
    insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code)
    select id, position, library_id, desk_id, day, ${drawn(shares.topics)}
    from drawn, generate_series(0, questions - 1) as position;
    insert into contacts.question_service_providers (contact_id, position, library_id, desk_id, service_provider_code)
    select contact_id, question.position, question.library_id, question.desk_id, service_provider_code
    from drawn join contacts.questions as question on question.contact_id = drawn.id
      join lists.topic_service_providers as usual using (topic_code)
    where usual.position = 1 and ${happens(90)};
    insert into contacts.help_given (contact_id, library_id, desk_id, help)
    select id, library_id, desk_id, way
    from drawn, unnest(array[help, nullif(more_help, help), other_help]) as way where way is not null;
    insert into platform.audit_lines (at, action, subject_kind, subject_id, account_id, library_id, scope_kind)
    select moment + interval '10 minutes', 'contacts.register', 'contact', id::text, account_id, library_id, 'desk' from drawn;
    drop table drawn`)
}

/** What the contacts count for, a change for each desk and day: the fold does the rest. */
async function appendFigures(owner: pg.Client): Promise<void> {
  await owner.query(
    'analyze contacts.contacts, contacts.questions, contacts.question_service_providers, contacts.help_given',
  )
  await owner.query(`
    insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
    select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now()
    from (
      select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
      from contacts.contact_cells group by library_id, desk_id, municipality_code, day, cell
    ) as counted
    group by library_id, desk_id, municipality_code, day`)
}

/** SQL that draws a code by its weight, anew in each row: one of a thousand lots. */
function drawn(weights: Readonly<Record<string, number>> | undefined): string {
  const lots = Object.entries(weights ?? {}).flatMap(([code, weight]) =>
    Array.from({ length: Math.round(weight * 10) }, () => `'${code}'`),
  )
  return `(array[${lots}])[1 + floor(random() * ${lots.length})::int]`
}

const happens = (share: number): string => `random() < ${share / 100}`
