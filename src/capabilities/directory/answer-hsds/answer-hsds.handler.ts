import { publicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { json, type Reply } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findPostcodeArea } from '../../organisations/public.ts'
import type { JsonObject } from '../hsds-document.ts'
import { type FeedWords, topicTaxonomy, topicTerm } from '../hsds-fields.ts'
import type { OrganizationParts } from '../hsds-parts.ts'
import { partsOf } from '../hsds-rows.ts'
import { organizationItem, pairItem, serviceItem } from '../hsds-shapes.ts'
import { type DeskFeed, readDeskFeed } from '../read-desk-feed/read-desk-feed.query.ts'
import {
  type FeedItem,
  type FeedPlace,
  type FeedWindow,
  type FeedWish,
  findFeedPairs,
  findFeedPartners,
  findFeedServices,
  findPartnerOf,
  readFeedWords,
} from '../read-feed/read-feed.query.ts'
import { readFeedPartners } from '../read-feed-partners/read-feed-partners.query.ts'
import { type AskedFeed, type FeedList, readAskedFeed } from './answer-hsds.form.ts'

/** Where the feed stands. */
export const hsdsPath = '/hsds'
/** So many seconds an answer may be kept. */
const keepSeconds = 300
/** So many items of a stream are read from the database at once. */
const itemsAtOnce = 200

const sendJson = (body: unknown): Reply => ({
  kind: 'file',
  contentType: 'application/json; charset=utf-8',
  cacheControl: `public, max-age=${keepSeconds}`,
  forOtherSites: true,
  body: JSON.stringify(body),
})

const notFound = (): Reply => json({ status: 404, title: 'There is nothing with this id' }, 404)

/** What this feed is: the version of HSDS, and where its profile and description stand. */
export function describeFeed({ origin }: WebRequest): Reply {
  return {
    kind: 'file',
    contentType: 'application/json; charset=utf-8',
    // It tells where this installation is, by the question itself: kept by who asked alone.
    cacheControl: `private, max-age=${keepSeconds}`,
    forOtherSites: true,
    body: JSON.stringify({
      version: '3.1',
      profile: 'https://docs.openreferral.org/en/3.1/hsds/reference.html',
      openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json',
      name: 'Balie',
      services: `${origin}${hsdsPath}/services`,
    }),
  }
}

/** A list of the feed. */
export const answerList =
  (list: FeedList) =>
  async (request: WebRequest): Promise<Reply> => {
    const read = readAskedFeed(list, request.url.searchParams)
    if (!read.ok)
      return json(
        { status: 400, title: 'This question cannot be understood', invalid_params: read.wrong },
        400,
      )
    const { asked } = read
    const words = await wordsFor(request)
    if (list === 'taxonomies' || list === 'taxonomy_terms') {
      const items = list === 'taxonomies' ? [topicTaxonomy as JsonObject] : termsFor(asked, words)
      const found = items.filter(({ name }) => holds(String(name), asked.search))
      return asked.lines
        ? sendLines([found.map((item) => JSON.stringify(item))].values())
        : sendPage(
            asked,
            found.length,
            found.slice((asked.page - 1) * asked.perPage, asked.page * asked.perPage),
          )
    }
    const near = await placeFor(request, asked)
    if (near === 'unknown') return sendPage(asked, 0, [])
    const wish: FeedWish = { ...asked, near }
    const desks = await readDesks(request)
    if (asked.lines) return sendLines(linesOf(request, list, asked, wish, desks, words))
    const from = (asked.page - 1) * asked.perPage
    const { total, items } = await itemsOf(request, list, asked, wish, desks, words, {
      from,
      rows: asked.perPage,
    })
    return sendPage(asked, total, items)
  }

/** One thing of the feed, with all that belongs to it. */
export const answerOne =
  (list: FeedList) =>
  async (request: WebRequest): Promise<Reply> => {
    const id = request.param('id').toLowerCase()
    if (!isId(id)) return notFound()
    const words = await wordsFor(request)
    if (list === 'taxonomies') return id === topicTaxonomy.id ? sendJson(topicTaxonomy) : notFound()
    if (list === 'taxonomy_terms') {
      const term = termsFor(undefined, words).find((each) => each.id === id)
      return term ? sendJson(term) : notFound()
    }
    const fullService = request.query('full_service') === 'true'
    const item = await request.database.read(publicScope, async (db) => {
      const desks = await readDeskFeed(db, publicScope, localDay(request.clock.now()))
      const ofDesks = desks.all(list).find((each) => each.id === id)
      const parts = ofDesks
        ? (await desks.parts(db, [ofDesks.partnerId])).get(ofDesks.partnerId)
        : await partsBehind(db, list, id, words)
      return parts && itemOf(list, parts, id, { full: true, fullService })
    })
    return item ? sendJson(item) : notFound()
  }

const wordsFor = (request: WebRequest): Promise<FeedWords> =>
  request.database.read(publicScope, (db) => readFeedWords(db, publicScope, localDay(request.clock.now())))

const readDesks = (request: WebRequest): Promise<DeskFeed> =>
  request.database.read(publicScope, (db) => readDeskFeed(db, publicScope, localDay(request.clock.now())))

const termsFor = (asked: AskedFeed | undefined, { topics }: FeedWords): JsonObject[] =>
  // The topics are one list: each is a top, and none has a parent.
  asked?.parentId || (asked?.taxonomyId && asked.taxonomyId !== topicTaxonomy.id)
    ? []
    : [...topics].map(([code, name]) => topicTerm(code, name))

const holds = (text: string, search: string | undefined): boolean =>
  !search || text.toLowerCase().includes(search.toLowerCase())

/** The place of a postcode; 'unknown' for one that is not there. */
async function placeFor(request: WebRequest, asked: AskedFeed): Promise<FeedPlace | 'unknown' | undefined> {
  const { postcode, metres } = asked
  if (!postcode) return undefined
  const area = await request.database.read(publicScope, (db) => findPostcodeArea(db, publicScope, postcode))
  return area ? { ...area, metres } : 'unknown'
}

async function partsBehind(
  db: ReadHandle,
  list: FeedList,
  id: string,
  words: FeedWords,
): Promise<OrganizationParts | undefined> {
  const what =
    list === 'organizations' ? 'organization' : list === 'services' ? 'service' : 'service_at_location'
  const partnerId = await findPartnerOf(db, publicScope, what, id)
  if (!partnerId) return undefined
  const partner = (await readFeedPartners(db, publicScope, [partnerId])).get(partnerId)
  return partner && partsOf(partner, words)
}

function itemOf(
  list: FeedList,
  parts: OrganizationParts,
  id: string,
  how: { readonly full: boolean; readonly fullService: boolean },
): JsonObject | undefined {
  if (list === 'organizations') return organizationItem(parts, how)
  return list === 'services' ? serviceItem(parts, id, how) : pairItem(parts, id, how)
}

/** Items of a list: those of the desks first, then those of the directory. */
async function itemsOf(
  request: WebRequest,
  list: 'services' | 'organizations' | 'service_at_locations',
  asked: AskedFeed,
  wish: FeedWish,
  desks: DeskFeed,
  words: FeedWords,
  window: FeedWindow,
): Promise<{ readonly total: number; readonly items: JsonObject[]; readonly last: string | undefined }> {
  const ofDesks = desks.matching(list, wish)
  const there = 'from' in window ? ofDesks.slice(window.from, window.from + window.rows) : []
  const rest =
    'from' in window
      ? { from: Math.max(0, window.from - ofDesks.length), rows: window.rows - there.length }
      : window
  return request.database.read(publicScope, async (db) => {
    const find = {
      services: findFeedServices,
      organizations: findFeedPartners,
      service_at_locations: findFeedPairs,
    }[list]
    const { total, items } = await find(db, publicScope, wish, words, rest)
    const all: FeedItem[] = [...there, ...items]
    const last = items.at(-1)?.id
    if (asked.minimal)
      return {
        total: total + ofDesks.length,
        last,
        items: all.map(({ id, changedAt }) => ({
          id,
          ...(changedAt && { modified_date: changedAt.toString() }),
        })),
      }
    const parts = await desks.parts(db, [...new Set(there.map(({ partnerId }) => partnerId))])
    const partners = await readFeedPartners(db, publicScope, [
      ...new Set(items.map(({ partnerId }) => partnerId)),
    ])
    for (const [id, partner] of partners) parts.set(id, partsOf(partner, words))
    return {
      total: total + ofDesks.length,
      last,
      items: all.flatMap(({ id, partnerId }): JsonObject[] => {
        const found = parts.get(partnerId)
        const item =
          found &&
          itemOf(list, found, id, {
            full: asked.full || asked.fullService,
            fullService: asked.fullService,
          })
        return item ? [item] : []
      }),
    }
  })
}

async function* linesOf(
  request: WebRequest,
  list: 'services' | 'organizations' | 'service_at_locations',
  asked: AskedFeed,
  wish: FeedWish,
  desks: DeskFeed,
  words: FeedWords,
): AsyncGenerator<string[]> {
  const linesIn = (items: readonly JsonObject[]): string[] => items.map((item) => JSON.stringify(item))
  // The desks, as long as there are any; then the directory, each time after the last that was told.
  const ofDesks = desks.matching(list, wish).length
  for (let from = 0; from < ofDesks; from += itemsAtOnce) {
    const rows = Math.min(itemsAtOnce, ofDesks - from)
    yield linesIn((await itemsOf(request, list, asked, wish, desks, words, { from, rows })).items)
  }
  for (let after: string | undefined; ; ) {
    const { items, last } = await itemsOf(request, list, asked, wish, desks, words, {
      after,
      rows: itemsAtOnce,
    })
    if (items.length > 0) yield linesIn(items)
    if (last === undefined) return
    after = last
  }
}

/** Sends items one below the other as they are read, so that a whole directory never stands in memory. */
function sendLines(batches: Iterator<string[]> | AsyncIterator<string[]>): Reply {
  const encoder = new TextEncoder()
  return {
    kind: 'file',
    contentType: 'application/x-ndjson; charset=utf-8',
    cacheControl: `public, max-age=${keepSeconds}`,
    forOtherSites: true,
    body: new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await batches.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(`${value.join('\n')}\n`))
      },
    }),
  }
}

function sendPage({ page, perPage }: AskedFeed, total: number, contents: readonly JsonObject[]): Reply {
  const pages = Math.ceil(total / perPage)
  return sendJson({
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  })
}
