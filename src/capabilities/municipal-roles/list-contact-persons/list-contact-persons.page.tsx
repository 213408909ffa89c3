import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import { MunicipalityTabs, municipalityAddress, type Organisation } from '../../organisations/public.ts'
import { type ContactPerson, currentOf } from '../contact-person.ts'
import { PersonList } from '../contact-persons.page.tsx'
import type { MunicipalContext } from '../municipal-context.ts'

interface ContactsPage extends MunicipalContext {
  readonly t: Translate
  readonly language: Language
  readonly own: readonly ContactPerson[]
  readonly gone: readonly ContactPerson[]
  readonly handOvers: ReadonlyMap<string, string>
  readonly libraries: readonly Organisation[]
  /** Of these libraries and their desks. */
  readonly theirs: readonly ContactPerson[]
  readonly desks: readonly Desk[]
  readonly saved: boolean
}

export function listContactPersonsPage(page: ContactsPage): Page {
  const { t, municipality, municipalities } = page
  return {
    title: t('direction.contacts'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('direction.contacts')}</Heading>
          <Paragraph lead>{t('direction.contacts.lead')}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/contactpersonen" />
          {page.saved && <Alert kind="ok">{t('direction.saved')}</Alert>}
        </Stack>
        <Own {...page} />
        <Theirs {...page} />
      </Stack>
    ),
  }
}

function Own({ t, language, today, municipality, own, gone, handOvers }: ContactsPage) {
  const address = (path = '') => municipalityAddress(`/sturing/contactpersonen/persoon${path}`, municipality)
  const current = currentOf(own, today)
  return (
    <Stack>
      <Heading level={2}>{t('direction.contacts.own', { municipality: municipality.name })}</Heading>
      {current === undefined && <Alert kind="warning">{t('direction.contacts.no-own')}</Alert>}
      <PersonList
        {...{ t, language, today, handOvers }}
        persons={own}
        change={({ id }) => address(`/${id}`)}
      />
      {current?.placed && (
        <Paragraph>
          {t('direction.contacts.placed', { place: t(`direction.placed.${current.placed}`) })}
        </Paragraph>
      )}
      <ButtonGroup>
        <Button href={address()}>{t('direction.contact.add')}</Button>
      </ButtonGroup>
      {gone.length > 0 && (
        <Details summary={t('direction.contacts.gone', { count: gone.length })}>
          <ul>
            {gone.map(({ id, name, fromDay, untilDay }) => (
              <li>
                <Link href={address(`/${id}`)}>{name}</Link>
                {` · ${t('direction.from-until', {
                  from: dayInWords(fromDay, language, 'date'),
                  until: dayInWords(untilDay ?? fromDay, language, 'date'),
                })}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Stack>
  )
}

function Theirs({ t, language, today, libraries, theirs, desks }: ContactsPage) {
  return (
    <Stack>
      <Heading level={2}>{t('direction.contacts.theirs')}</Heading>
      {libraries.length === 0 && <EmptyState>{t('direction.contacts.no-library')}</EmptyState>}
      {libraries.map(({ id, name }) => {
        const persons = theirs.filter(({ libraryId }) => libraryId === id)
        return (
          <>
            <Heading level={3}>{name}</Heading>
            {currentOf(persons, today) === undefined && (
              <Alert kind="warning">{t('direction.contacts.no-theirs')}</Alert>
            )}
            <PersonList
              {...{ t, language, today, persons }}
              ofWhat={({ deskId }) => desks.find((desk) => desk.id === deskId)?.name}
            />
          </>
        )
      })}
    </Stack>
  )
}
