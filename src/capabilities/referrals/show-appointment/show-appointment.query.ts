import type { LinkScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findPublicDesks, type ShownDesk } from '../../desks/public.ts'
import { listLanguage, readLists, topicLabelFor } from '../../lists/public.ts'
import {
  type Appointment,
  findAppointment,
  findHoursFrom,
} from '../find-appointment/find-appointment.query.ts'
import { type CallBack, findCallBack } from '../find-call-backs/find-call-backs.query.ts'

/** What a code opened, with the desk and the name of the topic. */
export interface OpenedThing {
  readonly shown: ShownDesk
  readonly topic: string | undefined
}
export type OpenedAppointment = OpenedThing & { readonly appointment: Appointment }
export type OpenedCallBack = OpenedThing & { readonly callBack: CallBack }

/** The appointment of this link. */
export async function findOpenedAppointment(
  db: ReadHandle,
  scope: LinkScope,
  voice: PublicVoice,
  now: Instant,
): Promise<OpenedAppointment | undefined> {
  const appointment = await findAppointment(db, scope, scope.subjectId)
  const about = appointment && (await aboutOf(db, scope, voice, appointment, now))
  return about && { ...about, appointment }
}

/** The call back of this link. */
export async function findOpenedCallBack(
  db: ReadHandle,
  scope: LinkScope,
  voice: PublicVoice,
  now: Instant,
): Promise<OpenedCallBack | undefined> {
  const callBack = await findCallBack(db, scope, scope.subjectId)
  const about = callBack && (await aboutOf(db, scope, voice, callBack, now))
  return about && { ...about, callBack }
}

async function aboutOf(
  db: ReadHandle,
  scope: LinkScope,
  { language }: PublicVoice,
  {
    deskId,
    libraryId,
    topicCode,
  }: { readonly deskId: string; readonly libraryId: string; readonly topicCode: string | null },
  now: Instant,
): Promise<OpenedThing | undefined> {
  const today = localDay(now)
  const [desk] = await findPublicDesks(db, scope, [deskId])
  if (!desk) return undefined
  const [mother] = desk.motherDeskId ? await findPublicDesks(db, scope, [desk.motherDeskId]) : []
  const hours = await findHoursFrom(db, scope, deskId, addDays(today, -1))
  const { topics } = await readLists(db, scope, today, listLanguage(language), libraryId)
  const topic = topics.find(({ code }) => code === topicCode)
  return {
    shown: { desk, mother, hours, children: [], libraryName: '', successor: undefined },
    topic: topic && topicLabelFor(topic, language),
  }
}
