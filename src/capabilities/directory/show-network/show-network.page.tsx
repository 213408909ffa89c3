import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { type Meeting, type NetworkAction, type NetworkPartner, policyAreas } from '../network.ts'
import { networkAddress } from '../network-municipality.ts'
import { ActionTable } from '../network-parts.page.tsx'

interface NetworkPage {
  readonly t: Translate
  readonly language: Language
  readonly municipality: { readonly code: string; readonly name: string }
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly partners: readonly NetworkPartner[]
  readonly meetings: readonly Meeting[]
  readonly actions: readonly NetworkAction[]
  readonly today: string
  readonly saved: boolean
}

/** What was done longer ago than the last few is on the page of its meeting. */
const doneShown = 5

export function showNetworkPage(page: NetworkPage): Page {
  const { t, language, municipality, municipalities, partners, actions, today } = page
  const open = actions.filter(({ doneOn }) => doneOn === null)
  const done = actions.filter(({ doneOn }) => doneOn !== null).slice(0, doneShown)
  return {
    title: t('network.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('network.title')}</Heading>
          <Paragraph lead>{t('network.lead', { municipality: municipality.name })}</Paragraph>
          {municipalities.length > 1 && (
            <LinkTabs
              label={t('network.municipalities')}
              items={municipalities.map((each) => ({
                href: networkAddress('', each),
                label: each.name,
                current: each.code === municipality.code,
              }))}
            />
          )}
          {page.saved && <Alert kind="ok">{t('network.saved')}</Alert>}
        </Stack>
        <Stack>
          <Heading level={2}>{t('network.actions')}</Heading>
          <ActionTable {...{ t, language, municipality, today }} actions={[...open, ...done]} />
          <ButtonGroup>
            <Button href={networkAddress('/actie', municipality)} variant="secondary">
              {t('network.action.add')}
            </Button>
          </ButtonGroup>
        </Stack>
        <Meetings {...page} />
        <Stack>
          <Heading level={2}>{t('network.partners')}</Heading>
          {partners.length === 0 ? (
            <EmptyState>{t('network.partners-none')}</EmptyState>
          ) : (
            <PartnerTables {...page} />
          )}
          <ButtonGroup>
            <Button href={networkAddress('/partner', municipality)} variant="secondary">
              {t('network.partner.choose')}
            </Button>
          </ButtonGroup>
        </Stack>
      </Stack>
    ),
  }
}

function Meetings({ t, language, municipality, meetings, today }: NetworkPage) {
  const coming = meetings.filter(({ day, cancelled }) => day >= today && !cancelled).toReversed()
  const past = meetings.filter((meeting) => !coming.includes(meeting))
  const item = (meeting: Meeting) => (
    <li>
      <Link href={networkAddress(`/overleg/${meeting.id}`, municipality)}>{meeting.subject}</Link>
      {` · ${[dayInWords(meeting.day, language), meeting.starts, meeting.place].filter(Boolean).join(', ')}`}
      {meeting.cancelled && ` · ${t('network.meeting.off')}`}
      {!meeting.cancelled &&
        meeting.day < today &&
        meeting.minutes === '' &&
        ` · ${t('network.meeting.no-minutes')}`}
    </li>
  )
  return (
    <Stack>
      <Heading level={2}>{t('network.meetings')}</Heading>
      {coming.length === 0 && <Paragraph>{t('network.meeting.none-coming')}</Paragraph>}
      {coming.length > 0 && <ul>{coming.map(item)}</ul>}
      {past.length > 0 && (
        <>
          <Heading level={3}>{t('network.meeting.past')}</Heading>
          <ul>{past.map(item)}</ul>
        </>
      )}
      <ButtonGroup>
        <Button href={networkAddress('/overleg', municipality)} variant="secondary">
          {t('network.meeting.add')}
        </Button>
      </ButtonGroup>
    </Stack>
  )
}

/** A table for each policy area on which somebody takes part; who does so on two stands in both. */
function PartnerTables({ t, municipality, partners, language }: NetworkPage) {
  const present = partners.filter(({ leftOn }) => leftOn === null)
  const left = partners.filter(({ leftOn }) => leftOn !== null)
  return (
    <>
      {policyAreas
        .map((area) => ({ area, members: present.filter((partner) => partner.policyAreas.includes(area)) }))
        .filter(({ members }) => members.length > 0)
        .map(({ area, members }) => (
          <DataTable
            id={`terrein-${area}`}
            caption={t(`network.area.${area}`)}
            rows={members}
            columns={[
              {
                key: 'name',
                header: t('network.partner.name'),
                rowHeader: true,
                cell: ({ id, name }) => (
                  <Link href={networkAddress(`/partner/${id}`, municipality)}>{name}</Link>
                ),
              },
              {
                key: 'cooperation',
                header: t('network.cooperation'),
                cell: ({ cooperation }) =>
                  cooperation.map((kind) => t(`network.cooperation.${kind}`)).join(', '),
              },
              {
                key: 'contact',
                header: t('network.contact'),
                cell: ({ contactName }) => contactName || '–',
              },
            ]}
          />
        ))}
      {left.length > 0 && (
        <>
          <Heading level={3}>{t('network.partners-left')}</Heading>
          <ul>
            {left.map(({ id, name, leftOn }) => (
              <li>
                <Link href={networkAddress(`/partner/${id}`, municipality)}>{name}</Link>
                {leftOn && ` · ${t('network.left-on', { day: dayInWords(leftOn, language) })}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
