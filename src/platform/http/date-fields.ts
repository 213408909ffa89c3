import type { FormFields } from './form-fields.ts'

/**
 * The day in the three boxes of a DateInput, as 2026-11-24; text that is no day when they do not hold one. A year of two
 * digits is one of this century.
 */
export function daySent(form: FormFields, name: string): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((box) => form.text(`${name}.${box}`))
  const whole = /^\d{2}$/.test(year) ? `20${year}` : year.padStart(4, '0')
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The same for a day that may be left out: empty when all three boxes are. */
export function optionalDaySent(form: FormFields, name: string): string {
  return ['day', 'month', 'year'].some((box) => form.text(`${name}.${box}`)) ? daySent(form, name) : ''
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
