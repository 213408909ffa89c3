import { beforeEach, describe, expect, test } from 'vitest'
import { addOtherContacts, type OtherContact } from '../../../../tests/support/other-contacts.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary, proveMunicipality, proveNation, type Scope } from '../../../platform/auth/scope.ts'
import { readCommonOtherTexts } from '../../contacts/public.ts'
import { forgetGroups } from './show-texts.query.ts'

const { as, database, owner, world } = await testApp()
const address = '/sturing/anders'
const read = async (person: Parameters<typeof as>[0], query = '') =>
  (await (await as(person)).get(`${address}${query}`)).text()
const times = (number: number, contact: OtherContact): OtherContact[] =>
  Array.from({ length: number }, () => contact)

beforeEach(async () => {
  forgetGroups()
  await owner.query(
    'truncate contacts.contacts, contacts.figure_changes, contacts.contact_versions, reports.figures cascade',
  )
})

describe('the nation', () => {
  test('sees what three contacts in two libraries have in common, and how many the rest are', async () => {
    await addOtherContacts(owner, world, [
      ...times(2, { topicText: 'OV-chipkaart' }),
      { topicText: 'ov chipkaart!', elsewhere: true },
      // Three times, in one library.
      ...times(3, { topicText: 'oom henk belde' }),
      // Two libraries, twice.
      { topicText: 'bijzonder' },
      { topicText: 'bijzonder', elsewhere: true },
      ...times(2, { helpText: 'Geprint' }),
      ...times(2, { helpText: 'geprint', elsewhere: true }),
    ])
    const html = await read('analyst')
    expect(html).toContain('ov chipkaart')
    expect(html).toContain('geprint')
    expect(html).not.toMatch(/henk|bijzonder/)
    expect(html).toContain('Bij 0 hulpcontacten met ‘anders’ is niets getypt.')
    expect(html).toContain('2 groepen, samen in 7 hulpcontacten')
    expect(html).toContain('in 5 hulpcontacten iets dat te zeldzaam is')
    expect(await read('analyst', '?antwoord=help-other')).not.toContain('ov chipkaart')
  })

  test('sees nothing in the form of personal data, also where it is common', async () => {
    const contacts = [
      ...times(3, { topicText: 'bel 0612345678' }),
      { topicText: 'bel 0612345678', elsewhere: true },
      ...times(3, { topicText: 'mail jan@voorbeeld.nl' }),
      { topicText: 'mail jan@voorbeeld.nl', elsewhere: true },
    ]
    await addOtherContacts(owner, world, contacts)
    const html = await read('analyst')
    expect(html).not.toMatch(/0612345678|voorbeeld/)
    expect(html).toContain('in 8 hulpcontacten iets dat te zeldzaam is')
  })

  test('is told the course of it, over the months it chose', async () => {
    await addOtherContacts(owner, world, [
      ...times(3, { topicText: 'wifi', day: '2026-10-01' }),
      { topicText: 'wifi', day: '2026-07-01', elsewhere: true },
    ])
    expect(await read('analyst')).toMatch(/>4<\/td><td[^>]*>3<\/td><td[^>]*>1<\/td>/)
    // Of the last three months it is of one library alone.
    expect(await read('analyst', '?maanden=3')).toContain('0 groepen')
  })

  test('is the only one that the function answers, whatever thresholds are asked', async () => {
    await addOtherContacts(owner, world, times(5, { topicText: 'oom henk' }))
    const ask = (scope: Scope) =>
      database.read(scope, (db) =>
        readCommonOtherTexts(
          db,
          scope as never,
          { topics: ['other'], help: [] },
          { from: '2026-01-01', until: '2026-12-31' },
        ),
      )
    expect(await ask(proveNation(world.accounts.analyst))).toMatchObject({
      texts: [],
      rare: new Map([['other', 5]]),
    })
    for (const scope of [
      proveLibrary(world.accounts.manager, world.library, [world.desk]),
      proveMunicipality(world.accounts.official, ['GM0307']),
    ])
      expect(await ask(scope)).toEqual({ texts: [], rare: new Map() })
    const lower = await database.read(proveNation(world.accounts.analyst), async (db) => {
      const { sql } = await import('kysely')
      return (
        await sql`select text from contacts.common_other_texts(array['other'], array['x'], '2026-01-01', '2026-12-31', 1, 1)`.execute(
          db,
        )
      ).rows
    })
    expect(lower).toEqual([{ text: null }])
  })
})

describe('a library', () => {
  test('sees all texts of its own and none of another', async () => {
    await addOtherContacts(owner, world, [
      { topicText: 'oom Henk belde' },
      { topicText: 'van een ander', elsewhere: true },
    ])
    for (const person of ['manager', 'coordinator'] as const) {
      const html = await read(person)
      expect(html).toContain('oom Henk belde')
      expect(html).not.toContain('van een ander')
      expect(html).not.toContain('Voorstel maken')
    }
  })

  test('blanks a text wherever it stands, also in what was said before; the counts stay', async () => {
    const [id = ''] = await addOtherContacts(owner, world, [
      { topicText: 'oom Henk' },
      { helpText: 'oom Henk', help: [] },
      { topicText: 'oom Henk', elsewhere: true },
    ])
    await owner.query(
      `insert into contacts.contact_versions (contact_id, revision, library_id, desk_id, content, replaced_at, replaced_by, act)
       values ($1, 0, $2, $3, $4, now(), $5, 'correct')`,
      [
        id,
        world.library,
        world.desk,
        JSON.stringify({ questions: [{ topicCode: 'other', otherText: 'oom Henk' }], help: [] }),
        world.accounts.manager,
      ],
    )
    const seen = { text: 'oom Henk', antwoord: 'other', maanden: '12', zoek: 'oom' }
    const asked = await (await as('manager')).post(`${address}/wissen`, seen)
    expect(asked.status).toBe(200)
    expect(await asked.text()).toContain('‘oom Henk’ verdwijnt uit 2 hulpcontacten')
    expect(await read('manager')).toContain('oom Henk')
    const response = await (await as('manager')).post(`${address}/wissen`, { ...seen, zeker: 'ja' })
    expect(response.headers.get('location')).toBe(
      '/sturing/anders?antwoord=other&maanden=12&zoek=oom&gewist=2',
    )
    const left = await owner.query(
      `select library_id from contacts.questions where other_text is not null
       union all select library_id from contacts.help_given where other_text is not null
       union all select library_id from contacts.contact_versions where content::text like '%Henk%'`,
    )
    expect(left.rows).toEqual([{ library_id: world.otherLibrary }])
    const audit = await owner.query(
      "select details, subject_id from platform.audit_lines where action = 'contacts.blank-text'",
    )
    expect(audit.rows).toEqual([{ details: { contacts: 2 }, subject_id: 'other' }])
    expect((await owner.query('select revision from contacts.contacts where id = $1', [id])).rows).toEqual([
      { revision: 2 },
    ])
  })

  test('finds a rare text by looking for it, and by paging; and how many typed nothing', async () => {
    const letters = 'abcdefghijklm'.split('')
    await addOtherContacts(owner, world, [
      ...letters.flatMap((one) => letters.slice(0, 8).map((other) => ({ topicText: `${one}${other}x7` }))),
      { topicText: 'Zandvoort' },
      { helpText: 'bellen' },
    ])
    await owner.query("update contacts.help_given set other_text = null where other_text = 'bellen'")
    const first = await read('manager')
    expect(first).toContain('Bij 1 hulpcontact met ‘anders’ is niets getypt.')
    expect(first).toContain('105 groepen')
    expect(first).not.toContain('Zandvoort')
    expect(first).toContain('href="/sturing/anders?maanden=12&amp;pagina=2"')
    expect(await read('manager', '?pagina=2')).toContain('Zandvoort')
    expect(await read('manager', '?pagina=99')).toContain('Zandvoort')
    const found = await read('manager', '?zoek=zandv')
    expect(found).toContain('Zandvoort')
    expect(found).toContain('1 groep,')
    expect(await read('manager', '?zoek=niemand')).toContain('Geen tekst begint zo')
  })

  test('sees the same for a minute, and what it blanks no more', async () => {
    await addOtherContacts(owner, world, [{ topicText: 'oom Henk' }, { topicText: 'printen' }])
    expect(await read('manager')).toContain('oom Henk')
    await addOtherContacts(owner, world, [{ topicText: 'later getypt' }])
    expect(await read('manager')).not.toContain('later getypt')
    expect(await read('coordinator')).toContain('later getypt')
    expect(await read('otherManager')).not.toContain('printen')
    await (await as('manager')).post(`${address}/wissen`, { text: 'oom Henk', zeker: 'ja' })
    const html = await read('manager')
    expect(html).not.toContain('oom Henk')
    expect(html).toContain('later getypt')
  })
})
