import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Codes, MonthCounts } from '../src/capabilities/open-data/published-cell.ts'
import { attackOpenData } from '../tests/support/open-data-attack.ts'
import { releaseAll } from '../tests/support/open-data-world.ts'
import type { Nation } from './nation.ts'

export interface OpenDataAttack {
  /** Published and hidden numbers of all tables. */
  readonly numbers: number
  readonly hidden: number
  /** Of the hidden ones, as many were attacked. */
  readonly attacked: number
  /** The narrowest range to which one could be brought; none below `smallest`. */
  readonly narrowest: number
  /** The same attack on the same numbers, when only small ones are hidden: how many it then brings below `smallest`. */
  readonly foundWithoutComplementary: number
  readonly secondsToRelease: number
  readonly secondsToAttack: number
}

const smallest = 10

/**
 * Releases what was counted in a nation and attacks a sample of what is hidden, the same sample each time. The months of the
 * volume are laid over one whole year, so that there is a table of the year as well.
 */
export async function attackNation(
  { owner }: Pick<Nation, 'owner'>,
  attacked: number,
): Promise<OpenDataAttack> {
  const counts = await readYear(owner)
  const codes = await readCodes()
  const start = performance.now()
  const published = releaseAll(counts, codes, { smallest })
  const secondsToRelease = (performance.now() - start) / 1000
  const hidden = published.cells.filter(({ number }) => number === undefined).length
  const sample = drawOne(hidden / attacked)
  const begin = performance.now()
  const found = await attackOpenData(published, sample)
  const secondsToAttack = (performance.now() - begin) / 1000
  const open = releaseAll(counts, codes, { smallest, complementary: false })
  const openHidden = open.cells.filter(({ number }) => number === undefined).length
  const leaks = await attackOpenData(open, drawOne(openHidden / attacked))
  return {
    numbers: published.cells.length,
    hidden,
    attacked: found.length,
    narrowest: Math.min(...found.map(({ low, high }) => high - low)),
    foundWithoutComplementary: leaks.filter(({ low, high }) => high - low < smallest).length,
    secondsToRelease,
    secondsToAttack,
  }
}

/** Takes about one of so many, by a chance that is the same each time. */
function drawOne(of: number): () => boolean {
  let state = 20_220_101
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state < 2_147_483_647 / of
  }
}

/** The last twelve whole months, as the months of 2025. */
async function readYear(owner: Nation['owner']): Promise<MonthCounts[]> {
  const { rows } = await owner.query<{
    municipality: string
    province: string
    month: string
    cells: Record<string, number>
  }>(
    `select figure.key as municipality, municipality.province_code as province,
       '2025-' || to_char(figure.starts_on, 'MM') as month, figure.cells
     from reports.figures as figure join organisations.municipalities as municipality on municipality.code = figure.key
     where figure.level = 'municipality' and figure.grain = 'month'
       and figure.starts_on between date_trunc('month', now()) - interval '12 months' and date_trunc('month', now()) - interval '1 day'`,
  )
  return rows
}

async function readCodes(): Promise<Codes> {
  const read = async (name: string): Promise<Record<string, string>[]> =>
    parse(await readFile(`db/reference/${name}.csv`, 'utf8'), { columns: true })
  const options = await read('answer-options')
  const of = (wanted: string): string[] =>
    options.flatMap(({ field, code = '' }) => (field === wanted ? [code] : []))
  return {
    groupOf: new Map((await read('topics')).map(({ code = '', topic_group = '' }) => [code, topic_group])),
    channels: of('channel'),
    help: of('help'),
  }
}
