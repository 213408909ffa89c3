import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { keepPerson } from '../../src/capabilities/referrals/keep-person/keep-person.command.ts'
import type { AboutKind, Person } from '../../src/capabilities/referrals/person.ts'
import { jobScope } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { MasterKeys } from '../../src/platform/personal-data/master-keys.ts'
import type { Instant } from '../../src/platform/time/local-time.ts'
import { testKeys } from './keys.ts'
import type { World } from './world.ts'

const scope = jobScope('test')

export const someone: Person = {
  name: 'Zaynab Verzonnen',
  contact: { kind: 'email', value: 'zaynab@verzonnen.test' },
  language: 'nl',
}

/** A call-back, an appointment or a referral that stands open, with somebody in it: straight in the tables, for tests of what comes after. */
export async function keepSomeone(
  owner: pg.Client,
  database: ApplicationDatabase,
  world: World,
  what: {
    readonly kind: AboutKind
    readonly person?: Person
    readonly eraseOn?: string
    readonly now: Instant
    readonly keys?: MasterKeys
    readonly libraryId?: string
    readonly deskId?: string
    readonly codeHash?: Buffer
  },
): Promise<{ readonly id: string; readonly code: string }> {
  const id = randomUUID()
  const code = `T${randomUUID().slice(0, 7)}`
  const { kind, person = someone, eraseOn = '2027-11-24', now, keys = testKeys } = what
  const { libraryId = world.library, deskId = world.desk } = what
  const at = now.toString()
  if (kind === 'call-back')
    await owner.query(
      `insert into referrals.call_backs (id, code, library_id, desk_id, suits, state, state_since, made_by_kind, made_at)
       values ($1, $2, $3, $4, 'any', 'waiting', $5, 'visitor', $5)`,
      [id, code, libraryId, deskId, at],
    )
  if (kind === 'referral')
    await owner.query(
      `insert into referrals.referrals (id, code, direction, warmth, library_id, desk_id, municipality_code, sender_kind, state, state_since, made_at, made_on)
       values ($1, $2, 'in', 'warm', $3, $4, 'GM0307', 'municipality', 'received', $5, $5, '2026-11-24')`,
      [id, code, libraryId, deskId, at],
    )
  if (kind === 'appointment') {
    const offer = randomUUID()
    await owner.query(
      `insert into referrals.offers (id, library_id, desk_id, name, hours_kind, minutes, places, notice_minutes, horizon_days, created_at)
       values ($1, $2, $3, $4, 'desk', 30, 1, 0, 30, $5)`,
      [offer, libraryId, deskId, `Spreekuur ${offer}`, at],
    )
    await owner.query(
      `insert into referrals.appointments (id, offer_id, library_id, desk_id, code_hash, starts_at, ends_at, place, state, state_since, made_by_kind, made_at)
       values ($1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz + interval '30 minutes', 1, 'booked', $6, 'visitor', $6)`,
      [id, offer, libraryId, deskId, what.codeHash ?? Buffer.from(id), at],
    )
  }
  await database.keep(scope, (tx) =>
    keepPerson(tx, scope, keys, { kind, id, libraryId, person, eraseOn }, now),
  )
  await owner.query(
    `insert into referrals.consents (id, about_kind, about_id, library_id, text_version, language, given_on, passed_to, passed, given_at, valid_until)
     values ($1, $2, $3, $4, '1', 'nl', 'screen', 'Raadslieden Eemdal', '{name,email}', $5, $6)`,
    [randomUUID(), kind, id, libraryId, at, eraseOn],
  )
  return { id, code }
}
