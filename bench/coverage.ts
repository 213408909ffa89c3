import { reckonCoverage } from '../src/capabilities/reports/coverage.ts'
import { findGround, type Ground } from '../src/capabilities/reports/find-ground/find-ground.query.ts'
import { watchCoverage } from '../src/capabilities/reports/public.ts'
import { jobScope } from '../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { localDay } from '../src/platform/time/local-time.ts'
import { median } from './figures.ts'

export interface CoverageTimes {
  readonly areas: number
  readonly desks: number
  /** The same pairs in a bare loop over numbers: the lower bound. */
  readonly bareMs: number
  readonly reckonMs: number
  /** The same desks, all in one half of the municipalities: for each of the other half the nearest is looked for. */
  readonly halfMs: number
  /** From the database to the database, by the worker's code. */
  readonly wholeMs: number
}

/** How long it takes to reckon the reach of a nation's desks. */
export async function measureCoverage(nation: { readonly url: string }): Promise<CoverageTimes> {
  const scope = jobScope('reckon-coverage')
  const database = new ApplicationDatabase(connectAs('balie_worker', nation.url, 1))
  try {
    const now = systemClock.now()
    const ground = await database.read(scope, (db) => findGround(db, scope, localDay(now)))
    const whole: number[] = []
    // Each watch is a new one, that has seen nothing yet: it reckons.
    for (let round = 0; round < 5; round += 1)
      whole.push(await timed(() => watchCoverage()(database, systemClock.now())))
    const bare: number[] = []
    const reckon: number[] = []
    const half: number[] = []
    const onesided = inOneHalf(ground)
    const pairs = numbersOf(ground)
    for (let round = 0; round < 15; round += 1) {
      bare.push(await timed(() => bareLoop(pairs)))
      reckon.push(await timed(() => reckonCoverage(ground)))
      half.push(await timed(() => reckonCoverage(onesided)))
    }
    return {
      areas: ground.areas.length,
      desks: ground.desks.length,
      bareMs: median(bare),
      reckonMs: median(reckon),
      halfMs: median(half),
      wholeMs: median(whole),
    }
  } finally {
    await database.close()
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function inOneHalf(ground: Ground): Ground {
  const half = ground.municipalities.filter((_, index) => index % 2 === 0)
  return {
    ...ground,
    desks: ground.desks.map((desk, index) => ({
      ...desk,
      municipality: half[index % half.length]?.code ?? desk.municipality,
    })),
  }
}

interface Pairs {
  readonly areas: Float64Array
  readonly desks: Float64Array
}

/** Any three numbers for each point: how long a loop takes does not depend on them. */
function numbersOf({ areas, desks }: Ground): Pairs {
  return {
    areas: Float64Array.from(areas.flatMap(({ latitude, longitude }) => [latitude, longitude, 1])),
    desks: Float64Array.from(desks.flatMap(({ point }) => [point?.latitude ?? 0, point?.longitude ?? 0, 1])),
  }
}

function bareLoop({ areas, desks }: Pairs): number {
  let sum = 0
  for (let area = 0; area < areas.length; area += 3) {
    let least = Number.POSITIVE_INFINITY
    for (let desk = 0; desk < desks.length; desk += 3) {
      const dx = (areas[area] as number) - (desks[desk] as number)
      const dy = (areas[area + 1] as number) - (desks[desk + 1] as number)
      const dz = (areas[area + 2] as number) - (desks[desk + 2] as number)
      const squared = dx * dx + dy * dy + dz * dz
      if (squared < least) least = squared
    }
    sum += least
  }
  return sum
}
