import { z } from 'zod'
import { MasterKeys } from '../personal-data/master-keys.ts'

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  DEMO: z.enum(['on', 'off']).optional(),
  WORKER: z.enum(['on', 'off']).default('on'),
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  MAP_TILES_URL: z
    .string()
    .regex(
      /^https?:\/\/[^/{}]+\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})/,
      'an address with {z}, {x} and {y} in its path',
    )
    .optional(),
  MAP_TILES_CREDIT: z.string().min(1).optional(),
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
      'an address, or a name with <an address>',
    )
    .optional(),
  MAIL_BOUNCES: z.email().optional(),
  KLANTINTERACTIES_URL: z.url({ protocol: /^https?$/ }).optional(),
  KLANTINTERACTIES_TOKEN: z.string().min(1).optional(),
  KLANTINTERACTIES_NAME: z.string().min(1).max(100).optional(),
  KLANTINTERACTIES_AREA: z
    .string()
    .regex(/^GM\d{4}$/, 'a code such as GM0307')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PERSONAL_DATA_KEYS: z.string().optional(),
  OPEN_DATA_SMALLEST: z.coerce.number().int().min(5).max(1000).default(10),
  FETCH_PRIVATE: z.enum(['on', 'off']).default('off'),
  OPEN_DATA_FROM: z
    .string()
    .regex(/^20\d{2}-Q[1-4]$/, 'a quarter such as 2026-Q1')
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface Config {
  /** Where the server listens. Port 0 takes a free one. */
  readonly port: number
  readonly host: string
  /** Folder of the embedded database; used only without databaseUrl. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly databasePool: number
  /** Demo data and one-click sign-in. In production only when DEMO=on says so. */
  readonly demo: boolean
  readonly production: boolean
  /** Start the background work in a process beside the web server; off where it runs elsewhere. */
  readonly worker: boolean
  /** Believe X-Forwarded-For and X-Forwarded-Proto: only behind a proxy that sets them. */
  readonly trustProxy: boolean
  readonly logLevel: string
  /** Addresses that somebody types may lie in a private network. */
  readonly fetchesPrivately: boolean
  /** Of the figures for everybody: numbers below this are hidden, and from which quarter on they are published. */
  readonly openData: { readonly smallest: number; readonly from: string | undefined }
  /** Where pictures for maps come from; undefined where nothing may be asked from elsewhere. */
  readonly mapTiles: MapTiles | undefined
  /** The server that takes mail, and whose mail it is; undefined where Balie sends none. */
  readonly mail:
    | {
        readonly url: string
        readonly from: string
        /** Where notices go that a mail did not arrive; script/read-bounce reads them. */
        readonly bounces: string | undefined
      }
    | undefined
  /** Another's system to which a desk may pass on, when the visitor agrees; undefined where there is none. */
  readonly passesOnTo: PassesOnTo | undefined
  /** Where people find this installation, without a slash at the end: for addresses in mail. */
  readonly publicUrl: string
  /** The keys that encrypt personal data (platform/personal-data/master-keys.ts); undefined: a file in dataDir. */
  readonly personalDataKeys: string | undefined
}

/** A system that speaks the standard Klantinteracties 0.9. */
export interface PassesOnTo {
  /** As https://openklant.voorbeeld.nl/klantinteracties/api/v1 */
  readonly url: string
  readonly token: string
  /** Whose it is, by the name that visitors agree to. */
  readonly name: string
  /** Only desks in this area pass on to it: a code of CBS, as GM0307. */
  readonly area: string
}

/** Pictures of the ground, in squares (Web Mercator). */
export interface MapTiles {
  /** With {z}, {x} and {y} in it. */
  readonly url: string
  /** Whose they are: their licence asks to tell. */
  readonly credit: string
}

/** Reads the environment once, at the start. Throws with the name of the variable that does not fit. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment does not fit:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  if (values.MAP_TILES_URL && !values.MAP_TILES_CREDIT)
    throw new Error('MAP_TILES_URL needs MAP_TILES_CREDIT: the map tells whose it is')
  if (values.MAIL_URL && !values.MAIL_FROM)
    throw new Error('MAIL_URL needs MAIL_FROM: whoever gets a mail must see whose it is')
  const passing = [
    values.KLANTINTERACTIES_URL,
    values.KLANTINTERACTIES_TOKEN,
    values.KLANTINTERACTIES_NAME,
    values.KLANTINTERACTIES_AREA,
  ] as const
  const [passUrl, passToken, passName, passArea] = passing
  const passesOnTo =
    passUrl && passToken && passName && passArea
      ? { url: passUrl, token: passToken, name: passName, area: passArea }
      : undefined
  if (!passesOnTo && passing.some(Boolean))
    throw new Error('KLANTINTERACTIES_URL, _TOKEN, _NAME and _AREA go together')
  const production = values.NODE_ENV === 'production'
  if (production && values.DATABASE_URL && !values.PERSONAL_DATA_KEYS)
    throw new Error(
      'PERSONAL_DATA_KEYS is not set: without it nobody could read personal data back (docs/operations)',
    )
  if (values.PERSONAL_DATA_KEYS) new MasterKeys(values.PERSONAL_DATA_KEYS)
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    demo: values.DEMO ? values.DEMO === 'on' : !production,
    production,
    worker: values.WORKER === 'on',
    trustProxy: values.TRUST_PROXY === 'on',
    logLevel: values.LOG_LEVEL,
    fetchesPrivately: values.FETCH_PRIVATE === 'on',
    openData: { smallest: values.OPEN_DATA_SMALLEST, from: values.OPEN_DATA_FROM },
    mapTiles:
      values.MAP_TILES_URL && values.MAP_TILES_CREDIT
        ? { url: values.MAP_TILES_URL, credit: values.MAP_TILES_CREDIT }
        : undefined,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    passesOnTo,
    personalDataKeys: values.PERSONAL_DATA_KEYS,
    mail:
      values.MAIL_URL && values.MAIL_FROM
        ? { url: values.MAIL_URL, from: values.MAIL_FROM, bounces: values.MAIL_BOUNCES }
        : undefined,
  }
}
