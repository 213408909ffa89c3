import { z } from 'zod'
import { dayFields, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { optionalAmountField } from '../../../platform/money/amount-field.ts'
import { isDay } from '../../../platform/time/local-time.ts'
import { type Scheme, schemeKinds } from '../scheme.ts'

/** What an administrator says of a scheme. */
export type SchemeFacts = Omit<Scheme, 'id' | 'version'>

/** What may still be said of a scheme of which a year was signed: when it ends, and what a municipality did not reckon with. */
export type LateSchemeFacts = Pick<Scheme, 'lastYear' | 'code' | 'deadline' | 'auditKinds'>

const line = z.string().max(300, 'money.error.scheme-long' satisfies MessageKey)
const yearField = z
  .string()
  .regex(/^20[2-9]\d$/, 'money.error.key-year' satisfies MessageKey)
  .transform(Number)
const lastYearField = z.union([z.literal('').transform(() => null), yearField])
/** More than this for one person is a typing error. In cents. */
const mostPerPerson = 100_000
const perPersonField = optionalAmountField.refine(
  (cents) => cents === null || cents <= mostPerPerson,
  'money.error.per-person' satisfies MessageKey,
)
const percentField = z.string().transform((text, context) => {
  const bare = text.replace(/[%\s]/g, '')
  if (bare === '') return null
  if (/^\d{1,3}$/.test(bare) && Number(bare) <= 100) return Number(bare)
  context.addIssue({ code: 'custom', message: 'money.error.percent' satisfies MessageKey })
  return z.NEVER
})
/** A day and a month as people write them, 15-07 or 15-7, kept as 07-15. */
const deadlineField = z.string().transform((text, context) => {
  if (text === '') return null
  const [, day = '', month = ''] = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? []
  const kept = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // 29 February is not there each year, so it is no day to be ready by.
  if (isDay(`2023-${kept}`)) return kept
  context.addIssue({ code: 'custom', message: 'money.error.deadline' satisfies MessageKey })
  return z.NEVER
})

const late = {
  code: z
    .string()
    .max(20, 'money.error.scheme-code' satisfies MessageKey)
    .transform((code) => code || null),
  deadline: deadlineField,
  auditKinds: z.array(z.string().max(20, 'money.error.audit-kind' satisfies MessageKey)),
}

/** @param lastSignedYear it ends with that year at the earliest */
export const lateSchemeForm = (lastSignedYear: number) =>
  z
    .object({
      lastYear: lastYearField.refine(
        (year) => year === null || year >= lastSignedYear,
        'money.error.scheme-last-signed' satisfies MessageKey,
      ),
      ...late,
    })
    .transform((facts): LateSchemeFacts => facts)

export const schemeForm = z
  .object({
    name: line.min(1, 'money.error.scheme-name' satisfies MessageKey),
    kind: z.enum(schemeKinds, { error: 'money.error.scheme-kind' satisfies MessageKey }),
    provider: line,
    legalBasis: line,
    firstYear: yearField,
    lastYear: lastYearField,
    centsPerInhabitant: perPersonField,
    inhabitantsOn: optionalDayField('money.error.day').transform((day) => day || null),
    centsPerLessEducated: perPersonField,
    advancePercent: percentField,
    carryOverPercent: percentField,
    accountsToNation: z.boolean(),
    source: line,
    ...late,
  })
  .superRefine(({ firstYear, lastYear, kind, carryOverPercent }, context) => {
    const say = (path: string, message: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (lastYear !== null && lastYear < firstYear) say('lastYear', 'money.error.key-until')
    if (kind !== 'specific-grant' && carryOverPercent !== null)
      say('carryOverPercent', 'money.error.carry-over-kind')
  })
  .transform((facts): SchemeFacts => facts)

export const schemeSent = (form: FormFields) => ({
  name: form.text('name'),
  kind: form.text('kind'),
  provider: form.text('provider'),
  legalBasis: form.text('legalBasis'),
  firstYear: form.text('firstYear'),
  lastYear: form.text('lastYear'),
  centsPerInhabitant: form.text('centsPerInhabitant'),
  inhabitantsOn: optionalDaySent(form, 'inhabitantsOn'),
  centsPerLessEducated: form.text('centsPerLessEducated'),
  advancePercent: form.text('advancePercent'),
  carryOverPercent: form.text('carryOverPercent'),
  accountsToNation: form.has('accountsToNation'),
  source: form.text('source'),
  code: form.text('code'),
  deadline: form.text('deadline'),
  auditKinds: [1, 2, 3, 4, 5].map((number) => form.text(`audit-${number}`)),
})

const amountOrEmpty = (cents: number | null): string => (cents === null ? '' : writeAmount(cents))
const numberOrEmpty = (number: number | null): string => (number === null ? '' : String(number))

/** A day and a month as they stand in the form: 15-07. */
export const deadlineInWords = (deadline: string): string => deadline.split('-').toReversed().join('-')

export const schemeFields = (scheme: Scheme): [string, string][] => [
  ['name', scheme.name],
  ['kind', scheme.kind],
  ['provider', scheme.provider],
  ['legalBasis', scheme.legalBasis],
  ['firstYear', String(scheme.firstYear)],
  ['lastYear', numberOrEmpty(scheme.lastYear)],
  ['centsPerInhabitant', amountOrEmpty(scheme.centsPerInhabitant)],
  ...(scheme.inhabitantsOn ? dayFields('inhabitantsOn', scheme.inhabitantsOn) : []),
  ['centsPerLessEducated', amountOrEmpty(scheme.centsPerLessEducated)],
  ['advancePercent', numberOrEmpty(scheme.advancePercent)],
  ['carryOverPercent', numberOrEmpty(scheme.carryOverPercent)],
  ...(scheme.accountsToNation ? ([['accountsToNation', 'ja']] as [string, string][]) : []),
  ['source', scheme.source],
  ['code', scheme.code ?? ''],
  ['deadline', scheme.deadline ? deadlineInWords(scheme.deadline) : ''],
  ...scheme.auditKinds.map((kind, at): [string, string] => [`audit-${at + 1}`, kind]),
  ['version', String(scheme.version)],
]
