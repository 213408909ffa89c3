import { type MunicipalityScope, proveMunicipality } from '../../src/platform/auth/scope.ts'
import type { DemoDesk, Network } from './network.ts'

/** The municipality of the demo of which everything is told, and who keeps it there. */
export interface TownHall {
  readonly municipality: string
  readonly scope: MunicipalityScope
  readonly libraryId: string
  /** The desks of that library in the municipality. */
  readonly desks: readonly DemoDesk[]
}

const municipality = 'GM0344'
const libraryName = 'Bibliotheek Domwijken'

/** Finds it in the network; undefined in a network without it. */
export function townHallOf(network: Network): TownHall | undefined {
  const organisation = network.organisations.find(
    ({ kind, municipalityCodes }) => kind === 'municipality' && municipalityCodes.includes(municipality),
  )
  const official = network.people.find(
    ({ role, organisationId }) => role === 'municipality-official' && organisationId === organisation?.id,
  )
  const library = network.organisations.find(({ name }) => name === libraryName)
  if (!official || !library) return undefined
  return {
    municipality,
    scope: proveMunicipality(official.id, [municipality]),
    libraryId: library.id,
    desks: network.desks.filter(
      ({ libraryId, municipalityCode }) => libraryId === library.id && municipalityCode === municipality,
    ),
  }
}
