import { publicScope } from '../../../platform/auth/scope.ts'
import { csvLines, csvMark } from '../../../platform/csv/read-csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { gidsHeader, gidsRows } from '../gids-file.ts'
import { partsOf } from '../hsds-rows.ts'
import { readDeskFeed } from '../read-desk-feed/read-desk-feed.query.ts'
import { readFeedWords } from '../read-feed/read-feed.query.ts'
import { readFeedPartners } from '../read-feed-partners/read-feed-partners.query.ts'
import { importScope } from '../start-import/start-import.handler.ts'
import { listOwnPartners } from './export-gids.query.ts'

const partnersAtOnce = 500

/** The offer of the desks and of the directory as a file for the national directory of services: of a library its own, of the nation all. */
export async function exportGids(request: WebRequest): Promise<Reply> {
  const scope = importScope(request)
  const today = localDay(request.clock.now())
  const libraryId = scope.kind === 'library' ? scope.libraryId : undefined
  const { words, rows, partners } = await request.database.read(publicScope, async (db) => {
    const desks = await readDeskFeed(db, publicScope, today)
    const libraries = desks.all('organizations').filter(({ id }) => !libraryId || id === libraryId)
    const parts = await desks.parts(
      db,
      libraries.map(({ id }) => id),
    )
    return {
      words: await readFeedWords(db, publicScope, today),
      rows: [...parts.values()].flatMap(gidsRows),
      partners: await listOwnPartners(db, publicScope, libraryId),
    }
  })
  const encoder = new TextEncoder()
  let at = -1
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `gids-${today}.csv`,
    body: new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (at === -1) controller.enqueue(encoder.encode(csvMark + csvLines([gidsHeader, ...rows])))
        else if (at >= partners.length) return controller.close()
        else {
          const ids = partners.slice(at, at + partnersAtOnce)
          const found = await request.database.read(publicScope, (db) =>
            readFeedPartners(db, publicScope, ids),
          )
          const more = [...found.values()].flatMap((partner) => gidsRows(partsOf(partner, words)))
          if (more.length > 0) controller.enqueue(encoder.encode(csvLines(more)))
        }
        at = at === -1 ? 0 : at + partnersAtOnce
      },
    }),
  }
}
