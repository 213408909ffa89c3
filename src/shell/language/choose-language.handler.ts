import { languageCookie } from '../../platform/http/application.ts'
import { makeCookie } from '../../platform/http/cookies.ts'
import { localAddress } from '../../platform/http/local-address.ts'
import { type Reply, seeOther } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { languages } from '../../platform/i18n/translate.ts'

/** Keeps the chosen language in the browser: it goes before that of the account, which may be somebody else's tablet. */
export async function chooseLanguage(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const chosen = languages.find((language) => language === form.text('taal')) ?? 'nl'
  return seeOther(localAddress(form.text('terug')), [
    makeCookie(languageCookie, chosen, { secure: request.secure, maxAgeSeconds: 31_536_000 }),
  ])
}
