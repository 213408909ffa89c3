import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findKindsHere } from '../../directory/public.ts'
import { type ContactPerson, currentOf } from '../contact-person.ts'
import { hasNotEnded, type KindOfList, kindsOfList, type Priority } from '../direction.ts'
import { findContactPersons } from '../list-contact-persons/list-contact-persons.query.ts'
import { findAbsentKinds, findPriorities } from '../show-direction/show-direction.query.ts'
import { findTalks } from '../show-policy/show-policy.query.ts'
import { findTrainings } from '../show-referring/show-referring.query.ts'
import { comingTalks, type Talk } from '../talk.ts'
import { trained } from '../training.ts'

/** Who speaks for a municipality today; undefined: nobody, a deputy does not count. */
export async function currentContactPerson(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  today: string,
): Promise<ContactPerson | undefined> {
  return currentOf(await findContactPersons(db, scope, { municipalityCodes: [municipalityCode] }), today)
}

/** The three-party talks that come, the soonest first. */
export async function plannedTalks(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  today: string,
): Promise<Talk[]> {
  return comingTalks(await findTalks(db, scope, [municipalityCode]), today)
}

/** The kinds of the guide's list (§ 2.3.2) that take no part in the network, without a reason noted. */
export async function missingKinds(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
): Promise<KindOfList[]> {
  return kindsOfList(
    await findKindsHere(db, scope, municipalityCode),
    await findAbsentKinds(db, scope, municipalityCode),
  ).filter(({ state }) => state === 'unknown' || state === 'not-asked')
}

/** How many trainings 'recognise and refer' were held in a year, and how many people followed them; who came twice counts twice. */
export async function countTrainings(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
  today: string,
): Promise<{ readonly trainings: number; readonly people: number }> {
  const held = (await findTrainings(db, scope, municipalityCode)).filter(
    ({ day, cancelled }) => !cancelled && day.startsWith(`${year}-`) && day <= today,
  )
  return {
    trainings: held.length,
    people: held.reduce((sum, training) => sum + trained(training), 0),
  }
}

/** The groups and extra digital services that come first and have not ended. */
export async function priorityGroups(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  today: string,
): Promise<Priority[]> {
  return (await findPriorities(db, scope, [municipalityCode])).filter((each) => hasNotEnded(each, today))
}
