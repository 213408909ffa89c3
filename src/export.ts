import { exportDatabase } from './platform/database/transfer/export-database.ts'
import { runTransfer } from './platform/database/transfer/transfer-command.ts'

await runTransfer(async (client, file) => {
  const { tables, rows } = await exportDatabase(client, file)
  return `Wrote ${rows} rows of ${tables} tables to ${file}`
})
