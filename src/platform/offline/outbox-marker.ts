/** How many items should be on this device. Kept in a cookie: clearing or losing IndexedDB does not reach there. */
export interface Marker {
  readonly waiting: number
  /** The oldest of them, in milliseconds since 1970; 0 when nothing waits. */
  readonly since: number
  /** Items that the browser threw away unsent; counted until a person has read it. */
  readonly lost: number
  readonly lostSince: number
}

const name = 'balie_wachtrij'

/** Reads the marker from `document.cookie`. Without one nothing waited. */
export function readMarker(cookies: string): Marker {
  const numbers = new RegExp(`(?:^|; )${name}=(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)`).exec(cookies)
  const [waiting = 0, since = 0, lost = 0, lostSince = 0] = (numbers?.slice(1) ?? []).map(Number)
  return { waiting, since, lost, lostSince }
}

/** The marker as a cookie for half a year: longer than anything should wait. */
export function markerCookie({ waiting, since, lost, lostSince }: Marker, secure: boolean): string {
  const age = waiting + lost > 0 ? 180 * 24 * 3600 : 0
  return `${name}=${waiting}.${since}.${lost}.${lostSince}; Path=/; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
}

/**
 * The marker after a change.
 * @param found how many items stood there before the change: fewer than the marker says were lost
 * @param moments when the items that stand there now were made
 */
export function nextMarker(marker: Marker, found: number, moments: readonly number[]): Marker {
  const missing = Math.max(0, marker.waiting - found)
  return {
    waiting: moments.length,
    since: moments.length > 0 ? Math.min(...moments) : 0,
    lost: marker.lost + missing,
    lostSince: marker.lostSince || (missing > 0 ? marker.since : 0),
  }
}
