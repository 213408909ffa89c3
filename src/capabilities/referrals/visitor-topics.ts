import { publicScope } from '../../platform/auth/scope.ts'
import type { ReadHandle } from '../../platform/database/handle.ts'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { type Instant, localDay } from '../../platform/time/local-time.ts'
import type { ShownDesk } from '../desks/public.ts'
import { readLists, type Topic } from '../lists/public.ts'

/** What a visitor can choose from at a desk. The lists have two languages: who reads another one gets English. */
export async function visitorTopics(
  db: ReadHandle,
  { language }: PublicVoice,
  { desk }: ShownDesk,
  now: Instant,
): Promise<readonly Topic[]> {
  const listed = language === 'nl' ? 'nl' : 'en'
  return (await readLists(db, publicScope, localDay(now), listed, desk.libraryId)).topics
}
