import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import { type HoursSpan, languageName, writeHoursText } from '../desks/public.ts'
import { type ServiceOffer, type TargetGroup, targetGroups } from './service.ts'
import { hoursAhead, isOpenAt, type ServiceHours } from './service-hours.ts'

/**
 * Hours as one says them, a line for each time of the year: 'ma-vr 9-17', 'di 10-12 (vanaf 1 december 2026)'. Also what
 * stands in words alone.
 */
export function hoursLines(
  hours: readonly ServiceHours[],
  today: string,
  { t, language }: { readonly t: Translate; readonly language: Language },
): string[] {
  const groups = new Map<string, ServiceHours[]>()
  for (const each of hoursAhead(hours, today)) {
    const key = JSON.stringify([each.fromDay, each.untilDay, each.note])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((group) => {
    const [{ fromDay, untilDay, note } = { fromDay: null, untilDay: null, note: '' }] = group
    const spans = spansOf(group)
    const parts = [
      spans.length > 0 && writeHoursText(spans, language),
      note,
      fromDay !== null &&
        fromDay > today &&
        t('directory.hours-from', { day: dayInWords(fromDay, language, 'date') }),
      untilDay !== null && t('directory.hours-until', { day: dayInWords(untilDay, language, 'date') }),
    ].filter(Boolean)
    return parts.length > 0 ? [parts.join(', ')] : []
  })
}

/** Hours of the same minutes as one line: on which weekdays. */
export function spansOf(hours: readonly ServiceHours[]): HoursSpan[] {
  const spans = new Map<string, { weekdays: number[]; opens: number; closes: number }>()
  for (const { weekday, opens, closes } of hours) {
    if (weekday === null || opens === null || closes === null) continue
    const span = spans.get(`${opens} ${closes}`) ?? { weekdays: [], opens, closes }
    span.weekdays = [...new Set([...span.weekdays, weekday])].sort()
    spans.set(`${opens} ${closes}`, span)
  }
  return [...spans.values()]
}

/** Whether a service can be reached now; undefined when nobody knows. */
export function openWords(
  { hours }: Pick<ServiceOffer, 'hours'>,
  at: { readonly day: string; readonly minute: number },
  t: Translate,
): { readonly text: string; readonly open: boolean } {
  const open = isOpenAt(hours, at)
  if (open === undefined) return { text: t('directory.open.unknown'), open: false }
  return { text: t(open ? 'directory.open.now' : 'directory.open.not-now'), open }
}

/** How far, as people say it: by a hundred metres below ten kilometres. */
export function distanceWords(metres: number, language: Language): string {
  if (metres < 950) return `${Math.max(100, Math.round(metres / 100) * 100)} m`
  const kilometres = metres < 9_950 ? (metres / 1000).toFixed(1) : String(Math.round(metres / 1000))
  return `${language === 'nl' ? kilometres.replace('.', ',') : kilometres} km`
}

/** For whom it is, in words; what a feed called it stays as it is. */
export const groupWords = (code: string, t: Translate): string =>
  targetGroups.includes(code as TargetGroup) ? t(`directory.group.${code as TargetGroup}`) : code

/** The languages that are spoken, in words. */
export const languageWords = (codes: readonly string[], language: Language): string =>
  codes.map((code) => languageName(code, language)).join(', ')
