import type { FormFields } from './form-fields.ts'

/** The day in the three boxes of a DateInput, as 2026-11-24; text that is no day when they do not hold one. */
export function daySent(form: FormFields, name: string): string {
  const part = (box: string, length: number): string => form.text(`${name}.${box}`).padStart(length, '0')
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
}

/** The same for a day that may be left out: empty when all three boxes are. A year of two digits is one of this century. */
export function optionalDaySent(form: FormFields, name: string): string {
  const [day, month, year = ''] = ['day', 'month', 'year'].map((box) => form.text(`${name}.${box}`))
  if (!day && !month && !year) return ''
  const sent = daySent(form, name)
  return year.length === 2 ? `20${sent.slice(2)}` : sent
}

/** The same the other way: what to put in the boxes for a day. */
export function dayFields(name: string, day: string): [string, string][] {
  const [year = '', month = '', date = ''] = day.split('-')
  return [
    [`${name}.day`, String(Number(date))],
    [`${name}.month`, String(Number(month))],
    [`${name}.year`, year],
  ]
}
