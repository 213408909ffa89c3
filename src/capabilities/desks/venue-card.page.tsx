import { Button } from '../../design-system/button/button.tsx'
import { ResultCard } from '../../design-system/result-card/result-card.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { languageName } from './languages.ts'
import type { Opening } from './opening-hours.ts'
import {
  accessWords,
  distanceWords,
  type Now,
  openingWords,
  type StateWords,
  stateWords,
  upperFirst,
  venueState,
} from './opening-words.ts'
import { callLink, unbroken } from './phone-number.ts'
import { addressLine, deskPath, type Venue } from './venue.ts'

/** A venue in a list; with `opening` that one is told, and not how it stands now. */
export interface FoundVenue {
  readonly venue: Venue
  readonly opening: Opening | undefined
}

/** What its line says of when it is open, and until when that is true. */
export function venueCardState({ venue, opening }: FoundVenue, now: Now, voice: PublicVoice): StateWords {
  if (!opening) return stateWords(venueState(venue, now), now, voice)
  return {
    text: openingWords(opening, now, voice),
    open: opening.start <= now.moment,
    changesAt: opening.start > now.moment ? opening.start : opening.end,
  }
}

/** A venue in a list of what was found. */
export function VenueCard({
  found,
  number,
  now,
  voice,
  withoutDistance = false,
}: {
  found: FoundVenue
  number: number
  now: Now
  voice: PublicVoice
  /** Where nobody said where he is. */
  withoutDistance?: boolean
}) {
  const { t } = voice
  const { desk, place, metres } = found.venue
  const state = venueCardState(found, now, voice)
  const telephone = desk.kind === 'telephone'
  const upcoming = found.opening ?? firstOpening(found.venue, now)
  return (
    <ResultCard
      number={number}
      name={<bdi lang="nl">{nameOf(found.venue)}</bdi>}
      href={voice.link(deskPath(desk))}
      aside={telephone || withoutDistance ? undefined : distanceWords(metres, voice)}
      state={upcoming ? `${state.text} · ${accessWords(upcoming.hours, voice)}` : state.text}
      open={state.open}
      lines={[
        ...(telephone ? [] : [<bdi lang="nl">{addressLine(place ?? desk)}</bdi>]),
        detailsOf(found.venue, voice),
      ].filter(Boolean)}
      actions={
        <>
          <Button
            href={voice.link(deskPath(desk))}
            ariaLabel={t('finder.show-named', { name: nameOf(found.venue) })}
          >
            {t('finder.show')}
          </Button>
          {desk.phone && (
            <Button href={callLink(desk.phone)}>{t('finder.call', { phone: unbroken(desk.phone) })}</Button>
          )}
        </>
      }
    />
  )
}

/** The name of the desk, with where it stands when that is not at home. */
export function nameOf({ desk, place }: Pick<Venue, 'desk' | 'place'>): string {
  return place ? `${desk.name}, ${place.name}` : desk.name
}

function firstOpening(venue: Venue, now: Now): Opening | undefined {
  const state = venueState(venue, now)
  return state.now[0] ?? state.next
}

/** What helps to choose: without a step, by appointment too, languages. */
function detailsOf({ desk, place }: Venue, voice: PublicVoice): string {
  const { t, language } = voice
  const stepFree = place ? place.stepFree : desk.stepFree
  return [
    stepFree && t('finder.step-free'),
    desk.byAppointment && t('finder.also-by-appointment'),
    desk.languages.length > 0 &&
      t('finder.speaks', {
        languages: desk.languages.map((code) => upperFirst(languageName(code, language), voice)).join(', '),
      }),
  ]
    .filter(Boolean)
    .join(' · ')
}
