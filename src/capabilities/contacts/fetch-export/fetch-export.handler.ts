import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { workbookType } from '../../../platform/spreadsheet/write-workbook.ts'
import { exportFileName } from '../contact-export.ts'
import { exportScope } from '../export-scope.ts'
import { readExport } from '../read-export/read-export.query.ts'
import { noteFetching } from './fetch-export.command.ts'
import { readPieceAt } from './fetch-export.query.ts'

/** The file itself, for who asked for it and may still see these contacts. */
export async function fetchExport(request: WebRequest): Promise<Reply> {
  const { actor, database } = request
  const self = actor.selfScope()
  const id = request.idParam('id')
  const file = foundOrRefuse(await database.read(self, (db) => readExport(db, self, id)))
  if (file.status !== 'done' || file.bytes === null) return refuse('not-found')
  const scope = exportScope(actor, file)
  await database.write(scope, (tx) => noteFetching(tx, scope, file, request.clock.now()))
  return {
    kind: 'parts',
    contentType: file.kind === 'xlsx' ? workbookType : 'text/csv; charset=utf-8',
    fileName: exportFileName(file),
    bytes: file.bytes,
    tag: `${file.id}-${file.attempt}`,
    read: (from, until) => piecesOf(database, scope, file.id, { from, until }),
  }
}

/** Bytes of a file, fetched piece by piece as they are sent. */
function piecesOf(
  database: ApplicationDatabase,
  scope: DeskScope | LibraryScope,
  id: string,
  { from, until }: { readonly from: number; readonly until: number },
): ReadableStream<Uint8Array> {
  let place = from
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await database.read(scope, (db) => readPieceAt(db, scope, id, place))
        const part = piece?.content.subarray(place - piece.startsAt, until + 1 - piece.startsAt)
        if (!part || part.length === 0) throw new Error('A piece of the file is gone')
        controller.enqueue(part)
        place += part.length
        if (place > until) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
