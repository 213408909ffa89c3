import { publicScope, type Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import type { AnswerField } from '../answer-option.ts'
import { type AskedField, askedFields } from '../form-definition.ts'
import { type AllLists, type ListSnapshot, snapshotOn, type TopicGroup } from '../list-snapshot.ts'
import { readMappings } from '../read-options/read-options.query.ts'

/** A change of the lists reaches every process within this time; in between nobody waits for the database. */
const keptForMilliseconds = 30_000

let kept:
  | {
      readonly lists: AllLists
      readonly national: AllLists
      readonly until: number
      readonly snapshots: Map<string, ListSnapshot>
    }
  | undefined

/**
 * The lists as they are valid on a day (2026-11-24), in one language. They are the same for everybody and change seldom:
 * each process asks the database once in 30 seconds, and gives the same object again for the same day and language.
 * @param libraryId whose own values are in it as well; without one only the national values
 */
export async function readLists(
  db: ReadHandle,
  _scope: Scope,
  day: string,
  language: Language,
  libraryId?: string,
): Promise<ListSnapshot> {
  const { lists, snapshots } = await keptLists(db)
  const key = `${day} ${language} ${libraryId ?? ''}`
  const known = snapshots.get(key)
  if (known) return known
  const { day: _, ...content } = snapshotOn(lists, day, language, libraryId)
  const snapshot = { ...content, day, version: await fingerprint(JSON.stringify(content)) }
  snapshots.set(key, snapshot)
  return snapshot
}

/**
 * The lists of all days and in all languages, for who meets many days at once.
 * @param owner whose own values are in it beside the national ones: a library's, or all of them to name what was counted
 */
export async function readListsOfAllDays(
  db: ReadHandle,
  _scope: Scope,
  owner?: { readonly libraryId: string } | 'all',
): Promise<AllLists> {
  const kept = await keptLists(db)
  if (owner === 'all') return kept.lists
  return owner ? listsOf(kept.lists, owner.libraryId) : kept.national
}

/** The national values, and those of a library. */
function listsOf(lists: AllLists, libraryId?: string): AllLists {
  const isTheirs = (value: { readonly libraryId?: string | null }): boolean =>
    !value.libraryId || value.libraryId === libraryId
  return {
    ...lists,
    topics: lists.topics.filter(isTheirs),
    answerOptions: lists.answerOptions.filter(isTheirs),
  }
}

/** Higher each time the lists are forgotten. */
let generation = 0

async function keptLists(db: ReadHandle): Promise<NonNullable<typeof kept>> {
  if (kept && kept.until >= performance.now()) return kept
  const readIn = generation
  const lists = await readAllLists(db)
  const read = {
    lists,
    national: listsOf(lists),
    until: performance.now() + keptForMilliseconds,
    snapshots: new Map(),
  }
  // Who began to read before a change may have read what was there before it: good for that request, not to be kept.
  if (readIn === generation) kept = read
  return read
}

/** By Web Crypto, so that `public.ts` can be bundled for the browser as well. */
async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex', 0, 8)
}

/** For a process that changed the lists itself, and for tests. */
export function forgetLists(): void {
  kept = undefined
  generation += 1
}

async function readAllLists(db: ReadHandle): Promise<AllLists> {
  const topics = await db.selectFrom('lists.topics').selectAll().orderBy('position').orderBy('code').execute()
  const usual = await db.selectFrom('lists.topic_service_providers').selectAll().orderBy('position').execute()
  const providers = await db
    .selectFrom('lists.service_providers')
    .selectAll()
    .orderBy('kind')
    .orderBy('name')
    .execute()
  const options = await db
    .selectFrom('lists.answer_options')
    .selectAll()
    .orderBy('field')
    .orderBy('position')
    .execute()
  const forms = await db.selectFrom('lists.forms').selectAll().orderBy('valid_from').orderBy('code').execute()

  return {
    mappings: await readMappings(db, publicScope),
    topics: topics.map((row) => ({
      code: row.code,
      group: row.topic_group as TopicGroup,
      labels: { nl: row.label_nl, en: row.label_en },
      searchTerms: row.search_terms,
      serviceProviders: usual
        // What a library added is about the same as the national one it counts as.
        .filter((link) => link.topic_code === (row.national_code ?? row.code))
        .map((link) => link.service_provider_code),
      digid: row.digid,
      isOther: row.is_other,
      ...period(row),
      ...owner(row),
    })),
    serviceProviders: providers.map((row) => ({
      code: row.code,
      kind: row.kind as 'national-partner' | 'other',
      names: { nl: row.name, en: row.name_en ?? row.name },
      shortNames: { nl: row.short_name ?? row.name, en: row.name_en ?? row.short_name ?? row.name },
      ...period(row),
    })),
    answerOptions: options.map((row) => ({
      code: row.code,
      field: row.field as AnswerField,
      labels: { nl: row.label_nl, en: row.label_en },
      takesText: row.takes_text,
      ...period(row),
      ...owner(row),
    })),
    forms: forms.map((row) => ({
      code: row.code,
      titles: { nl: row.title_nl, en: row.title_en },
      asks: Object.fromEntries(askedFields.map((field) => [field, row.asks.includes(field)])) as Record<
        AskedField,
        boolean
      >,
      ...period(row),
    })),
  }
}

const period = (row: { readonly valid_from: string; readonly valid_until: string | null }) => ({
  validFrom: row.valid_from,
  validUntil: row.valid_until,
})

const owner = (row: { readonly library_id: string | null; readonly national_code: string | null }) => ({
  libraryId: row.library_id,
  ...(row.national_code !== null && { nationalCode: row.national_code }),
})
