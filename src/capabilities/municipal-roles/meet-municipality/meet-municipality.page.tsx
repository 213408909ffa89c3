import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { Municipality } from '../../organisations/public.ts'
import { type ContactPerson, currentOf } from '../contact-person.ts'
import { PersonList } from '../contact-persons.page.tsx'
import { type Presence, type Priority, priorityKinds } from '../direction.ts'
import { wholeLibrary } from '../keep-own-contact/keep-own-contact.form.ts'
import type { MeetingContext } from '../meeting-desk.ts'
import { Reach } from '../reach.page.tsx'
import { comingTalks, type PolicyContact, type Talk } from '../talk.ts'

interface MeetPage extends MeetingContext {
  readonly t: Translate
  readonly language: Language
  readonly municipalities: readonly Municipality[]
  readonly persons: readonly ContactPerson[]
  readonly own: readonly ContactPerson[]
  readonly handOvers: ReadonlyMap<string, string>
  readonly policyContacts: readonly PolicyContact[]
  readonly talks: readonly Talk[]
  readonly priorities: readonly Priority[]
  readonly presences: readonly Presence[]
  /** The library and desks of which one may say who speaks. */
  readonly mayChange: ReadonlySet<string>
  readonly saved: boolean
}

export function meetMunicipalityPage(page: MeetPage): Page {
  const { t, municipalities } = page
  return {
    title: t('direction.meet'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('direction.meet')}</Heading>
          <Paragraph lead>{t('direction.meet.lead')}</Paragraph>
          {page.saved && <Alert kind="ok">{t('direction.saved')}</Alert>}
        </Stack>
        <Own {...page} />
        {municipalities.length === 0 && <EmptyState>{t('direction.meet.none')}</EmptyState>}
        {municipalities.map((municipality) => (
          <OneMunicipality page={page} municipality={municipality} />
        ))}
      </Stack>
    ),
  }
}

/** Who speaks with the municipality on this side. */
function Own({ t, language, today, own, desks, libraries, handOvers, mayChange }: MeetPage) {
  return (
    <Stack>
      <Heading level={2}>{t('direction.meet.own')}</Heading>
      {currentOf(own, today) === undefined && <Alert kind="warning">{t('direction.meet.no-own')}</Alert>}
      <PersonList
        {...{ t, language, today, handOvers }}
        persons={own}
        ofWhat={({ deskId, libraryId }) =>
          deskId
            ? (desks.find(({ id }) => id === deskId)?.name ?? t('direction.meet.other-desk'))
            : libraries.find(({ id }) => id === libraryId)?.name
        }
        change={({ id, deskId }) =>
          mayChange.has(deskId ?? wholeLibrary) ? `/balie/gemeente/contactpersoon/${id}` : undefined
        }
      />
      <ButtonGroup>
        <Button href="/balie/gemeente/contactpersoon">{t('direction.own-contact.add')}</Button>
      </ButtonGroup>
    </Stack>
  )
}

function OneMunicipality({
  page,
  municipality: { code, name },
}: {
  readonly page: MeetPage
  readonly municipality: Municipality
}) {
  const { t, language, today, desks } = page
  const here = <Each extends { readonly municipalityCode: string | null }>(all: readonly Each[]): Each[] =>
    all.filter(({ municipalityCode }) => municipalityCode === code)
  const persons = here(page.persons)
  const policyContacts = here(page.policyContacts)
  const talks = here(page.talks)
  const coming = comingTalks(talks, today)
  const past = talks.filter((talk) => !coming.includes(talk) && !talk.cancelled)
  const priorities = here(page.priorities)
  const presences = here(page.presences)
  return (
    <Stack>
      <Heading level={2}>{t('direction.meet.municipality', { municipality: name })}</Heading>
      {currentOf(persons, today) === undefined && (
        <Alert kind="warning">{t('direction.meet.no-person', { municipality: name })}</Alert>
      )}
      <PersonList {...{ t, language, today, persons }} />
      {policyContacts.length > 0 && (
        <Details summary={t('direction.meet.policy', { count: policyContacts.length })}>
          <ul>
            {policyContacts.map((person) => (
              <li>
                {`${t(`network.area.${person.area}`)}: ${person.name}, `}
                <Reach email={person.email} phone={person.phone} />
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Heading level={3}>{t('direction.talks')}</Heading>
      {coming.length === 0 && <Paragraph>{t('direction.talks.none-coming')}</Paragraph>}
      {coming.length > 0 && (
        <ul>
          {coming.map((talk) => (
            <li>
              <TalkInWords {...{ t, language, talk }} />
              {talk.agenda && <Paragraph subtle>{talk.agenda}</Paragraph>}
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <Details summary={t('direction.talks.past')}>
          <ul>
            {past.map((talk) => (
              <li>
                <TalkInWords {...{ t, language, talk }} />
                {talk.agreed && (
                  <Paragraph subtle>{t('direction.talk.agreed-was', { agreed: talk.agreed })}</Paragraph>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {priorityKinds.map((kind) => {
        const own = priorities.filter((each) => each.kind === kind)
        return (
          own.length > 0 && (
            <>
              <Heading level={3}>{t(`direction.priorities.${kind}`)}</Heading>
              <ul>
                {own.map((each) => (
                  <li>
                    {each.name}
                    {each.why && <Paragraph subtle>{each.why}</Paragraph>}
                  </li>
                ))}
              </ul>
            </>
          )
        )
      })}
      {presences.length > 0 && (
        <>
          <Heading level={3}>{t('direction.meet.presences')}</Heading>
          <ul>
            {presences.map(({ who, times, kind, deskId }) => (
              <li>
                {`${who}, ${times} (${t(`direction.presence.kind.${kind}`)}, ${desks.find(({ id }) => id === deskId)?.name ?? ''})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  )
}

function TalkInWords({
  t,
  language,
  talk,
}: {
  readonly t: Translate
  readonly language: Language
  readonly talk: Talk
}) {
  return (
    <>
      {[dayInWords(talk.day, language), talk.starts, talk.place].filter(Boolean).join(', ')}
      {`: ${t(`network.area.${talk.area}`)} (${talk.participants.split('\n').filter(Boolean).join(', ')})`}
    </>
  )
}
