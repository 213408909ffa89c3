import type pg from 'pg'
import type { World } from './world.ts'

/**
 * Contacts on every day from 1 October 2024 to 24 November 2026, the same each time, appended to the figures: most at
 * `desk`, fewer at `secondDesk` (from 2026 on) and `otherDesk`, with the visitor background that the guide's form asks.
 * @returns how many contacts
 */
export async function addHistory(owner: pg.Client, world: World): Promise<number> {
  // A number from 0 to 99 for a contact and a question about it, without chance.
  const draw = (what: string): string => `abs(hashtext(contact.number::text || '${what}')) % 100`
  const pick = (what: string, shares: readonly (readonly [number, string | null])[]): string =>
    `case ${shares.map(([until, code]) => `when ${draw(what)} < ${until} then ${code === null ? 'null' : `'${code}'`}`).join(' ')} end`
  const { rowCount } = await owner.query(
    `insert into contacts.contacts (id, library_id, desk_id, form_code, counted_as, channel, occurred_at, occurred_on, received_at,
       duration, satisfied, gender, age, language, visitor_municipality_code, municipality_code, author_account_id, sender_account_id,
       content_hash)
     select md5(contact.number::text)::uuid, contact.library, contact.desk, contact.form,
       ${pick('how', [
         [90, 'contact'],
         [100, 'rush'],
       ])},
       ${pick('channel', [
         [80, 'channel-desk'],
         [92, 'channel-phone'],
         [97, 'channel-library'],
         [100, 'channel-whatsapp'],
       ])},
       contact.day + time '10:00', contact.day, contact.day + time '17:00',
       ${pick('duration', [
         [15, 'duration-0-5'],
         [45, 'duration-5-10'],
         [75, 'duration-10-20'],
         [85, 'duration-20-40'],
         [88, 'duration-40-plus'],
         [100, 'duration-not-registered'],
       ])},
       ${pick('satisfied', [
         [60, 'satisfied-yes'],
         [68, 'satisfied-partly'],
         [72, 'satisfied-no'],
         [100, 'satisfied-not-asked'],
       ])},
       case when contact.form = 'guide' then ${pick('gender', [
         [48, 'gender-man'],
         [97, 'gender-woman'],
         [100, 'gender-not-registered'],
       ])} end,
       case when contact.form = 'guide' then ${pick('age', [
         [1, 'age-0-17'],
         [5, 'age-18-24'],
         [22, 'age-25-44'],
         [55, 'age-45-65'],
         [97, 'age-65-plus'],
         [100, 'age-not-registered'],
       ])} end,
       case when contact.form = 'guide' then ${pick('language', [
         [75, 'language-nt1'],
         [100, 'language-nt2'],
       ])} end,
       case when contact.form = 'guide' then ${pick('home', [
         [70, 'GM0307'],
         [85, 'GM0308'],
         [86, 'GM0344'],
         [100, null],
       ])} end,
       contact.municipality, $4, $4, ''
     from (
       select row_number() over () as number, day::date, stand.*
       from generate_series(date '2024-10-01', date '2026-11-24', interval '1 day') as day,
         (values ($1::uuid, $2::uuid, 'GM0307', 'guide', 5, date '2024-10-01'), ($1::uuid, $3::uuid, 'GM0307', 'guide', 2, date '2026-01-05'),
           ($5::uuid, $6::uuid, 'GM0344', 'national-2024', 2, date '2025-03-01')) as stand (library, desk, municipality, form, most, since),
         generate_series(1, stand.most) as visitor
       where day >= since and extract(isodow from day) < 6
         and visitor <= stand.most * (case when extract(month from day) in (7, 8) then 0.4 when extract(month from day) in (3, 4) then 1 else 0.8 end)
     ) as contact`,
    [
      world.library,
      world.desk,
      world.secondDesk,
      world.accounts.coordinator,
      world.otherLibrary,
      world.otherDesk,
    ],
  )
  await owner.query(
    `insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code, digid)
     select id, position, library_id, desk_id, occurred_on, topic,
       case when topic = 'digid' and form_code = 'national-2024' then 'digid-apply' end
     from (
       select contact.*, position,
         (array['digid', 'digid', 'digid', 'passport', 'allowances', 'allowances', 'income-tax-return', 'smartphone-tablet', 'printing', 'email',
           'driving-licence', 'online-banking', 'healthcare-allowance', 'digid-app-install', 'digid-app-install', 'state-pension',
           'debt-help'])[1 + abs(hashtext(id::text || position)) % 17] as topic
       from contacts.contacts as contact, generate_series(0, 1) as position
       where position = 0 or abs(hashtext(id::text || 'more')) % 100 < 25
     ) as asked`,
  )
  await owner.query(
    `insert into contacts.question_service_providers (contact_id, position, library_id, desk_id, service_provider_code)
     select question.contact_id, question.position, question.library_id, question.desk_id, link.service_provider_code
     from contacts.questions as question join lists.topic_service_providers as link using (topic_code)`,
  )
  await owner.query(
    `insert into contacts.help_given (contact_id, library_id, desk_id, help)
     select id, library_id, desk_id, help
     from contacts.contacts, unnest(array['help-done-together', 'help-brochure', 'help-course']) with ordinality as given (help, number)
     where counted_as = 'contact' and abs(hashtext(id::text || help)) % 100 < 90 / number`,
  )
  await owner.query(
    `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
     select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now()
     from (
       select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
       from contacts.contact_cells group by library_id, desk_id, municipality_code, day, cell
     ) as counted
     group by library_id, desk_id, municipality_code, day`,
  )
  return rowCount ?? 0
}
