import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { readLists } from '../../lists/public.ts'
import { findMunicipalities } from '../../organisations/public.ts'
import { type FeedWords, topicTaxonomyId, topicTermId } from '../hsds-fields.ts'

/** What of the directory a feed tells. Everything that is given must hold. */
export interface FeedWish {
  readonly search?: string | undefined
  readonly organizationId?: string | undefined
  readonly taxonomyTermId?: string | undefined
  readonly taxonomyId?: string | undefined
  readonly modifiedAfter?: Instant | undefined
  /** A point, or an area that services may serve. */
  readonly near?: FeedPlace | undefined
}
export interface FeedPlace {
  readonly latitude: number
  readonly longitude: number
  readonly municipalityCode: string
  /** As the crow flies; undefined: what serves that municipality. */
  readonly metres: number | undefined
}

/** An item of a list: itself, and the partner in which it is found. */
export interface FeedItem {
  readonly id: string
  readonly partnerId: string
  /** undefined: not known. */
  readonly changedAt: Instant | undefined
}

/** The words of codes on a day. */
export async function readFeedWords(db: ReadHandle, scope: Scope, day: string): Promise<FeedWords> {
  const { topics } = await readLists(db, scope, day, 'nl')
  return {
    topics: new Map(topics.map(({ code, label }) => [code, label])),
    municipalities: new Map((await findMunicipalities(db, scope, day)).map(({ code, name }) => [code, name])),
  }
}

/** Which part of a list: a page of it, or so many after an id, to read all of it without counting again and again. */
export type FeedWindow =
  | { readonly from: number; readonly rows: number }
  | { readonly after: string | undefined; readonly rows: number }

const contains = (term: string): string => `%${term.replace(/[\\%_]/g, '\\$&')}%`

function servicesFor(db: ReadHandle, wish: FeedWish, words: FeedWords) {
  let found = db
    .selectFrom('directory.services as service')
    .innerJoin('directory.partners as partner', 'partner.id', 'service.partner_id')
    .where('partner.ended_on', 'is', null)
  const { search, organizationId, taxonomyTermId, taxonomyId, modifiedAfter } = wish
  if (search)
    found = found.where((eb) =>
      eb.or(
        (['service.name', 'service.description', 'partner.name', 'partner.short_name'] as const).map(
          (column) => eb(column, 'ilike', contains(search)),
        ),
      ),
    )
  if (organizationId) found = found.where('partner.id', '=', organizationId)
  if (modifiedAfter)
    found = found.where((eb) =>
      eb.or([eb('service.changed_at', '>=', modifiedAfter), eb('partner.changed_at', '>=', modifiedAfter)]),
    )
  if (taxonomyTermId) {
    const code = [...words.topics.keys()].find((each) => topicTermId(each) === taxonomyTermId)
    found = code
      ? found.where((eb) =>
          eb.exists(
            eb
              .selectFrom('directory.service_topics as topic')
              .select('topic.topic_code')
              .whereRef('topic.service_id', '=', 'service.id')
              .where('topic.topic_code', '=', code),
          ),
        )
      : found.where(
          sql<SqlBool>`service.source_document @> ${JSON.stringify({ attributes: [{ taxonomy_term_id: taxonomyTermId }] })}::jsonb`,
        )
  }
  if (taxonomyId)
    found =
      taxonomyId === topicTaxonomyId
        ? found.where((eb) =>
            eb.exists(
              eb
                .selectFrom('directory.service_topics as topic')
                .select('topic.topic_code')
                .whereRef('topic.service_id', '=', 'service.id'),
            ),
          )
        : found.where(
            sql<SqlBool>`service.source_document @> ${JSON.stringify({ attributes: [{ taxonomy_term: { taxonomy_id: taxonomyId } }] })}::jsonb`,
          )
  return found
}

const changedAt = sql<Instant>`greatest(service.changed_at, partner.changed_at)`.as('changedAt')

/** Services of the directory, in the order of their ids. */
export async function findFeedServices(
  db: ReadHandle,
  _scope: Scope,
  wish: FeedWish,
  words: FeedWords,
  window: FeedWindow,
): Promise<{ readonly total: number; readonly items: FeedItem[] }> {
  const found = servicesFor(db, wish, words)
  const listed = found
    .select(['service.id', 'partner.id as partnerId', changedAt])
    .orderBy('service.id')
    .limit(window.rows)
  if ('after' in window)
    return {
      total: 0,
      items: await (window.after ? listed.where('service.id', '>', window.after) : listed).execute(),
    }
  const { total } = await found
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return { total: Number(total), items: await listed.offset(window.from).execute() }
}

/** Services at their places. */
export async function findFeedPairs(
  db: ReadHandle,
  _scope: Scope,
  wish: FeedWish,
  words: FeedWords,
  window: FeedWindow,
): Promise<{ readonly total: number; readonly items: FeedItem[] }> {
  let found = servicesFor(db, wish, words)
    .innerJoin('directory.service_locations as pair', 'pair.service_id', 'service.id')
    .innerJoin('directory.locations as location', 'location.id', 'pair.location_id')
  const { near } = wish
  if (near && near.metres === undefined)
    found = found.where(
      sql<SqlBool>`(service.municipality_codes = '{}' or ${near.municipalityCode} = any (service.municipality_codes))`,
    )
  if (near?.metres !== undefined) {
    // First a box, which costs little; then the great circle on a ball with the mean radius of the earth.
    const north = near.metres / 111_000
    const east = north / Math.cos((near.latitude * Math.PI) / 180)
    found = found
      .where('location.latitude', '>=', near.latitude - north)
      .where('location.latitude', '<=', near.latitude + north)
      .where('location.longitude', '>=', near.longitude - east)
      .where('location.longitude', '<=', near.longitude + east)
      .where(sql<SqlBool>`2 * 6371008.8 * asin(sqrt(
      sin(radians(location.latitude - ${near.latitude}) / 2) ^ 2
      + cos(radians(${near.latitude})) * cos(radians(location.latitude))
        * sin(radians(location.longitude - ${near.longitude}) / 2) ^ 2)) <= ${near.metres}`)
  }
  const listed = found
    .select(['pair.id', 'partner.id as partnerId', changedAt])
    .orderBy('pair.id')
    .limit(window.rows)
  if ('after' in window)
    return {
      total: 0,
      items: await (window.after ? listed.where('pair.id', '>', window.after) : listed).execute(),
    }
  const { total } = await found
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return { total: Number(total), items: await listed.offset(window.from).execute() }
}

/** Partners of the directory. Asked by topic: those with a service for it. */
export async function findFeedPartners(
  db: ReadHandle,
  _scope: Scope,
  wish: FeedWish,
  words: FeedWords,
  window: FeedWindow,
): Promise<{ readonly total: number; readonly items: FeedItem[] }> {
  let found = db.selectFrom('directory.partners as partner').where('partner.ended_on', 'is', null)
  const { search } = wish
  if (search)
    found = found.where((eb) =>
      eb.or(
        (['partner.name', 'partner.short_name', 'partner.description'] as const).map((column) =>
          eb(column, 'ilike', contains(search)),
        ),
      ),
    )
  if (wish.taxonomyTermId || wish.taxonomyId)
    found = found.where(
      'partner.id',
      'in',
      servicesFor(db, { ...wish, search: undefined }, words).select('service.partner_id'),
    )
  const listed = found
    .select(['partner.id', 'partner.id as partnerId', 'partner.changed_at as changedAt'])
    .orderBy('partner.id')
    .limit(window.rows)
  if ('after' in window)
    return {
      total: 0,
      items: await (window.after ? listed.where('partner.id', '>', window.after) : listed).execute(),
    }
  const { total } = await found
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return { total: Number(total), items: await listed.offset(window.from).execute() }
}

/** In which partner a service, or a service at a place, is found; undefined when there is none. An ended one too: it is told as such. */
export async function findPartnerOf(
  db: ReadHandle,
  _scope: Scope,
  what: 'organization' | 'service' | 'service_at_location',
  id: string,
): Promise<string | undefined> {
  if (what === 'organization') {
    const row = await db
      .selectFrom('directory.partners')
      .select('id')
      .where('id', '=', id)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    return row?.id
  }
  const services = servicesFor(db, {}, { topics: new Map(), municipalities: new Map() })
  const row =
    what === 'service'
      ? await services.select('partner.id').where('service.id', '=', id).executeTakeFirst()
      : await services
          .innerJoin('directory.service_locations as pair', 'pair.service_id', 'service.id')
          .select('partner.id')
          .where('pair.id', '=', id)
          .executeTakeFirst()
  return row?.id
}
