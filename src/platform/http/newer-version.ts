import { FormFields } from './form-fields.ts'

/** The largest number that the column of a version holds. */
const highestVersion = 2 ** 31 - 1

/** A version as it was sent; 0, which no kept thing has, when it is no whole number that a version can be. */
export function versionOf(sent: string): number {
  const version = /^\d{1,10}$/.test(sent) ? Number(sent) : 0
  return version <= highestVersion ? version : 0
}

/** The version that somebody had before them when the form was shown: what a browser sends is never sure to be one. */
export const versionSent = (form: FormFields, field = 'version'): number => versionOf(form.text(field))

/** What was typed, to be saved over the version that somebody else made meanwhile: nothing of it is lost. */
export const typedOver = (typed: FormFields, version: number): FormFields =>
  new FormFields([...typed.entries().filter(([field]) => field !== 'version'), ['version', String(version)]])
