import { z } from 'zod'
import { FormFields } from '../../platform/http/form-fields.ts'
import { yesNoField } from './address-fields.ts'
import type { DeskFacts } from './desk.ts'
import { writePoint } from './map-point.ts'

/** The fields of the desk's form; of `languages` and `financiers` there may be several values. */
export const deskFieldNames = [
  'name',
  'kind',
  'mother',
  'host',
  'municipality',
  'street',
  'house-number',
  'postcode',
  'town',
  'point',
  'phone',
  'email',
  'website',
  'step-free',
  'hearing-loop',
  'private-room',
  'languages',
  'variant',
  'by-appointment',
  'note',
  'employees',
  'volunteers',
  'partner-staff',
  'financiers',
] as const
export type DeskField = (typeof deskFieldNames)[number]

/** The fields that hold what stands in the database. */
export function deskFields(desk: DeskFacts): FormFields {
  const count = (number: number | null): string => (number === null ? '' : String(number))
  const fields: Record<Exclude<DeskField, 'languages' | 'financiers'>, string | null> = {
    name: desk.name,
    kind: desk.kind,
    municipality: desk.municipality,
    mother: desk.mother,
    host: desk.host,
    street: desk.street,
    'house-number': desk.houseNumber,
    postcode: desk.postcode,
    town: desk.town,
    point: desk.point && writePoint(desk.point),
    phone: desk.phone,
    email: desk.email,
    website: desk.website,
    'step-free': yesNoField(desk.stepFree),
    'hearing-loop': yesNoField(desk.hearingLoop),
    'private-room': yesNoField(desk.privateRoom),
    variant: desk.variant,
    'by-appointment': yesNoField(desk.byAppointment || null),
    employees: count(desk.employees),
    volunteers: count(desk.volunteers),
    'partner-staff': count(desk.partnerStaff),
    note: desk.note,
  }
  return new FormFields([
    ...Object.entries(fields).map(([name, value]): [string, string] => [name, value ?? '']),
    ...desk.languages.map((code): [string, string] => ['languages', code]),
    ...desk.financiers.map((code): [string, string] => ['financiers', code]),
  ])
}

/** The fields that somebody was shown, to send along hidden: later it can be told what changed since. */
export const writeShown = (fields: FormFields): string => JSON.stringify(fields.entries())

const shownForm = z.array(z.tuple([z.string().max(50), z.string().max(1_000)])).max(500)

/** The fields that were shown; undefined when somebody spoiled them. */
export function readShown(text: string): FormFields | undefined {
  try {
    const read = shownForm.safeParse(JSON.parse(text))
    return read.success ? new FormFields(read.data) : undefined
  } catch {
    return undefined
  }
}

/** A field that somebody else changed meanwhile, with their values and those of who comes second. */
export interface Difference {
  readonly field: DeskField
  readonly theirs: readonly string[]
  readonly yours: readonly string[]
}

/**
 * Two people changed one desk: what the first made of it since the second was shown it, and a form that loses nothing.
 * In it stands what the second changed himself; where he changed nothing, what the first made of it.
 */
export function mergeFields(
  shown: FormFields,
  present: FormFields,
  typed: FormFields,
): { differences: Difference[]; merged: FormFields } {
  const same = (one: FormFields, other: FormFields, name: string): boolean =>
    comparable(one.all(name)) === comparable(other.all(name))
  const changed = deskFieldNames.filter((name) => !same(shown, present, name))
  const entries = deskFieldNames.flatMap((name) => {
    const untouched = same(shown, typed, name)
    return (untouched ? present : typed).all(name).map((value): [string, string] => [name, value])
  })
  return {
    differences: changed.map((field) => ({ field, theirs: present.all(field), yours: typed.all(field) })),
    merged: new FormFields(entries),
  }
}

/** A browser sends line ends of its own, and several values in the order in which they stand on the page. */
const comparable = (values: readonly string[]): string =>
  values
    .map((value) => value.replace(/\s+/g, ' ').trim())
    .sort()
    .join('\n')
