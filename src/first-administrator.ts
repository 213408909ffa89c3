import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { loadReference } from '../db/reference/load.ts'
import { addOrganisation, findOrganisationsOfKinds } from './capabilities/organisations/public.ts'
import { addPerson, makeStartPassword } from './capabilities/people/public.ts'
import { hashPassword } from './platform/auth/password.ts'
import { proveNation } from './platform/auth/scope.ts'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { connectAs } from './platform/database/connect.ts'
import { migrate } from './platform/database/migrate.ts'
import { openServer } from './platform/database/open.ts'
import { violatedConstraint } from './platform/errors/postgres-errors.ts'
import { createLog } from './platform/logging/log.ts'
import { systemClock } from './platform/time/clock.ts'

/** In the audit log this is nobody's account: the act of whoever runs the installation. */
const installer = '00000000-0000-0000-0000-000000000000'

const [email = '', name = ''] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
const config = readConfig(process.env)
const server = await openServer(config, createLog('error'))
try {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await migrate(client, `${root}db/migrations`)
  await loadReference(client, { folder: `${root}db/reference` })
  await client.end()

  const database = new ApplicationDatabase(connectAs('balie_app', server.url, 1))
  const scope = proveNation(installer)
  const password = makeStartPassword()
  const passwordHash = await hashPassword(password)
  const now = systemClock.now()
  await database.write(scope, async (tx) => {
    const nations = await findOrganisationsOfKinds(tx, scope, ['nation'])
    const id =
      nations[0]?.id ??
      (await addOrganisation(
        tx,
        scope,
        {
          kind: 'nation',
          name: 'Landelijk beheer',
          isil: null,
          municipality: '',
          municipalities: [],
          provinces: [],
          active: true,
        },
        now,
      ))
    const organisation = {
      id,
      kind: 'nation',
      name: '',
      municipalityCode: null,
      madeUp: false,
      isil: null,
    } as const
    await addPerson(
      tx,
      scope,
      organisation,
      { email: email.toLowerCase(), name, language: 'nl', role: 'administrator', desk: null, passwordHash },
      now,
    )
  })
  await database.close()
  process.stdout.write(
    `Added ${email} as administrator of the nation. Start password, to be changed under the account:\n  ${password}\n`,
  )
} catch (error) {
  if (violatedConstraint(error) !== 'accounts_email_once') throw error
  process.stderr.write(`There is an account with ${email} already\n`)
  process.exitCode = 1
} finally {
  await server.stop()
}
