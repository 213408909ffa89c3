import { sql } from 'kysely'
import type { DesksScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { localDay, zone } from '../../../platform/time/local-time.ts'
import { type LeadSignal, leadsOf, type Signal, type SignalStatus } from '../signal.ts'

/** The signals on the services of these municipalities that stand by themselves, the oldest first. */
export async function findSignals(
  db: ReadHandle,
  _scope: MunicipalityScope | DesksScope,
  municipalityCodes: readonly string[],
): Promise<LeadSignal[]> {
  const rows = await db
    .selectFrom('signals.signals')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'desk_id as deskId',
      'topic_code as topicCode',
      'service',
      'problem',
      'often',
      'proposal',
      'reported_at as reportedAt',
      'joined_into as joinedInto',
      'status',
      'answer',
      'answered_at as answeredAt',
      'answer_number as answerNumber',
      'version',
    ])
    .where('municipality_code', '=', sql<string>`any (${municipalityCodes}::text[])`)
    .where('withdrawn_at', 'is', null)
    .orderBy('reported_at')
    .orderBy('id')
    .execute()
  const sightings = await db
    .selectFrom('signals.sightings as sighting')
    .innerJoin('signals.signals as signal', 'signal.id', 'sighting.signal_id')
    .select(['sighting.signal_id as signalId', 'sighting.desk_id as deskId'])
    .where('signal.municipality_code', '=', sql<string>`any (${municipalityCodes}::text[])`)
    .orderBy('sighting.seen_at')
    .execute()
  const signals = rows.map(
    ({ reportedAt, answeredAt, often, status, ...row }): Signal => ({
      ...row,
      often: often as Signal['often'],
      status: status as SignalStatus,
      reportedOn: localDay(reportedAt),
      answeredOn: answeredAt && localDay(answeredAt),
    }),
  )
  return leadsOf(signals, sightings)
}

/** Up to which answer of each signal a desk has read. */
export async function findReadings(
  db: ReadHandle,
  _scope: DesksScope,
  deskId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('signals.readings')
    .select(['signal_id as id', 'answer_number as number'])
    .where('desk_id', '=', deskId)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** What became of a signal, or of one that was joined into it. */
export interface SignalChange {
  readonly signalId: string
  readonly kind: 'answered' | 'joined' | 'taken-apart'
  readonly status: SignalStatus | null
  readonly answer: string
  /** The local day. */
  readonly on: string
}

/** What became of these signals, the latest first. */
export async function findChanges(
  db: ReadHandle,
  _scope: MunicipalityScope,
  signalIds: readonly string[],
): Promise<SignalChange[]> {
  const rows = await db
    .selectFrom('signals.changes')
    .select(['signal_id as signalId', 'kind', 'status', 'answer', 'changed_at as at'])
    .where('signal_id', 'in', signalIds)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ at, kind, status, ...row }) => ({
    ...row,
    kind: kind as SignalChange['kind'],
    status: status as SignalChange['status'],
    on: localDay(at),
  }))
}

/** What desks were told in a year of each signal on these municipalities' services: the last of it, in order of time. */
export async function findAnswersOfYear(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCodes: readonly string[],
  year: number,
): Promise<Pick<Signal, 'service' | 'answer'>[]> {
  const { rows } = await sql<Pick<Signal, 'service' | 'answer'>>`
    select service, answer from (
      select distinct on (signal.id) signal.service, change.answer, change.changed_at
      from signals.changes as change join signals.signals as signal on signal.id = change.signal_id
      where change.kind = 'answered' and signal.municipality_code = any (${municipalityCodes}::text[])
        and signal.withdrawn_at is null and extract(year from change.changed_at at time zone ${zone}) = ${year}
      order by signal.id, change.changed_at desc, change.id desc) as told
    where answer <> '' order by changed_at`.execute(db)
  return rows
}
