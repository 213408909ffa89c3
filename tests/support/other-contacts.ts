import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { World } from './world.ts'

/** A contact with a text beside 'other': of its topic, of the help that was given, or of both. */
export interface OtherContact {
  readonly topicText?: string
  readonly helpText?: string
  /** Ways of help beside it. */
  readonly help?: readonly string[]
  /** At the one desk of the other library. */
  readonly elsewhere?: boolean
  readonly day?: string
}

/** Adds contacts as they would stand after registering them, with what they count for. Gives their ids, in order. */
export async function addOtherContacts(
  owner: pg.Client,
  world: World,
  contacts: readonly OtherContact[],
): Promise<string[]> {
  const rows = contacts.map((contact) => ({
    id: uuidv7(),
    library: contact.elsewhere ? world.otherLibrary : world.library,
    desk: contact.elsewhere ? world.otherDesk : world.desk,
    municipality: contact.elsewhere ? 'GM0344' : 'GM0307',
    author: contact.elsewhere ? world.accounts.otherEmployee : world.accounts.employee,
    day: contact.day ?? '2026-11-20',
    topic: contact.topicText === undefined ? 'digid' : 'other',
    topic_text: contact.topicText ?? null,
    help: contact.help ?? (contact.helpText === undefined ? ['help-answered'] : []),
    help_text: contact.helpText ?? null,
  }))
  const sent = JSON.stringify(rows)
  const from = `jsonb_to_recordset($1::jsonb) as row (id uuid, library uuid, desk uuid, municipality text, author uuid, day date, topic text,
    topic_text text, help jsonb, help_text text)`
  await owner.query(
    `insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on,
       received_at, author_account_id, sender_account_id, content_hash)
     select id, library, desk, municipality, 'guide', 'contact', 'channel-desk', day + interval '10 hours', day,
       day + interval '10 hours', author, author, '' from ${from}`,
    [sent],
  )
  await owner.query(
    `insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code, other_text)
     select id, 0, library, desk, day, topic, topic_text from ${from}`,
    [sent],
  )
  await owner.query(
    `insert into contacts.help_given (contact_id, library_id, desk_id, help)
     select id, library, desk, jsonb_array_elements_text(help) from ${from}`,
    [sent],
  )
  await owner.query(
    `insert into contacts.help_given (contact_id, library_id, desk_id, help, other_text)
     select id, library, desk, 'help-other', help_text from ${from} where help_text is not null`,
    [sent],
  )
  await owner.query(
    `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
     select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now()
     from (select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
       from contacts.contact_cells where contact_id = any ($1) group by 1, 2, 3, 4, 5) as counted group by 1, 2, 3, 4`,
    [rows.map(({ id }) => id)],
  )
  return rows.map(({ id }) => id)
}
