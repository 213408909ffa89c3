import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import {
  looksLikePostcode,
  partsOf,
  postcodeIn,
  type Town,
  townsCalled,
  townsLike,
  type Whereabouts,
  writtenForms,
} from '../whereabouts.ts'

export type FoundWhereabouts =
  /** `others`: what else may have been meant. `guessed`: no place is written exactly so. */
  | {
      readonly kind: 'found'
      readonly place: Whereabouts
      readonly guessed: boolean
      readonly others: readonly { readonly name: string; readonly municipality: string }[]
    }
  | { readonly kind: 'no-such-postcode' }
  | { readonly kind: 'unknown' }

/** The towns, read once: they change with a new version of Balie only. */
let towns: Promise<readonly Town[]> | undefined

/**
 * Where somebody is who typed this: a postcode (its four digits count), or a town by one of its spellings, with typing
 * errors. A number that is no postcode is told apart from a name that we do not know.
 */
export async function findWhereabouts(db: ReadHandle, scope: Scope, text: string): Promise<FoundWhereabouts> {
  const postcode = postcodeIn(text)
  if (postcode) {
    const area = await findPostcodeArea(db, scope, postcode)
    if (area) return { kind: 'found', place: area, guessed: false, others: [] }
  }
  if (looksLikePostcode(text)) return { kind: 'no-such-postcode' }
  const known = await allTowns(db)
  const [called, ...namesakes] = townsCalled(known, text)
  if (called) return { kind: 'found', place: called, guessed: false, others: namesakes }
  for (const part of partsOf(text)) {
    const [found, ...others] = townsCalled(known, part)
    if (found) return { kind: 'found', place: found, guessed: true, others }
  }
  const [likeliest, ...others] = townsLike(known, text)
  if (likeliest) return { kind: 'found', place: likeliest, guessed: true, others }
  return postcode ? { kind: 'no-such-postcode' } : { kind: 'unknown' }
}

/** The middle of a postcode area by its four digits; undefined when there is none. */
export async function findPostcodeArea(
  db: ReadHandle,
  _scope: Scope,
  digits: string,
): Promise<Whereabouts | undefined> {
  const area = await db
    .selectFrom('organisations.postcode_areas')
    .select(['code', 'town', 'municipality_code as municipalityCode', 'latitude', 'longitude'])
    .where('code', '=', digits)
    .executeTakeFirst()
  if (!area) return undefined
  const { code, town, ...place } = area
  return { ...place, name: `${code} ${town}` }
}

function allTowns(db: ReadHandle): Promise<readonly Town[]> {
  towns ??= readTowns(db).catch((error: unknown) => {
    towns = undefined
    throw error
  })
  return towns
}

async function readTowns(db: ReadHandle): Promise<readonly Town[]> {
  const rows = await db
    .selectFrom('organisations.towns as town')
    .innerJoin('organisations.municipalities as municipality', 'municipality.code', 'town.municipality_code')
    .select([
      'town.name',
      'town.municipality_code as municipalityCode',
      'town.latitude',
      'town.longitude',
      'town.inhabitants',
      'town.spellings',
      'municipality.name as municipality',
    ])
    .execute()
  return rows.map(({ spellings, ...town }) => ({
    ...town,
    // 'Nes (Heerenveen)' is one of three.
    written: writtenForms([town.name, ...spellings, `${town.name} ${town.municipality}`]),
  }))
}
