import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Application } from './application.ts'
import { inLanes, median, quantile } from './figures.ts'
import { HttpClient } from './http-client.ts'
import type { Colleague, Nation } from './nation.ts'
import { fieldsOf, fillIn, makeVisit, type Visit } from './visit.ts'

export interface Rate {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

export interface Registering {
  readonly contactsInARound: number
  readonly rounds: readonly { readonly balie: Rate; readonly pgAlone: Rate }[]
  /** Of the medians over the rounds. */
  readonly balie: Rate
  readonly pgAlone: Rate
  readonly ratio: number
}

/**
 * Contacts registered by the form over HTTP, in turn with the same rows written by `pg` alone, each with 32 at
 * once. What both wrote is counted afterwards.
 * @throws when a contact was refused, or one that was accepted is not there
 */
export async function measureRegistering(
  nation: Nation,
  application: Application,
  { rounds, contacts }: { rounds: number; contacts: number },
): Promise<Registering> {
  const desks = nation.employees
  const client = new HttpClient(application.address, desks.length)
  const pool = new pg.Pool({ connectionString: nation.url, max: desks.length })
  const before = await countContacts(nation)
  const forms = await Promise.all(
    desks.map(async ({ session }) =>
      fieldsOf((await client.get('/balie', session, 'identity')).body.toString(), 'contact'),
    ),
  )
  const byForm = (lane: number): Promise<void> =>
    postForm(client, forms[lane] ?? [], desks[lane] as Colleague)
  const providers = await usualProviders(nation)
  const byPg = (lane: number): Promise<void> =>
    insertRows(pool, desks[lane] as Colleague, makeVisit(), providers)

  const warmUp = Math.ceil(contacts / 5)
  await inLanes(desks.length, warmUp, byForm)
  await inLanes(desks.length, warmUp, byPg)
  const measured: Registering['rounds'][number][] = []
  for (let round = 0; round < rounds; round += 1)
    measured.push({
      balie: await rateOf(desks.length, contacts, byForm),
      pgAlone: await rateOf(desks.length, contacts, byPg),
    })
  client.close()
  await pool.end()

  const added = (await countContacts(nation)) - before
  const expected = 2 * (warmUp + rounds * contacts)
  if (added !== expected) throw new Error(`${expected} contacts were accepted, ${added} are there`)
  const balie = middle(measured.map((round) => round.balie))
  const pgAlone = middle(measured.map((round) => round.pgAlone))
  const ratio = median(measured.map((round) => round.balie.perSecond / round.pgAlone.perSecond))
  return { contactsInARound: contacts, rounds: measured, balie, pgAlone, ratio }
}

async function rateOf(
  lanes: number,
  contacts: number,
  register: (lane: number) => Promise<void>,
): Promise<Rate> {
  const each: number[] = []
  const start = performance.now()
  await inLanes(lanes, contacts, async (lane) => {
    const begun = performance.now()
    await register(lane)
    each.push(performance.now() - begun)
  })
  return {
    perSecond: contacts / ((performance.now() - start) / 1000),
    p50: median(each),
    p99: quantile(each, 0.99),
  }
}

const middle = (rates: readonly Rate[]): Rate => ({
  perSecond: median(rates.map(({ perSecond }) => perSecond)),
  p50: median(rates.map(({ p50 }) => p50)),
  p99: median(rates.map(({ p99 }) => p99)),
})

export async function postForm(
  client: HttpClient,
  form: readonly (readonly [string, string])[],
  { session }: Colleague,
): Promise<void> {
  const visit = makeVisit()
  const answer = await client.post('/balie', fillIn(form, visit), session)
  if (answer.status !== 303 || !answer.headers.location?.includes(visit.id))
    throw new Error(
      `A contact was refused with status ${answer.status}: ${answer.body.toString().slice(0, 2000)}`,
    )
}

/** The same rows as the command writes, with nothing around them: no form, no rules, no row-level security, no HTTP. */
async function insertRows(
  pool: pg.Pool,
  { accountId, libraryId, deskId }: Colleague,
  { id, topics, help, answers }: Visit,
  providers: ReadonlyMap<string, string>,
): Promise<void> {
  const now = new Date()
  const day = now.toISOString().slice(0, 10)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({
      name: 'contact',
      text: `insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on, received_at,
               duration, satisfied, gender, age, language, author_account_id, sender_account_id, content_hash)
             values ($1, $2, $3, (select municipality_code from desks.desks where id = $3), 'guide', 'contact', $4, $5, $6, $5, $7, $8, $9, $10, $11, $12, $12, $13)`,
      values: [
        id,
        libraryId,
        deskId,
        answers.channel,
        now,
        day,
        answers.duration,
        answers.satisfied,
        answers.gender,
        answers.age,
        answers.language,
        accountId,
        createHash('sha256').update(id).digest(),
      ],
    })
    for (const [position, topic] of topics.entries()) {
      await client.query({
        name: 'question',
        text: `insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code) values ($1, $2, $3, $4, $5, $6)`,
        values: [id, position, libraryId, deskId, day, topic],
      })
      const provider = providers.get(topic)
      if (provider)
        await client.query({
          name: 'provider',
          text: `insert into contacts.question_service_providers (contact_id, position, library_id, desk_id, service_provider_code) values ($1, $2, $3, $4, $5)`,
          values: [id, position, libraryId, deskId, provider],
        })
    }
    for (const way of help)
      await client.query({
        name: 'help',
        text: `insert into contacts.help_given (contact_id, library_id, desk_id, help) values ($1, $2, $3, $4)`,
        values: [id, libraryId, deskId, way],
      })
    await client.query({
      name: 'audit',
      text: `insert into platform.audit_lines (at, action, subject_kind, subject_id, account_id, library_id, scope_kind, details)
             values ($1, 'contacts.register', 'contact', $2, $3, $4, 'desk', '{}')`,
      values: [now, id, accountId, libraryId],
    })
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function usualProviders({ owner }: Nation): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ topic: string; provider: string }>(
    `select topic_code as topic, service_provider_code as provider from lists.topic_service_providers where position = 1`,
  )
  return new Map(rows.map(({ topic, provider }) => [topic, provider]))
}

async function countContacts({ owner }: Nation): Promise<number> {
  const { rows } = await owner.query<{ count: number }>('select count(*) from contacts.contacts')
  return Number(rows[0]?.count)
}
