import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { accountAddress, accountMeant } from '../accounting-request.ts'
import { askLibrary } from './ask-library.command.ts'

export async function submitAsk(request: WebRequest): Promise<Reply> {
  const meant = await accountMeant(request)
  if (meant.account.statement) return seeOther(accountAddress('', meant))
  const form = await request.form()
  const library = foundOrRefuse(meant.account.libraries.find(({ id }) => id === form.text('library')))
  await request.database.write(meant.scope, (tx) =>
    askLibrary(
      tx,
      meant.scope,
      { municipalityCode: meant.municipality.code, year: meant.year, libraryId: library.id },
      request.clock.now(),
    ),
  )
  return seeOther(accountAddress('', meant, { bericht: 'gevraagd' }))
}
