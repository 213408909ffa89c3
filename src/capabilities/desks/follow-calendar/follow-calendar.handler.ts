import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { deskCalendar } from '../desk-calendar.ts'
import { languageName } from '../languages.ts'
import { isForVisitors } from '../opening-hours.ts'
import { accessWords, kindWords } from '../opening-words.ts'
import { noHours } from '../read-hours/read-hours.query.ts'
import { readShownDesk } from '../show-desk/show-desk.handler.ts'
import { addressLine, deskPath } from '../venue.ts'

/** How far ahead a calendar tells; it is fetched again and again. */
const daysAhead = 400

/** The hours of a desk as a calendar, to put in one's own or to subscribe to. */
export async function sendCalendar(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const { desk, hours } = await readShownDesk(request)
  const today = localDay(request.clock.now())
  const url = request.origin + voice.link(deskPath(desk))
  const body = deskCalendar(desk.active ? hours : noHours, today, addDays(today, daysAhead), isForVisitors, {
    name: desk.name,
    url,
    host: request.url.host,
    // Of the day: what is the same is sent once (ETag).
    writtenAt: `${today.replaceAll('-', '')}T000000Z`,
    describe: (each) => {
      const place = desk.places.find(({ id }) => id === each.placeId)
      const location = place
        ? [place.name, addressLine(place)].filter(Boolean).join(', ')
        : desk.kind === 'telephone'
          ? (desk.phone ?? '')
          : addressLine(desk)
      const languages = each.languages.map((code) => languageName(code, voice.language))
      return {
        summary: [desk.name, kindWords(each, voice)].filter(Boolean).join(': '),
        ...(location && { location }),
        description: [accessWords(each, voice), ...languages, url].join('\n'),
      }
    },
  })
  return {
    kind: 'file',
    contentType: 'text/calendar; charset=utf-8',
    cacheControl: 'public, max-age=3600',
    body,
  }
}
