import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../../tests/support/directory-entry.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { makeLink } from '../../../platform/auth/links.command.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import { openLimits } from '../../../platform/auth/throttle.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { upkeepPath } from '../upkeep.ts'

const balie = await testApp()
const { owner, world, anonymous, as, workerDatabase, clock } = balie
const scope = jobScope('remind-partners')

async function linkTo(partner: string, expiresAt: Instant = clock.now().add({ hours: 24 })): Promise<string> {
  const { token } = await workerDatabase.keep(scope, (tx) =>
    makeLink(
      tx,
      scope,
      testKeys,
      { purpose: 'directory.confirm', subjectId: partner, expiresAt },
      clock.now(),
    ),
  )
  return `/nog-juist/${token}`
}
const stateOf = async (partner: string) =>
  (
    await owner.query(
      `select confirmed_on, review_on, phone, description, ended_on, version,
         (select json_agg(how || ' ' || result || ' ' || coalesce(account_id::text, '') order by at) from directory.confirmations where partner_id = $1) as checks
       from directory.partners where id = $1`,
      [partner],
    )
  ).rows[0]

describe('a partner with a link', () => {
  test('sees what is known and says in one tap that it is right; looking changes nothing', async () => {
    const { partner } = await addEntry(owner, { libraryId: world.library })
    const address = await linkTo(partner)
    const before = await stateOf(partner)
    for (const path of [address, `${address}?anders=ja`, `${address}?gedaan=right`]) {
      const html = await (await anonymous().get(path)).text()
      expect(html).toContain(path.includes('gedaan') ? 'Dank u wel' : '033 012 34 56')
      expect(html).not.toContain('voorbeeld.test')
    }
    expect(await stateOf(partner)).toEqual(before)
    const done = await anonymous().post(address, { antwoord: 'right' })
    expect(done.headers.get('location')).toBe(`${address}?gedaan=right`)
    expect(await stateOf(partner)).toMatchObject({
      confirmed_on: '2026-11-24',
      review_on: '2027-05-25',
      checks: ['link right '],
    })
    const { rows } = await owner.query('select used_at from platform.links where subject_id = $1', [partner])
    expect(rows[0]?.used_at).not.toBeNull()
  })

  test('says what is different; nothing shows before who keeps the entry looked at it', async () => {
    const { partner } = await addEntry(owner, { libraryId: world.library, name: 'Wijkhulp Oost' })
    const address = await linkTo(partner)
    const answer = {
      antwoord: 'changed',
      telefoon: '033 765 43 21',
      adres: '',
      tijden: 'maandag van 9 tot 12',
      omschrijving: 'Hulp in de wijk.',
    }
    expect((await anonymous().post(address, answer)).status).toBe(303)
    expect(await stateOf(partner)).toMatchObject({ phone: '033 012 34 56', confirmed_on: null })
    const browser = await as('coordinator')
    const page = await (await browser.get(`${upkeepPath}/${partner}`)).text()
    expect(page).toContain('033 765 43 21 (was: 033 012 34 56)')
    expect(page).toContain('maandag van 9 tot 12')
    expect(await (await browser.get(upkeepPath)).text()).toContain('1 wijziging')
    const { rows } = await owner.query(
      'select id, description, address from directory.proposed_changes where partner_id = $1',
      [partner],
    )
    expect(rows).toEqual([{ id: rows[0].id, description: null, address: null }])
    const took = { wat: 'wijziging', id: rows[0].id, overnemen: 'ja' }
    expect((await browser.post(`${upkeepPath}/${partner}/doen`, took)).status).toBe(303)
    expect(await stateOf(partner)).toMatchObject({
      phone: '033 765 43 21',
      confirmed_on: '2026-11-24',
      description: 'Hulp in de wijk.',
    })
    expect(
      (await owner.query('select note from directory.hours where partner_id = $1', [partner])).rows,
    ).toEqual([{ note: 'maandag van 9 tot 12' }])
    // Looked at is looked at.
    expect((await browser.post(`${upkeepPath}/${partner}/doen`, took)).status).toBe(404)
  })

  test('that is gone, or wants to be out of it, ends when who keeps it says so', async () => {
    for (const answer of ['gone', 'unwanted']) {
      const { partner } = await addEntry(owner, { libraryId: world.library })
      const address = await linkTo(partner)
      await anonymous().post(address, { antwoord: answer })
      expect((await stateOf(partner)).ended_on).toBeNull()
      const { rows } = await owner.query('select id from directory.proposed_changes where partner_id = $1', [
        partner,
      ])
      await (await as('manager')).post(`${upkeepPath}/${partner}/doen`, {
        wat: 'wijziging',
        id: rows[0].id,
        overnemen: 'ja',
      })
      expect((await stateOf(partner)).ended_on).toBe('2026-11-24')
      expect((await anonymous().get(address)).status).toBe(404)
    }
  })

  test('gets the form again with all that was typed, and what to do', async () => {
    const { partner } = await addEntry(owner)
    const address = await linkTo(partner)
    const answer = {
      antwoord: 'changed',
      telefoon: 'bel maar',
      adres: '',
      tijden: 'mail naar jan@huis.example',
      omschrijving: 'Hulp in de wijk.',
    }
    const response = await anonymous().post(address, answer)
    expect(response.status).toBe(422)
    const html = await response.text()
    for (const text of [
      'Vul een telefoonnummer in',
      'Schrijf geen gegevens van mensen op',
      'bel maar',
      'mail naar jan@huis.example',
    ])
      expect(html).toContain(text)
    const nothing = await anonymous().post(address, { ...answer, telefoon: '033 012 34 56', tijden: '' })
    expect(await nothing.text()).toContain('Er is nog niets veranderd')
    expect((await anonymous().post(address, { antwoord: 'alles' })).status).toBe(422)
    expect(
      (await owner.query('select from directory.proposed_changes where partner_id = $1', [partner])).rowCount,
    ).toBe(0)
  })

  test('of another purpose, a wrong one and one that ran out look alike', async () => {
    const { partner } = await addEntry(owner)
    const expired = await linkTo(partner, clock.now().subtract({ seconds: 1 }))
    const other = await workerDatabase.keep(scope, (tx) =>
      makeLink(
        tx,
        scope,
        testKeys,
        { purpose: 'referrals.answer', subjectId: partner, expiresAt: clock.now().add({ hours: 1 }) },
        clock.now(),
      ),
    )
    const pages = await Promise.all(
      [expired, `/nog-juist/${other.token}`, '/nog-juist/verzonnen'].map(async (path) => {
        const response = await anonymous().get(path)
        return [response.status, await response.text()]
      }),
    )
    expect(pages[0]?.[0]).toBe(404)
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
    expect((await anonymous().post(expired, { antwoord: 'right' })).status).toBe(404)
    expect((await stateOf(partner)).confirmed_on).toBeNull()
  })
})

describe('a new link', () => {
  const mails = async () =>
    (await owner.query(`select subject_id, body from platform.mails where purpose = 'directory.confirm'`))
      .rows
  test('goes to the address that is known, once a day; the answer is the same to everybody', async () => {
    const { partner } = await addEntry(owner, { email: 'Info@Bestaat.example' })
    const answers: string[] = []
    for (const email of ['info@bestaat.example', 'info@bestaat.example', 'niemand@nergens.example']) {
      const response = await anonymous().post('/nog-juist', { email })
      expect(response.status).toBe(200)
      answers.push(await response.text())
    }
    expect(new Set(answers).size).toBe(1)
    const sent = (await mails()).filter(({ subject_id }) => subject_id === partner)
    expect(sent).toHaveLength(1)
    // No token waits in the database.
    expect(sent[0].body).toMatch(/\[\[\/nog-juist [\da-f-]{36}\]\]/)
    expect((await anonymous().post('/nog-juist', { email: 'geen adres' })).status).toBe(422)
  })

  test('cannot be asked without end, and links cannot be guessed without end', async () => {
    for (let time = 0; time < openLimits.link; time += 1)
      await anonymous().post('/nog-juist', { email: 'x@nergens.example' })
    expect((await anonymous().post('/nog-juist', { email: 'x@nergens.example' })).status).toBe(429)
    for (let time = 0; time < openLimits.code; time += 1) await anonymous().get(`/nog-juist/fout${time}`)
    expect((await anonymous().get('/nog-juist/fout')).status).toBe(429)
  })
})
