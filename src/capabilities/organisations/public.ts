export { addOrganisation } from './add-organisation/add-organisation.command.ts'
export { findGoverned } from './find-governed/find-governed.query.ts'
export { findLibrarySizes } from './find-library-sizes/find-library-sizes.query.ts'
export {
  type DatedMunicipality,
  findInhabitants2022,
  findLibrariesWorkingIn,
  findMunicipalities,
  findMunicipalitiesOfAllDays,
  findMunicipalityCentre,
  findSuccessors,
  findWorkingArea,
} from './find-municipalities/find-municipalities.query.ts'
export { findOrganisations, findOrganisationsOfKinds } from './find-organisations/find-organisations.query.ts'
export { findOutlines, type Outline } from './find-outlines/find-outlines.query.ts'
export { findPostcodeAreas, type PostcodeArea } from './find-postcode-areas/find-postcode-areas.query.ts'
export { findProvinceOfMunicipality } from './find-provinces/find-provinces.query.ts'
export { findServedAreas } from './find-served-area/find-served-area.query.ts'
export { findSurroundings, type Surroundings } from './find-surroundings/find-surroundings.query.ts'
export {
  type FoundWhereabouts,
  findPostcodeArea,
  findWhereabouts,
} from './find-whereabouts/find-whereabouts.query.ts'
export {
  type Governed,
  type GovernedMunicipality,
  governedMunicipality,
  municipalityAddress,
} from './governed.ts'
export { chooseFilePage, previewPage } from './import.page.tsx'
export {
  changesOf,
  countRows,
  type ImportPlan,
  makePlan,
  type PlannedRow,
  type RowError,
  readCarriedRows,
  sayFileProblem,
} from './import-plan.ts'
export {
  listMunicipalities,
  type NeighbouringMunicipality,
} from './list-municipalities/list-municipalities.query.ts'
export { type Municipality, municipalityMeant, provincesOf, successorsInTurn } from './municipality.ts'
export { MunicipalityTabs } from './municipality-tabs.page.tsx'
export { type Organisation, type OrganisationKind, organisationKinds } from './organisation.ts'
export { organisationsPermissions } from './permissions.ts'
export { comparable, type Town, type Whereabouts } from './whereabouts.ts'
