/** One block in which a desk is open: from the whole hour `from` up to `until`. `weekday`: 1 Monday to 7 Sunday. */
export interface OpeningHours {
  readonly weekday: number
  readonly from: number
  readonly until: number
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Reads 'mon 9-12, thu 18-20'. @throws when it says something else */
export function readOpening(text: string): OpeningHours[] {
  return text.split(', ').map((block) => {
    const [, day = '', from, until] = /^([a-z]{3}) (\d{1,2})-(\d{1,2})$/.exec(block) ?? []
    const weekday = weekdays.indexOf(day) + 1
    if (weekday === 0) throw new Error(`Not opening hours: ${block}`)
    return { weekday, from: Number(from), until: Number(until) }
  })
}
