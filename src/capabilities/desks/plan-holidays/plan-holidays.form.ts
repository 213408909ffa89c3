import type { FormFields } from '../../../platform/http/form-fields.ts'
import { type HolidayDecision, holidayDecisions, type PlannedHoliday } from '../holiday-plan.ts'

/** The holidays that stood on the page, and what had been decided about them: it comes back with what is sent. */
export const seenFields = (holidays: readonly PlannedHoliday[]) => ({
  shown: holidays.map(({ day }) => day).join(' '),
  decided: holidays.flatMap(({ day, decision }) => (decision ? [`${day}=${decision}`] : [])).join(' '),
})

/** The same as it was sent: the days, and by day what was decided. */
export function seenSent(form: FormFields): {
  shown: readonly string[]
  decided: ReadonlyMap<string, HolidayDecision>
} {
  const decided = form
    .text('decided')
    .split(' ')
    .flatMap((said): [string, HolidayDecision][] => {
      const [day = '', meant] = said.split('=')
      const decision = holidayDecisions.find((each) => each === meant)
      return decision ? [[day, decision]] : []
    })
  return { shown: form.text('shown').split(' '), decided: new Map(decided) }
}
