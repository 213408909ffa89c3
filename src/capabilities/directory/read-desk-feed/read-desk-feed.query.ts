import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import {
  findDeskIdsOfLibraries,
  findHours,
  findPublicDesks,
  noHours,
  type PublicDesk,
} from '../../desks/public.ts'
import { findOrganisationsOfKinds, type Organisation } from '../../organisations/public.ts'
import { deskParts } from '../desk-feed.ts'
import { idOf } from '../hsds-document.ts'
import type { OrganizationParts } from '../hsds-parts.ts'
import type { FeedItem, FeedWish } from '../read-feed/read-feed.query.ts'

/** The desks as a feed tells them, beside the directory. When one was last changed is not known: asked for what changed, all are told. */
export interface DeskFeed {
  /** Libraries, desks or desks at a place, in the order of their ids. */
  all(list: string): FeedItem[]
  /** Those that fit what is asked. */
  matching(list: string, wish: FeedWish): FeedItem[]
  /** All of these libraries, by their id. */
  parts(db: ReadHandle, libraryIds: readonly string[]): Promise<Map<string, OrganizationParts>>
}

interface Standing {
  readonly id: string
  readonly desk: PublicDesk
  readonly latitude: number | null
  readonly longitude: number | null
}

/**
 * The desks that are open to visitors.
 * @param today the local day; hours are told from the first of its month on, for a year, so that they stay the same for a month
 */
export async function readDeskFeed(db: ReadHandle, scope: PublicScope, today: string): Promise<DeskFeed> {
  const libraries = await findOrganisationsOfKinds(db, scope, ['library'])
  const idsOf = await findDeskIdsOfLibraries(
    db,
    scope,
    libraries.map(({ id }) => id),
  )
  const desks = (await findPublicDesks(db, scope, [...idsOf.values()].flat())).toSorted(byId)
  const withDesks = libraries.filter(({ id }) => idsOf.has(id)).toSorted(byId)
  const named = new Map(libraries.map((library) => [library.id, library]))
  const fromDay = `${today.slice(0, 8)}01`
  const untilDay = addDays(fromDay, 366)

  const find = (list: string, wish: FeedWish): FeedItem[] => {
    // The desks have no topics of their own.
    if (wish.taxonomyId || wish.taxonomyTermId) return []
    const fits = (desk: PublicDesk): boolean =>
      (!wish.organizationId || desk.libraryId === wish.organizationId) &&
      (!wish.search ||
        holds(
          `Informatiepunt Digitale Overheid ${desk.name} ${named.get(desk.libraryId)?.name}`,
          wish.search,
        ))
    if (list === 'organizations')
      return withDesks
        .filter(({ name }) => !wish.search || holds(name, wish.search))
        .map(({ id }) => ({ id, partnerId: id, changedAt: undefined }))
    const found = desks.filter(fits)
    if (list === 'services')
      return found.map(({ id, libraryId }) => ({ id, partnerId: libraryId, changedAt: undefined }))
    return found
      .flatMap(standingsOf)
      .filter((standing) => isNear(standing, wish.near))
      .toSorted(byId)
      .map(({ id, desk }) => ({ id, partnerId: desk.libraryId, changedAt: undefined }))
  }
  return {
    all: (list) => find(list, {}),
    matching: find,
    parts: async (handle, libraryIds) => {
      const theirs = desks.filter(({ libraryId }) => libraryIds.includes(libraryId))
      const hours = await findHours(
        handle,
        scope,
        theirs.map(({ id }) => id),
        fromDay,
      )
      return new Map(
        libraryIds.map((libraryId): [string, OrganizationParts] => [
          libraryId,
          deskParts(
            named.get(libraryId) ?? ({ id: libraryId, name: '' } satisfies Pick<Organisation, 'id' | 'name'>),
            theirs
              .filter((desk) => desk.libraryId === libraryId)
              .map((desk) => ({ desk, hours: hours.get(desk.id) ?? noHours })),
            { fromDay, untilDay },
          ),
        ]),
      )
    },
  }
}

/** Where a desk stands: by the ids that `deskParts` gives. */
function standingsOf(desk: PublicDesk): Standing[] {
  const own = desk.kind !== 'telephone' && desk.town !== null
  const { latitude, longitude } = desk
  return [
    ...(own
      ? [{ id: idOf('desk-at-location', desk.id, idOf('desk-location', desk.id)), desk, latitude, longitude }]
      : []),
    ...desk.places.map((place) => ({ ...place, id: idOf('desk-at-location', desk.id, place.id), desk })),
  ]
}

/** A desk helps everybody, but tells that it serves its municipality. */
function isNear({ desk, latitude, longitude }: Standing, near: FeedWish['near']): boolean {
  if (!near) return true
  if (near.metres === undefined) return desk.municipalityCode === near.municipalityCode
  if (latitude === null || longitude === null) return false
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half =
    Math.sin(radians(latitude - near.latitude) / 2) ** 2 +
    Math.cos(radians(near.latitude)) *
      Math.cos(radians(latitude)) *
      Math.sin(radians(longitude - near.longitude) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half)) <= near.metres
}

const holds = (text: string, search: string): boolean => text.toLowerCase().includes(search.toLowerCase())
const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1
