import { publicScope } from '../../../platform/auth/scope.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { reportMistake } from './report-mistake.command.ts'
import { mistakeForm, mistakeSent } from './report-mistake.form.ts'
import { reportMistakePage } from './report-mistake.page.tsx'
import { findReportedService } from './report-mistake.query.ts'

/** Where anybody says that something in the directory is wrong. */
export async function showReportMistake(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const service = await serviceOf(request)
  const page = {
    voice,
    service,
    form: new FormFields([]),
    errors: [],
    sent: request.query('verstuurd') !== '',
  }
  return showPage(reportMistakePage(page))
}

export async function submitReportMistake(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const service = await serviceOf(request)
  const now = request.clock.now()
  const form = await request.form()
  const again = (errors: readonly FormError[]) =>
    reportMistakePage({ voice, service, form, errors, sent: false })
  const parsed = mistakeForm(Number(localDay(now).slice(0, 4))).safeParse(mistakeSent(form))
  if (!parsed.success)
    return showAgain(
      again(
        parsed.error.issues.map(({ path, message }) => ({
          id: String(path[0]),
          message: voice.t(message as PublicMessageKey),
        })),
      ),
    )
  const { wat: what, tekst: text } = parsed.data
  const allowed = await request.database.keep(publicScope, async (tx) => {
    if (!(await mayDoOpenly(tx, publicScope, 'remark', request.address, now))) return false
    await rememberOpenAct(tx, publicScope, 'remark', request.address, now)
    return true
  })
  if (!allowed)
    return { kind: 'page', status: 429, page: again([{ message: voice.t('visit.mistake.error.often') }]) }
  const { id: serviceId, partnerId, libraryId } = service
  await request.database.write(publicScope, (tx) =>
    reportMistake(tx, publicScope, { partnerId, libraryId, serviceId, what, text }, now),
  )
  return seeOther(`${voice.link(`/sociale-kaart/${serviceId}/klopt-niet`)}?verstuurd=ja`)
}

const serviceOf = async (request: WebRequest) =>
  foundOrRefuse(
    await request.database.read(publicScope, (db) =>
      findReportedService(db, publicScope, request.idParam('service')),
    ),
  )
