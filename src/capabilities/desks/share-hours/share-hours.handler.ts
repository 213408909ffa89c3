import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { publicVoice } from '../../../platform/i18n/public-language.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { hsdsSchedules } from '../hsds-schedules.ts'
import type { Hours } from '../opening-hours.ts'
import { accessWords, kindWords } from '../opening-words.ts'
import { osmHours } from '../osm-hours.ts'
import { noHours } from '../read-hours/read-hours.query.ts'
import { schemaOrgHours } from '../schema-org-hours.ts'
import { readShownDesk } from '../show-desk/show-desk.handler.ts'
import { deskPath, isAtTheDoor } from '../venue.ts'

/** How far ahead the hours are told. */
const daysTold = 2 * 365

/**
 * The hours of a desk at its own address, for other systems: as OpenStreetMap writes them (`opening_hours`), as Open Referral
 * does (HSDS 3.1 `schedule`) and as schema.org does. All three say the same (decision 0019).
 */
export async function sendHours(request: WebRequest): Promise<Reply> {
  const { desk, hours } = await readShownDesk(request)
  const today = localDay(request.clock.now())
  const until = addDays(today, daysTold)
  const told = desk.active ? hours : noHours
  const voice = publicVoice('nl')
  const describe = (each: Hours): string =>
    [kindWords(each, voice), accessWords(each, voice)].filter(Boolean).join(', ')
  return {
    kind: 'file',
    contentType: 'application/json; charset=utf-8',
    cacheControl: 'public, max-age=900',
    forOtherSites: true,
    body: JSON.stringify({
      name: desk.name,
      url: request.origin + deskPath(desk),
      from: today,
      until,
      openingHours: osmHours(told, today, until, isAtTheDoor),
      schedules: hsdsSchedules(told, today, until, isAtTheDoor, { owner: desk.id, describe }),
      ...schemaOrgHours(told, today, until, isAtTheDoor),
    }),
  }
}
