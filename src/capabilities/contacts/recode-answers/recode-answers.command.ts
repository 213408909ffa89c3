import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { appendFigureChanges, type FigureChange } from '../append-figures/append-figures.command.ts'
import { addCells, negated } from '../contact-cells.ts'
import { type Recoding, recodingBatch } from '../recoding.ts'

/** Says that the past must be recoded; `beginRecoding` and `recodeBatch` do it, in a job. */
export async function askRecoding(
  tx: WriteHandle,
  scope: NationalScope,
  recoding: Pick<Recoding, 'id' | 'field' | 'fromCodes' | 'toCode' | 'whole'>,
  now: Instant,
): Promise<void> {
  const { id, field, fromCodes, toCode, whole } = recoding
  await tx
    .insertInto('contacts.recodings')
    .values({
      id,
      field,
      from_codes: [...fromCodes],
      to_code: toCode,
      whole,
      status: 'waiting',
      asked_by: scope.accountId,
      asked_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'contacts.ask-recoding',
    subjectKind: 'recoding',
    subjectId: id,
    details: { from: fromCodes, to: toCode, whole },
  })
}

/** Keeps which texts a recoding takes, and how many answers those are. Once: a job that is run again finds it under way. */
export async function beginRecoding(
  tx: WriteHandle,
  scope: JobScope,
  recoding: Recoding,
  texts: readonly string[],
): Promise<void> {
  const held = await holdRecoding(tx, scope, recoding.id)
  if (held?.status !== 'waiting') return
  await sql`
    insert into contacts.recoding_texts (recoding_id, text)
    select ${recoding.id}::uuid, text from unnest(${texts}::text[]) as text on conflict do nothing`.execute(
    tx,
  )
  await sql`
    update contacts.recodings set status = 'running', total = (select count(*) from ${answersOf(recoding, 'taken')} as answer),
      local_left = (select count(*) from ${answersOf(recoding, 'local')} as answer)
    where id = ${recoding.id}::uuid`.execute(tx)
}

/** How many answers of all time a recoding would take, by the rule of the recoding itself. Nothing changes. */
export async function countRecodable(
  db: ReadHandle,
  _scope: JobScope,
  wanted: Pick<Recoding, 'field' | 'fromCodes' | 'toCode' | 'whole'> & { readonly texts: readonly string[] },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${answersOf(wanted, 'taken')} as answer`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Recodes the next contacts, in the order of their ids, and what they count for. Each call in a transaction of its own: a job that
 * is killed has done whole batches, and goes on after the last one. The contacts are held: who corrects one of them at the same time
 * waits, and is told that it was changed meanwhile.
 * @returns whether there may be more
 */
export async function recodeBatch(
  tx: WriteHandle,
  scope: JobScope,
  id: string,
  now: Instant,
): Promise<boolean> {
  const held = await holdRecoding(tx, scope, id)
  if (held?.status !== 'running') return false
  const after = held.last_contact_id ?? '00000000-0000-0000-0000-000000000000'
  const ids = await holdContacts(tx, scope, answersOf(wantedOf(held), 'taken'), after)
  const changed = await countingAnew(tx, scope, ids, now, () =>
    held.field === 'topic' ? recodeQuestions(tx, held, ids) : recodeHelp(tx, held, ids),
  )
  const more = ids.length === recodingBatch
  await tx
    .updateTable('contacts.recodings')
    .set((eb) => ({
      recoded: eb('recoded', '+', changed),
      last_contact_id: ids.at(-1) ?? after,
      ...(!more && { status: 'done', finished_at: now.toString() }),
    }))
    .where('id', '=', id)
    .execute()
  if (!more) {
    await tx.deleteFrom('contacts.recoding_texts').where('recoding_id', '=', id).execute()
    await recordAudit(tx, scope, now, {
      action: 'contacts.recode',
      subjectKind: 'recoding',
      subjectId: id,
      details: { recoded: held.recoded + changed },
    })
  }
  return more
}

interface Held {
  readonly id: string
  readonly status: string
  readonly field: string
  readonly from_codes: string[]
  readonly to_code: string
  readonly whole: boolean
  readonly recoded: number
  readonly last_contact_id: string | null
}

/** Two jobs for one recoding wait for each other: one that was given up as lost may still be at work. */
export function holdRecoding(tx: WriteHandle, _scope: JobScope, id: string): Promise<Held | undefined> {
  return tx.selectFrom('contacts.recodings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The next contacts with one of these answers, held until the end of the transaction. */
export async function holdContacts(
  tx: WriteHandle,
  _scope: JobScope,
  answers: ReturnType<typeof sql>,
  after: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from contacts.contacts where id = any (array(
      select distinct answer.contact_id from ${answers} as answer where answer.contact_id > ${after}::uuid
      order by answer.contact_id limit ${recodingBatch}))
    order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Changes answers of these contacts, appends what that changes in the counts, and lets who sees an older one know. */
export async function countingAnew(
  tx: WriteHandle,
  scope: JobScope,
  ids: readonly string[],
  now: Instant,
  change: () => Promise<{ readonly contactIds: readonly string[] }>,
): Promise<number> {
  if (ids.length === 0) return 0
  const before = await readCells(tx, ids)
  const { contactIds } = await change()
  const after = await readCells(tx, ids)
  const differences: FigureChange[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const whose = after.get(key) ?? before.get(key)
    if (!whose) continue
    const cells = addCells(after.get(key)?.cells ?? {}, negated(before.get(key)?.cells ?? {}))
    if (Object.keys(cells).length > 0) differences.push({ ...whose, cells })
  }
  await appendFigureChanges(tx, scope, differences, now)
  await sql`
    update contacts.contacts set revision = revision + 1 where id = any (${[...new Set(contactIds)]}::uuid[])`.execute(
    tx,
  )
  return contactIds.length
}

async function readCells(tx: WriteHandle, ids: readonly string[]): Promise<Map<string, FigureChange>> {
  const { rows } = await sql<FigureChange>`
    select library_id as "libraryId", desk_id as "deskId", municipality_code as "municipalityCode", day,
      jsonb_object_agg(cell, number) as cells
    from (
      select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
      from contacts.contact_cells where contact_id = any (${ids}::uuid[])
      group by library_id, desk_id, municipality_code, day, cell
    ) as counted
    group by library_id, desk_id, municipality_code, day`.execute(tx)
  return new Map(rows.map((row) => [`${row.deskId} ${row.municipalityCode} ${row.day}`, row]))
}

type Wanted = Pick<Recoding, 'fromCodes' | 'toCode' | 'whole'> & { readonly field: string } & (
    | { readonly id: string }
    /** Before there is a recoding that keeps its texts. */
    | { readonly texts: readonly string[] }
  )

const wantedOf = ({ id, field, from_codes, to_code, whole }: Held): Wanted => ({
  id,
  field,
  fromCodes: from_codes,
  toCode: to_code,
  whole,
})

/** The answers that a recoding takes or leaves, as rows with the contact they belong to. */
const answersOf = (recoding: Wanted, which: 'taken' | 'local') =>
  recoding.field === 'topic'
    ? sql`(select contact_id from contacts.questions where ${isWanted(recoding, which)})`
    : sql`(select contact_id from contacts.help_given where ${isWanted(recoding, which)})`

/**
 * Whether an answer says what a recoding takes. Local: a library's own that counts as it. That tells what was meant already, and nothing
 * could give it back, so a recoding leaves it. An answer is never recoded into itself.
 */
function isWanted(wanted: Wanted, which: 'taken' | 'local') {
  const { field, fromCodes, toCode, whole } = wanted
  const code = sql.ref(field === 'topic' ? 'topic_code' : 'help')
  const local = sql.ref(field === 'topic' ? 'local_code' : 'local_codes')
  const own = which === 'local' ? sql`${local} is not null` : sql`${local} is null`
  const said = whole
    ? sql`true`
    : 'texts' in wanted
      ? sql`other_text = any (${wanted.texts}::text[])`
      : sql`other_text in (select text from contacts.recoding_texts where recoding_id = ${wanted.id}::uuid)`
  return sql`${code} = any (${fromCodes}::text[]) and ${code} <> ${toCode} and ${own} and ${said}`
}

async function recodeQuestions(tx: WriteHandle, held: Held, ids: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    update contacts.questions set topic_code = ${held.to_code}, recoding_id = ${held.id}::uuid, recoded_from = topic_code
    where contact_id = any (${ids}::uuid[]) and ${isWanted(wantedOf(held), 'taken')}
    returning contact_id as id`.execute(tx)
  return { contactIds: rows.map(({ id }) => id) }
}

/** A contact has a way of help once: where it has the new one already, 'other' goes and that one carries the trace. */
async function recodeHelp(tx: WriteHandle, held: Held, ids: readonly string[]) {
  const { rows: beside } = await sql<{ id: string }>`
    with taken as (
      delete from contacts.help_given as other
      where other.contact_id = any (${ids}::uuid[]) and ${isWanted(wantedOf(held), 'taken')}
        and exists (select from contacts.help_given as there
          where there.contact_id = other.contact_id and there.help = ${held.to_code} and there.recoding_id is null)
      returning other.contact_id, other.help, other.other_text
    )
    update contacts.help_given as there
    set other_text = taken.other_text, recoding_id = ${held.id}::uuid, recoded_from = taken.help, recoded_beside = true
    from taken where there.contact_id = taken.contact_id and there.help = ${held.to_code}
    returning there.contact_id as id`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    update contacts.help_given as other
    set help = ${held.to_code}, recoding_id = ${held.id}::uuid, recoded_from = help, recoded_beside = false
    where contact_id = any (${ids}::uuid[]) and ${isWanted(wantedOf(held), 'taken')}
      and not exists (select from contacts.help_given as there
        where there.contact_id = other.contact_id and there.help = ${held.to_code})
    returning contact_id as id`.execute(tx)
  return { contactIds: [...beside, ...rows].map(({ id }) => id) }
}
