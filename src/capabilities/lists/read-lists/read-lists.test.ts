import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadReference } from '../../../../db/reference/load.ts'
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { publicScope } from '../../../platform/auth/scope.ts'
import { forgetLists, readLists } from './read-lists.query.ts'

let own: TestDatabase
beforeAll(async () => {
  own = await cloneDatabase()
})
beforeEach(forgetLists)
afterEach(() => vi.restoreAllMocks())
const read = (day = '2026-11-24', language: 'nl' | 'en' = 'nl') =>
  own.database.read(publicScope, (db) => readLists(db, publicScope, day, language))

describe('the lists of a day', () => {
  test('hold the valid values, in the order of the files', async () => {
    const lists = await read()
    expect(lists.topics.slice(0, 2).map(({ code, label }) => [code, label])).toEqual([
      ['digid', 'DigiD'],
      ['digid-apply', 'DigiD aanvragen'],
    ])
    expect(lists.topics.find(({ code }) => code === 'personal-budget')?.serviceProviders).toEqual([
      'svb',
      'care-office',
      'municipality',
    ])
    expect(lists.topics.some(({ code }) => code === 'coronacheck')).toBe(false)
    expect((await read('2022-05-01')).topics.some(({ code }) => code === 'coronacheck')).toBe(true)
    expect(lists.answerOptions.satisfied.map(({ label }) => label)).toEqual([
      'Ja',
      'Deels',
      'Nee',
      'Niet gevraagd',
    ])
    expect(lists.forms.map(({ code, asks }) => [code, asks.gender, asks.digid])).toEqual([
      ['guide', true, false],
      ['national-2024', false, true],
    ])
  })

  test('speak the language that was asked, and leave proper names alone', async () => {
    const names = (await read('2026-11-24', 'en')).serviceProviders.map(({ code, shortName }) => [
      code,
      shortName,
    ])
    expect(names).toContainEqual(['municipality', 'Municipality'])
    expect(names).toContainEqual(['uwv', 'UWV'])
  })

  test('that were read before a change are not kept after it', async () => {
    const label = async () => (await read()).topics.find(({ code }) => code === 'digid')?.label
    await own.database.read(publicScope, async (db) => {
      // The snapshot of this transaction begins here, before the change.
      await db.selectFrom('lists.forms').select('code').execute()
      await own.owner.query("update lists.topics set label_nl = 'DigiD, gewijzigd' where code = 'digid'")
      const reading = readLists(db, publicScope, '2026-11-24', 'nl')
      forgetLists()
      await reading
    })
    expect(await label()).toBe('DigiD, gewijzigd')
    await own.owner.query("update lists.topics set label_nl = 'DigiD' where code = 'digid'")
  })

  test('are asked of the database once in 30 seconds', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
    const first = await read()
    await own.owner.query("update lists.topics set label_nl = 'DigiD, vernieuwd' where code = 'digid'")
    now.mockReturnValue(30_999)
    expect(await read()).toBe(first)
    now.mockReturnValue(31_001)
    const second = await read()
    expect(second.topics[0]?.label).toBe('DigiD, vernieuwd')
    expect(second.version).not.toBe(first.version)
    await own.owner.query("update lists.topics set label_nl = 'DigiD' where code = 'digid'")
    forgetLists()
    expect((await read()).version).toBe(first.version)
  })
})

describe('loading the reference data', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balie-reference-'))
    await cp('db/reference', folder, { recursive: true })
  })
  afterAll(() => rm(folder, { recursive: true }))
  const edit = async (name: string, from: string, to: string) => {
    const text = await readFile(join(folder, name), 'utf8')
    expect(text).toContain(from)
    await writeFile(join(folder, name), text.replace(from, to))
  }
  const loadedAt = async () =>
    (await own.owner.query('select content_hash, loaded_at::text from platform.reference_loads')).rows
  const value = async (sql: string) => Object.values((await own.owner.query(sql)).rows[0] ?? {})[0]

  test('is skipped when nothing has changed', async () => {
    const before = await loadedAt()
    await loadReference(own.owner, { folder })
    expect(await loadedAt()).toEqual(before)
  })

  test('changes what changed, and keeps what is not in the files', async () => {
    await own.owner.query(
      `insert into lists.topics select 'local-topic', topic_group, 'Eigen onderwerp', label_en, search_terms, digid, is_other, 99, valid_from, valid_until, source
       from lists.topics where code = 'digid'`,
    )
    await own.owner.query("insert into lists.topic_service_providers values ('local-topic', 'logius', 1)")
    await edit('topics.csv', 'Pgb,', 'Persoonsgebonden budget,')
    await edit('topics.csv', 'svb;care-office;municipality', 'municipality;svb')
    await loadReference(own.owner, { folder })

    expect(await value("select label_nl from lists.topics where code = 'personal-budget'")).toBe(
      'Persoonsgebonden budget',
    )
    expect(
      await value(
        "select string_agg(service_provider_code, ' ' order by position) from lists.topic_service_providers where topic_code = 'personal-budget'",
      ),
    ).toBe('municipality svb')
    expect(
      await value("select count(*)::int from lists.topic_service_providers where topic_code = 'local-topic'"),
    ).toBe(1)
    expect(await value('select count(*)::int from lists.topics')).toBe(72)
  })

  test('changes nothing when a file breaks a rule', async () => {
    const before = await loadedAt()
    await edit('topics.csv', 'Boete,', 'Boete of bezwaar,')
    await edit('answer-options.csv', 'gender-man', 'genderman')
    await expect(loadReference(own.owner, { folder })).rejects.toThrow(
      'answer_options_code_begins_with_field',
    )
    expect(await value("select label_nl from lists.topics where code = 'fine'")).toBe('Boete')
    expect(await loadedAt()).toEqual(before)
  })
})
