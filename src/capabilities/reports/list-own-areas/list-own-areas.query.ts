import type { Actor } from '../../../platform/auth/actor.ts'
import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { findDesks, findFinancingElsewhere } from '../../desks/public.ts'
import {
  findMunicipalities,
  findOrganisations,
  findOrganisationsOfKinds,
  findServedAreas,
  provincesOf,
} from '../../organisations/public.ts'
import type { Area, Level } from '../area.ts'
import { ownAreas } from '../own-areas.ts'

export interface NamedArea {
  readonly area: Area
  readonly name: string
}

const byName = new Intl.Collator('nl')

/** The areas of which somebody may see figures, with their names: the widest first, of one level by name. */
export async function listOwnAreas(
  db: ReadHandle,
  scope: SelfScope,
  actor: Actor,
  today: string,
  t: Translate,
): Promise<NamedArea[]> {
  const municipalities = await findMunicipalities(db, scope, today)
  const institutions = await findOrganisationsOfKinds(db, scope, ['support-institution'])
  const served = await findServedAreas(
    db,
    scope,
    institutions.map(({ id }) => id),
  )
  const regionIds = [...served].flatMap(([id, { provinceCodes }]) => (provinceCodes.length > 1 ? [id] : []))
  const areas = ownAreas(actor, {
    municipalities,
    regionIds,
    financing: await findFinancingElsewhere(db, scope),
  })
  const keys = (level: Level): string[] => areas.filter((area) => area.level === level).map(({ key }) => key)
  const desks = await findDesks(db, scope, keys('desk'))
  const libraries = await findOrganisations(db, scope, keys('library'))
  const byId = (values: readonly { readonly id: string; readonly name: string }[]): Map<string, string> =>
    new Map(values.map(({ id, name }) => [id, name]))
  const byCode = (values: readonly { readonly code: string; readonly name: string }[]): Map<string, string> =>
    new Map(values.map(({ code, name }) => [code, name]))
  const names: Readonly<Record<Exclude<Level, 'nation'>, ReadonlyMap<string, string>>> = {
    desk: byId(desks),
    library: byId(libraries),
    municipality: byCode(municipalities),
    province: byCode(provincesOf(municipalities)),
    region: byId(institutions),
    financed: byCode(municipalities),
  }
  const nameOf = ({ level, key }: Area): string => {
    if (level === 'nation') return t('reports.nation')
    const name = names[level].get(key) ?? key
    return level === 'municipality' || level === 'province' || level === 'region' || level === 'financed'
      ? t(`reports.of-${level}`, { name })
      : name
  }
  const order: readonly Level[] = [
    'nation',
    'region',
    'province',
    'municipality',
    'financed',
    'library',
    'desk',
  ]
  return areas
    .map((area) => ({ area, name: nameOf(area) }))
    .toSorted(
      (one, other) =>
        order.indexOf(one.area.level) - order.indexOf(other.area.level) ||
        byName.compare(one.name, other.name),
    )
}
