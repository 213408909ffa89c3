import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { longest, type Notice } from '../notice.ts'
import type { NoticeFacts } from './announce-notice.command.ts'

const key = (message: MessageKey): MessageKey => message

/** How many topics a notice can have: at each of them it takes room in the form of the desk. */
export const mostTopics = 3
const topicFields = Array.from({ length: mostTopics }, (_, at) => (at === 0 ? 'topic' : `topic-${at + 1}`))

/** What a municipality tells: where it can be reached may stand in it, what is of a person never. */
export const noticeText = (most: number, tooLong: MessageKey, year: number) =>
  z
    .string()
    .max(most, tooLong)
    .refine(
      (text) => findPersonalData(text, year, ['phone', 'email', 'address']) === undefined,
      key('notices.error.personal-data'),
    )

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
}

/** @param topics the codes that can be chosen; `desks` the desks */
export const noticeForm = ({
  topics,
  desks,
  today,
}: {
  readonly topics: ReadonlySet<string>
  readonly desks: ReadonlySet<string>
  readonly today: string
}) => {
  const text = (most: number, tooLong: MessageKey) => noticeText(most, tooLong, Number(today.slice(0, 4)))
  return z
    .object({
      title: text(longest.title, key('notices.error.title-long')).min(1, key('notices.error.title')),
      topic: z
        .array(z.string())
        .min(1, key('notices.error.topic'))
        .refine((codes) => codes.every((code) => topics.has(code)), key('notices.error.topic')),
      from: dayField('notices.error.from'),
      until: dayField('notices.error.until'),
      what: text(longest.what, key('notices.error.what-long')).min(1, key('notices.error.what')),
      tell: text(longest.tell, key('notices.error.tell-long')).min(1, key('notices.error.tell')),
      link: z
        .string()
        .max(longest.link, key('notices.error.link'))
        .refine((address) => address === '' || isWebAddress(address), key('notices.error.link')),
      reach: z.enum(['all', 'chosen'], key('notices.error.reach')),
      desks: z.array(z.string()),
    })
    .superRefine(({ from, until, reach, desks: chosen }, context) => {
      const issue = (field: string, message: MessageKey): void =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (until < from) issue('until', 'notices.error.until-before')
      else if (until < today) issue('until', 'notices.error.until-past')
      if (reach === 'chosen' && (chosen.length === 0 || chosen.some((id) => !desks.has(id))))
        issue('desks', 'notices.error.desks')
    })
    .transform(
      ({ title, topic, from, until, what, tell, link, reach, desks: chosen }): NoticeFacts => ({
        title,
        topics: topic,
        countsFrom: from,
        shownUntil: until,
        whatChanges: what,
        tell,
        link,
        chosenDesks: reach === 'all' ? null : chosen,
      }),
    )
}

export const noticeSent = (form: FormFields) => ({
  title: form.text('title'),
  topic: [...new Set(topicFields.map((field) => form.text(field)))].filter(Boolean),
  from: daySent(form, 'from'),
  until: daySent(form, 'until'),
  // Browsers send two characters for the end of a line; the field counts one.
  what: form.text('what').replaceAll('\r\n', '\n'),
  tell: form.text('tell').replaceAll('\r\n', '\n'),
  // Who leaves out the beginning means the usual one.
  link: form.text('link').replace(/^(?=www\.)/i, 'https://'),
  reach: form.text('reach'),
  desks: [...new Set(form.all('desks'))],
})

/** A notice as the form shows it. */
export const noticeFields = (notice: Notice): FormFields =>
  new FormFields([
    ['title', notice.title],
    ...notice.topics.map((code, at): [string, string] => [topicFields[at] ?? 'topic', code]),
    ...dayFields('from', notice.countsFrom),
    ...dayFields('until', notice.shownUntil),
    ['what', notice.whatChanges],
    ['tell', notice.tell],
    ['link', notice.link],
    ['reach', notice.chosenDesks ? 'chosen' : 'all'],
    ...(notice.chosenDesks ?? []).map((id): [string, string] => ['desks', id]),
    ['version', String(notice.version)],
  ])

/** Whether two notices say the same: the same form, sent twice. */
export const saysTheSame = (one: NoticeFacts, other: NoticeFacts): boolean =>
  (Object.keys(one) as (keyof NoticeFacts)[]).every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  )
