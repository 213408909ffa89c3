import type pg from 'pg'

interface Rule {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Does the work while these tables have no keys and no indexes, and puts those back afterwards: checking a million
 * rows at once is many times quicker than one by one. In the caller's transaction, so that nobody sees them bare.
 * @param tables with their schema, as 'contacts.questions'
 */
export async function withoutConstraints(
  owner: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const read = async (query: string): Promise<Rule[]> => (await owner.query<Rule>(query, [tables])).rows
  const constraints = (condition: string): Promise<Rule[]> =>
    read(`select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
          from pg_constraint where ${condition} order by oid`)
  // Foreign keys first: those of other tables, too, lean on these keys.
  const foreignKeys = await constraints(
    `contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))`,
  )
  const keys = await constraints(`contype in ('p', 'u') and conrelid = any($1::regclass[])`)
  const indexes = await read(
    `select '' as "table", indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and indexrelid not in (select conindid from pg_constraint)`,
  )
  for (const { table, name } of [...foreignKeys, ...keys])
    await owner.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  await work()
  for (const { definition } of indexes) await owner.query(definition)
  for (const { table, name, definition } of [...keys, ...foreignKeys])
    await owner.query(`alter table ${table} add constraint ${name} ${definition}`)
}
