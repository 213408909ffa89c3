import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { Cells } from '../contacts/public.ts'
import { busyHours, codeOfHour, weekdays } from './busy-hours.ts'

/** 'maandag', for 1. 1 January 2024 was a Monday. */
export const sayWeekday = (weekday: number, language: Language): string =>
  dayInWords(`2024-01-0${weekday}`, language, 'weekday')

/** '10.00 tot 11.00 uur', for 10. */
export const sayHour = (hour: number, t: Translate): string =>
  t('dashboard.hour', { from: hour, until: hour + 1 })

/** Every hour of the week in which there was anybody or a desk was open, a line each. */
export function busyHoursTable(
  { cells, open }: { readonly cells: Cells; readonly open: ReadonlyMap<string, number> | undefined },
  { t, language }: { readonly t: Translate; readonly language: Language },
): string[][] {
  const { counts } = busyHours(cells)
  const header = [
    t('dashboard.file.weekday-number'),
    t('dashboard.file.weekday'),
    t('dashboard.file.hour'),
    t('reports.contacts'),
    ...(open ? [t('dashboard.file.open')] : []),
  ]
  const lines = weekdays.flatMap((weekday) =>
    Array.from({ length: 24 }, (_, hour) => ({ weekday, hour })).flatMap((at) => {
      const code = codeOfHour(at)
      const [count, hours] = [counts.get(code) ?? 0, open?.get(code) ?? 0]
      if (count === 0 && hours === 0) return []
      return [
        [
          String(weekday),
          sayWeekday(weekday, language),
          String(at.hour),
          String(count),
          ...(open ? [String(Math.round(hours * 100) / 100)] : []),
        ],
      ]
    }),
  )
  return [header, ...lines]
}
