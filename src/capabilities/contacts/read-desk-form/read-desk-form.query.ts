import type { Actor } from '../../../platform/auth/actor.ts'
import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { addDays, type Instant, isDay, localDay, parseInstant } from '../../../platform/time/local-time.ts'
import { type Desk, findDesks } from '../../desks/public.ts'
import { type FormDefinition, findLibraryForm, type ListSnapshot, readLists } from '../../lists/public.ts'
import { listMunicipalities, type NeighbouringMunicipality } from '../../organisations/public.ts'

/** What a registration form is made of: the desks somebody may choose, and the lists and form that count there. */
export interface DeskForm {
  readonly actor: Actor
  readonly desks: readonly Desk[]
  readonly desk: Desk
  readonly lists: ListSnapshot
  readonly form: FormDefinition
  readonly municipalities: readonly NeighbouringMunicipality[]
}

/**
 * Brings together what the form of a desk needs on the day of a contact. Undefined when the actor has no desk, or not
 * this one; without a wish it is the first by name.
 */
export async function readDeskForm(
  db: ReadHandle,
  scope: DesksScope,
  wish: {
    readonly actor: Actor
    readonly deskId?: string | undefined
    readonly day: string
    readonly language: Language
  },
): Promise<DeskForm | undefined> {
  const desks = await findDesks(db, scope, scope.deskIds)
  const desk = wish.deskId ? desks.find((candidate) => candidate.id === wish.deskId) : desks[0]
  if (!desk) return undefined
  const lists = await readLists(db, scope, wish.day, wish.language, desk.libraryId)
  const form = await findLibraryForm(db, scope, desk.libraryId, lists)
  if (!form) return undefined
  return {
    actor: wish.actor,
    desks,
    desk,
    lists,
    form,
    municipalities: await listMunicipalities(db, scope, wish.day),
  }
}

/** The local day whose lists count for a contact: its own day, or today when that cannot be read or lies ahead. */
export function dayOfContact(occurredAt: string, day: string, now: Instant): string {
  const today = localDay(now)
  const moment = parseInstant(occurredAt)
  const said = isDay(day) ? day : moment ? localDay(moment) : today
  return said <= today && said > addDays(today, -400) ? said : today
}
