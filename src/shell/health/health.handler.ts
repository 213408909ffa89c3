import { json, type Reply } from '../../platform/http/reply.ts'

/** The process lives. Asks nothing of others: a restart mends only this process. */
export function showAlive(): Reply {
  return json({ status: 'ok' })
}

/** The process can serve: the database answers. */
export function showReady(isReady: () => Promise<boolean>): () => Promise<Reply> {
  return async () => ((await isReady()) ? json({ status: 'ok' }) : json({ status: 'unavailable' }, 503))
}
