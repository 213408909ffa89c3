import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv, type AnySchema } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { makeReleases } from '../make-releases/make-releases.command.ts'

const { owner, world, runJobs, workerDatabase, clock, anonymous } = await testApp()
await addHistory(owner, world)
await runJobs()
await makeReleases(workerDatabase, clock.now(), { smallest: 10, from: undefined })
const browser = anonymous()
const standards = '../shared/standards'
const isThere = existsSync(standards)
if (!isThere) process.stderr.write(`Not checked against the standards themselves: there is no ${standards}\n`)

/** What the code lists of the European Union say of the codes that are used: the shapes ask for their class. */
const codeLists = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://publications.europa.eu/resource/authority/country/NLD> a dct:Location .
<http://publications.europa.eu/resource/authority/frequency/QUARTERLY> a dct:Frequency .
<http://publications.europa.eu/resource/authority/language/NLD> a dct:LinguisticSystem .
<http://publications.europa.eu/resource/authority/data-theme/GOVE> a skos:Concept ; skos:prefLabel "Government and public sector"@en .
<http://publications.europa.eu/resource/authority/data-theme/EDUC> a skos:Concept ; skos:prefLabel "Education, culture and sport"@en .
<http://publications.europa.eu/resource/authority/access-right/PUBLIC> a dct:RightsStatement .
<http://publications.europa.eu/resource/authority/file-type/CSV> a dct:MediaTypeOrExtent .
<https://www.iana.org/assignments/media-types/text/csv> a dct:MediaType .
<https://creativecommons.org/publicdomain/zero/1.0/> a dct:LicenseDocument .
`

interface Resource {
  readonly path: string
  readonly dialect: { readonly delimiter: string }
  readonly schema: {
    readonly primaryKey: readonly string[]
    readonly fields: readonly {
      readonly name: string
      readonly type: string
      readonly constraints?: {
        readonly required?: boolean
        readonly enum?: readonly string[]
        readonly pattern?: string
        readonly minimum?: number
      }
    }[]
  }
}
const readPackage = async () =>
  (await (await browser.get('/open-data/datapackage.json')).json()) as { resources: Resource[] }

describe('the description of the files', () => {
  test.skipIf(!isThere)('is a Data Package as version 2 has it', async () => {
    const read = (name: string): AnySchema =>
      JSON.parse(readFileSync(`${standards}/datapackage-2.0/${name}.json`, 'utf8'))
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
    addFormats.default(ajv)
    const validate = ajv.compile(read('datapackage'))
    const described = await readPackage()
    expect([validate(described), validate.errors]).toEqual([true, null])
    expect(validate({ ...described, resources: [] })).toBe(false)
  })

  test.skipIf(!isThere)('is a dataset as DCAT-AP-NL 3.0 has it', async () => {
    const folder = `${standards}/dcat-ap-nl/shapes/300`
    const shapes = new Store()
    for (const file of readdirSync(folder).filter((name) =>
      ['dcat-ap-nl-SHACL.ttl', 'dcat-ap-nl-SHACL-aanbevolen.ttl', 'dcat-ap-SHACL.ttl'].includes(name),
    ))
      shapes.addQuads(new Parser().parse(readFileSync(`${folder}/${file}`, 'utf8')))
    const validate = async (turtle: string) => {
      const data = new Store(new Parser().parse(turtle + codeLists))
      const report = await new SHACLValidator(shapes, {}).validate(data)
      return report.results.flatMap(({ path, severity, value, sourceConstraintComponent: of }) =>
        severity?.value.endsWith('#Violation') ? [`${path?.value} ${value?.value} ${of?.value}`] : [],
      )
    }
    const turtle = await (await browser.get('/open-data/dcat.ttl')).text()
    expect(await validate(turtle)).toEqual([])
    expect(await validate(turtle.replace(/ dct:accessRights [^;]*;/, ''))).not.toEqual([])
  })

  test('says of every field what stands in it', async () => {
    const { resources } = await readPackage()
    expect(resources).toHaveLength(4)
    for (const { path, dialect, schema } of resources) {
      const response = await browser.get(`/open-data/${path}`)
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      const rows = parse(await response.text(), {
        columns: true,
        delimiter: dialect.delimiter,
        bom: true,
      }) as Record<string, string>[]
      expect([path, rows.length > 0]).toEqual([path, true])
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(schema.fields.map(({ name }) => name))
        for (const { name, type, constraints = {} } of schema.fields) {
          const value = row[name] ?? ''
          if (value === '') {
            expect([name, constraints.required === true]).toEqual([name, false])
            continue
          }
          if (type === 'integer') expect(value).toMatch(/^\d+$/)
          if (constraints.enum) expect(constraints.enum).toContain(value)
          if (constraints.pattern) expect(value).toMatch(new RegExp(`^(${constraints.pattern})$`))
          if (constraints.minimum !== undefined)
            expect(Number(value)).toBeGreaterThanOrEqual(constraints.minimum)
        }
        // Empty and hidden are one and the same.
        expect([row.aantal === '', row.status === 'c']).toEqual(
          row.status === 'c' ? [true, true] : [false, false],
        )
      }
      const keys = rows.map((row) => schema.primaryKey.map((name) => row[name]).join(' '))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})

test('the page and both descriptions say who took part, and that who does not work with Balie is not in it', async () => {
  const { rows } = await owner.query<{ desks: number; libraries: number }>(
    `select count(distinct desk_id)::int as desks, count(distinct library_id)::int as libraries from contacts.contacts
     where occurred_on between '2026-07-01' and '2026-09-30'`,
  )
  const [counted] = rows
  const tookPart = new RegExp(
    `telden ${counted?.desks} informatiepunten mee. Ze zijn van ${counted?.libraries} bibliothe(ek|ken)`,
  )
  for (const path of ['', '/datapackage.json', '/dcat.ttl']) {
    const text = await (await browser.get(`/open-data${path}`)).text()
    expect([path, text.match(tookPart)?.length]).toEqual([path, 2])
    expect([path, text.includes('die niet met Balie werken')]).toEqual([path, true])
    expect([path, text.includes('eel Nederland')]).toEqual([path, false])
  }
  expect(await (await browser.get('/open-data')).text()).not.toContain('in die periode niemand.')
})

test('files may be kept an hour and fetched by other sites; who has one already gets no second', async () => {
  const first = await browser.get('/open-data/gemeenten-per-kwartaal.csv')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600')
  expect(first.headers.get('etag')).toMatch(/^W\/"/)
})

test('nothing in the files is a formula, and nothing is of a desk or a library', async () => {
  const { rows } = await owner.query<{ name: string }>(
    'select name from desks.desks union select name from organisations.organisations where kind = $1',
    ['library'],
  )
  for (const { path } of (await readPackage()).resources) {
    const text = await (await browser.get(`/open-data/${path}`)).text()
    expect(text).not.toMatch(/(^|;)"?[=+\-@]/m)
    expect(rows.filter(({ name }) => text.includes(name))).toEqual([])
  }
})
