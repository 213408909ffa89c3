import { z } from 'zod'
import type { FormError } from '../../platform/http/form-errors.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { hasCitizenNumber } from '../../platform/personal-data/find-personal-data.ts'
import { readHoursText, tidyPhone, tidyPostcode, tidyWebsite, writeHoursText } from '../desks/public.ts'
import type { ServiceHours } from './service-hours.ts'
import { spansOf } from './service-words.ts'

/** The fields by which something is kept; each has its words in the catalogue. */
export const entryFields = [
  'name',
  'short-name',
  'kind',
  'description',
  'website',
  'email',
  'phone',
  'keeper',
  'organisation',
  'review',
  'street',
  'house-number',
  'postcode',
  'town',
  'point',
  'step-free',
  'note',
  'hours',
  'hours-note',
  'ways',
  'by-appointment',
  'topics',
  'groups',
  'languages',
  'reach',
  'area',
  'free',
  'cost',
  'eligibility',
  'documents',
  'capacity',
  'course',
  'active',
  'locations',
  'role',
  'service',
  'when-to-refer',
  'way',
  'how',
  'contact-person',
  'consultation',
  'refers-back',
  'answer-days',
  'valid-from',
  'valid-until',
] as const
export type EntryField = (typeof entryFields)[number]

const longestLine = 200
const longestText = 2000
const longestHours = 300

/** A text on organisations: the number of somebody who works there may stand in it, that of a visitor (BSN) never. */
const withoutBsn = (text: string): boolean => !hasCitizenNumber(text)

/** A line that must be there. */
export const lineField = (missing: MessageKey) =>
  z
    .string()
    .min(1, missing)
    .max(longestLine, 'directory.error.long' satisfies MessageKey)
    .refine(withoutBsn, 'directory.error.bsn' satisfies MessageKey)

/** A line that may be left out; null then. */
export const lineOrNull = z
  .string()
  .max(longestLine, 'directory.error.long' satisfies MessageKey)
  .refine(withoutBsn, 'directory.error.bsn' satisfies MessageKey)
  .transform((text) => text || null)

/** Several lines, which may be left out. */
export const textField = z
  .string()
  .max(longestText, 'directory.error.long' satisfies MessageKey)
  .refine(withoutBsn, 'directory.error.bsn' satisfies MessageKey)

const tidied = (tidy: (text: string) => string | undefined, problem: MessageKey) =>
  z
    .string()
    .max(longestLine, 'directory.error.long' satisfies MessageKey)
    .refine((text) => text === '' || tidy(text) !== undefined, problem)
    .transform((text) => (text === '' ? null : (tidy(text) ?? null)))

export const phoneOrNull = tidied(tidyPhone, 'directory.error.phone')
export const websiteOrNull = tidied(tidyWebsite, 'directory.error.website')
export const postcodeOrNull = tidied(tidyPostcode, 'directory.error.postcode-form')
export const emailOrNull = z
  .string()
  .refine(
    (email) => email === '' || (email.length <= 254 && z.email().safeParse(email).success),
    'directory.error.email' satisfies MessageKey,
  )
  .transform((email) => email || null)

/** No answer is not known. */
export const yesNoOrUnknown = z
  .enum(['yes', 'no', ''])
  .catch('')
  .transform((answer) => (answer === '' ? null : answer === 'yes'))

export const yesNoField = (answer: boolean | null): string => (answer === null ? '' : answer ? 'yes' : 'no')

/** The weekly hours as one types them: 'ma-vr 9-17; di 19-21'. */
export const hoursField = (hours: readonly ServiceHours[]): string =>
  writeHoursText(spansOf(weekly(hours)), 'nl')

/** What is said of hours in words. */
export const hoursNote = (hours: readonly ServiceHours[]): string =>
  hours.find(({ weekday, note }) => weekday === null && note !== '')?.note ?? ''

const weekly = (hours: readonly ServiceHours[]): ServiceHours[] =>
  hours.filter(({ weekday, fromDay, untilDay }) => weekday !== null && fromDay === null && untilDay === null)

/**
 * Reads hours as they were typed. Hours of a season alone, which came from a feed and have no field, stay as they were.
 * @param id of the field where a problem is said
 */
export function readHours(
  {
    text,
    note,
    stored,
  }: { readonly text: string; readonly note: string; readonly stored: readonly ServiceHours[] },
  id: string,
  t: Translate,
): { readonly hours: readonly ServiceHours[]; readonly errors: readonly FormError[] } {
  const seasonal = stored.filter(({ fromDay, untilDay }) => fromDay !== null || untilDay !== null)
  const inWords: ServiceHours[] =
    note === '' ? [] : [{ weekday: null, opens: null, closes: null, fromDay: null, untilDay: null, note }]
  if (text === '') return { hours: [...seasonal, ...inWords], errors: [] }
  if (text.length > longestHours) return { hours: [], errors: [{ id, message: t('directory.error.long') }] }
  const read = readHoursText(text, { days: 'needed' })
  if (!read.ok) {
    const [problem] = read.problems
    return {
      hours: [],
      errors: problem ? [{ id, message: t(`hours.problem.${problem.kind}`, { words: problem.words }) }] : [],
    }
  }
  const typed = read.spans.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({ weekday, opens, closes, fromDay: null, untilDay: null, note: '' })),
  )
  return { hours: [...typed, ...seasonal, ...inWords], errors: [] }
}
