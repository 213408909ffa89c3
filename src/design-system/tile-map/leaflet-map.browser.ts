import { control, divIcon, latLngBounds, map, marker, tileLayer } from 'leaflet'
import * as styles from 'leaflet/dist/leaflet.css'

interface MapParts {
  readonly tiles: string
  readonly credit: string
  readonly points: readonly {
    readonly number: number
    readonly latitude: number
    readonly longitude: number
  }[]
  readonly zoomIn: string
  readonly zoomOut: string
}

/** Nearer than this the tiles of most sources end. */
const nearest = 18
/** With one point alone: the streets around it. */
const usual = 15

/** Draws the map in an element of the page. Leaflet sets its styles by script, which the content security policy allows. */
export async function openMap(ground: HTMLElement, parts: MapParts): Promise<void> {
  await addStyles()
  const drawn = map(ground, {
    zoomControl: false,
    maxZoom: nearest,
    zoomAnimation: false,
    fadeAnimation: false,
  })
  drawn.attributionControl.setPrefix(false)
  control.zoom({ zoomInTitle: parts.zoomIn, zoomOutTitle: parts.zoomOut }).addTo(drawn)
  tileLayer(parts.tiles, { attribution: asText(parts.credit), maxZoom: nearest }).addTo(drawn)
  drawn.fitBounds(latLngBounds(parts.points.map(({ latitude, longitude }) => [latitude, longitude])), {
    // The buttons stand at the top, at the left.
    paddingTopLeft: [70, 30],
    paddingBottomRight: [30, 30],
    maxZoom: usual,
  })
  for (const { number, latitude, longitude } of parts.points.toReversed())
    marker([latitude, longitude], {
      // The list beside it says the same, and opens what they stand for.
      interactive: false,
      keyboard: false,
      icon: divIcon({ className: 'balie-tile-map__marker', html: `${number}`, iconSize: [30, 30] }),
    }).addTo(drawn)
}

/** Leaflet's own stylesheet, as a file of ours. */
function addStyles(): Promise<void> {
  return new Promise((done) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL(styles.default, import.meta.url).href
    link.addEventListener('load', () => done())
    link.addEventListener('error', () => done())
    document.head.append(link)
  })
}

/** Leaflet takes the credit for HTML. */
function asText(text: string): string {
  const element = document.createElement('span')
  element.textContent = text
  return element.innerHTML
}
