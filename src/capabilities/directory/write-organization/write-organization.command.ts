import { uuidv7 } from 'uuidv7'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { isId } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { nextReview } from '../freshness.ts'
import { digestOf, type JsonObject, textIn } from '../hsds-document.ts'
import { locationLenses, partnerLenses, serviceLenses } from '../hsds-fields.ts'
import type { ReachHours } from '../hsds-hours.ts'
import { mergeRow, readRow } from '../hsds-lens.ts'
import { type OrganizationParts, takeApart } from '../hsds-parts.ts'
import type { FeedPartner } from '../hsds-rows.ts'
import {
  checkOf,
  type FreeIds,
  gatherLocation,
  gatherPair,
  gatherParts,
  gatherService,
  type HoursOwner,
  hoursRow,
  idsIn,
  locationColumns,
  newestAssured,
  noRows,
  partnerColumns,
  type Rows,
  serviceColumns,
  type Writing,
  withoutGuess,
} from '../import-rows.ts'

/** Adds organisations that are not there yet. An id of theirs is kept where nobody has it. */
export async function addOrganizations(
  tx: WriteHandle,
  _scope: JobScope,
  documents: readonly JsonObject[],
  writing: Writing,
): Promise<void> {
  const all = documents.map((document) => ({ document, parts: takeApart(document) }))
  const ids = await freeIds(
    tx,
    all.flatMap(({ parts }) => idsIn(parts)),
  )
  const rows = noRows()
  for (const { document, parts } of all) {
    const { id, sourceId } = ids.take(parts.organization)
    rows.partners.push({
      id,
      library_id: writing.libraryId,
      ...partnerColumns(readRow(partnerLenses, parts.organization)),
      review_on: nextReview(newestAssured(parts) ?? localDay(writing.now)),
      source: writing.source,
      source_id: sourceId,
      source_document: JSON.stringify(parts.organization),
      source_digest: digestOf(document),
      created_at: writing.now.toString(),
    })
    rows.checks.push(checkOf(id, 'right', writing.now))
    gatherParts(rows, { id, parts, ids, writing, locationIds: new Map() })
  }
  await insertAll(tx, rows)
}

/**
 * Brings an entry up to what a document tells now. What somebody changed here since the document came last stays as it is here, unless
 * everything is to be overwritten. Services and places that the document no longer tells go; those that somebody added here stay.
 */
export async function changeOrganization(
  tx: WriteHandle,
  _scope: JobScope,
  partner: FeedPartner,
  document: JsonObject,
  { overwrite, ...writing }: Writing & { readonly overwrite: boolean },
): Promise<void> {
  const parts = takeApart(document)
  const { id } = partner
  const lenses = serviceLenses(writing.words)
  const fields = overwrite
    ? readRow(partnerLenses, parts.organization)
    : mergeRow(partnerLenses, partner.fields, { before: partner.document, now: parts.organization })
  const assured = newestAssured(parts)
  await tx
    .updateTable('directory.partners')
    .set((eb) => ({
      ...partnerColumns(fields),
      version: eb('version', '+', 1),
      ...(assured !== undefined &&
        assured > (partner.confirmedOn ?? '') && { review_on: nextReview(assured) }),
      source_document: JSON.stringify(parts.organization),
      ...(!overwrite && { source_digest: digestOf(document) }),
    }))
    .where('id', '=', id)
    .execute()
  const rows = noRows()
  rows.checks.push(checkOf(id, 'changed', writing.now))

  const locationIds = new Map<string, string>()
  for (const location of parts.locations) {
    const known = partner.locations.find(
      (each) => (textIn(each.document, 'id') || each.id) === textIn(location, 'id'),
    )
    if (!known) continue
    locationIds.set(textIn(location, 'id'), known.id)
    const shown = withoutGuess(known.fields, known.document, writing)
    const merged = overwrite
      ? readRow(locationLenses, location)
      : mergeRow(locationLenses, shown, { before: known.document, now: location })
    await tx
      .updateTable('directory.locations')
      .set({ ...locationColumns(merged, writing), source_document: JSON.stringify(location) })
      .where('id', '=', known.id)
      .execute()
    await replaceHours(tx, { partnerId: id, serviceId: null, locationId: known.id }, merged.hours)
  }
  const gone = partner.locations.filter(
    (each) => textIn(each.document, 'id') !== '' && ![...locationIds.values()].includes(each.id),
  )
  if (gone.length > 0)
    await tx
      .deleteFrom('directory.locations')
      .where(
        'id',
        'in',
        gone.map((each) => each.id),
      )
      .execute()

  const news: OrganizationParts = {
    organization: parts.organization,
    locations: parts.locations.filter((each) => !locationIds.has(textIn(each, 'id'))),
    services: parts.services.filter(({ document: service }) => !serviceOf(partner, service)),
  }
  const pairsOfNews = parts.services.flatMap(({ pairs }) => pairs.map((pair) => pair.document))
  const ids = await freeIds(tx, [...idsIn(news), ...pairsOfNews.map((pair) => textIn(pair, 'id'))])
  // First the new places: services that are known may stand at them.
  for (const location of news.locations) gatherLocation(rows, location, { id, ids, writing, locationIds })
  for (const { document: service, pairs } of parts.services) {
    const known = serviceOf(partner, service)
    if (!known) continue
    const merged = overwrite
      ? readRow(lenses, service)
      : mergeRow(lenses, known.fields, { before: known.document, now: service })
    await tx
      .updateTable('directory.services')
      .set((eb) => ({
        ...serviceColumns(merged),
        version: eb('version', '+', 1),
        source_id: textIn(service, 'id'),
        source_document: JSON.stringify(service),
      }))
      .where('id', '=', known.id)
      .execute()
    await tx.deleteFrom('directory.service_topics').where('service_id', '=', known.id).execute()
    for (const topic_code of merged.topics) rows.topics.push({ service_id: known.id, topic_code })
    await replaceHours(tx, { partnerId: id, serviceId: known.id, locationId: null }, merged.hours)
    // A service stands at the places that its source tells, and at those that somebody added here.
    const own = known.places.filter(({ document: pair }) => textIn(pair, 'id') === '')
    await tx
      .deleteFrom('directory.service_locations')
      .where('service_id', '=', known.id)
      .where('location_id', 'not in', own.length > 0 ? own.map(({ locationId }) => locationId) : [id])
      .execute()
    await tx
      .deleteFrom('directory.hours')
      .where('service_id', '=', known.id)
      .where('location_id', 'is not', null)
      .where('location_id', 'not in', own.length > 0 ? own.map(({ locationId }) => locationId) : [id])
      .execute()
    for (const pair of pairs) gatherPair(rows, pair, { serviceId: known.id, id, ids, locationIds, known })
  }
  const left = partner.services.filter(
    (each) =>
      textIn(each.document, 'id') !== '' &&
      !parts.services.some(({ document: service }) => serviceOf(partner, service)?.id === each.id),
  )
  if (left.length > 0)
    await tx
      .updateTable('directory.services')
      .set({ active: false })
      .where(
        'id',
        'in',
        left.map((each) => each.id),
      )
      .execute()
  for (const service of news.services) gatherService(rows, service, { id, ids, writing, locationIds })
  await insertAll(tx, rows)
}

/** A service of an entry that a document tells: by its id, or by its name when it came from elsewhere. */
const serviceOf = (partner: FeedPartner, service: JsonObject) =>
  partner.services.find(
    (each) => textIn(each.document, 'id') === textIn(service, 'id') || each.id === textIn(service, 'id'),
  ) ??
  partner.services.find(
    (each) => textIn(each.document, 'id') === '' && each.fields.name === textIn(service, 'name'),
  )

async function replaceHours(tx: WriteHandle, owner: HoursOwner, hours: readonly ReachHours[]): Promise<void> {
  await tx
    .deleteFrom('directory.hours')
    .where('service_id', owner.serviceId === null ? 'is' : '=', owner.serviceId)
    .where('location_id', owner.locationId === null ? 'is' : '=', owner.locationId)
    .where('partner_id', '=', owner.partnerId)
    .execute()
  if (hours.length > 0)
    await tx
      .insertInto('directory.hours')
      .values(hours.map((each) => hoursRow(owner, each)))
      .execute()
}

async function freeIds(tx: WriteHandle, wanted: readonly string[]): Promise<FreeIds> {
  const ids = [...new Set(wanted.filter(isId).map((id) => id.toLowerCase()))]
  const taken = new Set<string>()
  for (const table of [
    'directory.partners',
    'directory.services',
    'directory.locations',
    'directory.service_locations',
  ] as const)
    if (ids.length > 0)
      for (const { id } of await tx.selectFrom(table).select('id').where('id', 'in', ids).execute())
        taken.add(id)
  return {
    take: (document) => {
      const sourceId = textIn(document, 'id')
      const own = sourceId.toLowerCase()
      const id = isId(own) && !taken.has(own) ? own : uuidv7()
      taken.add(id)
      return { id, sourceId }
    },
  }
}

/** So many rows go in one statement. */
const rowsAtOnce = 500

async function insertAll(tx: WriteHandle, rows: Rows): Promise<void> {
  const tables = {
    partners: 'directory.partners',
    services: 'directory.services',
    topics: 'directory.service_topics',
    locations: 'directory.locations',
    pairs: 'directory.service_locations',
    hours: 'directory.hours',
    checks: 'directory.confirmations',
  } as const
  for (const [name, table] of Object.entries(tables) as [keyof Rows, (typeof tables)[keyof Rows]][])
    for (let at = 0; at < rows[name].length; at += rowsAtOnce)
      await tx
        .insertInto(table)
        .values(rows[name].slice(at, at + rowsAtOnce) as never)
        .execute()
}
