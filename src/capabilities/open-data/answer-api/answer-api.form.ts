import { parts, type TableName, tables } from '../published-cell.ts'
import type { CellsWanted } from '../read-published/read-published.query.ts'

/** What can be asked of the API, by its name in the address. */
export const askable = ['tabel', 'periode', 'regio', 'onderdeel', 'code', 'pagina'] as const

/** So many numbers in one answer. */
export const cellsPerPage = 500

export type Asked =
  | { readonly ok: true; readonly wanted: CellsWanted; readonly page: number }
  | { readonly ok: false; readonly wrong: readonly { readonly name: string; readonly reason: string }[] }

/** Reads what is asked in an address; of each part that cannot be understood what it should be. */
export function readAsked(query: URLSearchParams): Asked {
  const wrong: { name: string; reason: string }[] = []
  const read = (name: (typeof askable)[number], fits: (value: string) => boolean, reason: string) => {
    const [value, ...more] = query.getAll(name)
    if (value === undefined) return undefined
    if (more.length > 0) wrong.push({ name, reason: 'staat er meer dan een keer; kies er een' })
    else if (!fits(value)) wrong.push({ name, reason })
    return value
  }
  const wanted: CellsWanted = {
    table: read(
      'tabel',
      (value) => tables.some((table) => table === value),
      `een van: ${tables.join(', ')}`,
    ) as TableName | undefined,
    period: read(
      'periode',
      (value) => /^20\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/.test(value),
      'een maand (2026-03), kwartaal (2026-Q1) of jaar (2026), vanaf 2000 tot en met 2099',
    ),
    region: read('regio', (value) => /^(NL|PV\d{2}|GM\d{4})$/.test(value), 'NL, PV26 of GM0307'),
    part: read('onderdeel', (value) => parts.some((part) => part === value), `een van: ${parts.join(', ')}`),
    code: read('code', (value) => /^[a-z0-9-]{1,80}$/.test(value), 'een code uit de cijfers'),
  }
  const page = read(
    'pagina',
    (value) => /^[1-9]\d{0,5}$/.test(value),
    'een heel getal van 1 tot en met 999999',
  )
  for (const name of new Set(query.keys()))
    if (!askable.some((known) => known === name))
      wrong.push({ name, reason: `onbekend; gebruik: ${askable.join(', ')}` })
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, wanted, page: Number(page ?? 1) }
}
