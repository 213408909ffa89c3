import { TileMap } from '../../design-system/tile-map/tile-map.tsx'
import type { MapTiles } from '../../platform/config/config.ts'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { mapAddress, spotIn } from './map-address.ts'
import type { MapPoint } from './map-point.ts'
import type { Venue } from './venue.ts'

/** Whether there is anything to draw: a list of which nobody knows where anything is has no map. */
export const hasMap = (venues: readonly Placed[]): boolean =>
  venues.some((venue) => pointOf(venue) !== undefined)

type Placed = Pick<Venue, 'desk' | 'place'>

function pointOf({ desk, place }: Placed): MapPoint | undefined {
  const { latitude, longitude } = place ?? desk
  return latitude === null || longitude === null ? undefined : { latitude, longitude }
}

/**
 * Where the desks of a list are, with the numbers they have in it; never where the visitor is. The list says the same. With
 * tiles it becomes a map to move, when the visitor asks for it; the page then needs the script `tile-map.js`.
 * @param start the number of the first
 */
export function VenueMap({
  venues,
  start = 1,
  voice: { t },
  tiles,
}: {
  venues: readonly Placed[]
  start?: number
  voice: PublicVoice
  tiles: MapTiles | undefined
}) {
  const points = venues.flatMap((venue, index) => {
    const point = pointOf(venue)
    return point ? [{ number: start + index, ...point }] : []
  })
  if (points.length === 0) return null
  const image = (
    <img
      src={mapAddress(
        venues.map(({ desk, place }) => spotIn({ code: desk.code, placeId: place?.id })),
        start,
      )}
      alt={t('finder.map')}
      width="384"
      height="384"
      loading="lazy"
      decoding="async"
    />
  )
  if (!tiles) return image
  return (
    <TileMap
      tiles={tiles}
      points={points}
      words={{
        open: t('finder.map.open'),
        label: t('finder.map'),
        zoomIn: t('finder.map.zoom-in'),
        zoomOut: t('finder.map.zoom-out'),
      }}
    >
      {image}
    </TileMap>
  )
}

/** Where else a page with such a map may show images from. */
export const tilesOrigin = (tiles: MapTiles | undefined): { readonly imagesFrom?: string } =>
  tiles ? { imagesFrom: new URL(tiles.url.replaceAll(/[{}]/g, '')).origin } : {}
