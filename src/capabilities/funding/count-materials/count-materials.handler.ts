import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { accountAddress, accountMeant } from '../accounting-request.ts'
import { keepMaterials } from './count-materials.command.ts'
import {
  linesSent,
  type MaterialLine,
  materialLines,
  readLines,
  typedOverStored,
} from './count-materials.form.ts'
import { materialsPage } from './count-materials.page.tsx'

export async function showMaterials(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return showPage(pageOf(page, materialLines(page.stored), []))
}

/** A municipality fills in what its library told it; the library may do so itself (answer-part). */
export async function submitMaterials(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const lines = linesSent(await request.form())
  const { facts, errors } = readLines(lines, request.t)
  if (errors.length > 0) return showAgain(pageOf(page, lines, errors))
  const { scope, municipality, year, library } = page
  const outcome = await request.database.write(scope, (tx) =>
    keepMaterials(
      tx,
      scope,
      { libraryId: library.id, municipalityCode: municipality.code, year },
      facts,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(accountAddress('/indicator/5', page, { bericht: 'bewaard' }))
  const now = await prepare(request)
  return {
    kind: 'page',
    status: 409,
    page: pageOf(
      now,
      typedOverStored(lines, now.stored),
      [{ id: 'meanwhile', message: request.t('accountability.error.meanwhile') }],
      true,
    ),
  }
}

async function prepare(request: WebRequest) {
  const meant = await accountMeant(request)
  const library = foundOrRefuse(meant.account.libraries.find(({ id }) => id === request.query('bibliotheek')))
  return {
    t: request.t,
    ...meant,
    library,
    stored: meant.account.counts.materials.filter(({ libraryId }) => libraryId === library.id),
  }
}

const pageOf = (
  page: Awaited<ReturnType<typeof prepare>>,
  lines: readonly MaterialLine[],
  errors: readonly FormError[],
  isMeanwhile = false,
) =>
  materialsPage({
    t: page.t,
    title: page.t('accountability.materials.title', { library: page.library.name, year: page.year }),
    back: { href: accountAddress('', page), label: page.t('accountability.of-year', { year: page.year }) },
    action: accountAddress('/leermiddelen', page, { bibliotheek: page.library.id }),
    isSigned: page.account.statement !== undefined,
    stored: isMeanwhile ? page.stored : undefined,
    lines,
    errors,
  })
