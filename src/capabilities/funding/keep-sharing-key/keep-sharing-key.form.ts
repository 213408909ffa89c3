import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { keyKinds, parseShare, type SharingKey, wholeShare } from '../sharing.ts'

/** What somebody says of a key; the numbers that count are told or counted apart. */
export interface KeyFacts {
  readonly name: string
  readonly kind: SharingKey['kind']
  readonly fromYear: number
  readonly untilYear: number | null
  /** Hundredths of a percent of each municipality that takes part, where these are fixed. */
  readonly parts: ReadonlyMap<string, number | null>
}

const yearField = (message: MessageKey) =>
  z
    .string()
    .regex(/^20[2-9]\d$/, message)
    .transform(Number)

export const keyForm = z
  .object({
    name: z
      .string()
      .min(1, 'money.error.key-name' satisfies MessageKey)
      .max(100, 'money.error.key-name-long' satisfies MessageKey),
    kind: z.enum(keyKinds, { error: 'money.error.key-kind' satisfies MessageKey }),
    fromYear: yearField('money.error.key-year'),
    untilYear: z.union([z.literal('').transform(() => null), yearField('money.error.key-year')]),
    municipalities: z.array(z.string()).min(2, 'money.error.key-municipalities' satisfies MessageKey),
    shares: z.map(z.string(), z.string()),
  })
  .superRefine(({ kind, fromYear, untilYear, municipalities, shares }, context) => {
    const say = (path: string, message: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (untilYear !== null && untilYear < fromYear) say('untilYear', 'money.error.key-until')
    if (kind !== 'fixed') return
    for (const code of municipalities)
      if (parseShare(shares.get(code) ?? '') === undefined) say(`share-${code}`, 'money.error.key-share')
  })
  .transform(
    ({ municipalities, shares, ...facts }): KeyFacts => ({
      ...facts,
      parts: new Map(
        municipalities.map((code) => [
          code,
          facts.kind === 'fixed' ? (parseShare(shares.get(code) ?? '') ?? null) : null,
        ]),
      ),
    }),
  )

/** @param candidates the codes of the municipalities that the form shows */
export const keySent = (form: FormFields, candidates: readonly string[]) => ({
  name: form.text('name'),
  kind: form.text('kind'),
  fromYear: form.text('fromYear'),
  untilYear: form.text('untilYear'),
  municipalities: candidates.filter((code) => form.all('municipality').includes(code)),
  shares: new Map(candidates.map((code) => [code, form.text(`share-${code}`)])),
})

/** What the fixed shares together are more (above nothing) or less than the whole, in hundredths of a percent. */
export const offTheWhole = ({ kind, parts }: Pick<KeyFacts, 'kind' | 'parts'>): number =>
  kind === 'fixed'
    ? [...parts.values()].reduce<number>((sum, share) => sum + (share ?? 0), 0) - wholeShare
    : 0

/** A key as the form shows it. */
export const keyFields = (key: SharingKey): [string, string][] => [
  ['name', key.name],
  ['kind', key.kind],
  ['fromYear', String(key.fromYear)],
  ['untilYear', key.untilYear === null ? '' : String(key.untilYear)],
  ...key.parts.flatMap(({ municipalityCode, basis }): [string, string][] => [
    ['municipality', municipalityCode],
    ...(key.kind === 'fixed' && basis !== null
      ? ([[`share-${municipalityCode}`, writeAmount(basis)]] as [string, string][])
      : []),
  ]),
  ['version', String(key.version)],
]
