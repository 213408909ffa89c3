import { isId } from '../../../platform/http/web-request.ts'
import { type Instant, isDay, parseInstant, startOfDay } from '../../../platform/time/local-time.ts'

/** The lists of the feed, and what can be asked of each (HSDS 3.1, openapi.json). */
export const feedLists = {
  services: [
    'search',
    'page',
    'per_page',
    'format',
    'taxonomy_term_id',
    'taxonomy_id',
    'organization_id',
    'modified_after',
    'minimal',
    'full',
  ],
  service_at_locations: [
    'search',
    'taxonomy_term_id',
    'taxonomy_id',
    'organization_id',
    'modified_after',
    'full',
    'page',
    'per_page',
    'format',
    'postcode',
    'proximity',
  ],
  organizations: [
    'search',
    'full_service',
    'full',
    'taxonomy_term_id',
    'taxonomy_id',
    'page',
    'per_page',
    'format',
  ],
  taxonomies: ['search', 'page', 'per_page', 'format'],
  taxonomy_terms: ['search', 'page', 'per_page', 'format', 'taxonomy_id', 'top_only', 'parent_id'],
} as const
export type FeedList = keyof typeof feedLists

export interface AskedFeed {
  readonly search: string | undefined
  readonly page: number
  readonly perPage: number
  /** All items one below the other, a line each, without pages. */
  readonly lines: boolean
  readonly taxonomyTermId: string | undefined
  readonly taxonomyId: string | undefined
  readonly organizationId: string | undefined
  readonly parentId: string | undefined
  readonly modifiedAfter: Instant | undefined
  readonly minimal: boolean
  readonly full: boolean
  readonly fullService: boolean
  /** The four digits. */
  readonly postcode: string | undefined
  readonly metres: number | undefined
}

/** Items on a page when nothing is asked, and at most; of ids alone more go in one answer. */
const usualPerPage = 50
const mostPerPage = 500
const mostMinimal = 10_000

export type ReadFeed =
  | { readonly ok: true; readonly asked: AskedFeed }
  | { readonly ok: false; readonly wrong: readonly { readonly name: string; readonly reason: string }[] }

/** Reads what is asked of a list in its address; of each part that cannot be understood, what it should be. */
export function readAskedFeed(list: FeedList, query: URLSearchParams): ReadFeed {
  const known: readonly string[] = feedLists[list]
  const wrong: { name: string; reason: string }[] = []
  for (const name of new Set(query.keys()))
    if (!known.includes(name)) wrong.push({ name, reason: `unknown; use: ${known.join(', ')}` })
    else if (query.getAll(name).length > 1) wrong.push({ name, reason: 'given more than once' })
  const value = (name: string): string | undefined => {
    const given = query.get(name)?.toWellFormed().replaceAll('\0', '').trim()
    return given === '' ? undefined : given
  }
  const read = <Value>(
    name: string,
    make: (text: string) => Value | undefined,
    reason: string,
  ): Value | undefined => {
    const given = value(name)
    if (given === undefined) return undefined
    const made = make(given)
    if (made === undefined && known.includes(name)) wrong.push({ name, reason })
    return made
  }
  const yes = (name: string): boolean =>
    read(name, (text) => (text === 'true' ? true : text === 'false' ? false : undefined), 'true or false') ??
    false
  const number = (name: string, most: number): number | undefined =>
    read(
      name,
      (text) =>
        /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined,
      `a whole number from 1 to ${most}`,
    )
  const id = (name: string): string | undefined =>
    read(name, (text) => (isId(text) ? text.toLowerCase() : undefined), 'a UUID')
  const minimal = yes('minimal')
  const asked: AskedFeed = {
    search: read('search', (text) => (text.length <= 200 ? text : undefined), 'at most 200 characters'),
    page: number('page', 9_999_999) ?? 1,
    perPage:
      number('per_page', minimal ? mostMinimal : mostPerPage) ?? (minimal ? mostMinimal : usualPerPage),
    lines:
      read('format', (text) => (['json', 'ndjson'].includes(text) ? text : undefined), 'json or ndjson') ===
      'ndjson',
    taxonomyTermId: id('taxonomy_term_id'),
    taxonomyId: id('taxonomy_id'),
    organizationId: id('organization_id'),
    parentId: id('parent_id'),
    modifiedAfter: read(
      'modified_after',
      // A plus in an address that nobody escaped is a blank.
      (text) => (isDay(text) ? startOfDay(text) : parseInstant(text.replace(' ', '+'))),
      'a moment as 2026-11-24T09:00:00Z',
    ),
    minimal,
    full: yes('full'),
    fullService: yes('full_service'),
    postcode: read(
      'postcode',
      (text) => /^([1-9]\d{3})(\s?[A-Za-z]{2})?$/.exec(text)?.[1],
      'a Dutch postcode as 3811 AB',
    ),
    metres: number('proximity', 500_000),
  }
  yes('top_only')
  if (asked.metres !== undefined && asked.postcode === undefined)
    wrong.push({ name: 'proximity', reason: 'only together with postcode' })
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, asked }
}
