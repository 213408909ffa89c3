import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptList, ListOption, OptionAct, OptionWords } from '../list-option.ts'
import { findOption } from '../read-options/read-options.query.ts'

/** Who keeps the lists, with the name that stands in the history of a value. */
export interface KeeperScope {
  readonly scope: AdministrationScope
  readonly name: string
}

/** Changes of a list wait for each other: a code is never made twice, and nothing is merged into what just ended. */
export async function inTurn(tx: WriteHandle, _scope: AdministrationScope, list: KeptList): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('list ' || ${list}::text, 0))`.execute(tx)
}

/** Where the words of a list stand. */
const tables = {
  topic: { table: 'lists.topics', nl: 'label_nl', en: 'label_en' },
  help: { table: 'lists.answer_options', nl: 'label_nl', en: 'label_en' },
  channel: { table: 'lists.answer_options', nl: 'label_nl', en: 'label_en' },
  'service-provider': { table: 'lists.service_providers', nl: 'name', en: 'name_en' },
  form: { table: 'lists.forms', nl: 'title_nl', en: 'title_en' },
} as const satisfies Record<KeptList, { table: string; nl: string; en: string }>

/**
 * Changes a value and keeps what it said before, with its audit line.
 * @param revision what the person saw; when another one stands there now, nothing is changed and false is given
 */
export async function changeValue(
  tx: WriteHandle,
  keeper: KeeperScope,
  before: ListOption,
  change: Partial<OptionWords> & {
    readonly validUntil?: string | null
    readonly nationalCode?: string
    readonly act: OptionAct
    readonly revision: number
  },
  now: Instant,
): Promise<boolean> {
  const { table, nl, en } = tables[before.list]
  const after = {
    labelNl: change.labelNl ?? before.labelNl,
    labelEn: change.labelEn ?? before.labelEn,
    shortName: change.shortName === undefined ? before.shortName : change.shortName,
    searchTerms: change.searchTerms ?? before.searchTerms,
    validUntil: change.validUntil === undefined ? before.validUntil : change.validUntil,
    nationalCode: change.nationalCode ?? before.nationalCode,
  }
  const extra = {
    topic: sql`, search_terms = ${after.searchTerms}, national_code = ${after.nationalCode}`,
    help: sql`, national_code = ${after.nationalCode}`,
    channel: sql``,
    form: sql``,
    'service-provider': sql`, short_name = ${after.shortName}`,
  }[before.list]
  const { rows } = await sql`
    update ${sql.table(table)} set ${sql.ref(nl)} = ${after.labelNl}, ${sql.ref(en)} = ${after.labelEn},
      valid_until = ${after.validUntil}::date, kept_by_people = true, revision = revision + 1 ${extra}
    where code = ${before.code} and revision = ${change.revision} returning code`.execute(tx)
  const changed = rows.length > 0
  if (changed)
    await keepVersion(
      tx,
      keeper,
      { ...before, ...after },
      { act: change.act, before, after: { ...after } },
      now,
    )
  else await recordListAudit(tx, keeper, 'lists.change-refused', before, now)
  return changed
}

/** Adds a value that was not there. */
export async function addValue(
  tx: WriteHandle,
  keeper: KeeperScope,
  option: Omit<ListOption, 'revision' | 'fixed' | 'validUntil'> & { readonly asks?: readonly string[] },
  act: OptionAct,
  now: Instant,
): Promise<void> {
  const { code, labelNl, labelEn, validFrom, libraryId, nationalCode } = option
  const source = libraryId === null ? 'own list, kept in Balie' : 'a library’s own'
  const rest = sql`${validFrom}::date, ${source}, true`
  // After the others of its kind, before those without which a form cannot do.
  const position = sql`(select coalesce(max(position), 1) from lists.kept_options
    where list = ${option.list} and not fixed and topic_group is not distinct from ${option.group})`
  switch (option.list) {
    case 'topic':
      await sql`
        insert into lists.topics (code, topic_group, label_nl, label_en, search_terms, digid, is_other, position, valid_from, source,
          kept_by_people, library_id, national_code)
        values (${code}, ${option.group}, ${labelNl}, ${labelEn}, ${option.searchTerms}, false, false, ${position}, ${rest},
          ${libraryId}, ${nationalCode})`.execute(tx)
      break
    case 'help':
    case 'channel':
      await sql`
        insert into lists.answer_options (code, field, label_nl, label_en, position, takes_text, valid_from, source, kept_by_people,
          library_id, national_code)
        values (${code}, ${option.list}, ${labelNl}, ${labelEn}, ${position}, false, ${rest}, ${libraryId}, ${nationalCode})`.execute(
        tx,
      )
      break
    case 'service-provider':
      await sql`
        insert into lists.service_providers (code, kind, name, name_en, short_name, valid_from, source, kept_by_people)
        values (${code}, 'other', ${labelNl}, ${labelEn}, ${option.shortName}, ${rest})`.execute(tx)
      break
    case 'form':
      await sql`
        insert into lists.forms (code, title_nl, title_en, asks, valid_from, source, kept_by_people)
        values (${code}, ${labelNl}, ${labelEn}, ${option.asks ?? []}, ${rest})`.execute(tx)
  }
  const { asks: _, ...after } = option
  await keepVersion(tx, keeper, option, { act, before: null, after }, now)
}

/** Reads a value under the lock of its list: as it is, not as a page showed it. */
export function currentOption(
  tx: WriteHandle,
  scope: AdministrationScope,
  { list, code }: Pick<ListOption, 'list' | 'code'>,
): Promise<ListOption | undefined> {
  return findOption(tx, scope, list, code)
}

async function keepVersion(
  tx: WriteHandle,
  keeper: KeeperScope,
  option: Pick<ListOption, 'list' | 'code' | 'libraryId'>,
  { act, before, after }: { act: OptionAct; before: ListOption | null; after: object },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('lists.versions')
    .values({
      list: option.list,
      code: option.code,
      library_id: option.libraryId,
      act,
      changed_at: now.toString(),
      changed_by: keeper.scope.accountId,
      changed_by_name: keeper.name,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute()
  await recordListAudit(tx, keeper, `lists.${act}`, option, now)
}

function recordListAudit(
  tx: WriteHandle,
  { scope }: KeeperScope,
  // Written out, so that each can be found in the log's list of acts.
  action:
    | 'lists.add'
    | 'lists.change'
    | 'lists.end'
    | 'lists.reopen'
    | 'lists.merge'
    | 'lists.split'
    | 'lists.change-refused',
  { list, code, libraryId }: Pick<ListOption, 'list' | 'code' | 'libraryId'>,
  now: Instant,
): Promise<void> {
  return recordAudit(tx, scope, now, {
    action,
    subjectKind: 'list-option',
    subjectId: code,
    libraryId: libraryId ?? undefined,
    details: { list },
  })
}
