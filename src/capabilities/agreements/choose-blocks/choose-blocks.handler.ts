import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { chosenBlocks } from '../building-blocks.ts'
import { goOn, type OwnAgreement, ownAgreement, placeOf, stepsOf } from '../drafting.ts'
import { chooseBlocks } from './choose-blocks.command.ts'
import { readBlocks } from './choose-blocks.form.ts'
import { blocksPage } from './choose-blocks.page.tsx'

export async function showBlocks(request: WebRequest): Promise<Reply> {
  const own = await ownAgreement(request)
  return showPage(
    blocksPage({ ...pageOf(request, own), saved: request.query('bericht') === 'bewaard', errors: [] }),
  )
}

export async function submitBlocks(request: WebRequest): Promise<Reply> {
  const own = await ownAgreement(request)
  const form = await request.form()
  const { t } = request
  const parsed = readBlocks(form, own.agreement.kind, t)
  if (!parsed.ok) return showAgain(blocksPage({ ...pageOf(request, own), form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    chooseBlocks(
      tx,
      own.scope,
      { agreementId: own.agreement.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return goOn(request, form, '/bouwstenen')
  const now = await ownAgreement(request)
  return {
    kind: 'page',
    status: 409,
    page: blocksPage({
      ...pageOf(request, now),
      form: typedOver(form, now.draft.version),
      stored: [
        {
          term: t('agreements.blocks.title'),
          text: chosenBlocks(now.agreement.kind, now.draft.blocks)
            .map(({ title }) => title)
            .join(', '),
        },
      ],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

const pageOf = (request: WebRequest, own: OwnAgreement) => ({
  t: request.t,
  language: request.language,
  agreement: own.agreement,
  place: placeOf(stepsOf(own), '/bouwstenen'),
  form: new FormFields([
    ...own.draft.blocks.map((key): [string, string] => ['blocks', key]),
    ['version', String(own.draft.version)],
  ]),
})
