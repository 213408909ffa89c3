import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'
import { measureNames } from '../goal.ts'

const { as, owner, world, runJobs, clock } = await testApp()
await addHistory(owner, world)
await runJobs()

const official = await as('official')
const day = (name: string, text: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}
const thisYear = { ...day('from', '2026-01-01'), ...day('until', '2026-12-31') }
const base2025 = { ...day('base-from', '2025-01-01'), ...day('base-until', '2025-12-31') }
const fields = (more: Fields = {}): Fields => ({
  id: randomUUID(),
  title: 'Meer bereik',
  scope: 'municipality',
  target: 'absolute',
  'target-value': '2000',
  ...thisYear,
  ...more,
})
const add = (measure: string, more: Fields = {}) =>
  official.post(`/sturing/doelen/nieuw?gemeente=GM0307&meten=${measure}`, fields(more))
const stored = async (title: string) =>
  (await owner.query('select * from goals.goals where title = $1 order by created_at', [title])).rows

/** The page of a goal that is added, without its marks. */
async function pageOf(measure: string, more: Fields = {}): Promise<string> {
  const response = await add(measure, more)
  expect([measure, response.status]).toEqual([measure, 303])
  const page = await (await official.get(response.headers.get('location') ?? '')).text()
  return page
    .slice(page.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

async function counted(where: string): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as number from contacts.contacts where deleted_at is null and ${where}`,
  )
  return rows[0].number
}
const in2026 = "occurred_on between '2026-01-01' and '2026-11-24'"

test('a goal begins with what is measured; each measure has a form of its own', async () => {
  const choose = await (await official.get('/sturing/doelen/nieuw')).text()
  for (const measure of measureNames) {
    expect(choose).toContain(`meten=${measure}`)
    const page = await official.get(`/sturing/doelen/nieuw?gemeente=GM0307&meten=${measure}`)
    expect([measure, page.status]).toEqual([measure, 200])
  }
  expect((await official.post('/sturing/doelen/nieuw?meten=geluk', {})).status).toBe(404)
})

test("Rotterdam's three goals stand ready, filled in", async () => {
  const reach = await (await official.get('/sturing/doelen/nieuw?gemeente=GM0307&voorbeeld=reach')).text()
  expect(reach).toMatch(/name="target-percent"[^>]*value="30"/)
  expect(reach).toMatch(/value="relative" checked/)
  expect(reach).toMatch(/name="base-from.year"[^>]*value="2025"/)
  const score = await (await official.get('/sturing/doelen/nieuw?gemeente=GM0307&voorbeeld=score')).text()
  expect(score).toMatch(/name="target-value"[^>]*value="7"/)
  const referrals = await (
    await official.get('/sturing/doelen/nieuw?gemeente=GM0307&voorbeeld=referrals')
  ).text()
  expect(referrals).toContain('een voorstel van Balie')
})

test('what is wrong is told at each field, and nothing that was typed is lost', async () => {
  const wrong = await add('score', {
    title: '',
    'target-value': 'zeven',
    ...day('until', '2026-2-30'),
    note: 'bel 123456782',
    area: 'Vathorst',
    scope: `desk:${world.otherDesk}`,
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['title', 'target-value', 'until', 'note', 'scope'])
    expect(page).toContain(`href="#${field}"`)
  for (const typed of ['Vathorst', 'zeven', 'bel 123456782']) expect(page).toContain(typed)
  expect(await (await add('score', { 'target-value': '11' })).text()).toContain(
    'cijfer in van 0 tot en met 10',
  )
  expect(await (await add('satisfied', { 'target-value': '101' })).text()).toContain('percentage in van 0')
  expect(await (await add('contacts', { ...day('until', '2025-12-31') })).text()).toContain(
    'ligt voor de eerste',
  )
  expect(await (await add('referrals', { ...day('until', '2026-11-30') })).text()).toContain('hele kwartalen')
  expect(await (await add('age', {})).text()).toContain('Kies een van de antwoorden')
  expect(await (await add('own', {})).text()).toContain('Schrijf wat je telt')
  // What the other kind of target asks is not looked at.
  const relative = await add('contacts', {
    target: 'relative',
    'target-value': 'x',
    'target-percent': '0',
    ...base2025,
  })
  const html = await relative.text()
  expect(html).toContain('href="#target-percent"')
  expect(html).not.toContain('href="#target-value"')
  const withoutBase = await add('contacts', { target: 'relative', 'target-percent': '10' })
  expect(await withoutBase.text()).toContain('href="#base-from"')
})

test.each([
  ['1.234,5', '1234.50'],
  ['1,234.5', '1234.50'],
  ['1234', '1234.00'],
])('a number typed as %s is kept as it was meant', async (typed, kept) => {
  const title = `Getal ${typed}`
  expect((await add('contacts', { title, 'target-value': typed })).status).toBe(303)
  expect(await stored(title)).toMatchObject([{ target_value: kept }])
})

test.each([
  ['+30 %', '30.00'],
  ['-10', '-10.00'],
  ['−2,5%', '-2.50'],
])('a percentage typed as %s is kept as it was meant', async (typed, kept) => {
  const title = `Procent ${typed}`
  const response = await add('contacts', { title, target: 'relative', 'target-percent': typed, ...base2025 })
  expect(response.status).toBe(303)
  expect(await stored(title)).toMatchObject([{ target_percent: kept, target_value: null }])
})

test('the same form sent twice is one goal', async () => {
  const twice = fields({ title: 'Dubbel' })
  for (const _ of [1, 2]) {
    const response = await official.post('/sturing/doelen/nieuw?gemeente=GM0307&meten=contacts', twice)
    expect(response.status).toBe(303)
  }
  expect(await stored('Dubbel')).toHaveLength(1)
  const other = await official.post('/sturing/doelen/nieuw?gemeente=GM0307&meten=contacts', {
    ...twice,
    title: 'Heel iets anders',
  })
  expect(other.status).toBe(409)
  const page = await other.text()
  for (const text of ['Heel iets anders', 'Je hebt dit formulier al verstuurd']) expect(page).toContain(text)
  expect(await stored('Heel iets anders')).toHaveLength(0)
})

test('of two officials at once the second sees what the first made of it, and loses nothing', async () => {
  await add('contacts', { title: 'Samen' })
  const [goal] = await stored('Samen')
  const address = `/sturing/doelen/${goal.id}/wijzigen?gemeente=GM0307`
  const sent = (note: string, version: string) => fields({ title: 'Samen', note, version })
  expect((await official.post(address, sent('de eerste', '1'))).status).toBe(303)
  const second = await official.post(address, sent('de tweede', '1'))
  expect(second.status).toBe(409)
  const page = await second.text()
  for (const text of ['de eerste', 'de tweede', 'name="version" value="2"']) expect(page).toContain(text)
  expect((await official.post(address, sent('de tweede', '2'))).status).toBe(303)
  expect(await stored('Samen')).toMatchObject([{ note: 'de tweede', version: 3 }])
})

test('a goal is dropped with a reason, and stands among those', async () => {
  await add('contacts', { title: 'Toch niet' })
  const [goal] = await stored('Toch niet')
  const address = `/sturing/doelen/${goal.id}/wijzigen`
  const sent = fields({ title: 'Toch niet', version: '1', stopped: 'ja' })
  expect(await (await official.post(address, sent)).text()).toContain('href="#stopped-reason"')
  expect((await official.post(address, { ...sent, 'stopped-reason': 'Bezuiniging' })).status).toBe(303)
  const list = await (await official.get('/sturing/doelen')).text()
  expect(list.indexOf('Toch niet')).toBeGreaterThan(list.indexOf('Vervallen doelen'))
  expect(list).toContain('Bezuiniging')
})

describe('progress comes to what was counted', () => {
  test('contacts and questions, of the municipality, a library, a desk', async () => {
    const all = await counted(`municipality_code = 'GM0307' and ${in2026}`)
    const centre = await counted(`desk_id = '${world.desk}' and ${in2026}`)
    const say = (number: number): string => number.toLocaleString('nl-NL')
    expect(await pageOf('contacts')).toContain(`Nu ${say(all)} Hulpcontacten`)
    expect(await pageOf('contacts', { scope: `library:${world.library}` })).toContain(
      `Nu ${say(all)} Hulpcontacten`,
    )
    expect(await pageOf('contacts', { scope: `desk:${world.desk}` })).toContain(
      `Nu ${say(centre)} Hulpcontacten`,
    )
    expect(centre).toBeLessThan(all)
    const { rows } = await owner.query(
      `select count(*)::int as number from contacts.questions q join contacts.contacts c on c.id = q.contact_id
       where c.municipality_code = 'GM0307' and c.${in2026}`,
    )
    expect(await pageOf('questions')).toContain(`Nu ${say(rows[0].number)} Vragen`)
  })

  test('against a year before, with a forecast that a colleague can follow', async () => {
    const before = await counted(
      "municipality_code = 'GM0307' and occurred_on between '2025-01-01' and '2025-12-31'",
    )
    const page = await pageOf('contacts', { target: 'relative', 'target-percent': '30', ...base2025 })
    expect(page).toContain(`2025: ${before.toLocaleString('nl-NL')} hulpcontacten, geteld door Balie`)
    expect(page).toContain(`${Math.round(before * 1.3).toLocaleString('nl-NL')} hulpcontacten`)
    expect(page).toMatch(/Verwacht op 31 december 2026 [\d.]+ tot [\d.]+ het midden is/)
    expect(page).toContain('november 2026 (nog niet hele maand)')
  })

  test('against a year of which counting began halfway: that is said, and what is typed counts', async () => {
    const from2024 = { ...day('base-from', '2024-01-01'), ...day('base-until', '2024-12-31') }
    const relative = { target: 'relative', 'target-percent': '30', ...from2024 }
    expect(await pageOf('contacts', relative)).toContain('telde Balie pas vanaf oktober 2024')
    const typed = await pageOf('contacts', { ...relative, 'base-value': '1.000' })
    expect(typed).toContain('1.000 hulpcontacten, zelf ingevuld')
    expect(typed).toContain('1.300 hulpcontacten')
  })

  test('who is content, as a share of who was asked', async () => {
    const where = `municipality_code = 'GM0307' and ${in2026}`
    const yes = await counted(`${where} and satisfied = 'satisfied-yes'`)
    const asked = await counted(
      `${where} and satisfied in ('satisfied-yes', 'satisfied-partly', 'satisfied-no')`,
    )
    const share = ((yes / asked) * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 })
    const page = await pageOf('satisfied', { 'target-value': '80' })
    expect(page).toContain(`${share} % tevreden`)
    expect(page).toContain(`van ${asked.toLocaleString('nl-NL')} antwoorden`)
    expect((await add('satisfied', { scope: `desk:${world.desk}`, 'target-value': '80' })).status).toBe(422)
  })

  test('people of an age by quarters that are over; where these are few nothing is told', async () => {
    const where = "municipality_code = 'GM0307' and occurred_on between '2026-01-01' and '2026-09-30'"
    const old = await counted(`${where} and age = 'age-65-plus'`)
    expect(await pageOf('age', { detail: 'age-65-plus' })).toContain(
      `Nu ${old.toLocaleString('nl-NL')} Hulpcontacten, leeftijd: Ouder dan 65`,
    )
    const young = await pageOf('age', { detail: 'age-0-17' })
    expect(young).toContain('minder dan 10')
    expect(young).toContain('Niet te zeggen')
  })

  test('hours and reach as they are now; nothing known is said so', async () => {
    expect(await pageOf('hours', { 'target-value': '40' })).toContain('Vul een meting in')
    expect(await pageOf('coverage', { detail: '5', 'target-value': '90' })).toMatch(/Inwoners binnen 5 km/)
  })
})

test('what is measured by hand counts from its day on; twice the same is one; struck out it counts no more', async () => {
  await add('score', { title: 'Een zeven', 'target-value': '7' })
  const [goal] = await stored('Een zeven')
  const address = `/sturing/doelen/${goal.id}`
  const wrong = await official.post(`${address}/meting`, {
    value: '12',
    source: '',
    ...day('day', '2026-12-01'),
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['value', 'source', 'day']) expect(page).toContain(`href="#${field}"`)
  const sent = {
    id: randomUUID(),
    value: '7,4',
    source: 'Enquête, 60 antwoorden',
    ...day('day', '2026-10-01'),
  }
  for (const _ of [1, 2]) expect((await official.post(`${address}/meting`, sent)).status).toBe(303)
  const changed = await official.post(`${address}/meting`, { ...sent, source: 'Een andere telling' })
  expect(changed.status).toBe(409)
  expect(await changed.text()).toContain('Een andere telling')
  const shown = await (await official.get(address)).text()
  expect(shown).toContain('een 7,4')
  expect(shown).toContain('Op koers')
  expect(shown).not.toContain('Gehaald')
  expect(shown.match(/Enquête, 60 antwoorden<\/td>/g)).toHaveLength(1)
  await official.post(`${address}/meting/${sent.id}/doorhalen`, {})
  const after = await (await official.get(address)).text()
  expect(after).toContain('<s>7,4</s>')
  expect(after).toContain('Er is nog niets gemeten')
  // What Balie counts is not typed.
  await add('contacts', { title: 'Geteld' })
  const [other] = await stored('Geteld')
  expect((await official.post(`/sturing/doelen/${other.id}/meting`, sent)).status).toBe(404)
})

test('courses add up', async () => {
  await add('courses', { title: 'Tien cursussen', 'target-value': '10' })
  const [goal] = await stored('Tien cursussen')
  for (const [value, on] of [
    ['3', '2026-03-01'],
    ['4', '2026-06-01'],
    ['5', '2025-06-01'],
  ] as const)
    await official.post(`/sturing/doelen/${goal.id}/meting`, {
      id: randomUUID(),
      value,
      source: 'Bibliotheek',
      ...day('day', on),
    })
  expect(await (await official.get(`/sturing/doelen/${goal.id}`)).text()).toContain('7 cursussen')
})

test('a library reads what was agreed with it, and nothing else; another municipality nothing', async () => {
  await add('contacts', { title: 'Met Eemdal', 'agreed-library': world.library })
  await add('contacts', { title: 'Met Domstad', 'agreed-library': world.otherLibrary })
  const eemdal = await (await (await as('manager')).get('/sturing/doelen/bibliotheek')).text()
  expect(eemdal).toContain('Met Eemdal')
  expect(eemdal).not.toContain('Met Domstad')
  const all = (await counted(`municipality_code = 'GM0307' and ${in2026}`)).toLocaleString('nl-NL')
  expect(eemdal).toContain(`${all} hulpcontacten`)
  const domstad = await (await (await as('otherManager')).get('/sturing/doelen/bibliotheek')).text()
  expect(domstad).toContain('Met Domstad')
  expect(domstad).not.toContain('Met Eemdal')
  expect(domstad).not.toContain(all)
  const [goal] = await stored('Met Eemdal')
  for (const person of ['manager', 'coordinator', 'analyst', 'administrator'] as const)
    expect((await (await as(person)).get(`/sturing/doelen/${goal.id}`)).status).toBe(403)
  expect((await (await as('official')).get('/sturing/doelen/bibliotheek')).status).toBe(403)
  await owner.query(`update goals.goals set municipality_code = 'GM0344' where id = $1`, [goal.id])
  for (const path of ['', '/wijzigen'])
    expect((await official.get(`/sturing/doelen/${goal.id}${path}`)).status).toBe(404)
  expect((await official.get('/sturing/doelen?gemeente=GM0344')).status).toBe(404)
})

test('a library sees of a goal of all desks only its own part, and nothing is judged', async () => {
  await add('contacts', { title: 'Met zijn allen', 'agreed-library': world.library })
  // A desk of another library in the same municipality: what is counted there is not of this one.
  await owner.query(`update desks.desks set municipality_code = 'GM0307' where id = $1`, [world.otherDesk])
  const page = await (await (await as('manager')).get('/sturing/doelen/bibliotheek')).text()
  const card = page.slice(page.indexOf('Met zijn allen'))
  const own = await counted(`library_id = '${world.library}' and ${in2026}`)
  expect(card).toContain('alleen wat bij jullie informatiepunten is geteld')
  expect(card).toContain(`${own.toLocaleString('nl-NL')} hulpcontacten`)
  await owner.query(`update desks.desks set municipality_code = 'GM0344' where id = $1`, [world.otherDesk])
})

test('referrals count by quarters of which nothing changes any more, and not where these are few', async () => {
  const refer = async (day: string, often: number, warmth: string) => {
    for (let number = 0; number < often; number += 1)
      await owner.query(
        `insert into referrals.referrals (id, code, direction, warmth, library_id, desk_id, municipality_code, partner_id, state, state_since, made_at, made_on)
         values ($1, $7, 'out', $2, $3, $4, 'GM0307', $5, 'sent', $6::date, $6::date, $6::date)`,
        [randomUUID(), warmth, world.library, world.desk, partner, day, randomUUID()],
      )
  }
  const partner = randomUUID()
  await owner.query(
    `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
     values ($1, $2, 'welfare', 'Welzijn Eemdal', '2027-01-01', 'hand', now())`,
    [partner, world.library],
  )
  await refer('2026-02-03', 12, 'plain')
  await refer('2026-02-04', 15, 'warm')
  const quarter = { ...day('from', '2026-01-01'), ...day('until', '2026-03-31') }
  expect(await pageOf('referrals', { ...quarter, 'target-value': '20' })).toContain('Nu 27 Doorverwijzingen')
  expect(await pageOf('warm', { ...quarter, 'target-value': '50' })).toContain('Nu 55,6 % ')
  await refer('2026-05-04', 9, 'plain')
  const half = { ...day('from', '2026-01-01'), ...day('until', '2026-06-30') }
  const few = await pageOf('referrals', { ...half, 'target-value': '20' })
  expect(few).toContain('2e kwartaal 2026 minder dan 10')
  expect(few).not.toContain('36')
})

test('what was referred in a municipality that merged counts with its successor, and not where one of both is few', async () => {
  await owner.query(
    `update organisations.municipalities set valid_until = '2026-01-01', successor_code = 'GM0307' where code = 'GM0308'`,
  )
  const refer = async (day: string, municipality: string, often: number) => {
    for (let number = 0; number < often; number += 1)
      await owner.query(
        `insert into referrals.referrals (id, code, direction, warmth, library_id, desk_id, municipality_code, partner_id, state, state_since, made_at, made_on)
         values ($1, $6, 'out', 'plain', $2, $3, $4, (select id from directory.partners limit 1), 'sent', $5::date, $5::date, $5::date)`,
        [randomUUID(), world.library, world.desk, municipality, day, randomUUID()],
      )
  }
  await refer('2025-02-03', 'GM0307', 12)
  await refer('2025-02-03', 'GM0308', 11)
  const first = { ...day('from', '2025-01-01'), ...day('until', '2025-03-31'), 'target-value': '20' }
  expect(await pageOf('referrals', first)).toContain('Nu 23 Doorverwijzingen')
  await refer('2025-05-06', 'GM0307', 12)
  await refer('2025-05-06', 'GM0308', 3)
  const second = { ...day('from', '2025-04-01'), ...day('until', '2025-06-30'), 'target-value': '20' }
  expect(await pageOf('referrals', second)).not.toMatch(/Nu 1[25] /)
})

test('what a municipality set before it merged stays with its successor', async () => {
  await owner.query(
    `update organisations.municipalities set valid_until = '2026-01-01', successor_code = 'GM0307' where code = 'GM0308'`,
  )
  await owner.query(
    `insert into goals.goals (id, municipality_code, title, measure, scope_kind, target_kind, target_value, starts_on, ends_on, created_at)
     values ($1, 'GM0308', 'Van Baarn', 'contacts', 'municipality', 'absolute', 100, '2025-01-01', '2025-12-31', now())`,
    [randomUUID()],
  )
  await owner.query(
    `insert into reports.figures (level, key, grain, starts_on, cells) values ('municipality', 'GM0308', 'month', '2025-05-01', '{"contacts": 120}')`,
  )
  clock.moveTo('2026-11-25T09:00:00Z')
  const list = await (await (await as('official')).get('/sturing/doelen?gemeente=GM0308')).text()
  expect(list).toContain('Van Baarn')
  expect(list).toContain('Afgelopen doelen')
  expect(list).toContain('Het doel is gehaald: 120 hulpcontacten')
})
