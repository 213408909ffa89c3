import { publicScope } from '../../platform/auth/scope.ts'
import type { ReadHandle } from '../../platform/database/handle.ts'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { type Instant, localDay } from '../../platform/time/local-time.ts'
import type { Desk } from '../desks/public.ts'
import { listLanguage, readLists, type Topic, topicLabelFor } from '../lists/public.ts'

/** What a visitor can choose from at a desk, as it is called in his own language. */
export async function visitorTopics(
  db: ReadHandle,
  { language }: PublicVoice,
  { desk }: { readonly desk: Pick<Desk, 'libraryId'> },
  now: Instant,
): Promise<readonly Topic[]> {
  const { topics } = await readLists(db, publicScope, localDay(now), listLanguage(language), desk.libraryId)
  return topics.map((topic) => ({ ...topic, label: topicLabelFor(topic, language) }))
}
