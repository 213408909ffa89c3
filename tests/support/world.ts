import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '../../src/platform/auth/roles.ts'

/** Two libraries and the nation, with somebody in every role that matters: what most tests need. */
export interface World {
  readonly nation: string
  readonly library: string
  readonly otherLibrary: string
  /** A support institution; which provinces it serves is for the test. */
  readonly support: string
  /** A partner with people in Balie; which entry of the directory is its own, is for the test. */
  readonly partner: string
  /** Two desks of `library`; a pop-up desk of it with two places; the one desk of `otherLibrary`. */
  readonly desk: string
  readonly secondDesk: string
  readonly popUpDesk: string
  readonly places: readonly [string, string]
  readonly otherDesk: string
  readonly accounts: Readonly<Record<Person, string>>
}

const people = {
  volunteer: ['volunteer', 'library', 'desk'],
  employee: ['desk-employee', 'library', null],
  coordinator: ['desk-coordinator', 'library', 'desk'],
  manager: ['library-manager', 'library', null],
  privacyOfficer: ['privacy-officer', 'library', null],
  otherEmployee: ['desk-employee', 'otherLibrary', null],
  otherManager: ['library-manager', 'otherLibrary', null],
  official: ['municipality-official', 'municipality', null],
  adviser: ['support-adviser', 'support', null],
  analyst: ['national-analyst', 'nation', null],
  administrator: ['administrator', 'nation', null],
  libraryAdministrator: ['administrator', 'library', null],
  referrer: ['referrer', 'municipality', null],
  partner: ['partner-employee', 'partner', null],
  serviceProvider: ['service-provider-employee', 'serviceProvider', null],
} as const satisfies Record<string, readonly [Role, string, 'desk' | null]>
export type Person = keyof typeof people

/** Makes the world of the tests. Amersfoort (GM0307) and Utrecht (GM0344) are real, the rest is made up. */
export async function makeWorld(owner: pg.Client): Promise<World> {
  const organisations = {
    nation: randomUUID(),
    library: randomUUID(),
    otherLibrary: randomUUID(),
    municipality: randomUUID(),
    support: randomUUID(),
    partner: randomUUID(),
    serviceProvider: randomUUID(),
  }
  const desks = {
    desk: randomUUID(),
    secondDesk: randomUUID(),
    popUpDesk: randomUUID(),
    otherDesk: randomUUID(),
  }
  const places = [randomUUID(), randomUUID()] as const
  const since = '2026-01-01T00:00:00Z'

  await owner.query(
    `insert into organisations.organisations (id, kind, name, municipality_code, created_at) values
       ($1, 'nation', 'Koninklijke Bibliotheek', null, $6), ($2, 'library', 'Bibliotheek Eemdal', null, $6),
       ($3, 'library', 'Bibliotheek Domstad', null, $6), ($4, 'municipality', 'Gemeente Amersfoort', 'GM0307', $6),
       ($5, 'support-institution', 'Steunpunt Midden', null, $6), ($7, 'partner', 'Raadslieden Eemdal', null, $6),
       ($8, 'partner', 'Dienst Uitkeringen', null, $6)`,
    [
      organisations.nation,
      organisations.library,
      organisations.otherLibrary,
      organisations.municipality,
      organisations.support,
      since,
      organisations.partner,
      organisations.serviceProvider,
    ],
  )
  await owner.query(
    `insert into organisations.library_municipalities values ($1, 'GM0307'), ($2, 'GM0344')`,
    [organisations.library, organisations.otherLibrary],
  )
  await owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, mother_desk_id, created_at) values
       ($1, $5, 'Eemdal Centrum', 'library', 'GM0307', null, $7), ($2, $5, 'Eemdal Noord', 'library', 'GM0307', null, $7),
       ($3, $5, 'Eemdal op de markt', 'pop-up', 'GM0307', $1, $7), ($4, $6, 'Domstad', 'library', 'GM0344', null, $7)`,
    [
      desks.desk,
      desks.secondDesk,
      desks.popUpDesk,
      desks.otherDesk,
      organisations.library,
      organisations.otherLibrary,
      since,
    ],
  )
  await owner.query(
    `insert into desks.places (id, desk_id, name, municipality_code, created_at) values
       ($1, $3, 'Weekmarkt', 'GM0307', $4), ($2, $3, 'Buurthuis', 'GM0307', $4)`,
    [...places, desks.popUpDesk, since],
  )
  await owner.query(
    `insert into lists.library_forms (library_id, form_code, valid_from) values ($1, 'guide', '2026-01-01')`,
    [organisations.library],
  )

  const accounts = {} as Record<Person, string>
  for (const [person, [role, organisation, desk]] of Object.entries(people)) {
    const id = randomUUID()
    accounts[person as Person] = id
    await owner.query(
      `insert into people.accounts (id, organisation_id, email, name, created_at) values ($1, $2, $3, $4, $5)`,
      [id, organisations[organisation], `${person.toLowerCase()}@voorbeeld.test`, `Test ${person}`, since],
    )
    await owner.query(
      `insert into people.role_assignments (id, account_id, role, organisation_id, desk_id, valid_from) values ($1, $2, $3, $4, $5, '2026-01-01')`,
      [randomUUID(), id, role, organisations[organisation], desk && desks[desk]],
    )
  }
  // Everybody who works at a desk has signed; the employee of the other library has not.
  for (const person of ['volunteer', 'employee', 'coordinator', 'manager', 'otherManager'] as const)
    await owner.query(
      `insert into people.confidentiality_statements (account_id, library_id, signed_on, seen_by, recorded_at)
       values ($1, $2, '2026-01-05', $3, $4)`,
      [
        accounts[person],
        person === 'otherManager' ? organisations.otherLibrary : organisations.library,
        person === 'otherManager'
          ? accounts.otherEmployee
          : accounts[person === 'manager' ? 'coordinator' : 'manager'],
        since,
      ],
    )
  return { ...organisations, ...desks, places, accounts }
}
