import { beforeEach, describe, expect, test } from 'vitest'
import { Chance } from '../../../../db/demo/chance.ts'
import { otherText } from '../../../../db/demo/other-texts.ts'
import { addOtherContacts } from '../../../../tests/support/other-contacts.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { forgetLists } from '../../lists/public.ts'
import { belongsTo } from '../group-texts.ts'
import { forgetGroups } from '../show-texts/show-texts.query.ts'

const { as, owner, world, runJobs } = await testApp()
const today = { 'from.day': '24', 'from.month': '11', 'from.year': '2026' }

beforeEach(async () => {
  forgetGroups()
  forgetLists()
  await owner.query(
    'truncate contacts.contacts, contacts.figure_changes, reports.figures, triage.proposals, contacts.recodings cascade',
  )
})

/** The groups that stand on the page, by the names in its form. */
async function groupsShown(query = ''): Promise<string[]> {
  const html = await (await (await as('analyst')).get(`/sturing/anders${query}`)).text()
  return [...html.matchAll(/name="groep" value="([^"]+)"/g)].map(([, name = '']) => name)
}

async function propose(fields: Readonly<Record<string, string | string[]>>): Promise<string> {
  const response = await (await as('analyst')).post('/sturing/anders/voorstel', {
    whole: 'groups',
    ...fields,
  })
  expect(response.status).toBe(303)
  return (response.headers.get('location') ?? '').replace(/\?.*/, '')
}

const commonTexts = () =>
  addOtherContacts(owner, world, [
    ...Array.from({ length: 4 }, (_, at) => ({ topicText: 'printen', elsewhere: at % 2 === 0 })),
    ...Array.from({ length: 4 }, (_, at) => ({ helpText: 'gebeld', elsewhere: at % 2 === 0 })),
  ])

describe('a proposal', () => {
  test('is made of groups, is seen and answered by desks, and adopted: the form has it and the past follows', async () => {
    await commonTexts()
    const address = await propose({ groep: 'other:print', labelNl: 'Afdrukken', topicGroup: 'library' })
    const desk = address.replace('/sturing/anders', '/balie')
    expect(await (await (await as('volunteer')).get('/balie/voorstellen')).text()).toContain('Afdrukken')
    const page = await (await (await as('volunteer')).get(desk)).text()
    expect(page).toContain('printen')
    expect(page).not.toContain('Antwoord versturen')

    const coordinator = await as('coordinator')
    expect((await coordinator.post(desk, { desk: world.desk, answer: 'does-not', reason: '' })).status).toBe(
      422,
    )
    expect(
      (await coordinator.post(desk, { desk: world.otherDesk, answer: 'helps', reason: '' })).status,
    ).toBe(422)
    expect(
      (await coordinator.post(desk, { desk: world.desk, answer: 'does-not', reason: 'bel 0612345678' }))
        .status,
    ).toBe(422)
    expect(
      (await coordinator.post(desk, { desk: world.desk, answer: 'does-not', reason: 'Te ruim' })).status,
    ).toBe(303)
    expect(
      (await coordinator.post(desk, { desk: world.desk, answer: 'helps', reason: 'Toch wel' })).status,
    ).toBe(303)
    expect((await (await as('otherManager')).get(desk)).status).toBe(200)
    expect(await (await (await as('otherManager')).get(desk)).text()).not.toContain('Toch wel')
    const shown = await (await (await as('analyst')).get(address)).text()
    expect(shown).toContain('Helpt: 1. Helpt niet: 0.')
    expect(shown).toContain('Toch wel')
    expect(shown).not.toContain('Eemdal')

    const analyst = await as('analyst')
    expect((await analyst.post(`${address}/overnemen`, { ...today, 'from.day': '23' })).status).toBe(422)
    expect((await analyst.post(`${address}/overnemen`, today)).status).toBe(303)
    expect(await (await (await as('volunteer')).get('/balie')).text()).toContain('Afdrukken')
    await runJobs()
    expect(await (await analyst.get(address)).text()).toContain('4 antwoorden kregen de nieuwe naam')
    // It can be chosen from today on, and a contact of before has it: mending that must not lose it.
    const { rows } = await owner.query<{ id: string; code: string }>(
      `select contact_id as id, topic_code as code from contacts.questions where recoding_id is not null and desk_id = $1`,
      [world.desk],
    )
    const { id = '', code = '' } = rows[0] ?? {}
    const mended = await (await as('manager')).get(`/balie/contacten/${id}`)
    expect(await mended.text()).toMatch(new RegExp(`value="${code}" (checked|selected)`))
    // Decided: not again, and no answer any more.
    expect((await analyst.post(`${address}/afwijzen`, { reason: 'Nee' })).status).toBe(409)
    expect((await coordinator.post(desk, { desk: world.desk, answer: 'helps', reason: '' })).status).toBe(409)
    expect((await analyst.post(`${address}/terugdraaien`, {})).status).toBe(303)
    await runJobs()
    expect(await (await analyst.get(address)).text()).toContain('4 antwoorden zeggen weer wat er eerst stond')
    expect((await analyst.post(`${address}/terugdraaien`, {})).status).toBe(409)
  })

  test('says before it is adopted how many answers of all time that changes; texts that were left out stay', async () => {
    await addOtherContacts(owner, world, [
      ...['telefoon uitgelegd', 'printen vanaf telefoon', 'mobiele telefoon'].flatMap((topicText) =>
        Array.from({ length: 4 }, (_, at) => ({ topicText, elsewhere: at % 2 === 0 })),
      ),
      { topicText: 'telefoon', day: '2019-03-01' },
      { topicText: 'telefoon van buurman' },
      { topicText: 'print vanaf mijn telefoon' },
      { topicText: 'hulp bij printen vanaf telefon' },
    ])
    const [name = ''] = (await groupsShown()).filter((each) => each.endsWith(':telefon'))
    const analyst = await as('analyst')
    const query = new URLSearchParams({ groep: name })
    expect(await (await analyst.get(`/sturing/anders/voorstel?${query}`)).text()).toContain(
      'value="other:printen vanaf telefoon"',
    )
    const sent = { groep: name, whole: 'groups', labelNl: 'Telefoon', topicGroup: 'other' }
    const nothing = await analyst.post('/sturing/anders/voorstel', {
      ...sent,
      zonder: ['telefoon uitgelegd', 'printen vanaf telefoon', 'mobiele telefoon'].map((x) => `other:${x}`),
    })
    expect(nothing.status).toBe(422)
    const address = await propose({ ...sent, zonder: ['other:printen vanaf telefoon'] })
    expect(await (await analyst.get(address)).text()).toContain('Balie telt nog')
    await runJobs()
    const shown = await (await analyst.get(address)).text()
    expect(shown).toContain('Dat zijn 10 antwoorden van alle jaren samen, geteld op 24-11-2026')
    expect(shown).toContain('printen vanaf telefoon')
    expect((await analyst.post(`${address}/overnemen`, today)).status).toBe(303)
    await runJobs()
    const adopted = await (await analyst.get(address)).text()
    expect(adopted).toContain('10 antwoorden kregen de nieuwe naam')
    expect(adopted).toMatch(/href="\/beheer\/lijsten\/onderwerpen\/[a-z-]+"/)
    const { rows } = await owner.query<{ text: string }>(
      "select distinct other_text as text from contacts.questions where topic_code = 'other' order by 1",
    )
    expect(rows.map(({ text }) => text)).toEqual([
      'hulp bij printen vanaf telefon',
      'print vanaf mijn telefoon',
      'printen vanaf telefoon',
    ])
  })

  test('into an answer that ended meanwhile is refused, and stays open', async () => {
    await commonTexts()
    const address = await propose({ groep: 'other:print', intoCode: 'printing' })
    await owner.query("update lists.topics set valid_until = '2026-11-25' where code = 'printing'")
    const analyst = await as('analyst')
    const refused = await analyst.post(`${address}/overnemen`, { ...today, 'from.day': '25' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('href="#from"')
    expect((await owner.query('select from contacts.recodings')).rowCount).toBe(0)
    expect((await analyst.post(`${address}/overnemen`, today)).status).toBe(303)
    await owner.query("update lists.topics set valid_until = null where code = 'printing'")
    await runJobs()
  })

  test('is rejected with a reason that desks read', async () => {
    await commonTexts()
    const address = await propose({ groep: 'help-other:gebeld', labelNl: 'Samen gebeld' })
    const analyst = await as('analyst')
    expect((await analyst.post(`${address}/afwijzen`, { reason: '' })).status).toBe(422)
    await analyst.post(`${address}/afwijzen`, { reason: 'Dit is doorverwijzen' })
    const desk = await (await as('employee')).get(address.replace('/sturing/anders', '/balie'))
    expect(await desk.text()).toContain('Dit is doorverwijzen')
  })

  test.each([
    ['no group', {}, '#groepen'],
    ['topics and help together', { groep: ['other:print', 'help-other:gebeld'] }, '#groepen'],
    ['no name', { groep: 'other:print', labelNl: '' }, '#labelNl'],
    ['no group of topics', { groep: 'other:print', labelNl: 'Nieuw' }, '#topicGroup'],
    ['a name that is there', { groep: 'other:print', labelNl: 'DigiD', topicGroup: 'other' }, '#labelNl'],
    ['an answer that is not there', { groep: 'other:print', intoCode: 'nep' }, '#intoCode'],
    ['the ‘other’ it takes from', { groep: 'help-other:gebeld', intoCode: 'help-other' }, '#intoCode'],
    ['another ‘other’', { groep: 'other:print', intoCode: 'library-other' }, '#intoCode'],
  ])('of %s is told at the field', async (_, fields, link) => {
    await commonTexts()
    const response = await (await as('analyst')).post('/sturing/anders/voorstel', {
      whole: 'groups',
      ...fields,
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="${link}"`)
  })
})

/** What an analyst would make of the list: a name, and the words of the groups that belong to it. */
const dozen: readonly (readonly [label: string, words: RegExp])[] = [
  ['Printen', /^print|printer/],
  ['App geïnstalleerd', /\bapp\b|installer|download|geinstalleerd/],
  ['WhatsApp', /whatsapp/],
  ['Telefoon uitgelegd', /telefon|smartphon|instell/],
  ['E-mail', /mail/],
  ['Kopiëren', /kopi/],
  ['OV-chipkaart', /chipkaart|ov/],
  ['Scannen', /scan/],
  ['Wachtwoord', /wachtwoord/],
  ['Formulier', /formulier/],
  ['Foto’s', /foto/],
  ['Trein', /trein/],
]

test('a list of 2,000 texts goes from 45 % ‘other’ to under 15 % with a dozen proposals', async () => {
  const chance = new Chance('2,000 texts')
  const contacts = Array.from({ length: 4_444 }, (_, at) =>
    at < 2_000
      ? {
          helpText: otherText(chance),
          elsewhere: chance.happens(0.4),
          day: `2026-${chance.one(['02', '05', '08', '11'])}-10`,
        }
      : { elsewhere: at % 2 === 0 },
  )
  await addOtherContacts(owner, world, contacts)
  await runJobs()
  const other = async (): Promise<number> => {
    const { rows } = await owner.query<{ share: number }>(
      `select sum((cells ->> 'help-other')::integer)::float / sum((cells ->> 'known:help')::integer) as share
       from reports.figures where level = 'nation' and grain = 'month'`,
    )
    return (rows[0]?.share ?? 0) * 100
  }
  expect(await other()).toBeCloseTo(45, 0)
  const analyst = await as('analyst')
  for (const [label, words] of dozen) {
    const groep = (await groupsShown('?antwoord=help-other')).filter((name) =>
      words.test(name.replace(/^.*:/, '')),
    )
    expect(groep, label).not.toEqual([])
    const { rows } = await owner.query<{ code: string }>(
      'select code from lists.answer_options where label_nl = $1 and library_id is null',
      [label],
    )
    const address = await propose({ groep, labelNl: label, intoCode: rows[0]?.code ?? '' })
    await analyst.post(`${address}/overnemen`, today)
    await runJobs()
  }
  expect(await other()).toBeLessThan(15)
  // What is left was not taken by accident: nothing that a proposal would take is still there.
  const { rows: left } = await owner.query<{ other_text: string }>(
    "select other_text from contacts.help_given where help = 'help-other'",
  )
  const proposals = await owner.query<{ groups: Parameters<typeof belongsTo>[0] }>(
    'select groups from triage.proposals',
  )
  const belongs = belongsTo(proposals.rows.flatMap(({ groups }) => groups))
  expect(left.filter(({ other_text }) => belongs(other_text))).toEqual([])
}, 120_000)
