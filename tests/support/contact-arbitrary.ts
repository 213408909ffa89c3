import fc from 'fast-check'
import type pg from 'pg'
import type { World } from './world.ts'

/** One of these values. */
export const one = <Value>(...values: Value[]) => fc.constantFrom(...values)
/** What a contact may say: whatever figures count. */
export const content = fc.record({
  form: one('guide', 'national-2024'),
  rush: fc.boolean(),
  channel: one('channel-desk', 'channel-phone', 'channel-pop-up'),
  // Around both changes of the clock, a month's and a year's end, and a day long ago that arrives late.
  at: one(
    '2026-03-28T23:30:00Z',
    '2026-03-29T01:30:00Z',
    '2026-10-24T22:30:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-31T22:59:59Z',
    '2026-10-31T23:00:00Z',
    '2026-01-01T00:00:00Z',
    '2026-11-20T10:00:00Z',
  ),
  questions: fc.array(
    fc.record({
      topicCode: one('digid', 'allowances', 'passport'),
      localCode: one(null, null, 'own-topic'),
      serviceProviders: fc.subarray(['logius', 'uwv', 'municipality']),
      digid: one(null, 'digid-apply', 'digid-log-in'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  help: fc.subarray(['help-answered', 'help-brochure', 'help-other']),
  ownHelp: fc.boolean(),
  gender: one(null, 'gender-woman', 'gender-not-registered'),
  age: one(null, 'age-65-plus', 'age-25-44'),
  home: one(null, 'GM0307', 'GM0344'),
})

/** What the library has of its own, and counts beside the national answer. */
export async function addOwnTopic(owner: pg.Client, { library }: World): Promise<void> {
  await owner.query(
    `insert into lists.topics (code, topic_group, label_nl, label_en, search_terms, digid, is_other, position, valid_from, source, library_id, national_code)
     values ('own-topic', 'other', 'Eigen', 'Own', '{}', false, false, 1, '2026-01-01', 'test', $1, 'digid')`,
    [library],
  )
}
