import { addDays } from '../../src/platform/time/local-time.ts'
import { idOfName } from './chance.ts'
import type { Network } from './network.ts'

type Row = Readonly<Record<string, string>>

const orNull = (text: string | undefined): string | null => text || null
const yesNoOrNull = (text: string | undefined): boolean | null => (text ? text === 'true' : null)
const severalIn = (text: string | undefined): string[] => (text ? text.split(';') : [])

/** What is said of a desk, as the table holds it. */
function describedColumns(details: Row | undefined, today: string) {
  return {
    host: orNull(details?.host),
    phone: orNull(details?.phone),
    email: orNull(details?.email),
    website: orNull(details?.website),
    step_free: yesNoOrNull(details?.step_free),
    hearing_loop: yesNoOrNull(details?.hearing_loop),
    private_room: yesNoOrNull(details?.private_room),
    languages: severalIn(details?.languages),
    variant: details?.variant ?? 'basic',
    by_appointment: details?.by_appointment === 'true',
    employees: orNull(details?.employees),
    volunteers: orNull(details?.volunteers),
    partner_staff: orNull(details?.partner_staff),
    note: orNull(details?.note),
    moved_on: daysAgo(details?.moved_days_ago, today),
    moved_from: orNull(details?.moved_from),
  }
}

/** Where something stands, as the table holds it. */
function locatedColumns(place: Row | undefined) {
  return {
    street: orNull(place?.street),
    house_number: orNull(place?.house_number),
    postcode: orNull(place?.postcode),
    town: orNull(place?.town),
    latitude: orNull(place?.latitude),
    longitude: orNull(place?.longitude),
    located_by: place?.latitude ? 'address' : null,
  }
}

/** The local day so many days before today; null without a number. */
const daysAgo = (days: string | undefined, today: string): string | null =>
  days ? addDays(today, -Number(days)) : null

/** The desks, and those that closed some days before today, as the table holds them. */
export function deskRows({ organisations, desks, closedDesks }: Network, today: string, createdAt: string) {
  const idOf = (things: readonly { id: string; name: string }[], name: string | undefined) =>
    things.find((thing) => thing.name === name)?.id
  return [
    ...desks.map(({ id, libraryId, name, kind, motherDeskId, municipalityCode, address, details }) => ({
      id,
      library_id: libraryId,
      name,
      kind,
      mother_desk_id: motherDeskId,
      municipality_code: municipalityCode,
      ...locatedColumns(address),
      ...describedColumns(details, today),
      active: true,
      closed_on: null,
      successor_desk_id: null,
      created_at: createdAt,
    })),
    ...closedDesks.map((row) => ({
      id: idOfName(`desk ${row.name}`),
      library_id: idOf(organisations, row.library),
      name: row.name,
      kind: row.kind,
      mother_desk_id: idOf(desks, row.mother),
      municipality_code: row.municipality_code,
      ...locatedColumns(row),
      ...describedColumns(undefined, today),
      active: false,
      closed_on: daysAgo(row.closed_days_ago, today),
      successor_desk_id: idOf(desks, row.successor),
      created_at: createdAt,
    })),
  ]
}

/** The places of desks, as the table holds them. */
export function placeRows({ desks }: Network, createdAt: string) {
  return desks.flatMap((desk) =>
    desk.places.map(({ id, name, municipalityCode, row }) => ({
      id,
      desk_id: desk.id,
      name,
      municipality_code: municipalityCode,
      ...locatedColumns(row),
      step_free: yesNoOrNull(row.step_free),
      active: true,
      created_at: createdAt,
    })),
  )
}

/** The branches: one for each desk in a library, and those without a desk. */
export function branchRows({ organisations, desks, branches }: Network, createdAt: string) {
  return [
    ...desks
      .filter(({ kind }) => kind === 'library')
      .map(({ id, libraryId, name, municipalityCode, address }) => ({
        id: idOfName(`branch ${name}`),
        library_id: libraryId,
        name,
        kind: 'branch',
        municipality_code: municipalityCode,
        ...locatedColumns(address),
        desk_id: id,
        active: true,
        created_at: createdAt,
      })),
    ...branches.map((row) => ({
      id: idOfName(`branch ${row.name}`),
      library_id: organisations.find(({ name }) => name === row.library)?.id,
      name: row.name,
      kind: row.kind,
      municipality_code: row.municipality_code,
      ...locatedColumns(row),
      desk_id: null,
      active: true,
      created_at: createdAt,
    })),
  ]
}
