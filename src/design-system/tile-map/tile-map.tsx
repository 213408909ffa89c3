import type { Child } from 'hono/jsx'
import type { MapTiles } from '../../platform/config/config.ts'

export interface TileMapProps {
  tiles: MapTiles
  /** Numbered as the list beside it; of which is known where they are. */
  points: readonly { number: number; latitude: number; longitude: number }[]
  words: {
    /** On the button that fetches the map. */
    open: string
    /** What the map is, for who does not see it. */
    label: string
    zoomIn: string
    zoomOut: string
  }
  /** The image that stands there, and stays where no script runs. */
  children?: Child
}

/**
 * An image of a map that becomes one to move, when the reader asks for it: before that nothing is fetched from
 * elsewhere. Needs the script `tile-map.js`, and a page that allows images from where the tiles are.
 */
export function TileMap({ tiles, points, words, children }: TileMapProps) {
  return (
    <balie-tile-map
      class="balie-tile-map"
      data-tiles={tiles.url}
      data-credit={tiles.credit}
      data-points={JSON.stringify(points)}
      data-label={words.label}
      data-zoom-in={words.zoomIn}
      data-zoom-out={words.zoomOut}
    >
      {children}
      <button class="nl-button nl-button--secondary" type="button" hidden>
        {words.open}
      </button>
    </balie-tile-map>
  )
}
