// Writes the types of the migrated database that DATABASE_URL names to the file that is given,
// src/platform/database/schema.generated.ts when none is. A rule test compares that file with a fresh one.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2] ?? 'src/platform/database/schema.generated.ts'
const result = spawnSync(
  'node_modules/.bin/kysely-codegen',
  [
    '--dialect=postgres',
    `--url=${process.env.DATABASE_URL}`,
    `--out-file=${file}`,
    '--date-parser=string',
    '--no-domains',
    // The queues are pg-boss's own.
    '--exclude-pattern=pgboss.*',
    '--log-level=error',
    '--type-mapping={"timestamptz":"Moment","int8":"number"}',
  ],
  { stdio: 'inherit' },
)
if (result.status !== 0) process.exit(result.status ?? 1)
const types = readFileSync(file, 'utf8')
writeFileSync(
  file,
  types.replace(
    'import type { ColumnType } from "kysely";',
    'import type { ColumnType } from "kysely";\nimport type { Moment } from "./moment.ts";',
  ),
)
