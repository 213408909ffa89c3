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
  const groups = JSON.stringify(groupOfTopic)
  // Cells and slices stand as lists in the row of their contact: what belongs together is never looked up again.
  const { rows } = await sql<{ slice: string; cells: Cells }>`
    with told as materialized (
      select contact.id, asked.topics, given.ways, 'questions/municipality:' || municipality_code as part,
        array_remove(array['contacts', 'counted:' || counted_as, 'form:' || form_code, channel, duration, satisfied, gender, age, language,
          'municipality:' || municipality_code,
          case when time_known then
            'hour:' || to_char(occurred_at at time zone 'Europe/Amsterdam', 'ID') || '-' || to_char(occurred_at at time zone 'Europe/Amsterdam', 'HH24') end,
          case when import_id is null and tally_id is null then
            case when received_at <= occurred_at + interval '1 hour' then 'delay-hour'
              when received_at <= occurred_at + interval '24 hours' then 'delay-day'
              when received_at <= occurred_at + interval '168 hours' then 'delay-week' else 'delay-longer' end end,
          case when given.ways is not null then 'known:help' end], null) || asked.topics || about.providers || given.ways as cells,
        array_remove(array[channel, 'form:' || form_code,
          'size:' || (${JSON.stringify(sizeOfLibrary)}::jsonb ->> library_id::text),
          case when desk_id = any(${desksOutside}::uuid[]) then 'place:outside' else 'place:inside' end], null) || given.ways as slices,
        asked.topics || asked.groups || about.providers as question_slices
      from contacts.contacts as contact,
        lateral (
          select array_agg(distinct 'topic:' || topic_code) as topics,
            array_agg(distinct 'group:' || (${groups}::jsonb ->> topic_code)) filter (where ${groups}::jsonb ->> topic_code is not null) as groups
          from contacts.questions as question where question.contact_id = contact.id offset 0
        ) as asked,
        lateral (
          select array_agg(distinct 'provider:' || service_provider_code) as providers
          from contacts.question_service_providers as provider where provider.contact_id = contact.id offset 0
        ) as about,
        lateral (
          select array_agg(help) as ways from contacts.help_given as given where given.contact_id = contact.id offset 0
        ) as given
      where municipality_code = any(${municipalityCodes}::text[]) and occurred_on between ${from}::date and ${until}::date
        and deleted_at is null
    ),
    question as materialized (
      select told.slices as contact_slices, topic_code, about.codes,
        array_remove(array['questions', 'questions/topic:' || topic_code, 'questions/' || digid, told.part], null) || about.cells as cells,
        array_remove(array['topic:' || topic_code, 'group:' || (${groups}::jsonb ->> topic_code)], null) || about.slices as slices
      from told,
        lateral (select * from contacts.questions as question where question.contact_id = told.id offset 0) as question,
        lateral (
          select array_agg(service_provider_code) as codes, array_agg('questions/provider:' || service_provider_code) as cells,
            array_agg('provider:' || service_provider_code) as slices
          from contacts.question_service_providers as provider
          where provider.contact_id = told.id and provider.position = question.position offset 0
        ) as about
    ),
    counted as (
      select slice, cell, count(*) as number from told, unnest(slices) as slice, unnest(cells) as cell group by slice, cell
      union all
      select slice, cell, count(*) from question, unnest(contact_slices) as slice, unnest(cells) as cell group by slice, cell
      union all
      select slice, cell, count(*) from told, unnest(question_slices) as slice, unnest(cells) as cell group by slice, cell
      union all
      select slice, cell, count(*) from question, unnest(slices) as slice, unnest(cells) as cell group by slice, cell
      union all
      select 'pairs', one || '&' || other, count(*)
      from told, unnest(topics) as one, unnest(topics) as other where one < other group by one, other
      union all
      select 'pairs', 'questions/topic:' || topic_code || '&provider:' || code, count(*)
      from question, unnest(codes) as code group by topic_code, code
      union all
      select 'pairs', topic || '&' || way, count(*) from told, unnest(topics) as topic, unnest(ways) as way group by topic, way
    )
    select slice, jsonb_object_agg(cell, number) as cells
    from (select slice, cell, sum(number)::integer as number from counted group by slice, cell) as summed
    group by slice`.execute(db)
  return new Map(rows.map(({ slice, cells }) => [slice, cells]))
}
