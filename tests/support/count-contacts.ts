import type pg from 'pg'
import type { Area } from '../../src/capabilities/reports/area.ts'

/** Counts the contacts themselves, in SQL of its own: what every figure must come to. */
export async function countContacts(
  owner: pg.Client,
  { level, key }: Area,
): Promise<Record<string, Record<string, number>>> {
  const column: Partial<Record<Area['level'], string>> = {
    desk: 'desk_id::text',
    library: 'library_id::text',
    municipality: 'municipality_code',
  }
  const of =
    level === 'nation'
      ? 'true'
      : level === 'province'
        ? '(select province_code from organisations.municipalities m where m.code = c.municipality_code) = $1'
        : level === 'financed'
          ? 'exists (select from desks.financiers f where f.desk_id = c.desk_id and f.municipality_code = $1)'
          : `c.${column[level]} = $1`
  const parts: Partial<Record<Area['level'], string>> = {
    desk: 'null',
    library: `'desk:' || c.desk_id`,
    municipality: `'desk:' || c.desk_id`,
    financed: `'desk:' || c.desk_id`,
    province: `'municipality:' || c.municipality_code`,
    nation: `'province:' || (select province_code from organisations.municipalities m where m.code = c.municipality_code)`,
  }
  const part = parts[level]
  const home = level === 'province' || level === 'nation' ? 'null' : `'home:' || c.visitor_municipality_code`
  // What a library has of its own is told to its desks and itself.
  const own = level === 'desk' || level === 'library'
  const { rows } = await owner.query<{ month: string; cell: string; number: number }>(
    `with c as (select c.* from contacts.contacts c where deleted_at is null and ${of}),
     counted as (
       select occurred_on, cell, 1 as number from c, unnest(array['contacts', 'counted:' || counted_as, 'form:' || form_code, channel,
         duration, satisfied, gender, age, language, ${home}, ${part},
         case when time_known then to_char(occurred_at at time zone 'Europe/Amsterdam', '"hour:"ID-HH24') end,
         case when tally_id is null and import_id is null then 'delay-' || case
           when extract(epoch from received_at - occurred_at) <= 3600 then 'hour' when extract(epoch from received_at - occurred_at) <= 86400 then 'day'
           when extract(epoch from received_at - occurred_at) <= 604800 then 'week' else 'longer' end end]) as cell
       union all
       select c.occurred_on, cell, 1 from c join contacts.questions q on q.contact_id = c.id,
         unnest(array['questions', 'questions/topic:' || topic_code, ${own ? `'questions/local:' || local_code` : 'null'}, 'questions/' || digid, 'questions/' || ${part}]) as cell
       union all
       select * from (select distinct on (c.id, topic_code) c.occurred_on, 'topic:' || topic_code, 1 from c join contacts.questions q on q.contact_id = c.id) t
       union all
       select c.occurred_on, 'questions/provider:' || service_provider_code, 1 from c join contacts.question_service_providers p on p.contact_id = c.id
       union all
       select * from (select distinct on (c.id, service_provider_code) c.occurred_on, 'provider:' || service_provider_code, 1
         from c join contacts.question_service_providers p on p.contact_id = c.id) s
       union all
       select c.occurred_on, help, 1 from c join contacts.help_given h on h.contact_id = c.id
       union all
       select * from (select distinct on (c.id, code) c.occurred_on, 'local:' || code, 1
         from c join contacts.help_given h on h.contact_id = c.id, unnest(h.local_codes) as code where ${own}) l
       union all
       select c.occurred_on, 'known:help', 1 from c where exists (select from contacts.help_given h where h.contact_id = c.id)
     )
     select to_char(occurred_on, 'YYYY-MM') as month, cell, sum(number)::int as number from counted where cell is not null group by 1, 2`,
    level === 'nation' ? [] : [key],
  )
  const byMonth: Record<string, Record<string, number>> = {}
  for (const { month: of, cell, number } of rows) byMonth[of] = { ...byMonth[of], [cell]: number }
  return byMonth
}
