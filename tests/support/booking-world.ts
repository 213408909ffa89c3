import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { TestApp } from './test-app.ts'

/** Hours of a desk from 2026 on; weekday 2 is Tuesday, minutes of the day. */
export interface KnownHours {
  readonly weekday: number
  readonly opens: number
  readonly closes: number
  readonly kind?: string
  readonly label?: string
}

/** Gives a desk hours. */
export async function giveHours(owner: pg.Client, desk: string, hours: readonly KnownHours[]): Promise<void> {
  const timetable = randomUUID()
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, created_at) values ($1, $2, 'ordinary', '2026-01-01', now())`,
    [timetable, desk],
  )
  for (const { weekday, opens, closes, kind = 'desk', label = null } of hours)
    await owner.query(
      `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, label, access, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'appointment', now())`,
      [randomUUID(), desk, timetable, weekday, opens, closes, kind, label],
    )
}

/** Lets hours of a desk of the first library be booked: ordinary ones, half an hour each, one at once, unless something else is said. */
export async function giveOffer(
  { owner, world }: Pick<TestApp, 'owner' | 'world'>,
  desk: string,
  how: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const offer = {
    id: randomUUID(),
    library_id: world.library,
    desk_id: desk,
    name: 'Afspraak aan de balie',
    hours_kind: 'desk',
    minutes: 30,
    places: 1,
    notice_minutes: 60,
    horizon_days: 28,
    created_at: '2026-11-01T00:00:00Z',
    ...how,
  }
  const columns = Object.keys(offer)
  await owner.query(
    `insert into referrals.offers (${columns.join()}) values (${columns.map((_, index) => `$${index + 1}`).join()})`,
    Object.values(offer),
  )
  return offer.id
}

/** The address of a desk's own page. */
export async function pathOfDesk(owner: pg.Client, desk: string): Promise<string> {
  const { rows } = await owner.query<{ code: string }>('select code from desks.desks where id = $1', [desk])
  return `/informatiepunt/x-${rows[0]?.code}`
}

/** What stands in a hidden field of a page. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** The code that a page shows large; empty when it shows none. Digits of an id elsewhere on the page may have the same form. */
export const codeIn = (html: string): string =>
  /balie-short-code__code"[^>]*>\s*([^<\s]+)/.exec(html)?.[1] ?? ''
