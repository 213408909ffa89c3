import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { agreementPath } from '../agreement.ts'
import { ownAgreement } from '../drafting.ts'
import { findVersions } from '../show-version/show-version.query.ts'
import { changeStatus } from './change-status.command.ts'
import { statusForm, statusSent } from './change-status.form.ts'
import { statusPage } from './change-status.page.tsx'

export async function showStatus(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(statusPage({ ...page, errors: [] }))
}

export async function submitStatus(request: WebRequest): Promise<Reply> {
  const { own, page } = await prepare(request)
  const form = await request.form()
  const { t } = request
  const parsed = parseForm(
    statusForm(page.numbers, localDay(request.clock.now())),
    statusSent(form),
    request.t,
  )
  if (!parsed.ok) return showAgain(statusPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    changeStatus(
      tx,
      own.scope,
      { id: own.agreement.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(agreementPath(own.agreement.id, '?bericht=bewaard'))
  if (outcome === 'open-blanks')
    return showAgain(
      statusPage({
        ...page,
        form,
        errors: [{ id: 'number', message: t('agreements.error.open-blanks') }],
      }),
    )
  const now = await prepare(request)
  const { agreement } = now.own
  return {
    kind: 'page',
    status: 409,
    page: statusPage({
      ...now.page,
      form: typedOver(form, agreement.version),
      stored: [{ term: t('agreements.field.status'), text: t(`agreements.status.${agreement.status}`) }],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const { agreement, scope } = own
  const versions = await request.database.read(scope, (db) => findVersions(db, scope, agreement.id))
  const agreed = versions.find(({ agreedOn }) => agreedOn !== null)
  const day = agreed?.agreedOn ?? localDay(request.clock.now())
  return {
    own,
    page: {
      t: request.t,
      agreement,
      numbers: versions.map(({ number }) => number),
      form: new FormFields([
        ['status', agreement.status],
        ['number', String(versions[0]?.number ?? '')],
        ...dayFields('agreed', day),
        ...(agreement.endedOn ? dayFields('ended', agreement.endedOn) : []),
        ['version', String(agreement.version)],
      ]),
    },
  }
}
