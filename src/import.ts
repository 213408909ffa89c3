import { fileURLToPath } from 'node:url'
import { importDatabase } from './platform/database/transfer/import-database.ts'
import { runTransfer } from './platform/database/transfer/transfer-command.ts'

// The built file stands in build/, beside db/.
const migrations = fileURLToPath(new URL('../db/migrations', import.meta.url))

await runTransfer(async (client, file) => {
  const { tables, rows } = await importDatabase(client, file, migrations)
  return `Put ${rows} rows in ${tables} tables from ${file}`
})
