import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { networkAddress } from '../../directory/public.ts'
import {
  type GovernedMunicipality,
  MunicipalityTabs,
  municipalityAddress,
} from '../../organisations/public.ts'
import { hasNotEnded, type KindOfList, type Presence, type Priority, priorityKinds } from '../direction.ts'
import { ListedKinds } from '../listed-kinds.page.tsx'
import type { NetworkInShort } from './show-direction.handler.ts'
import type { DeskMet } from './show-direction.query.ts'

interface DirectionPage {
  readonly t: Translate
  readonly language: Language
  readonly municipality: GovernedMunicipality
  readonly municipalities: readonly GovernedMunicipality[]
  readonly today: string
  readonly saved: boolean
  readonly network: NetworkInShort
  readonly kinds: readonly KindOfList[]
  readonly priorities: readonly Priority[]
  readonly presences: readonly Presence[]
  readonly desks: readonly DeskMet[]
}

export function showDirectionPage(page: DirectionPage): Page {
  const { t, municipality, municipalities } = page
  return {
    title: t('direction.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('direction.title')}</Heading>
          <Paragraph lead>{t('direction.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/regie" />
          {page.saved && <Alert kind="ok">{t('direction.saved')}</Alert>}
        </Stack>
        <Network {...page} />
        <ListedKinds {...page} />
        <Priorities {...page} />
        <Presences {...page} />
      </Stack>
    ),
  }
}

function Network({ t, language, municipality, network }: DirectionPage) {
  const { partners, wished, next, open, late } = network
  return (
    <Stack>
      <Heading level={2}>{t('direction.network')}</Heading>
      <ul>
        <li>{t('direction.network.partners', { count: partners })}</li>
        {wished > 0 && <li>{t('direction.network.wished', { count: wished })}</li>}
        <li>
          {next
            ? t('direction.network.next', { day: dayInWords(next.day, language), subject: next.subject })
            : t('direction.network.no-meeting')}
        </li>
        <li>
          {t('direction.network.open', { count: open })}
          {late > 0 && (
            <>
              {' '}
              <StatusBadge kind="failed">{t('direction.network.late', { count: late })}</StatusBadge>
            </>
          )}
        </li>
      </ul>
      <ButtonGroup>
        <Button href={networkAddress('', municipality)}>{t('direction.network.open-page')}</Button>
      </ButtonGroup>
    </Stack>
  )
}

/** From when until when, in words. */
function Days({
  t,
  language,
  fromDay,
  untilDay,
}: Pick<DirectionPage, 't' | 'language'> & { readonly fromDay: string; readonly untilDay: string | null }) {
  const from = dayInWords(fromDay, language, 'date')
  return (
    <>
      {untilDay === null
        ? t('direction.since', { day: from })
        : t('direction.from-until', { from, until: dayInWords(untilDay, language, 'date') })}
    </>
  )
}

function Priorities({ t, language, municipality, priorities, today }: DirectionPage) {
  const shown = priorities.filter((each) => hasNotEnded(each, today))
  const ended = priorities.filter((each) => !shown.includes(each))
  const item = (priority: Priority) => (
    <li>
      <Link href={municipalityAddress(`/sturing/regie/voorrang/${priority.id}`, municipality)}>
        {priority.name}
      </Link>
      {' · '}
      <Days {...{ t, language }} {...priority} />
      {priority.why && <Paragraph subtle>{priority.why}</Paragraph>}
    </li>
  )
  return (
    <Stack>
      <Heading level={2}>{t('direction.priorities')}</Heading>
      <Paragraph>{t('direction.priorities.lead')}</Paragraph>
      {shown.length === 0 && <EmptyState>{t('direction.priorities.none')}</EmptyState>}
      {priorityKinds.map((kind) => {
        const own = shown.filter((each) => each.kind === kind)
        return (
          own.length > 0 && (
            <>
              <Heading level={3}>{t(`direction.priorities.${kind}`)}</Heading>
              <ul>{own.map(item)}</ul>
            </>
          )
        )
      })}
      {ended.length > 0 && (
        <Details summary={t('direction.ended', { count: ended.length })}>
          <ul>{ended.map(item)}</ul>
        </Details>
      )}
      <ButtonGroup>
        {priorityKinds.map((kind) => (
          <Button href={municipalityAddress('/sturing/regie/voorrang', municipality, { soort: kind })}>
            {t(`direction.priorities.add-${kind}`)}
          </Button>
        ))}
      </ButtonGroup>
    </Stack>
  )
}

function Presences({ t, language, municipality, presences, desks, today }: DirectionPage) {
  const shown = presences.filter((each) => hasNotEnded(each, today))
  const broad = desks.filter(
    ({ id, isBroad }) =>
      isBroad && !shown.some(({ deskId, kind }) => deskId === id && kind === 'development-square'),
  )
  return (
    <Stack>
      <Heading level={2}>{t('direction.presences')}</Heading>
      <Paragraph>{t('direction.presences.lead')}</Paragraph>
      {broad.length > 0 && (
        <Paragraph>
          {t('direction.presences.broad', { desks: broad.map(({ name }) => name).join(', ') })}
        </Paragraph>
      )}
      {shown.length === 0 ? (
        <EmptyState>{t('direction.presences.none')}</EmptyState>
      ) : (
        <DataTable
          id="aanwezig"
          caption={t('direction.presences.caption')}
          rows={shown}
          columns={[
            {
              key: 'who',
              header: t('direction.presence.who'),
              rowHeader: true,
              cell: ({ id, who }) => (
                <Link href={municipalityAddress(`/sturing/regie/aanwezig/${id}`, municipality)}>{who}</Link>
              ),
            },
            {
              key: 'kind',
              header: t('direction.presence.kind'),
              cell: ({ kind }) => t(`direction.presence.kind.${kind}`),
            },
            {
              key: 'desk',
              header: t('direction.presence.desk'),
              cell: ({ deskId }) => desks.find(({ id }) => id === deskId)?.name ?? t('direction.closed-desk'),
            },
            { key: 'times', header: t('direction.presence.times'), cell: ({ times }) => times },
            {
              key: 'days',
              header: t('direction.days'),
              cell: (presence) => <Days {...{ t, language }} {...presence} />,
            },
          ]}
        />
      )}
      <ButtonGroup>
        <Button href={municipalityAddress('/sturing/regie/aanwezig', municipality)}>
          {t('direction.presences.add')}
        </Button>
      </ButtonGroup>
    </Stack>
  )
}
