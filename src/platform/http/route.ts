import type { Permission } from '../auth/permissions.ts'
import { type PublicVoice, publicLanguages, publicPath, publicVoice } from '../i18n/public-language.ts'
import type { Reply } from './reply.ts'
import type { WebRequest } from './web-request.ts'

export type Method = 'GET' | 'POST'
export type Handler = (request: WebRequest) => Promise<Reply> | Reply

/** `anyone` is written out: a route without a word on who may use it does not compile, and stops the start. */
export type Access = { readonly anyone: true } | { readonly permission: Permission; readonly verb: string }

export interface Route {
  readonly method: Method
  readonly path: string
  readonly access: Access
  readonly handler: Handler
  /** Most bytes that may be sent; a form needs few, a file more. */
  readonly largestBody: number
  /** Answers when more was sent, in place of the page that says so: the form itself, with what to do. */
  readonly tooLarge?: Handler | undefined
}

/** As much as the fullest form of ours can hold several times over, and little enough to be read by anybody's leave. */
export const largestForm = 256 * 1024

export function route(
  method: Method,
  path: string,
  access: Access,
  handler: Handler,
  { largestBody = largestForm, tooLarge }: { largestBody?: number; tooLarge?: Handler } = {},
): Route {
  return { method, path, access, handler, largestBody, ...(tooLarge && { tooLarge }) }
}

export const anyone = (): Access => ({ anyone: true })

/** Makes `may('contacts.register')` for a capability's own permissions. */
export function mayOf<P extends Readonly<Record<string, Permission>>>(
  permissions: P,
): (verb: keyof P & string) => Access {
  return (verb) => {
    const permission = permissions[verb]
    if (!permission) throw new Error(`No permission called ${verb}`)
    return { permission, verb }
  }
}

export type PublicHandler = (request: WebRequest, voice: PublicVoice) => Promise<Reply> | Reply

/** A page for everybody at its address in each language: `/`, `/en`, `/tr` … */
export function publicRoutes(method: Method, path: string, handler: PublicHandler): Route[] {
  return publicLanguages.map((language) =>
    route(method, publicPath(language, path), anyone(), (request) => handler(request, publicVoice(language))),
  )
}
