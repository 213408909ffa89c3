import { writeCsv } from '../../../platform/csv/read-csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { workbookType, writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { purposeLetters } from '../booking.ts'
import { moneyYear } from '../money-year.ts'

/** All bookings of a year as a table: for Excel, or as CSV with amounts as the Dutch write them. */
export async function downloadBookings(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, municipality, year, facts } = await moneyYear(request)
  const bookings = facts.bookings.filter(
    (each) => each.municipalityCode === municipality.code && each.year === year,
  )
  const libraries = new Map(
    (
      await request.database.read(scope, (db) =>
        findOrganisations(db, scope, [...new Set(bookings.flatMap(({ libraryId }) => libraryId ?? []))]),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const columns = [
    { header: t('money.booking.day'), kind: 'day' },
    { header: t('money.booking.kind'), kind: 'text' },
    { header: t('money.booking.purpose'), kind: 'text', width: 30 },
    { header: t('money.booking.description'), kind: 'text', width: 40 },
    { header: t('money.booking.library'), kind: 'text', width: 30 },
    { header: t('money.booking.amount'), kind: 'number', width: 14 },
    { header: t('money.booking.remarks'), kind: 'text', width: 30 },
    { header: t('money.booking.reason'), kind: 'text', width: 30 },
  ] as const
  const rows = bookings.map((booking) => ({
    texts: [
      booking.day,
      t(`money.kind.${booking.kind}`),
      `${purposeLetters[booking.purpose]}. ${t(`money.purpose.${booking.purpose}`)}`,
      booking.description,
      libraries.get(booking.libraryId ?? '') ?? '',
    ],
    // What was struck out stands in the table and counts for nothing in a sum below it.
    cents: booking.isStruckOut ? 0 : booking.amountCents,
    remarks: [
      booking.isStruckOut ? t('money.remark.struck-out') : '',
      booking.afterSigning ? t('money.remark.after-signing') : '',
      booking.sharedCostId ? t('money.remark.shared') : '',
    ]
      .filter(Boolean)
      .join(', '),
    reason: booking.isStruckOut ? booking.struckOutReason : booking.reason,
  }))
  const name = `geld-${municipality.code}-${year}`
  if (request.query('vorm') === 'csv')
    return {
      kind: 'file',
      contentType: 'text/csv; charset=utf-8',
      fileName: `${name}.csv`,
      cacheControl: 'private, no-store',
      body: writeCsv([
        columns.map(({ header }) => header),
        ...rows.map(({ texts, cents, remarks, reason }) => [...texts, writeAmount(cents), remarks, reason]),
      ]),
    }
  return {
    kind: 'file',
    contentType: workbookType,
    fileName: `${name}.xlsx`,
    cacheControl: 'private, no-store',
    body: writeWorkbook([
      {
        name: String(year),
        columns,
        rows: rows.map(({ texts, cents, remarks, reason }) => [...texts, cents / 100, remarks, reason]),
      },
    ]),
  }
}
