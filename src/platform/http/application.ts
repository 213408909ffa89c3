import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Actor } from '../auth/actor.ts'
import type { MapTiles, PassesOnTo } from '../config/config.ts'
import type { ApplicationDatabase } from '../database/application-database.ts'
import { Refusal, type RefusalReason, refuse } from '../errors/refusals.ts'
import { chooseLanguage, type Language, translator } from '../i18n/translate.ts'
import type { Log } from '../logging/log.ts'
import type { PdfMaker } from '../pdf/pdf-maker.ts'
import type { MasterKeys } from '../personal-data/master-keys.ts'
import type { Clock } from '../time/clock.ts'
import type { Assets } from './assets.ts'
import { byteRangeAsked } from './byte-range.ts'
import { compressPage } from './compress-page.ts'
import { readCookies } from './cookies.ts'
import { FormFields } from './form-fields.ts'
import type { Page, PartsReply, Reply } from './reply.ts'
import { type Handler, largestForm, type Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { WebRequest } from './web-request.ts'

export interface ApplicationParts {
  readonly routes: readonly Route[]
  readonly database: ApplicationDatabase
  readonly clock: Clock
  readonly log: Log
  readonly assets: Assets
  readonly trustProxy: boolean
  /** Pictures for maps; without them nothing is asked from elsewhere. */
  readonly mapTiles?: MapTiles | undefined
  /** Without it nobody gets a PDF. */
  readonly pdf?: PdfMaker | undefined
  /** Without them nobody opens personal data. */
  readonly keys?: MasterKeys | undefined
  /** Whether this installation sends mail. */
  readonly sendsMail?: boolean
  /** Another's system to which a desk may pass on; without it nobody does. */
  readonly passesOnTo?: Pick<PassesOnTo, 'name' | 'area'> | undefined
  /** Who the browser with this session is, and the language that person chose. */
  readonly findVisitor: (sessionToken: string) => Promise<{ actor: Actor; language: Language } | undefined>
  /** Puts the frame around a page. */
  readonly renderPage: (page: Page, request: WebRequest, nonce: string) => string
  /** The page that tells of a refusal, or with 'surprise' of our own fault and its reference number. */
  readonly errorPage: (
    reason: RefusalReason | 'surprise',
    request: WebRequest,
    reference: string,
  ) => Page | Promise<Page>
}

export const sessionCookie = 'balie_session'
export const languageCookie = 'balie_taal'

type Variables = {
  nonce: string
  reference: string
  request: WebRequest
  forOtherSites: boolean
  imagesFrom: string | undefined
}
type BalieContext = Context<{ Variables: Variables }>

/** Builds the web application from its routes. Stops the start when two routes claim the same address. */
export function createApplication(parts: ApplicationParts): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>()
  app.use(compress())
  app.use(async (context, next) => {
    const started = performance.now()
    const nonce = randomBytes(16).toString('base64')
    context.set('nonce', nonce)
    context.set('reference', randomUUID())
    await next()
    const secure = isSecure(context, parts.trustProxy)
    for (const [name, value] of Object.entries(securityHeaders(nonce, secure, context.get('imagesFrom'))))
      context.res.headers.set(name, value)
    if (context.get('forOtherSites')) context.res.headers.set('cross-origin-resource-policy', 'cross-origin')
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
    parts.log.info({
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      reference: context.get('reference'),
    })
  })
  app.use(
    '/assets/*',
    serveStatic({
      root: parts.assets.folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      onFound: (_path, context) => {
        context.header('cache-control', 'public, max-age=31536000, immutable')
      },
    }),
  )
  // Behind a proxy the address that arrives here says http, while the browser's own says https.
  app.use(
    csrf({
      origin: (origin, context) => {
        const { host } = new URL(context.req.url)
        return origin === `${isSecure(context, parts.trustProxy) ? 'https' : 'http'}://${host}`
      },
    }),
  )

  const taken = new Set<string>()
  for (const route of parts.routes) {
    const name = `${route.method} ${route.path}`
    if (!('anyone' in route.access) && !('permission' in route.access))
      throw new Error(`${name} does not say who may use it`)
    if (taken.has(name)) throw new Error(`Two routes for ${name}`)
    taken.add(name)
    const admit = async (context: BalieContext): Promise<WebRequest> => {
      const known = context.get('request')
      if (known) return known
      const request = await webRequest(context, parts)
      context.set('request', request)
      if ('permission' in route.access && !request.actor.may(route.access.permission)) refuse('not-allowed')
      return request
    }
    const answer = async (context: BalieContext, handler: Handler): Promise<Response> => {
      const request = await admit(context)
      return send(context, await handler(request), request, parts)
    }
    const limit = bodyLimit({
      maxSize: route.largestBody,
      onError: (context) =>
        route.tooLarge
          ? answer(context as BalieContext, passOver(context.req.raw, route.tooLarge))
          : refuse('too-large'),
    })
    // A file is taken in only from who may send one; of a form so little that it may be read before that is known.
    if (route.largestBody > largestForm)
      app.on(route.method, route.path, async (context, next) => {
        await admit(context)
        await next()
      })
    app.on(route.method, route.path, limit, (context) => answer(context, route.handler))
  }
  for (const path of new Set(parts.routes.map((route) => route.path))) {
    const allowed = parts.routes.filter((route) => route.path === path).map((route) => route.method)
    app.all(path, (context) => {
      context.header('allow', allowed.join(', '))
      return refuse('method-not-allowed')
    })
  }
  app.notFound((context) => {
    const address = withoutSlash(new URL(context.req.url))
    return address && ['GET', 'HEAD'].includes(context.req.method)
      ? context.redirect(address, 303)
      : refuse('not-found')
  })
  app.onError(async (error, context) => sendError(error, context as BalieContext, parts))
  return app
}

/** The address without the slashes at its end, as other sites and people write it; with one slash in front it stays here. */
function withoutSlash({ pathname, search }: URL): string | undefined {
  return pathname.endsWith('/') ? `/${pathname.split('/').filter(Boolean).join('/')}${search}` : undefined
}

/** The most that is taken in to be thrown away; whoever sends more loses the connection. */
const mostPassedOver = 1024 ** 3

/**
 * Answers what is too large. A browser that is still sending when the answer comes shows a broken connection and not the
 * answer, so what it sends is taken in first, and thrown away: only for who may use the form.
 */
function passOver(sent: Request, tooLarge: Handler): Handler {
  return async (request) => {
    if (sent.body && !sent.body.locked) {
      let passed = 0
      for await (const chunk of sent.body) {
        passed += (chunk as Uint8Array).length
        if (passed > mostPassedOver) return refuse('too-large')
      }
    }
    return tooLarge(request)
  }
}

function isSecure(context: Context, trustProxy: boolean): boolean {
  return (
    (trustProxy && context.req.header('x-forwarded-proto') === 'https') ||
    new URL(context.req.url).protocol === 'https:'
  )
}

async function webRequest(
  context: BalieContext,
  parts: ApplicationParts,
  known?: { anonymous: true },
): Promise<WebRequest> {
  const secure = isSecure(context, parts.trustProxy)
  const cookies = readCookies(context.req.header('cookie') ?? null, secure)
  const token = cookies[sessionCookie]
  const found = token && !known ? await parts.findVisitor(token) : undefined
  const language = chooseLanguage(
    cookies[languageCookie] ?? found?.language,
    context.req.header('accept-language') ?? null,
  )
  let sentForm: Promise<FormData> | undefined
  const readFormData = (): Promise<FormData> => {
    sentForm ??= context.req.formData().catch(() => refuse('unsupported-media-type'))
    return sentForm
  }
  return new WebRequest({
    method: context.req.method,
    url: new URL(context.req.url),
    params: context.req.param(),
    cookies,
    address: addressOf(context, parts.trustProxy),
    database: parts.database,
    clock: parts.clock,
    language,
    t: translator(language),
    log: parts.log,
    mapTiles: parts.mapTiles,
    pdf: parts.pdf,
    keys: parts.keys,
    sendsMail: parts.sendsMail ?? false,
    passesOnTo: parts.passesOnTo,
    secure,
    visitor: found?.actor,
    readForm: async () => {
      const entries = [...(await readFormData())]
      return new FormFields(
        entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    },
    readFile: async (field) => {
      const value = (await readFormData()).get(field)
      return value instanceof File && value.size > 0 ? value : undefined
    },
    readJson: async () => {
      if (!context.req.header('content-type')?.startsWith('application/json'))
        refuse('unsupported-media-type')
      return context.req.json().catch(() => refuse('unsupported-media-type', 'no JSON'))
    },
  })
}

function addressOf(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  // Absent when a test asks without a network.
  const incoming = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming
  return forwarded || incoming?.socket?.remoteAddress || 'local'
}

function send(context: BalieContext, reply: Reply, request: WebRequest, parts: ApplicationParts): Response {
  if ('cookies' in reply)
    for (const cookie of reply.cookies ?? []) context.header('set-cookie', cookie, { append: true })
  switch (reply.kind) {
    case 'page':
      context.set('imagesFrom', reply.page.imagesFrom)
      return sendPage(
        context,
        parts.renderPage(reply.page, request, context.get('nonce')),
        reply.status,
        reply.keepSeconds,
      )
    case 'redirect':
      return context.redirect(reply.to, 303)
    case 'parts':
      return sendParts(context, reply)
    case 'json':
      return context.json(reply.body as never, reply.status)
    case 'file':
      context.header('content-type', reply.contentType)
      if (reply.fileName) context.header('content-disposition', `attachment; filename="${reply.fileName}"`)
      if (reply.cacheControl) context.header('cache-control', reply.cacheControl)
      if (reply.forOtherSites) {
        context.header('access-control-allow-origin', '*')
        context.set('forOtherSites', true)
      }
      if (
        reply.cacheControl?.startsWith('public') &&
        typeof reply.body === 'string' &&
        isKnown(context, reply.body)
      )
        return context.body(null, 304)
      return context.body(reply.body as never)
  }
}

/** The part of a file that is asked for. Never packed on the way: the places in it are those of the file. */
function sendParts(context: BalieContext, { contentType, fileName, bytes, tag, read }: PartsReply): Response {
  context.header('accept-ranges', 'bytes')
  context.header('cache-control', 'private, no-cache, no-transform')
  context.header('etag', `"${tag}"`)
  const range = byteRangeAsked(
    { range: context.req.header('range'), ifRange: context.req.header('if-range') },
    { tag: `"${tag}"`, bytes },
  )
  if (range === 'none') {
    context.header('content-range', `bytes */${bytes}`)
    return context.body(null, 416)
  }
  const { from, until } = range === 'whole' ? { from: 0, until: bytes - 1 } : range
  context.header('content-type', contentType)
  context.header('content-disposition', `attachment; filename="${fileName}"`)
  context.header('content-length', String(until - from + 1))
  if (range !== 'whole') context.header('content-range', `bytes ${from}-${until}/${bytes}`)
  return context.body(read(from, until), range === 'whole' ? 200 : 206)
}

async function sendError(error: unknown, context: BalieContext, parts: ApplicationParts): Promise<Response> {
  const status = (error as { status?: unknown }).status
  // hono/csrf throws its own 403.
  const refusal = error instanceof Refusal ? error : status === 403 ? new Refusal('cross-site') : undefined
  const reference = context.get('reference') ?? ''
  if (!refusal) parts.log.error({ reference, error: (error as Error)?.stack ?? String(error) })
  const reason = refusal?.reason ?? 'surprise'
  const code = refusal?.status ?? 500
  if (wantsJson(context)) return context.json({ error: reason, reference }, code)
  // A database that is away cannot tell who asks; the page that says so must still come.
  const request =
    context.get('request') ??
    (await webRequest(context, parts).catch(() => webRequest(context, parts, { anonymous: true })))
  if (reason === 'not-signed-in' && context.req.method === 'GET') {
    return context.redirect(
      `/inloggen?verder=${encodeURIComponent(request.url.pathname + request.url.search)}`,
      303,
    )
  }
  return sendPage(
    context,
    parts.renderPage(await parts.errorPage(reason, request, reference), request, context.get('nonce')),
    code,
  )
}

/** @param keepSeconds how long everybody may keep it; a page that may be kept has no nonce in it */
function sendPage(
  context: BalieContext,
  html: string,
  status: ContentfulStatusCode,
  keepSeconds?: number,
): Response {
  if (keepSeconds !== undefined) {
    context.header('cache-control', `public, max-age=${keepSeconds}`)
    context.header('vary', 'accept-encoding')
    if (isKnown(context, html)) return context.body(null, 304)
  }
  const compressed = compressPage(html, context.req.header('accept-encoding'))
  if (!compressed) return context.html(html, status)
  context.header('content-type', 'text/html; charset=UTF-8')
  context.header('content-encoding', compressed.encoding)
  context.header('vary', 'accept-encoding')
  return context.body(compressed.body, status)
}

/** Gives the answer its tag, and tells whether who asks has it already. Weak: it is the same, compressed or not. */
function isKnown(context: BalieContext, content: string): boolean {
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
  context.header('etag', tag)
  return namesTag(context.req.header('if-none-match'), tag)
}

/** Whether an If-None-Match names this tag (RFC 9110 § 13.1.2: compared weakly). */
function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const bare = (text: string): string => text.trim().replace(/^W\//, '')
  return (ifNoneMatch ?? '').split(',').some((each) => each.trim() === '*' || bare(each) === bare(tag))
}

function wantsJson(context: Context): boolean {
  return [context.req.header('content-type'), context.req.header('accept')].some((value) =>
    value?.startsWith('application/json'),
  )
}
