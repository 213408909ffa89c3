export { findOrganisations } from './find-organisations/find-organisations.query.ts'
export { type Organisation, type OrganisationKind, organisationKinds } from './organisation.ts'
export { organisationsPermissions } from './permissions.ts'
export { listMunicipalities, type Municipality } from './list-municipalities/list-municipalities.query.ts'
