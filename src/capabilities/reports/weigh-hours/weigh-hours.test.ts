import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addCoverage } from '../../../../tests/support/coverage-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
await addCoverage(owner, world)
const browser = await as('volunteer')
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

/** Hours of a desk in each week of the year, on one weekday. */
async function open(desk: string, weekday: number, opens: number, closes: number): Promise<void> {
  const timetable = randomUUID()
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, created_at) values ($1, $2, 'ordinary', '2025-01-01', now())`,
    [timetable, desk],
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at)
     values ($1, $2, $3, $4, $5, $6, 'desk', 'walk-in', now())`,
    [randomUUID(), desk, timetable, weekday, opens, closes],
  )
}
// Centre: eight hours on Wednesdays. North: two hours on Saturdays.
await open(world.desk, 3, 540, 1020)
await open(world.secondDesk, 6, 600, 720)

async function rows(query: string, municipality = 'GM0307'): Promise<Record<string, number[]>> {
  const response = await browser.get(
    `/sturing/bereik/ruimere-tijden?gebied=gemeente:${municipality}&${query}`,
  )
  expect(response.status).toBe(200)
  const html = await response.text()
  const table = html.slice(html.indexOf('id="tijden"')).split('</section>')[0] ?? ''
  return Object.fromEntries(
    [...table.matchAll(/<tr[^>]*>(?:<th[^>]*scope="row"[^>]*>)(.*?)<\/tr>/g)].map(([, row = '']) => {
      const [name = '', ...cells] = row.split(/<\/t[hd]>/).map((cell) => textOf(cell).trim())
      return [name, cells.filter(Boolean).map((cell) => Number(cell.replaceAll('.', '').replace(' %', '')))]
    }),
  )
}

describe('wider hours', () => {
  test('are weighed against who now has a desk nearby that is open so', async () => {
    const now = await rows('uren=8')
    const [any = 0] = now['Hoe dan ook'] ?? []
    expect(any).toBeGreaterThan(100_000)
    expect(now['8 uur per week of meer']?.[0]).toBeLessThan(any)
    expect(now["'s Avonds"]?.[0]).toBe(0)
    expect(now['In het weekend']?.[0]).toBeGreaterThan(0)
    expect((await rows('uren=16'))['16 uur per week of meer']?.[0]).toBe(0)
  })

  test('of one desk bring what that desk reaches', async () => {
    const code = world.desk.slice(-8)
    const wider = await rows(`uren=16&informatiepunt=${code}`)
    for (const way of ['16 uur per week of meer', "'s Avonds", 'In het weekend']) {
      const [now = 0, , after = 0, gain = 0] = wider[way] ?? []
      expect(after - now).toBe(gain)
      expect(gain).toBeGreaterThan(0)
    }
    expect(wider['Hoe dan ook']?.at(-1)).toBe(0)
    // Who is reached in the evening is reached by the centre alone.
    expect(wider["'s Avonds"]?.[2]).toBe(wider['16 uur per week of meer']?.[2])
  })

  test('of a desk elsewhere, or of none, are not weighed', async () => {
    for (const code of [world.otherDesk.slice(-8), 'onzin', '%00'])
      expect((await rows(`informatiepunt=${code}`))["'s Avonds"]).toHaveLength(2)
    // Near enough to Leusden to count there, but not Leusden's to change.
    const leusden = await rows(`uren=8&informatiepunt=${world.desk.slice(-8)}`, 'GM0327')
    expect(leusden['Hoe dan ook']?.[0]).toBeGreaterThan(0)
    expect(leusden['Hoe dan ook']).toHaveLength(2)
  })

  test('count a desk without known hours, and say so', async () => {
    const html = await (await browser.get('/sturing/bereik/ruimere-tijden?gebied=gemeente:GM0344')).text()
    expect(textOf(html)).toContain('Tijden niet bekend: 1 informatiepunt in de buurt.')
  })

  test('know the hours of a desk that was written down in a municipality that ended', async () => {
    const before = await rows('uren=8')
    await owner.query(
      `insert into organisations.municipalities (code, name, province_code, province, valid_from, valid_until, successor_code)
       values ('GM9801', 'Vroeger', 'PV26', 'Utrecht', '2000-01-01', '2026-01-01', 'GM0307')`,
    )
    await owner.query(`update desks.desks set municipality_code = 'GM9801' where id = $1`, [world.desk])
    expect(await rows('uren=8')).toEqual(before)
    await owner.query(`update desks.desks set municipality_code = 'GM0307' where id = $1`, [world.desk])
  })

  test('of the nation ask for an area first; of none are not there', async () => {
    const html = await (await browser.get('/sturing/bereik/ruimere-tijden?gebied=nederland')).text()
    expect(html).toContain('Kies eerst een provincie of gemeente.')
    expect(html).not.toContain('name="informatiepunt"')
    expect((await browser.get('/sturing/bereik/ruimere-tijden?gebied=gemeente:GM9999')).status).toBe(404)
  })
})
