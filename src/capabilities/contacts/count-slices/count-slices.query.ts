import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Cells } from '../contact-cells.ts'

/** What the database does not know of itself: how desks and libraries are grouped. */
export interface SliceGroups {
  /** Desks that are not in a library. */
  readonly desksOutside: readonly string[]
  /** The size class of each library's working area. */
  readonly sizeOfLibrary: Readonly<Record<string, string>>
  /** The group of each topic. */
  readonly groupOfTopic: Readonly<Record<string, string>>
}

/**
 * Counts some days of some municipalities once for each answer: the cells of the contacts with that answer, and of a topic, its
 * group or a service provider of those questions alone. One pass over the contacts for all of them. countCells says the same
 * of one answer.
 */
export async function countSlices(
  db: ReadHandle,
  _scope: JobScope,
  municipalityCodes: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
  { desksOutside, sizeOfLibrary, groupOfTopic }: SliceGroups,
): Promise<Map<string, Cells>> {
  const { rows } = await sql<{ slice: string; cells: Cells }>`
    with contact as materialized (
      select * from contacts.contacts
      where municipality_code = any(${municipalityCodes}::text[]) and occurred_on between ${from}::date and ${until}::date
        and deleted_at is null
    ),
    question as materialized (
      select question.contact_id, question.position, question.topic_code, question.digid
      from contact join contacts.questions as question on question.contact_id = contact.id
    ),
    provider as materialized (
      select provider.contact_id, provider.position, provider.service_provider_code as code
      from contact join contacts.question_service_providers as provider on provider.contact_id = contact.id
    ),
    given as materialized (
      select given.contact_id, given.help from contact join contacts.help_given as given on given.contact_id = contact.id
    ),
    contact_cell as materialized (
      select id as contact_id, cell
      from contact, unnest(array['contacts', 'counted:' || counted_as, 'form:' || form_code, channel, duration, satisfied, gender, age, language,
        'municipality:' || municipality_code,
        case when time_known then
          'hour:' || to_char(occurred_at at time zone 'Europe/Amsterdam', 'ID') || '-' || to_char(occurred_at at time zone 'Europe/Amsterdam', 'HH24') end,
        case when import_id is null and tally_id is null then
          case when received_at <= occurred_at + interval '1 hour' then 'delay-hour'
            when received_at <= occurred_at + interval '24 hours' then 'delay-day'
            when received_at <= occurred_at + interval '168 hours' then 'delay-week' else 'delay-longer' end end]) as cell
      where cell is not null
      union all select distinct contact_id, 'topic:' || topic_code from question
      union all select distinct contact_id, 'provider:' || code from provider
      union all select contact_id, help from given
      union all select distinct contact_id, 'known:help' from given
    ),
    question_cell as materialized (
      select contact_id, position, cell
      from question join contact on contact.id = contact_id,
        unnest(array['questions', 'questions/topic:' || topic_code, 'questions/' || digid, 'questions/municipality:' || municipality_code]) as cell
      where cell is not null
      union all select contact_id, position, 'questions/provider:' || code from provider
    ),
    contact_slice as materialized (
      select id as contact_id, slice
      from contact, unnest(array[channel, 'form:' || form_code,
        'size:' || (${JSON.stringify(sizeOfLibrary)}::jsonb ->> library_id::text),
        case when desk_id = any(${desksOutside}::uuid[]) then 'place:outside' else 'place:inside' end]) as slice
      where slice is not null
      union all select contact_id, help from given
    ),
    question_slice as materialized (
      select contact_id, position, slice
      from question, unnest(array['topic:' || topic_code, 'group:' || (${JSON.stringify(groupOfTopic)}::jsonb ->> topic_code)]) as slice
      where slice is not null
      union all select contact_id, position, 'provider:' || code from provider
    ),
    counted as (
      select slice, cell, count(*) as number from contact_slice join contact_cell using (contact_id) group by slice, cell
      union all
      select slice, cell, count(*) from contact_slice join question_cell using (contact_id) group by slice, cell
      union all
      select slice, cell, count(*)
      from (select distinct contact_id, slice from question_slice) as having_one join contact_cell using (contact_id)
      group by slice, cell
      union all
      select slice, cell, count(*) from question_slice join question_cell using (contact_id, position) group by slice, cell
      union all
      select 'pairs', 'topic:' || one.topic_code || '&topic:' || other.topic_code, count(*)
      from (select distinct contact_id, topic_code from question) as one
        join (select distinct contact_id, topic_code from question) as other using (contact_id)
      where one.topic_code < other.topic_code group by one.topic_code, other.topic_code
      union all
      select 'pairs', 'questions/topic:' || topic_code || '&provider:' || code, count(*)
      from question join provider using (contact_id, position) group by topic_code, code
      union all
      select 'pairs', 'topic:' || topic_code || '&' || help, count(*)
      from (select distinct contact_id, topic_code from question) as one join given using (contact_id) group by topic_code, help
    )
    select slice, jsonb_object_agg(cell, number) as cells
    from (select slice, cell, sum(number)::integer as number from counted group by slice, cell) as summed
    group by slice`.execute(db)
  return new Map(rows.map(({ slice, cells }) => [slice, cells]))
}
