import { Button } from '../../design-system/button/button.tsx'
import { ResultCard } from '../../design-system/result-card/result-card.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { languageName } from './languages.ts'
import type { Opening } from './opening-hours.ts'
import {
  accessWords,
  distanceWords,
  listWords,
  type Now,
  openingWords,
  type StateWords,
  stateWords,
  upperFirst,
  venueState,
} from './opening-words.ts'
import { callLink, unbroken } from './phone-number.ts'
import { addressLine, deskPath, type Venue } from './venue.ts'

/** A venue with its line in a list: how it stands, and until when that is true. */
export interface ShownVenue extends StateWords {
  readonly venue: Venue
}

/** The line of a venue; with `opening` that one is told, and not how it stands now. */
export function showVenue(
  { venue, opening }: { readonly venue: Venue; readonly opening?: Opening | undefined },
  now: Now,
  voice: PublicVoice,
): ShownVenue {
  if (opening)
    return {
      venue,
      text: `${openingWords(opening, now, voice)} · ${accessWords(opening.hours, voice)}`,
      open: opening.start <= now.moment,
      changesAt: opening.start > now.moment ? opening.start : opening.end,
    }
  const state = venueState(venue, now)
  const words = stateWords(state, now, voice)
  const upcoming = state.now[0] ?? state.next
  return {
    venue,
    ...words,
    text: upcoming ? `${words.text} · ${accessWords(upcoming.hours, voice)}` : words.text,
  }
}

/** A venue in a list of what was found. */
export function VenueCard({
  shown: { venue, text, open },
  number,
  voice,
  withoutDistance = false,
}: {
  shown: ShownVenue
  number: number
  voice: PublicVoice
  /** Where nobody said where he is. */
  withoutDistance?: boolean
}) {
  const { t } = voice
  const { desk, metres } = venue
  const telephone = desk.kind === 'telephone'
  return (
    <ResultCard
      number={number}
      name={<bdi lang="nl">{nameOf(venue)}</bdi>}
      href={voice.link(deskPath(desk))}
      aside={telephone || withoutDistance ? undefined : distanceWords(metres, voice)}
      state={text}
      open={open}
      lines={[...(telephone ? [] : [<bdi lang="nl">{whereOf(venue)}</bdi>]), detailsOf(venue, voice)].filter(
        Boolean,
      )}
      actions={
        <>
          <Button
            href={voice.link(deskPath(desk))}
            ariaLabel={t('finder.show-named', { name: nameOf(venue) })}
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

/** Where to go: the shop or community centre in which it is a guest, and the address. */
const whereOf = ({ desk, place }: Venue): string =>
  place ? addressLine(place) : [desk.host, addressLine(desk)].filter(Boolean).join(', ')

/** The name of the desk, with where it stands when that is not at home. */
export function nameOf({ desk, place }: Pick<Venue, 'desk' | 'place'>): string {
  return place ? `${desk.name}, ${place.name}` : desk.name
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
        languages: listWords(
          desk.languages.map((code) => upperFirst(languageName(code, language), voice)),
          voice,
        ),
      }),
  ]
    .filter(Boolean)
    .join(' · ')
}
