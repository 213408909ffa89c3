import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  filesIn,
  importsOf,
  isTest,
  type SourceFile,
  withoutComments,
  withoutWords,
} from '../support/source-files.ts'

const source = filesIn('src')
const code = source.filter(
  ({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.generated.ts') && !path.endsWith('.d.ts'),
)

/** From left to right: a capability uses those to the left of it, never one to the right (docs/architecture.md). */
const capabilities = [
  'organisations',
  'lists',
  'desks',
  'people',
  'directory',
  'courses',
  'notices',
  'referrals',
  'contacts',
  'triage',
  'reports',
  'open-data',
  'signals',
  'funding',
  'goals',
  'agreements',
  'municipal-roles',
  'quality',
  'open-api',
]
const capabilityOf = (path: string): string | undefined => /^src\/capabilities\/([^/]+)\//.exec(path)?.[1]

/** Gathers every offence, so that one run tells all. */
function offences(files: readonly SourceFile[], find: (file: SourceFile) => string[]): string[] {
  return files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`))
}

describe('1. the files of a capability', () => {
  const useCaseKind = /\.(form|handler|command|query|page|browser|test)\.tsx?$/
  const rootKinds =
    /^(README\.md|routes\.ts|permissions\.ts|public\.ts|jobs\.ts|[a-z-]+(\.test)?\.ts|[a-z-]+\.page\.tsx|[a-z-]+\.gateway\.ts)$/

  test('are of the closed list of kinds, in their places', () => {
    const wrong = source
      .filter(({ path }) => path.startsWith('src/capabilities/'))
      .filter(({ path }) => {
        const [, , , ...rest] = path.split('/')
        if (rest.length === 1) return !rootKinds.test(rest[0] ?? '')
        return rest.length !== 2 || !useCaseKind.test(rest[1] ?? '')
      })
    expect(
      wrong.map(({ path }) => path),
      'Name it <use-case>/<use-case>.<kind>.ts, or <noun>.ts in the capability: CONTRIBUTING.md, where does X go?',
    ).toEqual([])
  })

  test('bear the name of their use case; parts of its script may have names of their own', () => {
    const wrong = source.filter(({ path }) => {
      const [, , capability, useCase, name] = path.split('/')
      if (!path.startsWith('src/capabilities/') || !capability || !name || /\.browser\.ts$/.test(name))
        return false
      return !name.startsWith(`${useCase}.`)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('stand in folders that are known capabilities', () => {
    expect(readdirSync('src/capabilities').filter((name) => !capabilities.includes(name))).toEqual([])
  })

  test('no drawer for everything', () => {
    expect(
      source
        .filter(({ path }) => /(^|[/.-])(utils?|helpers?|common|shared|misc)([/.-]|$)/.test(path))
        .map(({ path }) => path)
        .filter((path) => basename(path) !== 'common-topics.ts'),
    ).toEqual([])
  })
})

describe('2. imports', () => {
  const layer = (path: string): string =>
    /^src\/(capabilities|shell|design-system|platform)\//.exec(path)?.[1] ??
    (path.startsWith('src/') ? 'app' : 'outside')
  const allowed: Record<string, readonly string[]> = {
    app: ['app', 'shell', 'capabilities', 'design-system', 'platform', 'outside'],
    shell: ['shell', 'capabilities', 'design-system', 'platform'],
    capabilities: ['capabilities', 'design-system', 'platform'],
    'design-system': ['design-system', 'platform'],
    platform: ['platform'],
  }

  test('go one way: app, shell, capabilities, design-system, platform', () => {
    const wrong = offences(
      code.filter((file) => !isTest(file)),
      (file) =>
        importsOf(file)
          .filter((target) => !allowed[layer(file.path)]?.includes(layer(target)))
          .map((target) => `may not import ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('reach another capability through its public.ts only, and only to the left', () => {
    const wrong = offences(
      code.filter((file) => !isTest(file)),
      (file) => {
        const own = capabilityOf(file.path)
        return importsOf(file).flatMap((target) => {
          const other = capabilityOf(target)
          if (!other || other === own) return []
          const isEntrance =
            target === `src/capabilities/${other}/public.ts` ||
            (layer(file.path) === 'app' && target === `src/capabilities/${other}/routes.ts`)
          // A bundle for the browser takes a single pure rule, or it would carry the database along.
          const isPureRule =
            file.path.endsWith('.browser.ts') && /^src\/capabilities\/[^/]+\/[a-z-]+\.ts$/.test(target)
          if (!isEntrance && !isPureRule) return [`reaches into ${target}; ask ${other}/public.ts`]
          return own && capabilities.indexOf(other) > capabilities.indexOf(own)
            ? [`${own} may not use ${other}: it stands to the right`]
            : []
        })
      },
    )
    expect(wrong).toEqual([])
  })

  test('a bundle for the browser holds no database, no Zod, no Node', () => {
    const byPath = new Map(code.map((file) => [file.path, file]))
    const wrong = code
      .filter(({ path }) => path.endsWith('.browser.ts'))
      .flatMap((entry) => {
        const seen = new Set<string>()
        const visit = (path: string): string[] => {
          const file = byPath.get(path)
          if (!file || seen.has(path)) return []
          seen.add(path)
          const text = withoutComments(file.text)
          const values = [...text.matchAll(/^import (?!type)[^;]*?from '([^']+)'/gm)].map(
            ([, from = '']) => from,
          )
          const heavy = values.filter((from) =>
            /^(node:|zod|pg|kysely|hono|pino|intl-messageformat|temporal-polyfill)/.test(from),
          )
          const next = values
            .filter((from) => from.startsWith('.'))
            .map((from) => importsOf({ path, text: `from '${from}'` })[0] ?? '')
          return [
            ...heavy.map((from) => `${entry.path} carries ${from} by way of ${path}`),
            ...next.flatMap(visit),
          ]
        }
        return visit(entry.path)
      })
    expect(wrong).toEqual([])
  })

  test('no barrels: only public.ts passes on what others made', () => {
    const wrong = offences(code, (file) =>
      basename(file.path) !== 'public.ts' && /^export (\*|\{[^}]*\}) from/m.test(file.text)
        ? ['passes on exports']
        : [],
    )
    expect(wrong).toEqual([])
  })
})

describe('3. SQL', () => {
  const asks = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\bsql\.raw\(/

  test('stands in commands, queries and the platform only', () => {
    const wrong = code
      .filter((file) => !isTest(file) && asks.test(withoutComments(file.text)))
      .filter(
        ({ path }) => !/\.(command|query)\.ts$/.test(path) && !path.startsWith('src/platform/database/'),
      )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('of a capability touches its own schema only; others are asked', () => {
    const schemas = ['platform', ...capabilities].map((name) => name.replace('-', '_'))
    const wrong = offences(
      code.filter((file) => capabilityOf(file.path) && !isTest(file) && asks.test(file.text)),
      (file) => {
        const own = capabilityOf(file.path)?.replace('-', '_')
        const quoted = [
          ...withoutComments(file.text).matchAll(/'([a-z_]+)\.([a-z_]+)(?: as [a-z_]+)?'/gi),
        ].map(([, schema]) => schema ?? '')
        const inSql = [...withoutComments(file.text).matchAll(/sql(?:<[^>]*>)?`([\s\S]*?)`/g)].flatMap(
          ([, text = '']) =>
            [...text.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)\./gi)].map(
              ([, schema = '']) => schema,
            ),
        )
        return [...quoted, ...inSql]
          .filter((schema) => schemas.includes(schema) && schema !== own)
          .map((schema) => `asks schema ${schema}`)
      },
    )
    expect(wrong).toEqual([])
  })

  test('every command and query takes a scope', () => {
    const wrong = offences(
      code.filter(({ path }) => /^src\/capabilities\/.*\.(command|query)\.ts$/.test(path)),
      ({ text }) =>
        [...text.matchAll(/export async function (\w+)\(([^{]*?)\)\s*:/gs)]
          .filter(([, , parameters = '']) => !/Scope\b|ApplicationDatabase/.test(parameters))
          .map(([, name]) => `${name} takes no scope`),
    )
    expect(wrong).toEqual([])
  })
})

describe('6. time', () => {
  test('is asked and written in platform/time only', () => {
    // performance.now() measures how long something takes; that is not asking what time it is.
    const clock =
      /new Date\(|Date\.now\(|\.toLocale(Date|Time)?String\(|Intl\.DateTimeFormat|Temporal\.Now|toISOString\(\)\.slice/
    const wrong = code.filter(
      (file) =>
        !isTest(file) && clock.test(withoutWords(file.text)) && !file.path.startsWith('src/platform/time/'),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe('8. words of the field', () => {
  test('do not stand in the design system and the platform', async () => {
    const glossary = filesIn('docs', /glossary\.md$/)[0]?.text ?? ''
    const words = [...glossary.matchAll(/^\| [^|]+ \| `([^`]+)` \| (?!scope)/gm)].flatMap(([, word = '']) =>
      word.split(', '),
    )
    expect(words.length).toBeGreaterThan(10)
    const parts = new RegExp(
      `(?<![a-z])(${words.flatMap((word) => [word, word.replace(/ /g, ''), word.replace(/ /g, '-'), word.replace(/ /g, '_')]).join('|')})s?(?![a-z])`,
      'i',
    )
    const wrong = offences(
      // The catalogues are the words on the screen themselves, a file for each part of the product.
      code.filter(
        (file) =>
          /^src\/(design-system|platform)\//.test(file.path) &&
          !file.path.startsWith('src/platform/i18n/catalogues/') &&
          !isTest(file),
      ),
      ({ text }) => {
        const names = withoutWords(text).replace(/([a-z])([A-Z])/g, '$1 $2')
        const found = parts.exec(names)?.[0]
        return found ? [`says '${found}'`] : []
      },
    )
    expect(wrong).toEqual([])
  })
})

describe('9. a capability', () => {
  const headings = [
    'What it is for',
    'Words',
    'Tables',
    'Who may do what',
    'Use cases',
    'What others may use',
    'Decisions',
    'Known limits',
  ]

  test.each(readdirSync('src/capabilities'))('%s explains itself', (name) => {
    const readme = filesIn(`src/capabilities/${name}`, /^README\.md$/)[0]
    expect(readme, 'README.md').toBeDefined()
    expect(
      [...(readme?.text ?? '').matchAll(/^## (.+)$/gm)].map(([, heading]) =>
        heading?.replace(/ \(.*\)$/, ''),
      ),
    ).toEqual(headings)
    expect(filesIn('docs', /glossary\.md$/)[0]?.text).toContain(`\`${name}\``)
  })
})

describe('12. loose ends', () => {
  const all = [...source, ...filesIn('tests'), ...filesIn('db'), ...filesIn('script'), ...filesIn('bench')]

  test('no test is left out or alone, nothing prints by the way, every TODO has a number', () => {
    const wrong = offences(
      all.filter(({ path }) => /\.(tsx?|mjs|sql)$/.test(path) && !path.startsWith('tests/rules/')),
      ({ path, text }) => [
        ...(/\b(test|it|describe)\.(only|skip)\(/.test(text) ? ['leaves a test out'] : []),
        ...(/console\.log\(/.test(text) && !/^(script|bench)\//.test(path)
          ? ['prints with console.log']
          : []),
        ...(/\b(TODO|FIXME)\b(?! #\d)/.test(text) ? ['has a TODO without a number'] : []),
      ],
    )
    expect(wrong).toEqual([])
  })

  test('no file is longer than 400 lines', () => {
    const long = all.filter(
      ({ path, text }) =>
        /\.(tsx?|mjs|css|sql)$/.test(path) &&
        !path.endsWith('.generated.ts') &&
        text.split('\n').length > 401,
    )
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length} lines`)).toEqual([])
  })

  test('the project speaks of itself alone: no paths of a machine, no addresses of registries', () => {
    const told = [
      ...all,
      ...filesIn('docs'),
      ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json', 'package-lock.json']
        .filter(existsSync)
        .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
    ]
    const wrong = told.filter(
      ({ path, text }) =>
        !path.startsWith('tests/rules/') && /\/work\/|\/root\/|registry\.npmjs|"resolved":/.test(text),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
