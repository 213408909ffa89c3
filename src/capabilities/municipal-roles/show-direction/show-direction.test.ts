import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const welfare = randomUUID()

beforeAll(async () => {
  await owner.query(
    `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
     values ($1, $2, 'welfare', 'Welzijn Eemdal', '2027-01-01', 'hand', now())`,
    [welfare, world.library],
  )
  await owner.query(
    `insert into directory.locations (id, partner_id, town, municipality_code, created_at) values ($1, $2, 'Amersfoort', 'GM0307', now())`,
    [randomUUID(), welfare],
  )
})

const day = (name: string, [year, month, date]: [string, string, string]) => ({
  [`${name}.day`]: date,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})
const idIn = (page: string) => /name="id" value="([\da-f-]{36})"/.exec(page)?.[1] ?? ''
/** The list of the kinds of one state. */
const kindsIn = (page: string, state: string) =>
  new RegExp(`<section id="soorten-${state}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? ''

test('of each kind of the guide’s list the page says how it stands here, and what to do', async () => {
  const official = await as('official')
  const page = await (await official.get('/sturing/regie?gemeente=GM0307')).text()
  const found = kindsIn(page, 'not-asked')
  expect(found).toContain('Welzijnsorganisatie')
  expect(found).toContain('Nodig Welzijn Eemdal uit')
  expect(found).toContain(`/sturing/netwerk/partner?gemeente=GM0307&amp;organisatie=${welfare}`)
  const missing = kindsIn(page, 'unknown')
  expect(missing).toContain('Vakbond')
  expect(missing).not.toContain('Welzijnsorganisatie')
  expect(missing).toContain('/balie/sociale-kaart?zoek=vakbond&amp;waar=Amersfoort')
  expect(page).not.toContain('Landelijke organisatie')

  await owner.query(
    `insert into directory.network_partners (id, municipality_code, partner_id, policy_areas, cooperation, created_at)
     values ($1, 'GM0307', $2, '{social-domain}', '{referral}', now())`,
    [randomUUID(), welfare],
  )
  const invited = await (await official.get('/sturing/regie')).text()
  expect(invited).toContain('Doen mee: Welzijnsorganisatie (1).')
  expect(invited).toContain('Er doet één organisatie mee.')
})

test('that a kind is not here may be noted with a reason, by one of two at once, and taken back', async () => {
  const official = await as('official')
  const address = '/sturing/regie/niet-hier/union?gemeente=GM0307'
  expect(await (await official.get(address)).text()).toContain('name="version" value="0"')
  expect((await official.post(address, { reason: '', version: '0' })).status).toBe(422)
  expect((await official.post(address, { reason: 'Zit in Utrecht', version: '0' })).status).toBe(303)
  expect(kindsIn(await (await official.get('/sturing/regie')).text(), 'not-here')).toContain('Zit in Utrecht')

  const second = await official.post(address, { reason: 'Is er niet', version: '0' })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Zit in Utrecht')
  expect(page).toContain('Is er niet')
  expect((await official.post(address, { reason: 'Is er niet', version: '1' })).status).toBe(303)
  expect((await official.post(address, { here: 'ja', version: '2' })).status).toBe(303)
  expect(kindsIn(await (await official.get('/sturing/regie')).text(), 'unknown')).toContain('Vakbond')
  expect((await official.get('/sturing/regie/niet-hier/national')).status).toBe(404)
})

test('what comes first is kept once, changed with its version, and ends; the desk of the municipality sees it', async () => {
  const official = await as('official')
  const address = '/sturing/regie/voorrang?gemeente=GM0307'
  const wrong = await official.post(address, {
    kind: '',
    name: '',
    why: 'omdat ik het wil',
    ...day('fromDay', ['2026', '2', '30']),
    ...day('untilDay', ['2026', '', '']),
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['kind', 'name', 'fromDay', 'untilDay']) expect(page).toContain(`href="#${id}"`)
  expect(page).toContain('omdat ik het wil')
  const backwards = await official.post(address, {
    kind: 'group',
    name: 'x',
    why: '',
    ...day('fromDay', ['2026', '2', '3']),
    ...day('untilDay', ['2026', '2', '3']),
  })
  expect(await backwards.text()).toContain('Kies een dag na de eerste dag')

  const id = idIn(await (await official.get(address)).text())
  const facts = {
    id,
    kind: 'group',
    name: 'Jongeren die 18 worden',
    why: 'Zij regelen voor het eerst zelf',
    ...day('fromDay', ['2026', '9', '1']),
  }
  for (const _ of [1, 2]) expect((await official.post(address, facts)).status).toBe(303)
  expect((await official.post(address, { ...facts, name: 'Iets anders' })).status).toBe(409)
  const overview = await (await official.get('/sturing/regie')).text()
  expect(overview.match(/Jongeren die 18 worden/g)).toHaveLength(1)

  for (const person of ['coordinator', 'manager'] as const) {
    const desk = await (await (await as(person)).get('/balie/gemeente')).text()
    expect(desk).toContain('Zij regelen voor het eerst zelf')
  }
  expect(await (await (await as('otherManager')).get('/balie/gemeente')).text()).not.toContain(
    'Jongeren die 18',
  )

  const one = `/sturing/regie/voorrang/${id}?gemeente=GM0307`
  expect((await official.post(one, { ...facts, name: 'Jongeren', version: '1' })).status).toBe(303)
  const late = await official.post(one, { ...facts, name: 'Wie 18 wordt', version: '1' })
  expect(late.status).toBe(409)
  const both = await late.text()
  expect(both).toContain('<dd>Jongeren</dd>')
  expect(both).toContain('value="Wie 18 wordt"')
  expect(both).toContain('name="version" value="2"')
  await official.post(one, {
    ...facts,
    name: 'Wie 18 wordt',
    version: '2',
    ...day('untilDay', ['2026', '11', '24']),
  })
  expect(await (await official.get('/sturing/regie')).text()).toContain('Voorbij (1)')
  expect(await (await (await as('coordinator')).get('/balie/gemeente')).text()).not.toContain('Wie 18 wordt')
})

test('officials are at a desk of the own municipality; another’s desk cannot be chosen', async () => {
  const official = await as('official')
  await owner.query("update desks.desks set variant = 'broad' where id = $1", [world.desk])
  expect(await (await official.get('/sturing/regie')).text()).toContain(
    'Ontwikkelplein waar nog niemand van jullie is: Eemdal Centrum',
  )
  const address = '/sturing/regie/aanwezig?gemeente=GM0307'
  const facts = {
    deskId: world.desk,
    kind: 'development-square',
    who: 'Consulent minimaregelingen',
    times: 'elke dinsdag van 10 tot 12 uur',
    ...day('fromDay', ['2026', '11', '1']),
  }
  expect((await official.post(address, { ...facts, deskId: world.otherDesk })).status).toBe(422)
  expect((await official.post(address, { ...facts, who: '', times: '' })).status).toBe(422)
  const sent = { ...facts, id: randomUUID() }
  for (const _ of [1, 2]) expect((await official.post(address, sent)).status).toBe(303)
  expect((await official.post(address, { ...sent, times: 'dinsdag' })).status).toBe(409)
  const page = await (await official.get('/sturing/regie')).text()
  expect(page).toContain('elke dinsdag van 10 tot 12 uur')
  expect(page).not.toContain('waar nog niemand van jullie is')
  expect(await (await (await as('coordinator')).get('/balie/gemeente')).text()).toContain(
    'Consulent minimaregelingen, elke dinsdag',
  )
})

test('another municipality’s things are not there; who is no official comes in nowhere', async () => {
  const official = await as('official')
  const { rows } = await owner.query('select id from municipal_roles.priorities limit 1')
  await owner.query("update municipal_roles.priorities set municipality_code = 'GM0344'")
  expect((await official.get(`/sturing/regie/voorrang/${rows[0].id}`)).status).toBe(404)
  expect((await official.get('/sturing/regie?gemeente=GM0344')).status).toBe(404)
  expect((await (await as('manager')).get('/sturing/regie')).status).toBe(403)
})

test('a municipality that merged keeps its things, and its successor goes on with them', async () => {
  await owner.query(
    "update organisations.municipalities set valid_until = '2026-01-01', successor_code = 'GM0307' where code = 'GM0344'",
  )
  const official = await as('official')
  const page = await (await official.get('/sturing/regie?gemeente=GM0344')).text()
  expect(page).toContain('Wie 18 wordt')
  expect(page).toContain('Open het netwerk')
  const { rows } = await owner.query('select id, version from municipal_roles.priorities')
  const changed = await official.post(`/sturing/regie/voorrang/${rows[0].id}?gemeente=GM0344`, {
    kind: 'group',
    name: 'Nieuwkomers',
    why: '',
    version: String(rows[0].version),
    ...day('fromDay', ['2026', '9', '1']),
  })
  expect(changed.status).toBe(303)
})
