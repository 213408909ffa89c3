import { isId } from '../../platform/http/web-request.ts'

/** A spot on the map: a desk by its code, at its own address or at one of its places. */
export interface MapSpot {
  readonly code: string
  /** The last eight characters of the place's id. */
  readonly placeCode?: string | undefined
}

/** So many spots on one map: two screens of the list. */
export const mostSpots = 20

/** What a spot is called in the address of the map. */
export const spotIn = ({
  code,
  placeId,
}: {
  readonly code: string
  readonly placeId: string | undefined
}): string => (placeId && isId(placeId) ? `${code}.${placeId.slice(-8)}` : code)

/**
 * The address of a map with these spots, numbered as the list beside it. It says which desks, and nothing of who asks.
 * @param first the number of the first spot
 */
export function mapAddress(spots: readonly string[], first = 1): string {
  return `/kaart.svg?punten=${spots.slice(0, mostSpots).join(',')}${first === 1 ? '' : `&vanaf=${first}`}`
}

/** Reads what a map must show; undefined for what is no such address. */
export function readMapAddress(
  query: URLSearchParams,
): { readonly spots: readonly MapSpot[]; readonly first: number } | undefined {
  const parts = (query.get('punten') ?? '').split(',', mostSpots + 1)
  const first = query.get('vanaf') ?? '1'
  if (parts.length > mostSpots || !/^[1-9]\d{0,2}$/.test(first)) return undefined
  const spots = parts.flatMap((part) => {
    const [, code, placeCode] = /^([\da-f]{8})(?:\.([\da-f]{8}))?$/.exec(part) ?? []
    return code ? [{ code, placeCode }] : []
  })
  return spots.length === parts.length ? { spots, first: Number(first) } : undefined
}
