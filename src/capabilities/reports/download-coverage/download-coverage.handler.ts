import { writeCsv } from '../../../platform/csv/read-csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDeskPoints } from '../../desks/public.ts'
import { findMunicipalities, provincesOf } from '../../organisations/public.ts'
import { deskDensity } from '../coverage-view.ts'
import { readCoverage } from '../read-coverage/read-coverage.query.ts'

/** The reach of every area as one table, for who reckons with it. */
export async function downloadCoverage(request: WebRequest): Promise<Reply> {
  const { actor, t } = request
  const today = localDay(request.clock.now())
  const scope = actor.selfScope()
  const { rows, names, desks } = await request.database.read(scope, async (db) => {
    const municipalities = await findMunicipalities(db, scope, today)
    return {
      rows: await readCoverage(db, scope),
      names: new Map([
        ['NL', 'Nederland'],
        ...municipalities.map(({ code, name }) => [code, name] as const),
        ...provincesOf(municipalities).map(({ code, name }) => [code, name] as const),
      ]),
      desks: new Map((await findDeskPoints(db, scope)).map(({ id, name }) => [id, name])),
    }
  })
  const header = [
    t('coverage.file.level'),
    t('coverage.file.code'),
    t('coverage.area'),
    t('coverage.inhabitants'),
    ...([2, 5, 10] as const).map((reach) => t('coverage.file.within', { reach })),
    t('coverage.file.within-or-stop'),
    t('coverage.desks'),
    t('coverage.file.without-point'),
    t('coverage.file.stops'),
    t('coverage.file.density'),
    t('coverage.nearest'),
    t('coverage.file.nearest-metres'),
  ]
  const lines = rows.map((row) => [
    t(`coverage.level.${row.level}`),
    row.key,
    names.get(row.key) ?? row.key,
    `${row.inhabitants}`,
    `${row.within[2]}`,
    `${row.within[5]}`,
    `${row.within[10]}`,
    `${row.withinOrStop}`,
    `${row.desks}`,
    `${row.desksWithoutPoint}`,
    `${row.stops}`,
    // With a comma, as the spreadsheets of who reads this expect.
    deskDensity(row).toFixed(3).replace('.', ','),
    row.nearest ? (desks.get(row.nearest.deskId) ?? '') : '',
    row.nearest ? `${row.nearest.metres}` : '',
  ])
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `bereik-${today}.csv`,
    body: writeCsv([header, ...lines]),
  }
}
