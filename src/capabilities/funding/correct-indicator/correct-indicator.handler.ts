import { uuidv7 } from 'uuidv7'
import { refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { accountAddress, accountMeant } from '../accounting-request.ts'
import { countedIndicators } from '../indicators.ts'
import { correctIndicator, withdrawCorrection } from './correct-indicator.command.ts'
import { correctionForm, correctionSent } from './correct-indicator.form.ts'
import { correctionPage } from './correct-indicator.page.tsx'

export async function showCorrection(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return showPage(
    correctionPage({
      ...page,
      form: new FormFields([
        ['id', uuidv7()],
        ['over', page.correction?.id ?? ''],
      ]),
      errors: [],
    }),
  )
}

export async function submitCorrection(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(correctionForm, correctionSent(form), request.t)
  if (!parsed.ok) return showAgain(correctionPage({ ...page, form, errors: parsed.errors }))
  const { scope, municipality, year, indicator } = page
  const outcome = await request.database.write(scope, (tx) =>
    correctIndicator(
      tx,
      scope,
      {
        ...parsed.value,
        municipalityCode: municipality.code,
        year,
        indicator: indicator.number,
        counted: indicator.counted,
      },
      request.clock.now(),
    ),
  )
  if (outcome === 'kept')
    return seeOther(accountAddress(`/indicator/${indicator.number}`, page, { bericht: 'bewaard' }))
  const now = await prepare(request)
  return {
    kind: 'page',
    status: 409,
    page: correctionPage({
      ...now,
      isMeanwhile: true,
      form: new FormFields([
        ...form.entries().filter(([field]) => field !== 'over'),
        ['over', now.correction?.id ?? ''],
      ]),
      errors: [{ id: 'meanwhile', message: request.t('accountability.error.meanwhile') }],
    }),
  }
}

export async function submitWithdrawal(request: WebRequest): Promise<Reply> {
  const { scope, municipality, year, indicator } = await prepare(request)
  const id = (await request.form()).text('id')
  if (!isId(id)) refuse('not-found')
  await request.database.write(scope, (tx) =>
    withdrawCorrection(tx, scope, { id, municipalityCode: municipality.code }, request.clock.now()),
  )
  return seeOther(
    accountAddress(`/indicator/${indicator.number}`, { municipality, year }, { bericht: 'bewaard' }),
  )
}

async function prepare(request: WebRequest) {
  const number =
    countedIndicators.find((each) => `${each}` === request.param('number')) ?? refuse('not-found')
  const meant = await accountMeant(request)
  const indicator = meant.account.indicators.find((each) => each.number === number)
  return {
    t: request.t,
    language: request.language,
    ...meant,
    correction: indicator?.correction,
    indicator: { number, counted: indicator?.counted ?? 0 },
  }
}
