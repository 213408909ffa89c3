import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Mapping } from '../comparable.ts'
import type { KeptList, ListOption, OptionAct } from '../list-option.ts'

const columns = sql.raw(`list, code, label_nl as "labelNl", label_en as "labelEn", short_name as "shortName",
  topic_group as "group", search_terms as "searchTerms", fixed, valid_from as "validFrom", valid_until as "validUntil",
  library_id as "libraryId", national_code as "nationalCode", revision`)

/** All values of a list, also those that ended or come later, in the order of the form. Libraries' own as well. */
export async function readOptions(db: ReadHandle, _scope: Scope, list: KeptList): Promise<ListOption[]> {
  const { rows } = await sql<ListOption>`
    select ${columns} from lists.kept_options where list = ${list}
    order by library_id nulls first, topic_group, position, lower(label_nl), code`.execute(db)
  return rows
}

export async function findOption(
  db: ReadHandle,
  _scope: Scope,
  list: KeptList,
  code: string,
): Promise<ListOption | undefined> {
  const { rows } = await sql<ListOption>`
    select ${columns} from lists.kept_options where list = ${list} and code = ${code}`.execute(db)
  return rows[0]
}

/** A change of a value: who, when, and what it said before (null: it was not there) and after. */
export interface OptionVersion {
  readonly code: string
  readonly act: OptionAct
  readonly at: Instant
  readonly by: string
  readonly before: Partial<ListOption> | null
  readonly after: Partial<ListOption>
}

/** The changes of one value, or the latest of a whole list; the last first. A library sees those of its own values. */
export async function readVersions(
  db: ReadHandle,
  _scope: Scope,
  list: KeptList,
  code?: string,
): Promise<OptionVersion[]> {
  const { rows } = await sql<OptionVersion>`
    select code, act, changed_at as at, changed_by_name as by, before, after from lists.versions
    where list = ${list} and (${code ?? null}::text is null or code = ${code ?? null})
    order by id desc limit 50`.execute(db)
  return rows
}

/** What took the place of what, in all lists. */
export async function readMappings(db: ReadHandle, _scope: Scope): Promise<Mapping[]> {
  const { rows } = await sql<Mapping>`
    select list, from_code as "from", to_code as "to", kind, since from lists.mappings
    order by since, list, from_code, to_code`.execute(db)
  return rows
}
