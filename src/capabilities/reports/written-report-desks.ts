import { dateInWords } from '../../platform/time/local-month.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { sayNumber, type Words } from './figure-words.ts'
import type { DesksOfReport, ReportSource, WrittenFigure, WrittenRow } from './written-report.ts'
import { sayFraction } from './written-report-visitors.ts'

// What desks are and when they are open is no count of contacts: it is as it stands on the day of counting.

/** Figure 6 of the guide (§ 2.2.3): the desks that stood in Balie; as there, those that are not in it are missed. */
export function desksFigure(desks: DesksOfReport, { t, language }: Words): WrittenFigure {
  // Before the first one stood in Balie there were none to count, which is not the same as none.
  const overTime = desks.overTime.slice(desks.overTime.findIndex(({ count }) => count > 0))
  const first = overTime[0]
  const last = overTime.at(-1)
  const more = (last?.count ?? 0) - (first?.count ?? 0)
  const way = overTime.length === 1 ? 'only' : more === 0 ? 'same' : more > 0 ? 'more' : 'fewer'
  return {
    id: 'desks',
    heading: t('sent-reports.heading.desks'),
    text:
      first && last
        ? [
            t(`sent-reports.desks.${way}`, {
              day: dateInWords(last.day, language),
              count: sayNumber(last.count, language),
              difference: sayNumber(Math.abs(more), language),
              before: dateInWords(first.day, language),
            }),
          ]
        : [],
    notes: [t('sent-reports.desks.note')],
    definition: t('sent-reports.definition.desks'),
    rowHeader: t('sent-reports.on-day'),
    columns: [t('sent-reports.desks')],
    rows: overTime.map(({ day, count }) => ({
      code: day,
      label: dateInWords(day, language),
      values: [count],
      share: null,
    })),
  }
}

/** Figure 7 of the guide (§ 2.2.3). */
export function hoursFigure(
  { opening }: DesksOfReport,
  { now }: Pick<ReportSource, 'now'>,
  words: Words,
): WrittenFigure {
  const { t, language } = words
  const { desks, unknown, meanMinutes, classes, evenings, weekends } = opening
  const say = (count: number): string => sayFraction(desks === 0 ? 0 : count / desks, words)
  const hours = sayNumber(Math.round((meanMinutes ?? 0) / 6) / 10, language)
  const row = (code: string, label: string, count: number): WrittenRow => ({
    code,
    label,
    values: [count],
    share: desks === 0 ? null : count / desks,
  })
  const text =
    desks === 0
      ? [t('sent-reports.hours.nothing')]
      : desks === 1
        ? [t('sent-reports.hours.one', { hours })]
        : [
            t('sent-reports.hours.mean', { hours }),
            t('sent-reports.hours.classes', { few: say(classes[0] ?? 0), many: say(classes.at(-1) ?? 0) }),
            t('sent-reports.hours.outside', { evenings: say(evenings), weekends: say(weekends) }),
          ]
  return {
    id: 'hours',
    heading: t('sent-reports.heading.hours'),
    text,
    notes: [
      t('sent-reports.stands-on', { day: dateInWords(localDay(now), language) }),
      ...(unknown > 0 ? [t('sent-reports.hours.unknown', { count: unknown })] : []),
    ],
    definition: t('sent-reports.definition.hours'),
    rowHeader: t('opening-figures.hours-a-week'),
    columns: [t('sent-reports.desks')],
    rows:
      desks === 0
        ? []
        : [
            row('under-8', t('opening-figures.class.1'), classes[0] ?? 0),
            row('8-16', t('opening-figures.class.2'), classes[1] ?? 0),
            row('16-24', t('opening-figures.class.3'), classes[2] ?? 0),
            row('24-32', t('opening-figures.class.4'), classes[3] ?? 0),
            row('over-32', t('opening-figures.class.5'), classes[4] ?? 0),
            row('evenings', t('opening-figures.evenings'), evenings),
            row('weekends', t('opening-figures.weekends'), weekends),
          ],
  }
}

/** Figure 8 of the guide (§ 2.2.4): 84 % + 15 % + 2 % there make 101, since each is rounded by itself. */
export function staffFigure(
  { staff }: DesksOfReport,
  { now }: Pick<ReportSource, 'now'>,
  words: Words,
): WrittenFigure {
  const { t, language } = words
  const all = staff.employees + staff.volunteers + staff.partners
  const row = (code: 'employees' | 'volunteers' | 'partners'): WrittenRow => ({
    code,
    label: t(`sent-reports.staff.${code}`),
    values: [staff[code]],
    share: all === 0 ? null : staff[code] / all,
  })
  const rows = all === 0 ? [] : (['employees', 'volunteers', 'partners'] as const).map(row)
  const say = (code: 'employees' | 'volunteers' | 'partners'): string => sayFraction(staff[code] / all, words)
  return {
    id: 'staff',
    heading: t('sent-reports.heading.staff'),
    text:
      all === 0
        ? [t('sent-reports.staff.nothing')]
        : [
            t('sent-reports.staff.text', {
              employees: say('employees'),
              volunteers: say('volunteers'),
              partners: say('partners'),
            }),
          ],
    notes: [
      t('sent-reports.stands-on', { day: dateInWords(localDay(now), language) }),
      ...(staff.unknown > 0 ? [t('sent-reports.staff.unknown', { count: staff.unknown })] : []),
    ],
    definition: t('sent-reports.definition.staff'),
    rowHeader: t('sent-reports.staff.who'),
    columns: [t('sent-reports.staff.people')],
    rows,
  }
}
