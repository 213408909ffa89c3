declare const proven: unique symbol
interface Proven {
  readonly [proven]: true
}

/**
 * How far somebody's hand reaches in one request. A scope cannot be written down: it is made here, from a
 * session, a named job or the public; every query and command takes one, and row-level security repeats it.
 */
export type DeskScope = Proven & {
  readonly kind: 'desk'
  readonly accountId: string
  readonly libraryId: string
  readonly deskId: string
}
/** All desks at which somebody works, to read what stands ready for each of them. */
export type DesksScope = Proven & {
  readonly kind: 'desks'
  readonly accountId: string
  readonly deskIds: readonly string[]
}
export type LibraryScope = Proven & {
  readonly kind: 'library'
  readonly accountId: string
  readonly libraryId: string
  readonly deskIds: readonly string[]
}
/** The figures of one's own municipality: counts, never a contact. */
export type MunicipalityScope = Proven & {
  readonly kind: 'municipality'
  readonly accountId: string
  readonly municipalityCodes: readonly string[]
}
/** The figures of the provinces that a support institution serves, and of the municipalities in them. */
export type RegionScope = Proven & {
  readonly kind: 'region'
  readonly accountId: string
  readonly provinceCodes: readonly string[]
  readonly municipalityCodes: readonly string[]
}
/** What was passed to one's own organisation, or by it: a partner, a service provider, a counter of a municipality. */
export type PartnerScope = Proven & {
  readonly kind: 'partner'
  readonly accountId: string
  readonly organisationIds: readonly string[]
}
/** Who came by a link: one purpose, one thing, no account. */
export type LinkScope = Proven & {
  readonly kind: 'link'
  readonly purpose: string
  readonly subjectId: string
}
export type NationalScope = Proven & { readonly kind: 'nation'; readonly accountId: string }
/** Only one's own account and roles. */
export type SelfScope = Proven & { readonly kind: 'self'; readonly accountId: string }
/** Before somebody is known: looking up who signs in. */
export type SignInScope = Proven & { readonly kind: 'sign-in' }
export type PublicScope = Proven & { readonly kind: 'public' }
export type JobScope = Proven & { readonly kind: 'job'; readonly job: string }

/** Who may arrange organisations, desks and people: the nation everywhere, a library in its own house. */
export type AdministrationScope = NationalScope | LibraryScope
export type Scope =
  | DeskScope
  | DesksScope
  | LibraryScope
  | MunicipalityScope
  | RegionScope
  | PartnerScope
  | LinkScope
  | NationalScope
  | SelfScope
  | SignInScope
  | PublicScope
  | JobScope

function prove<S extends Scope>(scope: Omit<S, typeof proven>): S {
  return Object.freeze(scope) as S
}

export const proveDesk = (accountId: string, libraryId: string, deskId: string): DeskScope =>
  prove<DeskScope>({ kind: 'desk', accountId, libraryId, deskId })
export const proveDesks = (accountId: string, deskIds: readonly string[]): DesksScope =>
  prove<DesksScope>({ kind: 'desks', accountId, deskIds })
export const proveLibrary = (
  accountId: string,
  libraryId: string,
  deskIds: readonly string[],
): LibraryScope => prove<LibraryScope>({ kind: 'library', accountId, libraryId, deskIds })
export const proveMunicipality = (
  accountId: string,
  municipalityCodes: readonly string[],
): MunicipalityScope => prove<MunicipalityScope>({ kind: 'municipality', accountId, municipalityCodes })
export const proveRegion = (
  accountId: string,
  provinceCodes: readonly string[],
  municipalityCodes: readonly string[],
): RegionScope => prove<RegionScope>({ kind: 'region', accountId, provinceCodes, municipalityCodes })
export const provePartner = (accountId: string, organisationIds: readonly string[]): PartnerScope =>
  prove<PartnerScope>({ kind: 'partner', accountId, organisationIds })
export const proveLink = (purpose: string, subjectId: string): LinkScope =>
  prove<LinkScope>({ kind: 'link', purpose, subjectId })
export const proveNation = (accountId: string): NationalScope =>
  prove<NationalScope>({ kind: 'nation', accountId })
export const proveSelf = (accountId: string): SelfScope => prove<SelfScope>({ kind: 'self', accountId })
export const signInScope: SignInScope = prove<SignInScope>({ kind: 'sign-in' })
export const publicScope: PublicScope = prove<PublicScope>({ kind: 'public' })
export const jobScope = (job: string): JobScope => prove<JobScope>({ kind: 'job', job })

/** The settings that row-level security reads, for one transaction. */
export function scopeSettings(scope: Scope): Readonly<Record<string, string>> {
  const settings: Record<string, string> = { 'balie.scope_kind': scope.kind }
  if ('accountId' in scope) settings['balie.account_id'] = scope.accountId
  if (scope.kind === 'desk') settings['balie.desk_ids'] = `{${scope.deskId}}`
  if (scope.kind === 'desks') settings['balie.desk_ids'] = `{${scope.deskIds.join(',')}}`
  if (scope.kind === 'library') {
    settings['balie.library_ids'] = `{${scope.libraryId}}`
    settings['balie.desk_ids'] = `{${scope.deskIds.join(',')}}`
  }
  if ('municipalityCodes' in scope)
    settings['balie.municipality_codes'] = `{${scope.municipalityCodes.join(',')}}`
  if (scope.kind === 'partner') settings['balie.partner_ids'] = `{${scope.organisationIds.join(',')}}`
  if (scope.kind === 'link') {
    settings['balie.link_purpose'] = scope.purpose
    settings['balie.link_subject'] = scope.subjectId
  }
  if ('provinceCodes' in scope) settings['balie.province_codes'] = `{${scope.provinceCodes.join(',')}}`
  return settings
}
