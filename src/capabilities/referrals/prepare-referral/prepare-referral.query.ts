import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { type Desk, findDesks } from '../../desks/public.ts'
import { findService, type ServiceDetails } from '../../directory/public.ts'
import { type ListSnapshot, readLists } from '../../lists/public.ts'
import { deskMeant } from '../referring-desk.ts'

export interface PreparedReferral {
  readonly desk: Desk
  readonly lists: ListSnapshot
  readonly offer: ServiceDetails
  /** What it is about, when that is on the list. */
  readonly topic:
    | { readonly code: string; readonly label: string; readonly labels: Readonly<Record<Language, string>> }
    | undefined
}

/** What one refers to and from: the service, the desk, and the topic; undefined when the service is not there or on offer any more. */
export async function prepareReferral(
  db: ReadHandle,
  scope: DesksScope,
  asked: {
    readonly serviceId: string
    readonly deskId: string
    readonly topicCode: string
    readonly language: Language
  },
  now: Instant,
): Promise<PreparedReferral | undefined> {
  const today = localDay(now)
  const desk = deskMeant(await findDesks(db, scope, scope.deskIds), asked.deskId)
  if (!desk) return undefined
  const offer = await findService(db, scope, asked.serviceId, { today, libraryId: desk.libraryId })
  if (!offer?.service.active || offer.partner.endedOn !== null) return undefined
  const lists = await readLists(db, scope, today, asked.language, desk.libraryId)
  const topic = lists.topics.find(({ code }) => code === asked.topicCode)
  if (!topic) return { desk, lists, offer, topic }
  const { code, label } = topic
  // The staff read it in one of these languages, the visitor perhaps in the other.
  const labelIn = async (language: Language) =>
    (await readLists(db, scope, today, language, desk.libraryId)).topics.find((each) => each.code === code)
      ?.label ?? label
  return {
    desk,
    lists,
    offer,
    topic: { code, label, labels: { nl: await labelIn('nl'), en: await labelIn('en') } },
  }
}
