import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import {
  type AverageWeek,
  averageWeek,
  countedDays,
  type DeskWithHours,
  deskPath,
  findDesks,
  findDesksWithHours,
  isAtDesk,
  isByTelephone,
  minutesAWeek,
  timetableOn,
  type WhichDesks,
} from '../../desks/public.ts'
import { findMunicipalities, findOrganisations, provincesOf } from '../../organisations/public.ts'
import type { Area } from '../area.ts'

/** What the weeks of one desk come to. */
export interface DeskWeeks {
  readonly id: string
  readonly name: string
  /** The address of its public page. */
  readonly path: string
  /** In the ordinary week of now; undefined for a desk without one, as a bus. */
  readonly usualMinutes: number | undefined
  /** On average over a year, of what it is: at the desk, or of a telephone desk by telephone. Undefined when no hours are known. */
  readonly week: AverageWeek | undefined
  /** On average by telephone. */
  readonly telephoneMinutes: number
}

export interface OpeningHoursOfArea {
  readonly name: string
  readonly desks: readonly DeskWeeks[]
}

/** The desks of an area with their weeks; undefined when there is no such area. */
export async function findOpeningHoursOfArea(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  today: string,
): Promise<OpeningHoursOfArea | undefined> {
  const found = await lookUp(db, scope, area, today)
  if (!found) return undefined
  // A day more than the 52 weeks that count: a desk counts from the first day of which something is known.
  const desks = await findDesksWithHours(db, scope, found.which, addDays(today, -365))
  return { name: found.name, desks: desks.map((desk) => weeksOf(desk, today)) }
}

async function lookUp(
  db: ReadHandle,
  scope: SelfScope,
  { level, key }: Area,
  today: string,
): Promise<{ name: string; which: WhichDesks } | undefined> {
  if (level === 'nation') return { name: '', which: 'all' }
  if (level === 'desk') {
    const [desk] = await findDesks(db, scope, [key])
    return desk && { name: desk.name, which: { motherDeskId: key } }
  }
  if (level === 'library') {
    const [library] = await findOrganisations(db, scope, [key])
    return library && { name: library.name, which: { libraryId: key } }
  }
  const municipalities = await findMunicipalities(db, scope, today)
  if (level === 'municipality') {
    const municipality = municipalities.find(({ code }) => code === key)
    return municipality && { name: municipality.name, which: { municipalityCodes: [key] } }
  }
  const province = provincesOf(municipalities).find(({ code }) => code === key)
  const codes = municipalities.flatMap(({ code, provinceCode }) => (provinceCode === key ? [code] : []))
  return province && { name: province.name, which: { municipalityCodes: codes } }
}

function weeksOf({ id, code, name, kind, hours }: DeskWithHours, today: string): DeskWeeks {
  const isOwn = kind === 'telephone' ? isByTelephone : isAtDesk
  const days = countedDays(hours, today)
  const ordinary = timetableOn(
    { ...hours, timetables: hours.timetables.filter((timetable) => timetable.kind === 'ordinary') },
    today,
  )
  const hasTelephone = [...hours.timetables.flatMap((timetable) => timetable.hours), ...hours.dated].some(
    isByTelephone,
  )
  return {
    id,
    name,
    path: deskPath({ name, code }),
    usualMinutes: ordinary && minutesAWeek(ordinary.hours, isOwn),
    week: days && averageWeek(hours, days, isOwn),
    telephoneMinutes: days && hasTelephone ? averageWeek(hours, days, isByTelephone).minutes : 0,
  }
}
