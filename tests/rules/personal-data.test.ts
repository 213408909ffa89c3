import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { processingRegister } from '../../src/platform/personal-data/processing-register.ts'
import { cloneDatabase } from '../support/test-database.ts'

const { owner } = await cloneDatabase()
const page = readFileSync('docs/personal-data.md', 'utf8')

/** Every column that stands in a table of the page, with whose data it is there. */
const told = page.split('\n').flatMap((line) => {
  const [, columns, whose] = /^\| ((?:`[a-z_]+\.[a-z_]+\.[a-z_]+`(?:, )?)+) \| ([^|]+) \|/.exec(line) ?? []
  return [...(columns ?? '').matchAll(/`([^`]+)`/g)].map(([, column = '']) => ({
    column,
    whose: whose?.trim() ?? '',
  }))
})
const there = (
  await owner.query<{ column: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as column
     from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_type = 'BASE TABLE'`,
  )
).rows.map(({ column }) => column)
/** Where every column has to be told of. */
const ofPeople =
  /^(contacts|people|referrals)\.|^directory\.contact_persons\.|^platform\.(sessions|sign_in_failures|audit_lines|mails|links)\./

describe('docs/personal-data.md', () => {
  test('tells of every column of the tables about people', () => {
    const columns = there.filter((column) => ofPeople.test(column))
    expect(columns.length).toBeGreaterThan(200)
    expect(columns.filter((column) => !told.some((row) => row.column === column))).toEqual([])
  })

  test('tells of each once, and of none that is not there', () => {
    const names = told.map(({ column }) => column)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(names.filter((name) => !there.includes(name))).toEqual([])
  })

  test('keeps who a visitor is in three columns, all of them sealed', async () => {
    const { rows } = await owner.query(
      `select column_name, data_type from information_schema.columns where table_schema = 'referrals' and table_name = 'persons'
       and column_name in ('name', 'contact', 'contact_hash') order by 1`,
    )
    expect(rows.map(({ data_type }) => data_type)).toEqual(['bytea', 'bytea', 'bytea'])
  })
})

describe('the register of processing', () => {
  test('has what AVG art. 30 asks of each activity', () => {
    const schema = JSON.parse(
      readFileSync('src/platform/personal-data/processing-register.schema.json', 'utf8'),
    )
    const validate = new Ajv2020({ allErrors: true }).compile(schema)
    validate(processingRegister)
    expect(validate.errors).toBeNull()
    const ids = processingRegister.activities.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has every column with personal data in one activity, and no other', () => {
    const kept = processingRegister.activities.flatMap(({ data }) =>
      Object.entries(data).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
    )
    expect(kept.toSorted()).toEqual(
      told
        .filter(({ whose }) => whose !== 'none')
        .map(({ column }) => column)
        .toSorted(),
    )
  })
})
