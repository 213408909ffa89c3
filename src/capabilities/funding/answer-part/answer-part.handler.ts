import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { numbersOf, type PartNumbers } from '../account.ts'
import { municipalityOfPart } from '../accounting-request.ts'
import { keepMaterials } from '../count-materials/count-materials.command.ts'
import {
  linesSent,
  type MaterialLine,
  materialLines,
  readLines,
  typedOverStored,
} from '../count-materials/count-materials.form.ts'
import { type MaterialsPage, materialsPage } from '../count-materials/count-materials.page.tsx'
import { fundingPermissions } from '../permissions.ts'
import { readCounts } from '../read-counts/read-counts.query.ts'
import { answerPart } from './answer-part.command.ts'
import { answerForm, answerSent } from './answer-part.form.ts'
import { partAddress, partPage, partsPage } from './answer-part.page.tsx'
import { findAskedParts } from './answer-part.query.ts'

/** What municipalities asked of the library. */
export async function showParts(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(fundingPermissions['funding.confirm'])
  const parts = await request.database.read(scope, async (db) =>
    Promise.all(
      (await findAskedParts(db, scope)).map(async (part) => ({
        ...part,
        municipality: (await municipalityOfPart(db, scope, part.municipalityCode, part.year)).name,
      })),
    ),
  )
  return showPage(partsPage({ t: request.t, language: request.language, parts }))
}

/** What is counted of the library for one municipality, and whether that is right. */
export async function showPart(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return showPage(
    partPage({
      ...page,
      form: new FormFields([
        ['answer', page.part.state === 'asked' ? '' : page.part.state],
        ['remark', page.part.remark],
      ]),
      errors: [],
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}

export async function submitPart(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  if (page.part.signedOn) return seeOther(partAddress(page.part.id))
  const form = await request.form()
  const parsed = parseForm(answerForm, answerSent(form), request.t)
  if (!parsed.ok) return showAgain(partPage({ ...page, form, errors: parsed.errors }))
  const { answer, remark, shown, version } = parsed.value
  const { scope, part, numbers } = page
  if (answer === 'confirmed' && numbers.materialsUnknown)
    return showAgain(
      partPage({
        ...page,
        form,
        errors: [{ id: 'materials', message: request.t('accountability.error.materials-first') }],
      }),
    )
  const outcome =
    shown === shownNumbers(numbers)
      ? await request.database.write(scope, (tx) =>
          answerPart(
            tx,
            scope,
            {
              id: part.id,
              version,
              state: answer,
              remark: answer === 'disputed' ? remark : '',
              desks: numbers.desks,
              questions: numbers.questions,
              materials: numbers.materials,
            },
            request.clock.now(),
          ),
        )
      : 'changed-meanwhile'
  if (outcome === 'kept') return seeOther(`${partAddress(part.id)}?bericht=bewaard`)
  return {
    kind: 'page',
    status: 409,
    page: partPage({
      ...(await prepare(request)),
      form,
      errors: [{ id: 'numbers', message: request.t('accountability.error.part-changed') }],
    }),
  }
}

export async function showPartMaterials(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return showPage(materialsPage(materialsOf(page, materialLines(page.counts.materials))))
}

export async function submitPartMaterials(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const lines = linesSent(await request.form())
  const { facts, errors } = readLines(lines, request.t)
  if (errors.length > 0) return showAgain(materialsPage({ ...materialsOf(page, lines), errors }))
  const { scope, part } = page
  const outcome = await request.database.write(scope, (tx) =>
    keepMaterials(
      tx,
      scope,
      { libraryId: scope.libraryId, municipalityCode: part.municipalityCode, year: part.year },
      facts,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(`${partAddress(part.id)}?bericht=bewaard`)
  const now = await prepare(request)
  return {
    kind: 'page',
    status: 409,
    page: materialsPage({
      ...materialsOf(now, typedOverStored(lines, now.counts.materials)),
      stored: now.counts.materials,
      errors: [{ id: 'meanwhile', message: request.t('accountability.error.meanwhile') }],
    }),
  }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

const materialsOf = ({ t, part, municipality }: Prepared, lines: readonly MaterialLine[]): MaterialsPage => ({
  t,
  title: t('accountability.materials.title-for', { municipality: municipality.name, year: part.year }),
  back: {
    href: partAddress(part.id),
    label: t('accountability.part.title', { municipality: municipality.name, year: part.year }),
  },
  action: partAddress(part.id, '/leermiddelen'),
  isSigned: part.signedOn !== null,
  lines,
  errors: [],
})

async function prepare(request: WebRequest) {
  const scope = request.actor.libraryScope(fundingPermissions['funding.confirm'])
  const id = request.idParam('part')
  return request.database.read(scope, async (db) => {
    const parts = await findAskedParts(db, scope)
    const part = foundOrRefuse(parts.find((each) => each.id === id))
    const municipality = await municipalityOfPart(db, scope, part.municipalityCode, part.year)
    const counts = await readCounts(db, scope, municipality, part.year)
    const numbers = numbersOf(counts)
    return {
      t: request.t,
      language: request.language,
      scope,
      part,
      municipality,
      counts,
      numbers,
      shown: shownNumbers(numbers),
    }
  })
}

/** The numbers as one text, to see whether they are still the same. */
const shownNumbers = ({ desks, questions, materials, materialsUnknown }: PartNumbers): string =>
  `${desks} ${questions} ${materialsUnknown ? '-' : materials}`
