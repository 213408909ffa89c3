import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countContacts } from '../../../../tests/support/count-contacts.ts'
import { addOtherContacts, type OtherContact } from '../../../../tests/support/other-contacts.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { jobScope, proveDesk, proveNation } from '../../../platform/auth/scope.ts'
import { correctContact } from '../../contacts/correct-contact/correct-contact.command.ts'
import { beginRecoding, findRecodings, recodeBatch } from '../../contacts/public.ts'
import { readStoredContact } from '../../contacts/read-contact/read-contact.query.ts'
import { forgetLists } from '../../lists/public.ts'
import { adoptProposal, undoAdoption } from '../decide-proposal/decide-proposal.command.ts'
import { findProposal } from '../find-proposals/find-proposals.query.ts'
import { groupTexts } from '../group-texts.ts'
import type { Proposal } from '../proposal.ts'
import { proposeOption } from '../propose-option/propose-option.command.ts'
import { recodePast, resumeRecodings, undoRecodingOf } from './recode-past.command.ts'

const { as, database, workerDatabase, workerPool, owner, world, clock, runJobs } = await testApp()
const nation = proveNation(world.accounts.analyst)
const keeper = { scope: nation, name: 'Test analyst' }
const job = jobScope('recode')

beforeEach(async () => {
  forgetLists()
  await owner.query(
    'truncate contacts.contacts, contacts.figure_changes, contacts.contact_versions, reports.figures, triage.proposals, contacts.recodings cascade',
  )
})
afterEach(async () => {
  await owner.query('delete from pgboss.job')
})

const groups = (code: string, texts: readonly string[]) =>
  groupTexts(texts.map((text) => ({ code, text, month: '2026-11', contacts: 3 }))).map(
    ({ words, forms }) => ({ code, words, forms }),
  )

/** Proposes and adopts; the job waits in the queue. */
async function adopt(given: Partial<Proposal>): Promise<Proposal> {
  const id = uuidv7()
  const field = given.field ?? 'topic'
  const proposal = {
    id,
    field,
    fromCodes: [field === 'topic' ? 'other' : 'help-other'],
    groups: [],
    whole: false,
    labelNl: `Antwoord ${id}`,
    labelEn: 'Answer',
    topicGroup: field === 'topic' ? ('other' as const) : null,
    intoCode: null,
    examples: [],
    contacts: 3,
    ...given,
  }
  await database.write(nation, (tx) => proposeOption(tx, nation, proposal, clock.now()))
  const found = await read(id)
  expect(
    await database.write(nation, (tx) => adoptProposal(tx, keeper, found, '2026-11-24', clock.now())),
  ).toEqual({ ok: true })
  return read(id)
}

async function read(id: string): Promise<Proposal> {
  const found = await database.read(nation, (db) => findProposal(db, nation, id))
  if (!found) throw new Error('No such proposal')
  return found
}
const recodingOf = async ({ recodingId }: Proposal) =>
  (await database.read(nation, (db) => findRecodings(db, nation, [recodingId ?? ''])))[0]
const undo = async (proposal: Proposal) => {
  const { ok } = await database.write(nation, (tx) => undoAdoption(tx, keeper, proposal, clock.now()))
  await runJobs()
  return ok
}

/** Everything that contacts say, but for how often they were changed. */
async function said(): Promise<unknown> {
  const questions = await owner.query('select * from contacts.questions order by contact_id, position')
  const help = await owner.query('select * from contacts.help_given order by contact_id, help')
  return { questions: questions.rows, help: help.rows }
}
const topics = async () =>
  (await owner.query('select topic_code from contacts.questions order by contact_id')).rows.map(
    (row) => row.topic_code as string,
  )

/** What was added up equals a count over the contacts, at every level. */
async function figuresHold(): Promise<void> {
  for (const area of [
    { level: 'desk', key: world.desk },
    { level: 'library', key: world.otherLibrary },
    { level: 'municipality', key: 'GM0307' },
    { level: 'nation', key: 'NL' },
  ] as const) {
    const { rows } = await owner.query(
      `select to_char(starts_on, 'YYYY-MM') as month, cells from reports.figures where level = $1 and key = $2 and grain = 'month'`,
      [area.level, area.key],
    )
    expect(Object.fromEntries(rows.map(({ month, cells }) => [month, cells]))).toEqual(
      await countContacts(owner, area),
    )
  }
}

const printing: OtherContact[] = [
  { topicText: 'printen' },
  { topicText: 'Document prnten', elsewhere: true },
  { topicText: 'iets anders', elsewhere: true },
  { topicText: 'hulp bij PRINTEN', day: '2026-03-04' },
  { helpText: 'geprint' },
]

describe('recoding', () => {
  test('gives the texts that belong to it the new answer, keeps the trace, and figures follow', async () => {
    await addOtherContacts(owner, world, printing)
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    await runJobs()
    const code = proposal.code ?? ''
    expect(await topics()).toEqual([code, code, 'other', code, 'digid'])
    expect(await recodingOf(proposal)).toMatchObject({ status: 'done', total: 3, recoded: 3 })
    const { rows } = await owner.query(
      'select distinct recoded_from, recoding_id from contacts.questions where recoding_id is not null',
    )
    expect(rows).toEqual([{ recoded_from: 'other', recoding_id: proposal.recodingId }])
    expect((await owner.query('select from contacts.recoding_texts')).rowCount).toBe(0)
    await figuresHold()
  })

  test('of help joins what was chosen beside ‘other’, and gives it back', async () => {
    await addOtherContacts(owner, world, [
      { helpText: 'printen', help: ['help-brochure'] },
      { helpText: 'printen', help: ['help-answered'], elsewhere: true },
      { helpText: 'iets', help: [] },
    ])
    const before = await said()
    const proposal = await adopt({
      field: 'help',
      groups: groups('help-other', ['printen']),
      intoCode: 'help-brochure',
    })
    await runJobs()
    const { rows } = await owner.query(
      'select help, recoded_beside from contacts.help_given order by contact_id, help',
    )
    expect(rows).toEqual([
      { help: 'help-brochure', recoded_beside: true },
      { help: 'help-answered', recoded_beside: null },
      { help: 'help-brochure', recoded_beside: false },
      { help: 'help-other', recoded_beside: null },
    ])
    await figuresHold()
    expect(await undo(proposal)).toBe(true)
    expect(await said()).toEqual(before)
    await figuresHold()
  })

  test.each([false, true])(
    'leaves what a library has for itself under ‘other’, also whole: %s',
    async (whole) => {
      await addOtherContacts(owner, world, [...printing, { topicText: 'printen', helpText: 'printen' }])
      await owner.query(`
      insert into lists.topics (code, topic_group, label_nl, label_en, search_terms, digid, is_other, position, valid_from, source, library_id, national_code)
      select 'own-afdrukken', 'other', 'Afdrukken', 'Printing', '{}', false, false, 1, '2026-01-01', 'test', '${world.library}', 'other' on conflict do nothing`)
      await owner.query(
        "update contacts.questions set local_code = 'own-afdrukken' where other_text = 'printen'",
      )
      await owner.query(
        "update contacts.help_given set local_codes = '{help-own-x}' where other_text = 'printen'",
      )
      const before = await said()
      const topic = await adopt({ groups: groups('other', ['printen']), whole })
      const help = await adopt({ field: 'help', groups: groups('help-other', ['printen']), whole })
      await runJobs()
      expect(await recodingOf(topic)).toMatchObject({ status: 'done', recoded: whole ? 3 : 2, localLeft: 2 })
      expect(await recodingOf(help)).toMatchObject({ recoded: whole ? 1 : 0, localLeft: 1 })
      const own = await owner.query(
        'select topic_code from contacts.questions where local_code is not null union all select help from contacts.help_given where local_codes is not null order by 1',
      )
      expect(own.rows.map(({ topic_code }) => topic_code)).toEqual(['help-other', 'other', 'other'])
      for (const proposal of [topic, help]) expect(await undo(proposal)).toBe(true)
      expect(await said()).toEqual(before)
    },
  )

  test('never makes an answer of itself', async () => {
    await addOtherContacts(owner, world, printing)
    const before = await said()
    const proposal = await adopt({ field: 'help', whole: true, intoCode: 'help-other' })
    await runJobs()
    expect(await said()).toEqual(before)
    expect(await recodingOf(proposal)).toMatchObject({ total: 0, recoded: 0 })
  })

  test('takes a whole ‘other’ when that is asked, also without a text', async () => {
    await addOtherContacts(owner, world, printing)
    await owner.query("update contacts.questions set other_text = null where other_text = 'printen'")
    const proposal = await adopt({ whole: true })
    await runJobs()
    expect((await topics()).filter((code) => code === 'other')).toEqual([])
    expect(await recodingOf(proposal)).toMatchObject({ total: 4, recoded: 4 })
    await figuresHold()
  })

  test('killed half-way and run again, or run twice, comes to the same', async () => {
    await addOtherContacts(
      owner,
      world,
      Array.from({ length: 1_200 }, (_, at) => ({
        topicText: at % 3 ? 'printen' : 'wifi',
        elsewhere: at % 2 === 0,
      })),
    )
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    const recoding = await recodingOf(proposal)
    if (!recoding) throw new Error('No recoding')
    await workerDatabase.keep(job, (tx) => beginRecoding(tx, job, recoding, ['printen']))
    expect(await workerDatabase.keep(job, (tx) => recodeBatch(tx, job, recoding.id, clock.now()))).toBe(true)
    // The second batch is done and lost: the worker was killed before it was committed.
    await expect(
      workerDatabase.keep(job, async (tx) => {
        await recodeBatch(tx, job, recoding.id, clock.now())
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    expect(await recodingOf(proposal)).toMatchObject({ status: 'running', recoded: 500, total: 800 })
    await Promise.all([
      recodePast(workerDatabase, proposal.id, clock.now()),
      recodePast(workerDatabase, proposal.id, clock.now()),
    ])
    await recodePast(workerDatabase, proposal.id, clock.now())
    expect(await recodingOf(proposal)).toMatchObject({ status: 'done', recoded: 800 })
    await runJobs()
    expect((await topics()).filter((code) => code === proposal.code)).toHaveLength(800)
    await figuresHold()
    expect(workerPool.waitingCount).toBe(0)
  })
})

describe('a recoding whose job is gone', () => {
  test('goes on when a worker starts, also when it is being undone', async () => {
    await addOtherContacts(owner, world, printing)
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    await owner.query('delete from pgboss.job')
    expect(await resumeRecodings(workerDatabase)).toBe(1)
    await runJobs()
    expect(await recodingOf(proposal)).toMatchObject({ status: 'done', recoded: 3 })
    await database.write(nation, (tx) => undoAdoption(tx, keeper, proposal, clock.now()))
    await owner.query('delete from pgboss.job')
    expect(await resumeRecodings(workerDatabase)).toBe(1)
    await runJobs()
    expect(await recodingOf(proposal)).toMatchObject({ status: 'undone', restored: 3 })
    expect(await resumeRecodings(workerDatabase)).toBe(0)
  })

  test('offers to try again', async () => {
    await addOtherContacts(owner, world, printing)
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    const analyst = await as('analyst')
    const address = `/sturing/anders/voorstellen/${proposal.id}`
    expect(await (await analyst.get(address)).text()).not.toContain('Probeer opnieuw')
    await owner.query("update pgboss.job set state = 'failed'")
    expect(await (await analyst.get(address)).text()).toContain('Probeer opnieuw')
    expect((await analyst.post(`${address}/opnieuw`, {})).status).toBe(303)
    expect(await (await analyst.get(address)).text()).not.toContain('Probeer opnieuw')
    await runJobs()
    expect(await recodingOf(proposal)).toMatchObject({ status: 'done', recoded: 3 })
  })
})

describe('undoing', () => {
  test('gives back what was said, and leaves alone what people corrected since', async () => {
    const [corrected = ''] = await addOtherContacts(owner, world, printing)
    const before = (await said()) as { questions: { contact_id: string }[] }
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    await runJobs()
    const scope = proveDesk(world.accounts.manager, world.library, world.desk)
    await database.write(scope, async (tx) => {
      const stored = await readStoredContact(tx, scope, corrected, clock.now())
      if (!stored) throw new Error('No contact')
      const content = { ...stored.content, channel: 'channel-phone' }
      await correctContact(tx, scope, { contactId: corrected, oversees: true, content }, clock.now())
    })
    expect(await undo(proposal)).toBe(true)
    expect(await recodingOf(proposal)).toMatchObject({ status: 'undone', recoded: 3, restored: 2 })
    const after = (await said()) as typeof before
    const others = ({ contact_id }: { contact_id: string }) => contact_id !== corrected
    expect(after.questions.filter(others)).toEqual(before.questions.filter(others))
    expect((await topics())[0]).toBe(proposal.code)
    await figuresHold()
    // Once undone there is nothing more to undo.
    expect(await undo(proposal)).toBe(false)
    await undoRecodingOf(workerDatabase, proposal.id, clock.now())
    expect(await said()).toEqual(after)
  })
})

describe('somebody who corrects at the same time', () => {
  test('and saw the contact before is told; what they write after is not lost', async () => {
    const [id = ''] = await addOtherContacts(owner, world, printing)
    const scope = proveDesk(world.accounts.manager, world.library, world.desk)
    const stored = await database.read(scope, (db) => readStoredContact(db, scope, id, clock.now()))
    if (!stored) throw new Error('No contact')
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    await runJobs()
    const correct = (revision: number) =>
      database.write(scope, (tx) =>
        correctContact(
          tx,
          scope,
          {
            contactId: id,
            oversees: true,
            revision,
            content: { ...stored.content, channel: 'channel-phone' },
          },
          clock.now(),
        ),
      )
    expect(await correct(stored.revision)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect((await topics())[0]).toBe(proposal.code)
    expect(await correct(stored.revision + 1)).toEqual({ ok: true })
    expect((await topics())[0]).toBe('other')
    await runJobs()
    await figuresHold()
  })

  test('first makes the recoding wait, which then sees what was written', async () => {
    const [id = ''] = await addOtherContacts(owner, world, printing)
    const proposal = await adopt({ groups: groups('other', ['printen']) })
    const scope = proveDesk(world.accounts.manager, world.library, world.desk)
    let recoded: Promise<void> | undefined
    await database.write(scope, async (tx) => {
      const stored = await readStoredContact(tx, scope, id, clock.now())
      if (!stored) throw new Error('No contact')
      const content = {
        ...stored.content,
        questions: [{ topicCode: 'fine', serviceProviders: [], otherText: null, digid: null }],
      }
      await correctContact(tx, scope, { contactId: id, oversees: true, content }, clock.now())
      recoded = recodePast(workerDatabase, proposal.id, clock.now())
      // Long enough for the recoding to come to this contact and wait.
      await new Promise((done) => setTimeout(done, 300))
    })
    await recoded
    expect((await topics())[0]).toBe('fine')
    await runJobs()
    await figuresHold()
  })
})
