import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { governedMunicipality } from '../../organisations/public.ts'
import { sayNumber } from '../../reports/public.ts'
import { municipalRolesPermissions } from '../permissions.ts'
import { readYear } from '../read-year/read-year.query.ts'
import type { TownHallDocument } from '../town-hall-document.ts'
import { townHallData, townHallTemplate } from '../town-hall-typst.ts'
import { aldermanPage, councilOverview } from '../year-document.ts'
import { yearPage } from './show-year-page.page.tsx'

/** The first year that may be asked: before it there were no desks (guide § 2.1). */
const firstYear = 2019
/** So many years stand above the page to choose from. */
const yearsShown = 3

type Kind = TownHallDocument['kind']

/** What is sent to the alderman or the council, as a page. */
export const showYearPage =
  (kind: Kind) =>
  async (request: WebRequest): Promise<Reply> => {
    const { document, ...page } = await prepare(request, kind)
    return showPage(yearPage({ t: request.t, document, ...page }))
  }

/** The same as a PDF that everybody can read. */
export const downloadYearPage =
  (kind: Kind) =>
  async (request: WebRequest): Promise<Reply> => {
    const { document, municipality, year } = await prepare(request, kind)
    const name = municipality.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
    return {
      kind: 'file',
      contentType: 'application/pdf',
      fileName: `${kind === 'alderman' ? 'factsheet' : 'jaaroverzicht'}-${name}-${year}.pdf`,
      body: await request.pdf.make(townHallTemplate, townHallData(document, request.t)),
    }
  }

async function prepare(request: WebRequest, kind: Kind) {
  const { scope, municipality, municipalities } = await governedMunicipality(
    request,
    municipalRolesPermissions['municipal-roles.keep'],
  )
  const { t, language } = request
  const thisYear = Number(localDay(request.clock.now()).slice(0, 4))
  // Who asks for no year wants the last that is whole.
  const asked = request.query('jaar')
  const year = asked === '' ? thisYear - 1 : foundOrRefuse(yearOf(asked, thisYear))
  const facts = await request.database.read(scope, (db) =>
    readYear(db, scope, { municipality, year, language, t }, request.clock.now()),
  )
  return {
    municipality,
    municipalities,
    year,
    years: Array.from({ length: yearsShown }, (_, back) => thisYear - back),
    document: (kind === 'alderman' ? aldermanPage : councilOverview)(facts, {
      t,
      language,
      sayNumber,
      sayAmount: (cents) => showAmount(cents, language),
    }),
  }
}

function yearOf(text: string, thisYear: number): number | undefined {
  const year = Number(text)
  return Number.isInteger(year) && year >= firstYear && year <= thisYear ? year : undefined
}
