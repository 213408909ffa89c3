import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type pg from 'pg'
import { hashPassword } from '../../src/platform/auth/password.ts'
import type { Role } from '../../src/platform/auth/roles.ts'
import { addDays, startOfDay } from '../../src/platform/time/local-time.ts'
import { idOfName } from './chance.ts'
import { branchRows, deskRows, placeRows } from './describe-desks.ts'
import type { HoursRow } from './hours.ts'
import { type OpeningHours, readOpening } from './opening.ts'

/** For everybody of the demo; printed at the start. Nobody of the demo is a person. */
export const practicePassword = 'oefenen-met-balie'

/** How long before the first start the network began: longer than its history. */
export const daysOfNetwork = 760

type Row = Readonly<Record<string, string>>

interface Organisation {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly emailDomain: string
  readonly municipalityCodes: readonly string[]
  readonly provinceCodes: readonly string[]
}

export interface DemoDesk {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: string
  readonly motherDeskId: string | null
  readonly municipalityCode: string
  readonly opening: readonly OpeningHours[]
  readonly visitorsPerHour: number
  readonly address: Row | undefined
  /** What visitors want to know of it: a row of desk-details.csv. */
  readonly details: Row | undefined
  readonly places: readonly {
    readonly id: string
    readonly name: string
    readonly municipalityCode: string
    readonly row: Row
  }[]
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisationId: string
  readonly deskId: string | null
}

export interface Network {
  readonly organisations: readonly Organisation[]
  readonly desks: readonly DemoDesk[]
  readonly people: readonly DemoPerson[]
  /** What is different from the week in desks.csv, or says more about it. */
  readonly hours: readonly HoursRow[]
  /** Branches without a desk, and desks that closed before the demo began: as they stand in the files. */
  readonly branches: readonly Row[]
  readonly closedDesks: readonly Row[]
  /** Of the files it was read from. */
  readonly hash: string
}

/** Reads the made-up network from the files in `folder`. @throws when a file names what no other file has */
export async function readNetwork(folder: string): Promise<Network> {
  const hash = createHash('sha256')
  const table = async (name: string): Promise<Record<string, string>[]> => {
    const text = await readFile(join(folder, `${name}.csv`), 'utf8')
    hash.update(text)
    return parse(text, { columns: true })
  }
  const organisations = (await table('organisations')).map((row) => ({
    id: idOfName(`organisation ${row.name}`),
    kind: cell(row, 'kind'),
    name: cell(row, 'name'),
    emailDomain: cell(row, 'email_domain'),
    municipalityCodes: several(row, 'municipality_codes'),
    provinceCodes: several(row, 'province_codes'),
  }))
  const organisation = (name: string): Organisation => named(organisations, name)
  const addresses = await table('addresses')
  const details = await table('desk-details')
  const places = await table('places')
  const deskId = (name: string): string | null => (name === '' ? null : idOfName(`desk ${name}`))
  const desks = (await table('desks')).map((row): DemoDesk => {
    const name = cell(row, 'name')
    return {
      id: idOfName(`desk ${name}`),
      libraryId: organisation(cell(row, 'library')).id,
      name,
      kind: cell(row, 'kind'),
      motherDeskId: deskId(cell(row, 'mother')),
      municipalityCode: cell(row, 'municipality_code'),
      opening: readOpening(cell(row, 'opening')),
      visitorsPerHour: Number(row.visitors_per_hour),
      address: addresses.find((address) => address.desk === name),
      details: details.find((each) => each.desk === name),
      places: places
        .filter((place) => place.desk === name)
        .map((place) => ({
          id: idOfName(`place ${name} ${place.name}`),
          name: cell(place, 'name'),
          municipalityCode: cell(place, 'municipality_code'),
          row: place,
        })),
    }
  })
  const hours = (await table('hours')).map((row) => {
    named(desks, cell(row, 'desk'))
    return row as unknown as HoursRow
  })
  const people = (await table('people')).map((row): DemoPerson => {
    const name = cell(row, 'name')
    const home = organisation(cell(row, 'organisation'))
    const desk = cell(row, 'desk')
    return {
      id: idOfName(`person ${name}`),
      name,
      email: `${mailName(name)}@${home.emailDomain}`,
      role: cell(row, 'role') as Role,
      organisationId: home.id,
      deskId: desk === '' ? null : named(desks, desk).id,
    }
  })
  const branches = await table('branches')
  const closedDesks = await table('closed-desks')
  return { organisations, desks, people, hours, branches, closedDesks, hash: hash.digest('hex') }
}

/** Who registers at a desk. */
export function staffOf(network: Network, desk: DemoDesk): DemoPerson[] {
  const working = ['desk-employee', 'volunteer', 'desk-coordinator']
  return network.people.filter(
    ({ role, organisationId, deskId }) =>
      working.includes(role) && organisationId === desk.libraryId && (deskId ?? desk.id) === desk.id,
  )
}

/**
 * Puts the network in the database with the owner's role: there is nobody yet in whose name it could be arranged.
 * What stands there already stays as it is. `today` is a local day; the network is older than its contacts.
 */
export async function insertNetwork(owner: pg.Client, network: Network, today: string): Promise<void> {
  const { organisations, people } = network
  const since = addDays(today, -daysOfNetwork)
  const createdAt = startOfDay(since).toString()
  const passwordHash = await hashPassword(practicePassword)
  await insert(
    owner,
    'organisations.organisations',
    organisations.map(({ id, kind, name, municipalityCodes }) => ({
      id,
      kind,
      name,
      municipality_code: kind === 'municipality' ? municipalityCodes[0] : null,
      active: true,
      made_up: true,
      created_at: createdAt,
    })),
  )
  const libraries = organisations.filter(({ kind }) => kind === 'library')
  await insert(
    owner,
    'organisations.library_municipalities',
    libraries.flatMap(({ id, municipalityCodes }) =>
      municipalityCodes.map((code) => ({ library_id: id, municipality_code: code })),
    ),
  )
  await insert(
    owner,
    'organisations.support_institution_provinces',
    organisations.flatMap(({ id, provinceCodes }) =>
      provinceCodes.map((code) => ({ support_institution_id: id, province_code: code })),
    ),
  )
  await insert(
    owner,
    'lists.library_forms',
    libraries.map(({ id }) => ({ library_id: id, form_code: 'guide', valid_from: since })),
  )
  await insert(owner, 'desks.desks', deskRows(network, today, createdAt))
  await insert(owner, 'desks.places', placeRows(network, createdAt))
  await insert(owner, 'desks.branches', branchRows(network, createdAt))
  await insert(
    owner,
    'people.accounts',
    people.map(({ id, name, email, organisationId }, index) => ({
      id,
      organisation_id: organisationId,
      email,
      name,
      language: 'nl',
      password_hash: passwordHash,
      active: true,
      made_up: true,
      // In the order of the file: of each role the first is the one to practise with.
      created_at: startOfDay(since).add({ minutes: index }).toString(),
    })),
  )
  await insert(
    owner,
    'people.role_assignments',
    people.map(({ id, name, role, organisationId, deskId }) => ({
      id: idOfName(`role ${name}`),
      account_id: id,
      role,
      organisation_id: organisationId,
      desk_id: deskId,
      valid_from: since,
    })),
  )
  await insert(owner, 'people.confidentiality_statements', statementsOf(network, since, createdAt))
}

/** The last that came has not signed yet. */
const unsigned = 'Piet Hermans'

/** Everybody who works at the desks or answers requests on privacy signed on the first day; a manager or coordinator of the library saw it. */
function statementsOf({ people, organisations }: Network, signedOn: string, recordedAt: string) {
  const libraries = organisations.filter(({ kind }) => kind === 'library').map(({ id }) => id)
  const working = ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager', 'privacy-officer']
  const seeing = ['library-manager', 'desk-coordinator']
  return people
    .filter(({ role, organisationId }) => working.includes(role) && libraries.includes(organisationId))
    .flatMap(({ id, name, organisationId }) => {
      const seenBy = seeing
        .flatMap((role) => people.filter((one) => one.role === role && one.organisationId === organisationId))
        .find((one) => one.id !== id)
      return seenBy && name !== unsigned
        ? [
            {
              account_id: id,
              library_id: organisationId,
              signed_on: signedOn,
              seen_by: seenBy.id,
              recorded_at: recordedAt,
            },
          ]
        : []
    })
}

/** Rows of a table, with the owner's role. What stands there already stays as it is. */
export async function insert(
  owner: pg.Client,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] ?? {})
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}

function cell(row: Readonly<Record<string, string>>, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`A demo file lacks the column ${column}`)
  return value
}

function several(row: Readonly<Record<string, string>>, column: string): string[] {
  return cell(row, column)
    .split(';')
    .filter((value) => value !== '')
}

function named<Thing extends { readonly name: string }>(things: readonly Thing[], name: string): Thing {
  const found = things.find((thing) => thing.name === name)
  if (!found) throw new Error(`The demo files know no ${name}`)
  return found
}

/** 'Fatma Yıldız' as 'fatma.yildiz'. */
function mailName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ı', 'i')
    .replace(/[^a-z -]/g, '')
    .replaceAll(' ', '.')
}
