// Keeps the desk's pages on the device, so that they open without a network. Served as /sw.js, which puts `offline`
// before this text: the browser sees a new version as soon as that differs.
import { daysSince } from '../../platform/time/device-clock.ts'
import type { OfflineFiles } from './service-worker.handler.ts'

const worker = self as unknown as ServiceWorkerGlobalScope & { readonly offline: OfflineFiles }
const { version, assets, pages, notHere } = worker.offline
const assetsCache = `balie-assets-${version}`
const pagesCache = `balie-pages-${version}`

/** A network that is there but gives nothing ('lie-fi') counts as none after this. */
const patience = 3_000
/** Kept pages hold lists and counts of the day; they are fetched again after an hour. */
const freshForDays = 1 / 24

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAssets([...assets, notHere]))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

worker.addEventListener('message', (event) => {
  if (event.data?.type === 'take-over') void worker.skipWaiting()
  if (event.data?.type === 'keep-pages') event.waitUntil(keepPages(event.data.owner))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate') event.respondWith(page(event, url))
})

/** From the cache; the name of an asset changes with its content. */
async function asset(request: Request): Promise<Response> {
  return (await kept(request.url)) ?? fetch(request)
}

/** From the network while that answers in time, else as it was kept. */
async function page(event: FetchEvent, url: URL): Promise<Response> {
  const network = fetch(event.request)
  event.waitUntil(
    network
      .then((response) => (url.search === '' ? keepPage(url.pathname, response.clone()) : undefined))
      .catch(() => undefined),
  )
  const there = pages.includes(url.pathname) ? await kept(url.pathname) : undefined
  if (!there) return network.catch(async () => (await kept(notHere)) ?? Response.error())
  const late = new Promise<undefined>((give) => setTimeout(give, patience))
  const response = await Promise.race([network.catch(() => undefined), late])
  return response && response.status < 500 ? response : there
}

function kept(path: string): Promise<Response | undefined> {
  return caches.match(path, { ignoreVary: true })
}

async function keepAssets(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(assetsCache)
  await Promise.all(
    paths.map(async (path) => {
      if (await cache.match(path, { ignoreVary: true })) return
      // An asset may come from the version before. The page for all others is asked as nobody, so that it bears no name.
      const response =
        (path !== notHere && (await kept(path))) ||
        (await fetch(path, { credentials: path === notHere ? 'omit' : 'same-origin' }))
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      await cache.put(path, response)
    }),
  )
}

/**
 * Keeps a page, whole: its header carries the policy with the nonce that stands in its text. Together with all it
 * needs, for it may come from a newer server than this worker. Never a redirect to sign in, nor an error.
 */
async function keepPage(path: string, response: Response): Promise<void> {
  if (!pages.includes(path) || response.status !== 200 || response.redirected) return
  await keepAssets([...new Set((await response.clone().text()).match(/\/assets\/[\w.-]+/g))])
  await (await caches.open(pagesCache)).put(path, response)
}

/** Keeps all pages for who is signed in, in that language; those of somebody else go first. */
async function keepPages(owner: string): Promise<void> {
  const before = await (await caches.open(pagesCache)).match('/owner')
  if ((await before?.text()) !== owner) await caches.delete(pagesCache)
  const cache = await caches.open(pagesCache)
  await cache.put('/owner', new Response(owner))
  await Promise.all(
    pages.map(async (path) => {
      const there = await cache.match(path, { ignoreVary: true })
      if (there && daysSince(Date.parse(there.headers.get('date') ?? '')) < freshForDays) return
      await fetch(path, { cache: 'no-store' })
        .then((response) => keepPage(path, response))
        .catch(() => undefined)
    }),
  )
}

/** The caches of older versions go, but first their pages move: somebody may have pressed 'refresh' without a network. */
async function takeOver(): Promise<void> {
  const own = await caches.open(pagesCache)
  for (const path of ['/owner', ...pages]) {
    const older = await kept(path)
    if (older && !(await own.match(path, { ignoreVary: true }))) {
      if (path === '/owner') await own.put(path, older)
      else await keepPage(path, older).catch(() => undefined)
    }
  }
  for (const name of await caches.keys())
    if (name.startsWith('balie-') && name !== assetsCache && name !== pagesCache) await caches.delete(name)
  await worker.clients.claim()
}
