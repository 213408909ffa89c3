import { z } from 'zod'
import type { MessageKey } from '../i18n/translate.ts'
import { isDay } from '../time/local-time.ts'

/** The first and last day that somebody can mean; outside it the year is a typing error. */
interface Between {
  readonly earliest: string
  readonly latest: string
}
const anyDay: Between = { earliest: '1900-01-01', latest: '2099-12-31' }

/**
 * The field of a form that holds what daySent read. Who filled in all boxes wants to know which one is wrong.
 * @param missing what to say when a box is empty
 */
export const dayField = (missing: MessageKey, between = anyDay) =>
  z.string().superRefine((sent, context) => {
    const message = problemOf(sent, missing, between)
    if (message) context.addIssue({ code: 'custom', message, continue: false })
  })

/** The same for what optionalDaySent read: it may be empty. */
export const optionalDayField = (missing: MessageKey, between = anyDay) =>
  z.string().superRefine((sent, context) => {
    const message = sent === '' ? undefined : problemOf(sent, missing, between)
    if (message) context.addIssue({ code: 'custom', message, continue: false })
  })

function problemOf(sent: string, missing: MessageKey, { earliest, latest }: Between): MessageKey | undefined {
  const boxes = sent.split('-')
  if (boxes.some((box) => /^0*$/.test(box))) return missing
  if (/^(0\d*|\d{5,})-/.test(sent)) return 'shell.date.year'
  if (!isDay(sent)) return 'shell.date.no-such-day'
  return sent < earliest || sent > latest ? 'shell.date.year' : undefined
}
