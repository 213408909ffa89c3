import { publicScope } from '../../../platform/auth/scope.ts'
import { json, type Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { keptForOthers } from '../kept-for-others.ts'
import { countCells, findCells } from '../read-published/read-published.query.ts'
import { hiddenStatus, unitWords } from '../table-file.ts'
import { cellsPerPage, readAsked } from './answer-api.form.ts'

export const apiPath = '/open-data/api/v1/cijfers'

/** Published numbers as JSON: by table, period, region, part and code, some hundreds at once. */
export async function answerApi(request: WebRequest): Promise<Reply> {
  const { url } = request
  const asked = readAsked(url.searchParams)
  if (!asked.ok)
    return json(
      {
        status: 400,
        title: 'Deze vraag is niet te begrijpen',
        detail: 'Kijk bij invalidParams wat er anders moet.',
        invalidParams: asked.wrong,
      },
      400,
    )
  const { wanted, page } = asked
  const { total, cells } = await request.database.read(publicScope, async (db) => ({
    total: await countCells(db, publicScope, wanted),
    cells: await findCells(db, publicScope, wanted, {
      from: (page - 1) * cellsPerPage,
      rows: cellsPerPage,
    }),
  }))
  const pages = Math.max(1, Math.ceil(total / cellsPerPage))
  // Without the host: everybody may keep this answer, also one to a question with a made-up host.
  const address = (number: number): string => {
    const query = new URLSearchParams(url.searchParams)
    query.set('pagina', String(number))
    return `${apiPath}?${query}`
  }
  return keptForOthers(
    'application/json; charset=utf-8',
    JSON.stringify({
      totaal: total,
      pagina: page,
      paginas: pages,
      vorige: page > 1 ? address(Math.min(page - 1, pages)) : null,
      volgende: page < pages ? address(page + 1) : null,
      cijfers: cells.map(({ table, period, region, regionName, part, code, name, unit, number }) => ({
        tabel: table,
        periode: period,
        regio: region,
        regionaam: regionName,
        onderdeel: part,
        code,
        naam: name,
        eenheid: unitWords[unit],
        aantal: number,
        status: number === null ? hiddenStatus : null,
      })),
    }),
  )
}
