import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import {
  type ImportStatus,
  isWorking,
  jobOfStatus,
  type WorkingStatus,
} from '../../src/capabilities/contacts/history-import.ts'
import type { World } from './world.ts'

const statuses = [
  'reading',
  'columns',
  'answers',
  'checking',
  'preview',
  'running',
  'done',
  'undone',
] as const
export type ImportState = (typeof statuses)[number] | 'failed'

/** An import in every state in which there is something to see, each of the same few rows. Gives their addresses. */
export async function makeImportStates(
  owner: pg.Client,
  { library, desk, accounts }: World,
): Promise<Record<ImportState, string>> {
  const addresses: Partial<Record<ImportState, string>> = {}
  const content = {
    deskId: desk,
    timeKnown: true,
    content: {
      formCode: 'guide',
      countedAs: 'contact',
      placeId: null,
      municipalityCode: 'GM0307',
      channel: 'channel-desk',
      occurredAt: '2022-03-04T09:30:00Z',
      questions: [{ topicCode: 'digid', serviceProviders: ['logius'], otherText: null, digid: null }],
      help: [{ code: 'help-done-together', otherText: null }],
      duration: 'duration-5-10',
      satisfied: 'satisfied-yes',
      gender: 'gender-man',
      age: 'age-not-registered',
      language: 'language-not-registered',
      visitorMunicipalityCode: 'GM0307',
    },
  }
  for (const state of [...statuses, 'failed'] as const) {
    const id = randomUUID()
    addresses[state] = `/beheer/inlezen/hulpcontacten/${id}`
    await owner.query(
      `insert into contacts.imports (id, library_id, account_id, file_name, file_hash, started_at, status, failed, header, columns, finished_at,
         contacts, known, left_out, undone_at)
       values ($1, $2, $3, 'Geschiedenis van het informatiepunt met een heel lange naam 2021-2022 (definitief).xlsx', '', now(), $4, $5, $6, $7,
         now(), 12345, 7, 2, now())`,
      [
        id,
        library,
        accounts.manager,
        state === 'failed' ? 'running' : state,
        state === 'failed',
        ['Datum', 'Informatiepunt', 'Vraag', ''],
        state === 'columns' ? '[]' : '["day", "desk", "topic", null]',
      ],
    )
    await owner.query(
      `insert into contacts.import_rows (import_id, library_id, number, cells, status, errors, contact_id, desk_id, content, said) values
         ($1, $2, 2, '{4-3-2022,Eemdal Centrum,DigiD,""}', 'ready', '[]', gen_random_uuid(), $3, $4, 'x'),
         ($1, $2, 3, '{44-3-2022,Eemdal Centrum,Iets anders dan anders,""}', 'error', $5, null, null, null, null),
         ($1, $2, 4, '{morgen,Eemdal Centrum,DigiD,""}', 'left-out', $6, null, null, null, null)`,
      [
        id,
        library,
        desk,
        content,
        JSON.stringify([
          { field: 'day', reason: 'day-unreadable', value: '44-3-2022' },
          { field: 'topic', reason: 'unknown-answer', value: 'Iets anders dan anders' },
        ]),
        JSON.stringify([{ field: 'day', reason: 'day-unreadable', value: 'morgen' }]),
      ],
    )
    // A job at it that no worker takes: without one the page says that it is gone.
    if (isWorking(state as ImportStatus))
      await owner.query(
        "insert into pgboss.job (name, data, state, started_on) values ($1, $2, 'active', now())",
        [jobOfStatus[state as WorkingStatus], { importId: id }],
      )
    if (state === 'checking')
      await owner.query('insert into contacts.import_progress values ($1, $2, 1000, 12345)', [id, library])
  }
  return addresses as Record<ImportState, string>
}
