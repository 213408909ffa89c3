import { describe, expect, test } from 'vitest'
import { anybody } from '../../../../tests/support/anybody-organizations.ts'
import { addEntry } from '../../../../tests/support/directory-entry.ts'
import {
  bare,
  confirm,
  countsIn,
  page,
  start,
  type Told,
  told,
  work,
} from '../../../../tests/support/directory-import.ts'
import { example, hasSpecification, lostFrom } from '../../../../tests/support/hsds.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { importPath } from '../import-run.ts'

const here = await testApp()
const there = await testApp()

describe('what goes in comes out', () => {
  test.runIf(hasSpecification)(
    'the examples of the specification, with nothing lost but persons',
    async () => {
      const document = example('organization_full') as unknown as Told
      const path = await start(here, 'administrator', {
        content: JSON.stringify(document),
        source: 'Voorbeeld',
      })
      const html = await page(here, 'administrator', path)
      expect(countsIn(html)).toMatchObject({ Nieuw: 1 })
      expect(html).toMatch(/\d+ contactpersonen in de bron/)
      expect(await told(here)).not.toContainEqual(expect.objectContaining({ id: document.id }))
      await confirm(here, 'administrator', path)
      const out = (await told(here)).find(({ id }) => id === document.id)
      expect(lostFrom(bare(withoutContacts(document)), bare(out))).toEqual([])
      const { rows } = await here.owner.query(
        `select 1 from directory.partners where source_document::text ~ 'Ann Persona'`,
      )
      expect(rows).toEqual([])
    },
  )

  test('anybody’s organisations, unknown fields included: into one installation, and by its feed into another', async () => {
    const sent = anybody(20261127, 60)
    const path = await start(here, 'administrator', { content: JSON.stringify(sent), source: 'Willekeur' })
    expect(countsIn(await page(here, 'administrator', path))).toMatchObject({ Nieuw: 60 })
    await confirm(here, 'administrator', path)
    const first = await told(here)
    for (const each of sent)
      expect(lostFrom(bare(each), bare(first.find(({ id }) => id === each.id)))).toEqual([])

    const ours = first.filter(({ id }) => sent.some((each) => each.id === id))
    const again = await start(there, 'administrator', {
      content: JSON.stringify({ contents: ours }),
      source: 'Onze feed',
    })
    await confirm(there, 'administrator', again)
    const second = (await told(there)).filter(({ id }) => sent.some((each) => each.id === id))
    expect(bare(second)).toEqual(bare(ours))

    // The same once more changes nothing, there nor here.
    const same = await start(there, 'administrator', {
      content: JSON.stringify({ contents: ours }),
      source: 'Onze feed',
    })
    expect(countsIn(await page(there, 'administrator', `${same}?welke=alles`))).toEqual({
      Hetzelfde: 60,
      Alles: 60,
    })
    const own = await start(here, 'administrator', {
      content: JSON.stringify({ contents: ours }),
      source: 'Onze feed',
    })
    expect(countsIn(await page(here, 'administrator', `${own}?welke=alles`))).toEqual({
      Hetzelfde: 60,
      Alles: 60,
    })
  })
})

/** The document as it may be kept. */
const withoutContacts = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inside) =>
      name === 'contacts' || name === 'updated_by' ? undefined : inside,
    ),
  )

describe('an organisation that is known', () => {
  const organization = (changes: object = {}) => ({
    id: '11111111-2222-4333-8444-555555555555',
    name: 'Wijkhulp',
    description: 'Hulp in de wijk',
    phones: [{ id: '11111111-2222-4333-8444-555555555556', number: '033 111 11 11' }],
    services: [{ id: '11111111-2222-4333-8444-555555555557', name: 'Inloop', status: 'active' }],
    ...changes,
  })
  const take = (content: object) =>
    start(here, 'manager', { content: JSON.stringify([content]), source: 'Wijkkaart' })
  const now = async () =>
    (
      await here.owner.query(
        `select phone, description, ended_on, version from directory.partners where source = 'Wijkkaart'`,
      )
    ).rows

  test('follows its source; what somebody changed here stays', async () => {
    await confirm(here, 'manager', await take(organization()))
    await here.owner.query(`update directory.partners set phone = '033 222 22 22' where source = 'Wijkkaart'`)
    const path = await take(
      organization({ description: 'Nieuwe tekst', phones: [{ id: 'x', number: '033 333 33 33' }] }),
    )
    expect(countsIn(await page(here, 'manager', path))).toMatchObject({ Verandert: 1 })
    await confirm(here, 'manager', path)
    expect(await now()).toMatchObject([{ phone: '033 222 22 22', description: 'Nieuwe tekst' }])
  })

  test('a service that the source leaves out is not offered any more; one that was added here is', async () => {
    await here.owner.query(
      `insert into directory.services (id, partner_id, name, created_at) select gen_random_uuid(), id, 'Van ons', now() from directory.partners where source = 'Wijkkaart'`,
    )
    await confirm(
      here,
      'manager',
      await take(
        organization({
          services: [{ id: '21111111-2222-4333-8444-555555555557', name: 'Spreekuur', status: 'active' }],
        }),
      ),
    )
    const { rows } = await here.owner.query(
      `select s.name, s.active from directory.services s join directory.partners p on p.id = s.partner_id where p.source = 'Wijkkaart' order by 1`,
    )
    expect(rows).toEqual([
      { name: 'Inloop', active: false },
      { name: 'Spreekuur', active: true },
      { name: 'Van ons', active: true },
    ])
  })

  test('that is gone from the source ends only when somebody chooses so', async () => {
    const other = organization({
      id: '31111111-2222-4333-8444-555555555555',
      name: 'Een ander',
      phones: [],
      services: [],
    })
    const path = await take(other)
    expect(countsIn(await page(here, 'manager', path))).toMatchObject({
      Nieuw: 1,
      'Verdwenen uit de bron': 1,
    })
    await confirm(here, 'manager', path)
    expect((await now()).filter(({ ended_on }) => ended_on === null)).toHaveLength(2)
    await confirm(here, 'manager', await take(other), { verdwenen: 'weghalen' })
    expect((await now()).filter(({ ended_on }) => ended_on !== null)).toHaveLength(1)
  })

  test.each([
    ['its telephone', { name: 'Heel anders', phones: [{ id: 'x', number: '+31 33 765 43 21' }] }],
    ['its website', { name: 'Ook anders', website: 'http://www.met-de-hand.example/' }],
  ])('made by hand and met by %s is overwritten by choice alone', async (_how, changes) => {
    const { partner } = await addEntry(here.owner, {
      libraryId: here.world.library,
      name: 'Met de hand',
      phone: '033 765 43 21',
    })
    await here.owner.query(
      `update directory.partners set website = 'https://met-de-hand.example' where id = $1`,
      [partner],
    )
    const sent = {
      content: JSON.stringify([{ ...changes, id: '41111111-2222-4333-8444-555555555555', description: '' }]),
      source: 'Elders',
    }
    const nameOf = async (): Promise<string> =>
      (await here.owner.query('select name from directory.partners where id = $1', [partner])).rows[0].name
    const path = await start(here, 'manager', sent)
    expect(countsIn(await page(here, 'manager', path))).toMatchObject({ 'Bestaat al': 1 })
    await confirm(here, 'manager', path)
    expect(await nameOf()).toBe('Met de hand')
    await confirm(here, 'manager', await start(here, 'manager', sent), { andere: 'overschrijven' })
    expect(await nameOf()).toBe(changes.name)
    await here.owner.query(`update directory.partners set ended_on = '2026-01-01' where id = $1`, [partner])
  })
})

describe('a table', () => {
  const table = `Naam;Nummer;Straat;Huisnummer;Postcode;Plaats;Telefoon;Website;Dienst;Onderwerpen;Talen;Openingstijden;Kleur
Taalhuis;7;Plein;1;3811ab;Amersfoort;033 000 00 01;taalhuis.example;Taalcafé;DigiD;Turks;di 10-12;rood
Taalhuis;7;Plein;1;3811ab;Amersfoort;033 000 00 01;taalhuis.example;Spreekuur;;;;blauw
;8;;;;;;;;;;;
`
  test('says what its columns hold, and becomes organisations with their services', async () => {
    const path = await start(here, 'manager', { content: table, source: 'Tabel' })
    const html = await page(here, 'manager', path)
    expect(html).toContain('Wat staat in welke kolom?')
    const chosen: Record<string, string> = {}
    for (const [, index, options = ''] of html.matchAll(/name="kolom-(\d+)">(.*?)<\/select>/gs))
      chosen[`kolom-${index}`] = /value="([^"]*)" selected/.exec(options)?.[1] ?? ''
    expect(Object.values(chosen)).toEqual([
      'name',
      'number',
      'street',
      'house-number',
      'postcode',
      'town',
      'phone',
      'website',
      'service',
      'topics',
      'languages',
      'hours',
      '',
    ])
    const browser = await here.as('manager')
    const wrong = await browser.post(`${path}/kolommen`, { ...chosen, 'kolom-0': '', 'kolom-12': 'phone' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Dit koos je al bij een andere kolom')
    expect((await browser.post(`${path}/kolommen`, chosen)).status).toBe(303)
    await work(here)
    expect(countsIn(await page(here, 'manager', path))).toEqual({ Nieuw: 1, 'Klopt niet': 1, Alles: 2 })
    await confirm(here, 'manager', path)
    const { rows } = await here.owner.query(
      `select p.name, p.website, l.street, l.house_number, l.postcode, l.municipality_code, l.latitude is not null as has_point,
         array_agg(s.name order by s.name) as services, bool_or('tr' = any (s.languages)) as turkish
       from directory.partners p join directory.locations l on l.partner_id = p.id join directory.services s on s.partner_id = p.id
       where p.source = 'Tabel' group by 1, 2, 3, 4, 5, 6, 7`,
    )
    expect(rows).toEqual([
      {
        name: 'Taalhuis',
        website: 'https://taalhuis.example',
        street: 'Plein',
        house_number: '1',
        postcode: '3811 AB',
        municipality_code: 'GM0307',
        has_point: true,
        services: ['Spreekuur', 'Taalcafé'],
        turkish: true,
      },
    ])
    const again = await start(here, 'manager', { content: table, source: 'Tabel' })
    await browser.post(`${again}/kolommen`, chosen)
    await work(here)
    expect(countsIn(await page(here, 'manager', again))).toMatchObject({ Hetzelfde: 1 })
  })
})

test('a table in which cells are wrong says of each row what is left out, and nothing of it is written', async () => {
  const content = `Naam;Soort;Telefoon;E-mail;Postcode;Plaats;Onderwerpen;Openingstijden
Foute Hulp;ruimtevaart;abc;geenmail;0000 XX;Amersfoort;Toverkunst;morgen
Goede Hulp;welzijn;0330000002;goed@hulp.example;3811 ab;Amersfoort;;ma-di 9-12
`
  const path = await start(here, 'manager', { content, source: 'Fouten' })
  const browser = await here.as('manager')
  const fields = ['name', 'kind', 'phone', 'email', 'postcode', 'town', 'topics', 'hours']
  const chosen = Object.fromEntries(fields.map((field, index) => [`kolom-${index}`, field]))
  expect((await browser.post(`${path}/kolommen`, chosen)).status).toBe(303)
  await work(here)
  const html = await page(here, 'manager', path)
  for (const said of [
    'Niet ingelezen: Soort organisatie: ruimtevaart',
    'Niet ingelezen: Telefoonnummer: abc',
    'Niet ingelezen: E-mailadres: geenmail',
    'Niet ingelezen: Postcode: 0000 XX',
    'Niet ingelezen: Onderwerpen: Toverkunst',
    'Alleen als tekst: Openingstijden: morgen',
  ])
    expect(html).toContain(said)
  expect(html.match(/Niet ingelezen/g)).toHaveLength(5)
  expect(html).toContain('goed@hulp.example')
  await confirm(here, 'manager', path)
  const { rows } = await here.owner.query(
    `select p.name, p.kind, p.phone, p.email, l.postcode, count(h.weekday)::int as hours
     from directory.partners p join directory.locations l on l.partner_id = p.id left join directory.hours h on h.partner_id = p.id
     where p.source = 'Fouten' group by 1, 2, 3, 4, 5 order by 1`,
  )
  expect(rows).toEqual([
    { name: 'Foute Hulp', kind: 'other', phone: null, email: null, postcode: null, hours: 0 },
    {
      name: 'Goede Hulp',
      kind: 'welfare',
      phone: '033 000 00 02',
      email: 'goed@hulp.example',
      postcode: '3811 AB',
      hours: 2,
    },
  ])
  const done = await page(here, 'manager', path)
  expect(done).toContain('Niet ingelezen: Telefoonnummer')
  expect(done).not.toContain('geenmail')
})

describe('an import', () => {
  test.each([
    ['nothing at all', {}, 'Kies een bestand waar iets in staat'],
    ['both', { content: '[]', address: 'https://voorbeeld.nl/hsds' }, 'niet allebei'],
    ['no name for its source', { content: '[]', source: '' }, 'Geef de bron een naam'],
    ['a name that is not to be taken', { content: '[]', source: 'Hand' }, 'Kies een andere naam'],
    ['another kind of address', { address: 'ftp://voorbeeld.nl' }, 'begint met https://'],
    ['a picture', { content: '\u0000PNG' }, 'geen bestand dat Balie kan lezen'],
  ])('of %s says what to do', async (_what, sent, message) => {
    await expect(start(here, 'manager', sent)).rejects.toThrow(message)
  })

  test.each([
    ['{"half": ', 'no-json'],
    ['[]', 'no-organizations'],
    ['{"name": 3}', 'wrong'],
  ])('of %s is refused', async (content, problem) => {
    const path = await start(here, 'manager', { content })
    const { rows } = await here.owner.query(
      'select coalesce(problem, status) as problem from directory.import_runs where id = $1',
      [path.split('/').at(-1)],
    )
    if (problem === 'wrong')
      expect(countsIn(await page(here, 'manager', path))).toMatchObject({ 'Klopt niet': 1 })
    else expect(rows).toEqual([{ problem }])
  })

  test('is of who began it: another library does not see it; stopped it is erased', async () => {
    const path = await start(here, 'manager', {
      content: JSON.stringify([{ name: 'Iets', description: '' }]),
    })
    expect((await (await here.as('otherManager')).get(path)).status).toBe(404)
    expect((await (await here.as('otherManager')).post(`${path}/inlezen`, {})).status).toBe(404)
    const browser = await here.as('manager')
    expect((await browser.post(`${path}/stoppen`, {})).headers.get('location')).toBe(
      `${importPath}?gestopt=ja`,
    )
    const { rows } = await here.owner.query(
      'select count(*)::int as rows from directory.import_rows where run_id = $1',
      [path.split('/').at(-1)],
    )
    expect(rows).toEqual([{ rows: 0 }])
  })

  test.each(['coordinator', 'volunteer', 'analyst', 'partner'] as const)('a %s may not', async (person) => {
    expect((await (await here.as(person)).get(importPath)).status).toBe(403)
  })
})
