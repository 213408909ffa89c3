import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { countContacts } from '../../../../tests/support/count-contacts.ts'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const { as, owner, world, runJobs } = await testApp()
await addHistory(owner, world)
await runJobs()
const library = `gebied=bibliotheek:${world.library}`
const year = 'periode=vorig-jaar'

async function csv(person: Person, query: string): Promise<string[][]> {
  const response = await (await as(person)).get(`/sturing/cijfers.csv?${query}`)
  expect(response.status).toBe(200)
  const [, ...lines] = (await response.text()).trim().split('\r\n')
  return lines.map((line) => line.split(';'))
}

async function sheets(person: Person, query: string) {
  const response = await (await as(person)).get(`/sturing/cijfers.xlsx?${query}`)
  expect(response.status).toBe(200)
  const workbook = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  return new Map(workbook.sheets.map(({ name, rows }) => [name, rows]))
}

describe('CSV', () => {
  test('is what the contacts come to, month by month', async () => {
    const lines = await csv('manager', `${library}&${year}`)
    const counted = await countContacts(owner, { level: 'library', key: world.library })
    const of = (month: string, part: string, code: string) =>
      Number(
        lines.find((line) => line[0] === `${month}-01` && line[2] === part && line[3] === code)?.[6] ?? 0,
      )
    for (const month of ['2025-01', '2025-07', '2025-12']) {
      expect(of(month, 'Totaal', 'contacts')).toBe(counted[month]?.contacts)
      expect(of(month, 'Onderwerp', 'digid')).toBe(counted[month]?.['questions/topic:digid'])
      expect(of(month, 'Leeftijd', 'age-65-plus')).toBe(counted[month]?.['age-65-plus'])
    }
    expect(lines.filter((line) => line[3] === 'contacts' && line[2] === 'Totaal')).toHaveLength(12)
  })

  test('has its name and days in the name of the file', async () => {
    const response = await (await as('manager')).get(`/sturing/cijfers.csv?${library}&${year}`)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="cijfers-bibliotheek-eemdal-2025-01-01-2025-12-31.csv"',
    )
  })

  test('hides what the page hides: visitors over whole quarters, and no small count', async () => {
    const lines = await csv('official', `gebied=gemeente:GM0307&${year}`)
    const age = lines.filter((line) => line[2] === 'Leeftijd')
    expect(age.length).toBeGreaterThan(0)
    expect(age.every(([from, until]) => from === '2025-01-01' && until === '2025-12-31')).toBe(true)
    expect(age.map((line) => line[3])).not.toContain('age-18-24')
    // In 2025 the municipality has one desk, so what people asked is guarded too.
    expect(lines.filter((line) => line[2] === 'Onderwerp').every(([from]) => from === '2025-01-01')).toBe(
      true,
    )
    const guarded = ['Leeftijd', 'Man of vrouw', 'Taal', 'Woonplaats: gemeente', 'Onderwerp', 'Organisatie']
    expect(lines.filter((line) => guarded.includes(line[2] ?? '') && Number(line[6]) < 40)).toEqual([])
  })
})

test('neither file tells of the topics of a single desk, also not beside a period with two', async () => {
  for (const days of ['van=2026-03-04&tot=2026-03-04', 'van=2025-03-04&tot=2025-03-04']) {
    const query = `gebied=gemeente:GM0307&${days}`
    expect((await csv('official', query)).map((line) => line[2])).not.toContain('Onderwerp')
    expect([...(await sheets('official', query)).keys()]).not.toContain('Onderwerp')
  }
  const two = await csv('official', 'gebied=gemeente:GM0307&van=2026-02-15&tot=2026-04-30')
  const digid = two.filter((line) => line[2] === 'Onderwerp' && line[3] === 'digid')
  expect(digid.map(([from, until]) => `${from} ${until}`)).toEqual([
    '2026-03-01 2026-03-31',
    '2026-04-01 2026-04-30',
  ])
  const march = await sheets('official', 'gebied=gemeente:GM0307&van=2026-03-01&tot=2026-03-31')
  expect(march.get('Onderwerp')?.[0]).toEqual(['Onderwerp', 'Code', 'Hulpvragen', 'Aandeel in %'])
})

describe('Excel', () => {
  test('has a sheet for each figure, one by month, and one that explains them', async () => {
    const found = await sheets('manager', `${library}&${year}`)
    expect([...found.keys()].slice(0, 3)).toEqual(['Toelichting', 'Per maand', 'Onderwerp'])
    const counted = await countContacts(owner, { level: 'library', key: world.library })
    const months = found.get('Per maand') ?? []
    expect(months).toHaveLength(13)
    expect(months[1]?.[3]).toBe(counted['2025-01']?.contacts)
    const topics = found.get('Onderwerp') ?? []
    const digid = Object.entries(counted).filter(([month]) => month.startsWith('2025'))
    expect(topics.find((row) => row[1] === 'digid')?.[2]).toBe(
      digid.reduce((sum, [, cells]) => sum + (cells['questions/topic:digid'] ?? 0), 0),
    )
    expect(JSON.stringify(found.get('Toelichting'))).toContain(
      'Een hulpcontact is één gesprek met één bezoeker.',
    )
  })

  test('hides what the page hides', async () => {
    const found = await sheets('official', `gebied=gemeente:GM0307&${year}`)
    expect(JSON.stringify(found.get('Leeftijd'))).not.toContain('age-18-24')
    expect(JSON.stringify(found.get('Toelichting'))).toContain('Aantallen onder de 10')
    expect(found.get('Leeftijd')?.at(-1)?.[0]).toBe('Al het andere samen')
  })
})

test('both are for one’s own areas only, and send a wrong address back to the form', async () => {
  for (const file of ['cijfers.csv', 'cijfers.xlsx']) {
    expect((await (await as('otherManager')).get(`/sturing/${file}?${library}`)).status).toBe(403)
    expect((await (await as('official')).get(`/sturing/${file}?gebied=gemeente:GM0344`)).status).toBe(403)
    const wrong = await (await as('manager')).get(`/sturing/${file}?periode=eeuwig`)
    expect(wrong.headers.get('location')).toBe('/sturing?periode=eeuwig')
  }
})
