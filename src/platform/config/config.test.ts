import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('the demo', () => {
  test.each([
    [{}, true],
    [{ DEMO: 'off' }, false],
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', DEMO: '' }, false],
    [{ NODE_ENV: 'production', DEMO: 'on' }, true],
  ])('with %j is on: %s', (env, on) => expect(readConfig(env).demo).toBe(on))
})

test('what is not set has a value that works on one’s own machine', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: 'data',
    databaseUrl: undefined,
    trustProxy: false,
  })
})

test.each([
  { PORT: 'abc' },
  { PORT: '70000' },
  { DATABASE_URL: 'mysql://x' },
  { DEMO: 'maybe' },
  { LOG_LEVEL: 'loud' },
])('%j stops the start and is named', (env) => {
  expect(() => readConfig(env)).toThrow(new RegExp(Object.keys(env)[0] ?? ''))
})

describe('mail', () => {
  const url = 'smtps://balie:geheim@mail.voorbeeld.test'

  test('is off, unless this installation says by whom it goes', () => {
    expect(readConfig({}).mail).toBeUndefined()
    expect(readConfig({ MAIL_FROM: 'balie@voorbeeld.test' }).mail).toBeUndefined()
    const from = 'Balie <balie@voorbeeld.test>'
    expect(readConfig({ MAIL_URL: url, MAIL_FROM: from }).mail).toEqual({ url, from })
  })

  test.each([
    { MAIL_URL: url },
    { MAIL_URL: 'https://mail.voorbeeld.test', MAIL_FROM: 'balie@voorbeeld.test' },
    { MAIL_URL: url, MAIL_FROM: 'Balie' },
    { MAIL_URL: url, MAIL_FROM: 'Balie\nBcc: ander@voorbeeld.test' },
  ])('%j stops the start', (env) => {
    expect(() => readConfig(env)).toThrow(/MAIL_/)
  })
})

describe('tiles of maps', () => {
  const url = 'https://tegels.example/kaart/{z}/{x}/{y}.png'

  test('come from nowhere, unless this installation says so', () => {
    expect(readConfig({}).mapTiles).toBeUndefined()
    expect(readConfig({ MAP_TILES_URL: url, MAP_TILES_CREDIT: 'Kaart: voorbeeld' }).mapTiles).toEqual({
      url,
      credit: 'Kaart: voorbeeld',
    })
  })

  test.each([
    { MAP_TILES_URL: url },
    { MAP_TILES_URL: 'https://tegels.example/kaart', MAP_TILES_CREDIT: 'x' },
    { MAP_TILES_URL: 'https://{z}.example/{x}/{y}', MAP_TILES_CREDIT: 'x' },
    { MAP_TILES_URL: 'ftp://tegels.example/{z}/{x}/{y}', MAP_TILES_CREDIT: 'x' },
  ])('%j stops the start', (env) => {
    expect(() => readConfig(env)).toThrow(/MAP_TILES_/)
  })
})
