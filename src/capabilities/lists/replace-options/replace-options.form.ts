import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { hasLabel, wordsShape } from '../add-option/add-option.form.ts'
import type { ListOption } from '../list-option.ts'

/** So many new values can come from one. */
export const mostParts = 4

/** What can be merged or split on a day: national values that count then, and without which a form can do. */
export const replaceable = (options: readonly ListOption[]): ListOption[] =>
  options.filter((each) => each.libraryId === null && each.validUntil === null && !each.fixed)

const since = (today: string) =>
  dayField('list-care.error.from').refine((day) => day >= today, 'list-care.error.from' satisfies MessageKey)

/** Two or more into one: a value that is there, or a new one. */
export const mergeForm = ({ options, today }: { options: readonly ListOption[]; today: string }) =>
  z
    .object({
      from: z
        .array(z.string())
        .transform((codes) => replaceable(options).filter((each) => codes.includes(each.code))),
      into: z.string(),
      labelNl: wordsShape.labelEn,
      labelEn: wordsShape.labelEn,
      since: since(today),
    })
    .superRefine(({ from, into, labelNl, since: day }, context) => {
      const issue = (path: string, message: MessageKey): void =>
        context.addIssue({ code: 'custom', path: [path], message })
      const joined = new Set([...from.map(({ code }) => code), ...(into ? [into] : [])])
      if (from.length === 0 || joined.size < 2) issue('from', 'list-care.error.merge-two')
      if (into && !replaceable(options).some(({ code }) => code === into))
        issue('into', 'list-care.error.into')
      if (!into && labelNl === '') issue('into', 'list-care.error.into')
      // One of those that are merged may give its name to the new one: it ends on the day the new one begins.
      const others = options.filter((each) => !from.some(({ code }) => code === each.code))
      if (!into && hasLabel(others, labelNl, day)) issue('labelNl', 'list-care.error.label-taken')
    })

/** What the page showed of each value, so that a change by somebody else meanwhile is seen. */
export const seenOf = (choices: readonly ListOption[]): string =>
  choices.map(({ code, revision }) => `${code}:${revision}`).join(' ')

/** The revision of a value on the page that was sent; 0 when it did not stand there. */
export const revisionSeen = (form: FormFields, code: string): number =>
  Number(
    form
      .text('seen')
      .split(' ')
      .find((each) => each.startsWith(`${code}:`))
      ?.match(/:(\d{1,9})$/)?.[1] ?? 0,
  )

export const mergeSent = (form: FormFields) => ({
  from: form.all('from'),
  into: form.text('into'),
  labelNl: form.text('labelNl').replace(/\s+/g, ' '),
  labelEn: form.text('labelEn').replace(/\s+/g, ' '),
  since: daySent(form, 'since'),
})

/** One into two or more new ones. */
export const splitForm = ({ options, today }: { options: readonly ListOption[]; today: string }) =>
  z
    .object({
      from: z
        .string()
        .refine(
          (code) => replaceable(options).some((each) => each.code === code),
          'list-care.error.split-what' satisfies MessageKey,
        ),
      parts: z.array(z.object({ labelNl: wordsShape.labelEn, labelEn: wordsShape.labelEn })),
      since: since(today),
    })
    .superRefine(({ from, parts, since: day }, context) => {
      const labels = parts.map(({ labelNl }) => labelNl.toLowerCase())
      const others = options.filter(({ code }) => code !== from)
      const wrong: MessageKey | undefined =
        parts.length < 2
          ? 'list-care.error.split-two'
          : new Set(labels).size < labels.length ||
              parts.some(({ labelNl }) => hasLabel(others, labelNl, day))
            ? 'list-care.error.label-taken'
            : undefined
      if (wrong) context.addIssue({ code: 'custom', path: ['parts'], message: wrong })
    })

export const splitSent = (form: FormFields) => ({
  from: form.text('from'),
  parts: Array.from({ length: mostParts }, (_, number) => ({
    labelNl: form.text(`part-${number}`).replace(/\s+/g, ' '),
    labelEn: form.text(`part-en-${number}`).replace(/\s+/g, ' '),
  })).filter(({ labelNl }) => labelNl !== ''),
  since: daySent(form, 'since'),
})
