import type { Scope } from '../../platform/auth/scope.ts'
import type { ReadHandle } from '../../platform/database/handle.ts'
import type { FormError } from '../../platform/http/form-errors.ts'
import type { MessageKey, MessageValues, Translate } from '../../platform/i18n/translate.ts'
import {
  findPostcodeArea,
  listMunicipalities,
  type NeighbouringMunicipality,
} from '../organisations/public.ts'
import type { MapPoint } from './map-point.ts'

/** What somebody says of where something stands, as far as one part can gainsay another. */
export interface GivenAddress {
  /** CBS code, such as GM0307. */
  readonly municipality: string
  /** As 3811 LP. */
  readonly postcode: string | null
  readonly point: MapPoint | null
}

/** The middle of the postcode area, and in which municipality that is. */
export interface Area extends MapPoint {
  readonly municipalityCode: string
}

/** What is wrong beside what a form itself can see, with the field where it is said. */
export interface FieldProblem {
  readonly id: string
  readonly message: MessageKey
  readonly values?: MessageValues
}

/** How far from the middle of its postcode area something can stand: further is a typing error. */
const farthestMetres = 15_000

/** Metres in a degree of latitude; of longitude it is as much less as the cosine of the latitude. */
const metresInDegree = 111_195

/**
 * What in an address gainsays the rest. A postcode may lie in a neighbouring municipality: areas lie across borders.
 * @param area of the postcode; undefined when it is not known
 * @param municipalities those of today, with their neighbours; of one that is no more nothing is said
 */
export function addressProblems(
  { municipality, postcode, point }: GivenAddress,
  area: Area | undefined,
  municipalities: readonly NeighbouringMunicipality[],
): FieldProblem[] {
  if (!postcode) return []
  if (!area) return point ? [] : [{ id: 'postcode', message: 'desks.error.postcode-unknown' }]
  const problems: FieldProblem[] = []
  const meant = municipalities.find(({ code }) => code === municipality)
  const actual = municipalities.find(({ code }) => code === area.municipalityCode)
  if (meant && actual && meant !== actual && !meant.neighbourCodes.includes(actual.code))
    problems.push({
      id: 'municipality',
      message: 'desks.error.other-municipality',
      values: { postcode, municipality: actual.name },
    })
  const metres = point ? metresApart(point, area) : 0
  if (metres > farthestMetres)
    problems.push({
      id: 'point',
      message: 'desks.error.point-far',
      values: { postcode, kilometres: Math.round(metres / 1000) },
    })
  return problems
}

/** The same for one address, against what is known in the database. */
export async function findAddressProblems(
  db: ReadHandle,
  scope: Scope,
  given: GivenAddress,
  today: string,
): Promise<FieldProblem[]> {
  const area = given.postcode ? await findPostcodeArea(db, scope, given.postcode.slice(0, 4)) : undefined
  return addressProblems(given, area, await listMunicipalities(db, scope, today))
}

/** The problems as a form shows them. */
export const sayProblems = (problems: readonly FieldProblem[], t: Translate): FormError[] =>
  problems.map(({ id, message, values }) => ({ id, message: t(message, values) }))

/** On a flat map, which is right within a metre over so few kilometres. */
function metresApart(one: MapPoint, other: MapPoint): number {
  const around = Math.cos((one.latitude * Math.PI) / 180)
  return (
    metresInDegree * Math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * around)
  )
}
