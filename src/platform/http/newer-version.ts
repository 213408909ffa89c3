import { FormFields } from './form-fields.ts'

/** What was typed, to be saved over the version that somebody else made meanwhile: nothing of it is lost. */
export const typedOver = (typed: FormFields, version: number): FormFields =>
  new FormFields([...typed.entries().filter(([field]) => field !== 'version'), ['version', String(version)]])
