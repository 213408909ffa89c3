import { jobScope } from '../auth/scope.ts'
import type { ApplicationDatabase } from '../database/application-database.ts'
import type { Instant } from '../time/local-time.ts'
import type { Bounce } from './read-bounce.ts'

/**
 * Marks a mail that went as refused after all, so that who had it sent sees it. What was in it is gone already.
 * @returns whether there was such a mail; one of longer than a month ago is forgotten
 */
export function markBounced(database: ApplicationDatabase, bounce: Bounce, now: Instant): Promise<boolean> {
  return database.keep(jobScope('mark-bounced'), async (tx) => {
    const marked = await tx
      .updateTable('platform.mails')
      .set({ sent_at: null, refused_at: now.toString(), refusal: bounce.code })
      .where('id', '=', bounce.mailId)
      .where('sent_at', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    return marked !== undefined
  })
}
