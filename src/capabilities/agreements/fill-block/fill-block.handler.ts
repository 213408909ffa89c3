import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { chosenBlocks } from '../building-blocks.ts'
import { goOn, ownAgreement, placeOf, stepsOf } from '../drafting.ts'
import { proposedBlock } from '../known-blanks.ts'
import { proposeKnown } from '../propose-known/propose-known.query.ts'
import { sayFilled } from '../written-agreement.ts'
import { fillBlock } from './fill-block.command.ts'
import { blockFields, readBlock } from './fill-block.form.ts'
import { fillBlockPage } from './fill-block.page.tsx'

export async function showFillBlock(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(fillBlockPage({ ...page, saved: request.query('bericht') === 'bewaard', errors: [] }))
}

export async function submitFillBlock(request: WebRequest): Promise<Reply> {
  const { own, page, step } = await prepare(request)
  const form = await request.form()
  const { t } = request
  const year = Number(localDay(request.clock.now()).slice(0, 4))
  const parsed = readBlock(page.block, form, t, year)
  if (!parsed.ok) return showAgain(fillBlockPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    fillBlock(
      tx,
      own.scope,
      {
        agreementId: own.agreement.id,
        block: page.block.key,
        version: versionSent(form),
      },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return goOn(request, form, step)
  const now = await prepare(request)
  const stored = now.own.draft.filled.get(page.block.key)
  return {
    kind: 'page',
    status: 409,
    page: fillBlockPage({
      ...now.page,
      form: typedOver(form, stored?.version ?? 0),
      stored: page.block.blanks.map((blank) => ({
        term: blank.label,
        text: sayFilled(blank, stored?.filled[blank.key]),
      })),
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const { scope, agreement, draft } = own
  const key = request.param('block')
  const block = foundOrRefuse(chosenBlocks(agreement.kind, draft.blocks).find((each) => each.key === key))
  const kept = draft.filled.get(key)
  const isAnew = request.query('opnieuw') === 'ja'
  const known =
    !kept || isAnew
      ? await request.database.read(scope, (db) =>
          proposeKnown(db, scope, agreement, localDay(request.clock.now())),
        )
      : {}
  const proposed = proposedBlock(block, known)
  // What Balie knows now goes over what it knew then; what was typed in the other blanks stays.
  const anew = Object.fromEntries(
    block.blanks.flatMap(({ key: blank, known: thing }) =>
      thing && known[thing] !== undefined ? [[blank, known[thing]]] : [],
    ),
  )
  const filled = kept ? { ...kept.filled, ...(isAnew && anew) } : proposed
  const step = `/invullen/${key}`
  return {
    own,
    step,
    page: {
      t: request.t,
      language: request.language,
      agreement,
      block,
      isProposed: !kept || isAnew,
      place: placeOf(stepsOf(own), step),
      form: blockFields(block, filled, kept?.version ?? 0),
    },
  }
}
