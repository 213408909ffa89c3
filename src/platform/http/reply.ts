import type { Child } from 'hono/jsx'
import type { PublicLanguage } from '../i18n/public-language.ts'
import type { FormError } from './form-errors.ts'

/** What a page gives to the shell, which adds the frame around it. */
export interface Page {
  readonly title: string
  readonly main: Child
  /** What is wrong in the form on this page: listed above it, and the title begins with the word for it. */
  readonly errors?: readonly FormError[]
  /** The bundle in build/assets that makes this page better, by its entry name. */
  readonly script?: string
  /** Data for that script, as JSON in the page; never executed. */
  readonly scriptData?: unknown
  /** Stretch over the whole width: for forms that must fit one screen. */
  readonly wide?: boolean
  /** Another origin whose images it may show: the tiles of a map. */
  readonly imagesFrom?: string
  /** For everybody, in a language that stands in its address: gets the frame of the public pages. */
  readonly forPublic?: PublicFace
}

/** What a page for everybody shows to who passes it on: search engines, messages, other sites. */
export interface PublicFace {
  readonly language: PublicLanguage
  /** Its address without the language; undefined for a page that has none of its own (after a post, or of an error). */
  readonly path: string | undefined
  /** One or two sentences, for who has not opened it yet. */
  readonly description: string
  /** The page as data, in the words of schema.org. */
  readonly structuredData?: unknown
  /** Not to be found by search engines: the answer to one visitor's question. */
  readonly unlisted?: boolean
  /** A calendar to subscribe to. */
  readonly calendar?: string
}

export type Reply =
  | PartsReply
  | {
      readonly kind: 'page'
      readonly status: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
      readonly page: Page
      readonly cookies?: readonly string[]
      /** For so many seconds it may be kept, by everybody; without it nobody keeps it. */
      readonly keepSeconds?: number
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly string[] }
  | {
      readonly kind: 'json'
      readonly status: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
      readonly body: unknown
    }
  | {
      readonly kind: 'file'
      readonly contentType: string
      /** Under which name to save it; without one the browser uses it itself. */
      readonly fileName?: string
      readonly cacheControl?: string
      /** A page of another site may fetch it too: only for what everybody may know. */
      readonly forOtherSites?: boolean
      /** A stream is sent while it is made. */
      readonly body: string | Uint8Array | ReadableStream<Uint8Array>
    }

/** A large file of somebody's own, of which a part may be asked: a download that broke off goes on where it was. */
export interface PartsReply {
  readonly kind: 'parts'
  readonly contentType: string
  /** Under which name to save it. */
  readonly fileName: string
  /** How large it is. */
  readonly bytes: number
  /** The strong entity tag, without its quotes: another one for another content. */
  readonly tag: string
  /** The bytes from one place until another, both included, counted from 0. */
  readonly read: (from: number, until: number) => ReadableStream<Uint8Array>
}

export const showPage = (page: Page, cookies?: readonly string[]): Reply => ({
  kind: 'page',
  status: 200,
  page,
  ...(cookies && { cookies }),
})

/** A page that is the same for everybody, and true for so many seconds. */
export const showToAll = (page: Page, keepSeconds: number): Reply => ({
  kind: 'page',
  status: 200,
  page,
  keepSeconds,
})

/** The same page again, with what was typed and what to do about it. */
export const showAgain = (page: Page): Reply => ({ kind: 'page', status: 422, page })

/** After a change: to a page that can be reloaded without doing it twice (303). */
export const seeOther = (to: string, cookies?: readonly string[]): Reply => ({
  kind: 'redirect',
  to,
  ...(cookies && { cookies }),
})

export const json = (body: unknown, status: Extract<Reply, { kind: 'json' }>['status'] = 200): Reply => ({
  kind: 'json',
  status,
  body,
})
