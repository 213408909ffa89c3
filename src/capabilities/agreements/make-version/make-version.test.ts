import { expect, test } from 'vitest'
import { hiddenIn, makeVersionOf, startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const official = await as('official')
const decision = await startDecision(official, world.library)

test('the text is read first, with what is open and where to fill it in', async () => {
  const page = await (await official.get(`${decision}/tekst`)).text()
  expect(page).toMatch(/Er moeten nog \d+ dingen ingevuld worden/)
  expect(page).toContain(`href="${decision}/invullen/amount"`)
  expect(page).toContain('[nog invullen: bedrag]')
  expect(page).toContain('Dit besluit geldt van 1 januari 2027 tot en met 31 december 2027.')
  // The next steps say so too.
  expect(await (await official.get(decision)).text()).toMatch(
    /Bedrag, voorschot en vaststelling<\/a>.*?\d open/s,
  )
})

test('the same form sent twice, also at once, makes one version; another makes the next', async () => {
  const id = hiddenIn(await (await official.get(`${decision}/tekst`)).text(), 'id')
  const replies = await Promise.all([1, 2, 3].map(() => official.post(`${decision}/tekst`, { id })))
  for (const reply of replies)
    expect(reply.headers.get('location')).toBe(`${decision}/versie/1?bericht=gemaakt`)
  await Promise.all([makeVersionOf(official, decision), makeVersionOf(official, decision)])
  const { rows } = await owner.query('select number from agreements.versions order by 1')
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
})

test('a version is read, fetched as a document, and does not change when the draft does', async () => {
  await official.post(`${decision}/naam`, { kind: 'cooperation', title: 'Andere naam', version: '3' })
  const page = await (await official.get(`${decision}/versie/1`)).text()
  expect(page).toContain('Subsidie 2027')
  expect(page).toContain('Gemaakt op 24 november 2026')
  expect(page).toMatch(/nog \d+ keer: nog invullen/)
  const document = await official.get(`${decision}/versie/1/document`)
  expect(document.headers.get('content-disposition')).toContain('andere-naam-versie-1.docx')
  expect(document.headers.get('content-type')).toContain('wordprocessingml')
  expect(
    Buffer.from(await document.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  // Its text was made of the blocks of its kind: that stays.
  expect((await owner.query('select kind from agreements.agreements')).rows).toEqual([
    { kind: 'subsidy-decision' },
  ])
  for (const number of ['4', '0', '1.0', 'een', '99999'])
    expect((await official.get(`${decision}/versie/${number}`)).status, number).toBe(404)
})

test('two versions beside each other: which blocks and blanks are different', async () => {
  expect(await (await official.get(`${decision}/vergelijken`)).text()).toContain(
    'Deze twee versies zeggen hetzelfde',
  )
  await official.post(`${decision}/invullen/amount`, { amount: '1.250', version: '0' })
  const { rows } = await owner.query('select blocks, version from agreements.drafts')
  await official.post(`${decision}/bouwstenen`, {
    blocks: [...rows[0].blocks.filter((block: string) => block !== 'room'), 'left-over'],
    version: String(rows[0].version),
  })
  await makeVersionOf(official, decision)
  const page = await (await official.get(`${decision}/vergelijken?van=1&naar=4`)).text()
  expect(page).toContain('Bedrag van de subsidie, hoogstens')
  expect(page).toMatch(/€\s1\.250,00/)
  expect(page).toMatch(/Geld dat overblijft.*Nieuw artikel/s)
  expect(page).toMatch(/Ruimte om te proberen en te leren.*Artikel weggelaten/s)
  expect(page).not.toContain('Looptijd en einde')
})
