import { lookup as resolve } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { Json, JsonObject } from './hsds-document.ts'
import { isObject, textIn } from './hsds-document.ts'
import type { ImportProblem } from './import-run.ts'

/** What a feed of somebody else may ask of us. */
export interface FeedLimits {
  readonly pages: number
  readonly bytesAPage: number
  readonly bytes: number
  readonly milliseconds: number
  readonly millisecondsAPage: number
}
export const feedLimits: FeedLimits = {
  pages: 5_000,
  bytesAPage: 32 * 1024 * 1024,
  bytes: 512 * 1024 * 1024,
  milliseconds: 60 * 60 * 1000,
  millisecondsAPage: 60 * 1000,
}
const perPage = 100
const mostRedirects = 3

/** A feed that cannot be read, and why. */
export class FeedProblem extends Error {
  override readonly name = 'FeedProblem'
  readonly problem: ImportProblem

  constructor(problem: ImportProblem) {
    super(`The feed cannot be read: ${problem}`)
    this.problem = problem
  }
}

/** Networks that nobody outside should reach by way of us (RFC 6890): this machine, the office, the cloud's own services. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(network, prefix, 'ipv6')

/** Whether an address of a machine lies in a network that is not for everybody; also written as IPv4 within IPv6. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '')
  const version = isIP(bare)
  if (version === 0) return true
  return closed.check(bare, version === 4 ? 'ipv4' : 'ipv6')
}

/**
 * The organisations of a feed, a page at a time, with their services and places. Only over http(s); to a private network only when the
 * installation allows it, looked at when the connection is made, so that a name that changes its mind in between is caught too.
 * @param address of the feed, as https://voorbeeld.nl/hsds
 */
export async function* readFeed(
  address: string,
  {
    fetchesPrivately,
    limits = feedLimits,
  }: { readonly fetchesPrivately: boolean; readonly limits?: FeedLimits },
): AsyncGenerator<readonly Json[]> {
  const until = performance.now() + limits.milliseconds
  let left = limits.bytes
  const get = async (path: string): Promise<Json | undefined> => {
    if (performance.now() > until) throw new FeedProblem('slow')
    const answer = await getJson(`${address.replace(/\/+$/, '')}${path}`, { fetchesPrivately, limits })
    left -= answer?.bytes ?? 0
    if (left < 0) throw new FeedProblem('too-large')
    return answer?.body
  }
  const path = (await get(`/organizations?page=1&per_page=1`)) === undefined ? 'services' : 'organizations'
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    if (page > limits.pages) throw new FeedProblem('too-large')
    const answer = await get(
      `/${path}?full=true${path === 'organizations' ? '&full_service=true' : ''}&page=${page}&per_page=${perPage}`,
    )
    if (!isObject(answer) || !Array.isArray(answer.contents)) throw new FeedProblem('no-organizations')
    pages = typeof answer.total_pages === 'number' ? answer.total_pages : page
    yield path === 'organizations'
      ? answer.contents
      : await Promise.all(answer.contents.map((service) => wholeServiceOf(service as Json, get)))
  }
}

/** A service of a feed that told it briefly in its list, asked for by itself. */
async function wholeServiceOf(
  service: Json,
  get: (path: string) => Promise<Json | undefined>,
): Promise<Json> {
  if (!isObject(service) || 'service_at_locations' in service || 'organization' in service) return service
  const whole = await get(`/services/${encodeURIComponent(textIn(service, 'id'))}`)
  return isObject(whole) ? whole : (service as JsonObject)
}

interface Fetching {
  readonly fetchesPrivately: boolean
  readonly limits: FeedLimits
}

/** What an address answers; undefined when there is nothing (404). */
async function getJson(
  address: string,
  fetching: Fetching,
  redirects = mostRedirects,
): Promise<{ readonly body: Json; readonly bytes: number } | undefined> {
  if (!URL.canParse(address)) throw new FeedProblem('address')
  const url = new URL(address)
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new FeedProblem('address')
  // An address in numbers is never looked up, so it is looked at here.
  if (
    !fetching.fetchesPrivately &&
    isIP(url.hostname.replace(/^\[|\]$/g, '')) &&
    isPrivateAddress(url.hostname)
  )
    throw new FeedProblem('private')
  const answer = await ask(url, fetching)
  if ('location' in answer) {
    if (redirects === 0) throw new FeedProblem('address')
    return getJson(new URL(answer.location, url).href, fetching, redirects - 1)
  }
  if (answer.status === 404) return undefined
  if (answer.status !== 200) throw new FeedProblem('not-found')
  try {
    return { body: JSON.parse(answer.text) as Json, bytes: answer.text.length }
  } catch {
    throw new FeedProblem('not-json')
  }
}

/** Looks names up, and refuses those that lead to a private network: at the moment of connecting, so never another than was looked at. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(Object.assign(new Error('A private network'), { code: 'EPRIVATE' }), '', 0)
    if (options.all) return callback(null, addresses)
    const [{ address, family } = { address: '', family: 0 }] = addresses
    return callback(null, address, family)
  })
}

type Answer = { readonly status: number; readonly text: string } | { readonly location: string }

function ask(url: URL, { fetchesPrivately, limits }: Fetching): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        headers: { accept: 'application/json', 'user-agent': 'Balie (HSDS 3.1)' },
        signal: AbortSignal.timeout(limits.millisecondsAPage),
        ...(!fetchesPrivately && { lookup: publicLookup }),
      },
      (response) => {
        const { statusCode = 0, headers } = response
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          response.destroy()
          return done({ location: headers.location })
        }
        const parts: Buffer[] = []
        let bytes = 0
        response.on('data', (part: Buffer) => {
          bytes += part.length
          if (bytes > limits.bytesAPage) response.destroy(new FeedProblem('too-large'))
          else parts.push(part)
        })
        response.on('error', (error) => fail(problemOf(error)))
        response.on('end', () => done({ status: statusCode, text: Buffer.concat(parts).toString('utf8') }))
      },
    )
    request.on('error', (error) => fail(problemOf(error)))
    request.end()
  })
}

function problemOf(error: Error & { code?: string }): FeedProblem {
  if (error instanceof FeedProblem) return error
  if (error.code === 'EPRIVATE') return new FeedProblem('private')
  return new FeedProblem(error.name === 'AbortError' || error.code === 'ABORT_ERR' ? 'slow' : 'not-found')
}
