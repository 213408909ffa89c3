import type { Actor } from '../../platform/auth/actor.ts'
import type { DeskScope, LibraryScope } from '../../platform/auth/scope.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import type { Area, FiguresScope, Level } from './area.ts'
import { nation } from './area-address.ts'
import { reportsPermissions } from './permissions.ts'

/** What is there to have an area of, besides one's own desks and library. */
export interface Geography {
  readonly municipalities: readonly { readonly code: string; readonly provinceCode: string }[]
  /** The support institutions that serve two provinces or more. */
  readonly regionIds: readonly string[]
  /** The municipalities that pay for desks elsewhere. */
  readonly financing: readonly string[]
}

/** The areas of which somebody may see figures, the widest first: that is what opens. */
export function ownAreas(actor: Actor, { municipalities, regionIds, financing }: Geography): Area[] {
  const provinceCodes = [...new Set(municipalities.map(({ provinceCode }) => provinceCode))]
  const all = (level: Level, keys: readonly string[]): Area[] =>
    [...new Set(keys)].map((key) => ({ level, key }))
  const isNational = actor.may(reportsPermissions['reports.read-nation'])
  const region = actor.may(reportsPermissions['reports.read-region'])
    ? actor.regionScope(reportsPermissions['reports.read-region'])
    : undefined
  const own = actor.may(reportsPermissions['reports.read-municipality'])
    ? actor.municipalityScope(reportsPermissions['reports.read-municipality']).municipalityCodes
    : []
  const library = actor.may(reportsPermissions['reports.read-library'])
    ? [actor.libraryScope(reportsPermissions['reports.read-library']).libraryId]
    : []
  return [
    ...(isNational ? [nation] : []),
    ...all(
      'region',
      regionIds.filter((id) => isNational || advises(actor, id)),
    ),
    ...all('province', isNational ? provinceCodes : (region?.provinceCodes ?? [])),
    ...all(
      'municipality',
      isNational ? municipalities.map(({ code }) => code) : [...own, ...(region?.municipalityCodes ?? [])],
    ),
    ...all(
      'financed',
      financing.filter((code) => own.includes(code)),
    ),
    ...all('library', library),
    ...all('desk', actor.desksFor(reportsPermissions['reports.read-desk'])),
  ]
}

/**
 * Proves that somebody may see the figures of an area.
 * @throws Refusal `not-allowed` when not
 */
export function figuresScope(actor: Actor, area: Area): FiguresScope {
  const scopes = reportsPermissions
  const may = (verb: keyof typeof scopes): boolean => actor.may(scopes[verb])
  switch (area.level) {
    case 'desk':
      return actor.deskScope(scopes['reports.read-desk'], area.key)
    case 'library':
      return libraryScope(actor, area.key)
    case 'municipality':
      if (may('reports.read-municipality')) {
        const scope = actor.municipalityScope(scopes['reports.read-municipality'])
        if (scope.municipalityCodes.includes(area.key)) return scope
      }
      if (may('reports.read-region')) {
        const scope = actor.regionScope(scopes['reports.read-region'])
        if (scope.municipalityCodes.includes(area.key)) return scope
      }
      return actor.nationalScope(scopes['reports.read-nation'])
    case 'financed':
      if (may('reports.read-municipality')) {
        const scope = actor.municipalityScope(scopes['reports.read-municipality'])
        if (scope.municipalityCodes.includes(area.key)) return scope
      }
      return actor.nationalScope(scopes['reports.read-nation'])
    case 'region':
      if (advises(actor, area.key)) return actor.regionScope(scopes['reports.read-region'])
      return actor.nationalScope(scopes['reports.read-nation'])
    case 'province':
      if (may('reports.read-region')) {
        const scope = actor.regionScope(scopes['reports.read-region'])
        if (scope.provinceCodes.includes(area.key)) return scope
      }
      return actor.nationalScope(scopes['reports.read-nation'])
    case 'nation':
      return actor.nationalScope(scopes['reports.read-nation'])
  }
}

/** Whether somebody is an adviser of this support institution. */
function advises(actor: Actor, supportInstitutionId: string): boolean {
  return (
    actor.may(reportsPermissions['reports.read-region']) &&
    actor.grants.some(
      ({ role, organisationId }) => role === 'support-adviser' && organisationId === supportInstitutionId,
    )
  )
}

function libraryScope(actor: Actor, libraryId: string): LibraryScope {
  const scope = actor.libraryScope(reportsPermissions['reports.read-library'])
  return scope.libraryId === libraryId ? scope : refuse('not-allowed')
}

/**
 * Whether somebody sees visitors' background at a level. Outside the library only at the widest of one's own: who sees a
 * province and one of its municipalities, by whatever roles, could take the one from the other, and find what was hidden.
 * An adviser sees them of each province, and so not of the region that these make up.
 */
export function seesVisitors(actor: Actor, level: Level): boolean {
  if (level === 'desk' || level === 'library') return true
  if (actor.may(reportsPermissions['reports.read-nation'])) return level === 'nation'
  if (actor.may(reportsPermissions['reports.read-region'])) return level === 'province'
  return level === 'municipality'
}

/** Whether somebody may go from the figures of an area down to the contacts: own desk, own library. */
export function mayOpenContacts(actor: Actor, { level, key }: Area): boolean {
  if (level === 'desk') return actor.desksFor(reportsPermissions['reports.open-contacts']).includes(key)
  return level === 'library' && actor.may(reportsPermissions['reports.read-library'])
}

/**
 * Proves that somebody may see the contacts of an area.
 * @throws Refusal `not-allowed` when not
 */
export function contactsScope(actor: Actor, { level, key }: Area): DeskScope | LibraryScope {
  if (level === 'desk') return actor.deskScope(reportsPermissions['reports.open-contacts'], key)
  return level === 'library' ? libraryScope(actor, key) : refuse('not-allowed')
}
