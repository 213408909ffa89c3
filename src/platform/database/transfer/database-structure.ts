import pg from 'pg'

export interface Table {
  readonly schema: string
  readonly name: string
  /** Those that hold a value of their own: generated columns are computed again. */
  readonly columns: string[]
}

/** Quoted, with its schema. */
export function sqlName({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}

export function sqlColumns(table: Table): string {
  return table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

const ofUs = (relation: string) => `
  ${relation}.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  and ${relation}.relnamespace::regnamespace::text <> 'pgboss'
  and ${relation}.relnamespace::regnamespace::text not like 'pg\\_t%'
  and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = ${relation}.oid and deptype = 'e')`

/**
 * Every table outside PostgreSQL's own schemas and extensions; a partitioned one counts as one. Left out is
 * platform.migrations: it tells what the database is, not what is in it.
 */
export async function findTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and ${ofUs('c')}
      and (n.nspname, c.relname) <> ('platform', 'migrations')
    group by n.nspname, c.relname
    order by n.nspname, c.relname`)
  return rows
}

export interface Sequence {
  readonly schema: string
  readonly name: string
  /** A whole number as text: it may pass what a JavaScript number holds. */
  readonly value: string
  readonly called: boolean
}

export async function readSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${ofUs('c')}
    order by n.nspname, c.relname`)
  const sequences: Sequence[] = []
  for (const sequence of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${sqlName(sequence)}`,
    )
    if (state.rows[0]) sequences.push({ ...sequence, ...state.rows[0] })
  }
  return sequences
}

/** The names of the migrations that made this database; undefined when it is no database of Balie. */
export async function appliedMigrations(client: pg.Client): Promise<string[] | undefined> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('platform.migrations') is not null as exists`,
  )
  if (!rows[0]?.exists) return undefined
  const applied = await client.query<{ name: string }>('select name from platform.migrations order by name')
  return applied.rows.map((row) => row.name)
}

/**
 * What would be in the way while rows arrive table by table: foreign keys (a row may point at its own table, or at
 * one that comes later) and triggers (the rows are the outcome already). Dropping and adding a foreign key is for
 * the owner; switching its check off is for a superuser only, which a migration role is not.
 */
export async function findObstacles(
  client: pg.Client,
  tables: Table[],
): Promise<{ remove: string[]; restore: string[] }> {
  const { rows } = await client.query<{ remove: string; restore: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
     from pg_constraint
     where contype = 'f' and conparentid = 0 and conrelid = any ($1::text[]::regclass[])
     union all
     select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
       format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
     from pg_trigger
     where not tgisinternal and tgparentid = 0 and tgenabled = 'O' and tgrelid = any ($1::text[]::regclass[])`,
    [tables.map(sqlName)],
  )
  return { remove: rows.map((row) => row.remove), restore: rows.map((row) => row.restore) }
}
