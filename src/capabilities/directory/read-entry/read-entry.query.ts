import type { DeskScope, LinkScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ServiceHours } from '../service-hours.ts'
import type { Mistake } from '../upkeep.ts'

/** An entry as its partner and its keeper look at it: what stands there, and since when nobody looked. */
export interface Entry {
  readonly id: string
  readonly libraryId: string | null
  readonly name: string
  readonly description: string
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly keeperAccountId: string | null
  readonly reviewOn: string
  readonly confirmedOn: string | null
  readonly endedOn: string | null
  readonly source: string
  /** One line each. */
  readonly addresses: readonly string[]
  readonly services: readonly string[]
  readonly hours: readonly ServiceHours[]
}
/** One entry; undefined when there is none. */
export async function readEntry(
  db: ReadHandle,
  _scope: DeskScope | NationalScope | LinkScope,
  id: string,
): Promise<Entry | undefined> {
  const partner = await db
    .selectFrom('directory.partners')
    .select([
      'id',
      'library_id as libraryId',
      'name',
      'description',
      'phone',
      'email',
      'website',
      'keeper_account_id as keeperAccountId',
      'review_on as reviewOn',
      'confirmed_on as confirmedOn',
      'ended_on as endedOn',
      'source',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!partner) return undefined
  const locations = await db
    .selectFrom('directory.locations')
    .select(['name', 'street', 'house_number as houseNumber', 'postcode', 'town'])
    .where('partner_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const services = await db
    .selectFrom('directory.services')
    .select('name')
    .where('partner_id', '=', id)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  const hours = await db
    .selectFrom('directory.hours')
    .select(['weekday', 'opens', 'closes', 'note', 'from_day as fromDay', 'until_day as untilDay'])
    .distinct()
    .where('partner_id', '=', id)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  return {
    ...partner,
    addresses: locations
      .map(({ name, street, houseNumber, postcode, town }) =>
        [name, [street, houseNumber].filter(Boolean).join(' '), [postcode, town].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(', '),
      )
      .filter(Boolean),
    services: services.map(({ name }) => name),
    hours,
  }
}

/** What stands open at an entry, and what was done before. */
export interface EntryHistory {
  readonly checks: readonly {
    readonly id: string
    readonly at: Instant
    readonly how: string
    readonly result: string
    readonly accountId: string | null
    readonly note: string
  }[]
  readonly asked: readonly { readonly at: Instant; readonly toPartner: boolean }[]
  readonly remarks: readonly {
    readonly id: string
    readonly what: Mistake
    readonly text: string
    readonly at: Instant
    readonly service: string | null
  }[]
  readonly changes: readonly WaitingChange[]
}
export interface WaitingChange {
  readonly id: string
  readonly at: Instant
  readonly what: 'change' | 'gone' | 'unwanted'
  readonly phone: string | null
  readonly address: string | null
  readonly hours: string | null
  readonly description: string | null
}

/** The latest checks and mails of an entry, and every remark and change that waits. */
export async function readEntryHistory(
  db: ReadHandle,
  _scope: DeskScope | NationalScope,
  id: string,
): Promise<EntryHistory> {
  const checks = await db
    .selectFrom('directory.confirmations')
    .select(['id', 'at', 'how', 'result', 'account_id as accountId', 'note'])
    .where('partner_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  const asked = await db
    .selectFrom('directory.reminders')
    .select(['at', 'to_partner as toPartner'])
    .where('partner_id', '=', id)
    .orderBy('at', 'desc')
    .limit(5)
    .execute()
  const remarks = await db
    .selectFrom('directory.remarks as remark')
    .leftJoin('directory.services as service', 'service.id', 'remark.service_id')
    .select(['remark.id', 'remark.what', 'remark.text', 'remark.at', 'service.name as service'])
    .where('remark.partner_id', '=', id)
    .where('remark.handled_at', 'is', null)
    .orderBy('remark.at')
    .execute()
  const changes = await db
    .selectFrom('directory.proposed_changes')
    .select(['id', 'at', 'what', 'phone', 'address', 'hours', 'description'])
    .where('partner_id', '=', id)
    .where('handled_at', 'is', null)
    .orderBy('at')
    .execute()
  return {
    checks,
    asked,
    remarks: remarks.map((remark) => ({ ...remark, what: remark.what as Mistake })),
    changes: changes.map((change) => ({ ...change, what: change.what as WaitingChange['what'] })),
  }
}
