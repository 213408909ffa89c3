import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { agreementPath } from '../agreement.ts'
import { AgreementBreadcrumb, StatusOf, sayDay } from '../agreement-parts.page.tsx'
import type { VersionInList } from '../agreement-version.ts'
import type { KeptDeliverable, Occurrence } from '../deliverable.ts'
import { DeliverableTable } from '../deliverable-table.page.tsx'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import type { Paper } from '../keep-paper/keep-paper.query.ts'
import { noticeDay } from '../upcoming.ts'
import { VersionTable } from '../version-table.page.tsx'
import { inSentence } from '../written-agreement.ts'

export interface OwedThing extends KeptDeliverable {
  /** The name of the goal it is for; empty when it is for none, or one may not see it. */
  readonly goal: string
  readonly occurrences: readonly Occurrence[]
}

export interface AgreementOverview {
  readonly t: Translate
  readonly language: Language
  readonly today: string
  readonly agreement: NamedAgreement
  readonly versions: readonly VersionInList[]
  readonly papers: readonly Paper[]
  readonly deliverables: readonly OwedThing[]
}

/** A block to fill in: how much of it is open, and whether anybody looked at what is proposed. */
export interface DraftStep {
  readonly key: string
  readonly title: string
  readonly open: number
  readonly isProposed: boolean
}

const messages: Readonly<Record<string, MessageKey>> = {
  bewaard: 'agreements.saved',
  gemarkeerd: 'agreements.delivery.saved',
}

/** One agreement of the own municipality: how it stands, its text, its versions, and what must be delivered. */
export function showAgreementPage(
  page: AgreementOverview & { readonly steps: readonly DraftStep[]; readonly message: string },
): Page {
  const { t, agreement, message } = page
  const said = messages[message]
  return {
    title: agreement.title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <AgreementBreadcrumb t={t} />
          <Heading level={1}>{agreement.title}</Heading>
          {said && <Alert kind="ok">{t(said)}</Alert>}
          <AgreementFacts {...page} />
          <ButtonGroup>
            <Button href={agreementPath(agreement.id, '/status')}>{t('agreements.status.change')}</Button>
          </ButtonGroup>
        </Stack>
        {agreement.status !== 'ended' && <Steps {...page} />}
        <Stack>
          <Heading level={2}>{t('agreements.versions.title')}</Heading>
          <VersionTable {...page} base={agreementPath(agreement.id)} mayKeep />
          {page.versions.length > 1 && (
            <Paragraph>
              <Link href={agreementPath(agreement.id, '/vergelijken')}>{t('agreements.compare.title')}</Link>
            </Paragraph>
          )}
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.deliverables.title')}</Heading>
          <DeliverableTable {...page} mayKeep />
          <ButtonGroup>
            <Button href={agreementPath(agreement.id, '/levering')}>
              {t('agreements.deliverables.add')}
            </Button>
          </ButtonGroup>
        </Stack>
      </Stack>
    ),
  }
}

/** Who takes part, how it stands and until when it holds. */
export function AgreementFacts({ t, language, agreement }: AgreementOverview) {
  const notice = noticeDay(agreement)
  const { fromDay, untilDay, reviewOn, endedOn, library, partyNames, municipality, kind } = agreement
  return (
    <DescriptionList
      items={[
        { term: t('agreements.field.status'), description: <StatusOf t={t} status={agreement.status} /> },
        { term: t('agreements.field.kind'), description: t(`agreements.kind.${kind}`) },
        { term: t('agreements.field.municipality'), description: municipality },
        { term: t('agreements.field.library'), description: library || '–' },
        ...(kind === 'cooperation'
          ? [{ term: t('agreements.field.municipalities'), description: inSentence(partyNames) || '–' }]
          : []),
        {
          term: t('agreements.field.term'),
          description: untilDay
            ? t('agreements.term', { from: sayDay(fromDay, language), until: sayDay(untilDay, language) })
            : fromDay
              ? t('agreements.term-endless', { from: sayDay(fromDay, language) })
              : '–',
        },
        ...(notice
          ? [{ term: t('agreements.field.notice-day'), description: sayDay(notice, language) }]
          : []),
        ...(reviewOn
          ? [{ term: t('agreements.field.review'), description: sayDay(reviewOn, language) }]
          : []),
        ...(endedOn ? [{ term: t('agreements.field.ended'), description: sayDay(endedOn, language) }] : []),
      ]}
    />
  )
}

/** The steps of the drafting with how far each is: one does them in any order. */
function Steps({
  t,
  agreement,
  steps,
}: {
  t: Translate
  agreement: NamedAgreement
  steps: readonly DraftStep[]
}) {
  const isDone = {
    naam: true,
    partijen:
      agreement.libraryId !== null && (agreement.kind !== 'cooperation' || agreement.parties.length > 0),
    looptijd: agreement.fromDay !== null,
    bouwstenen: true,
  }
  const line = (path: string, label: string, badge: 'done' | 'waiting' | 'neutral', said: string) => (
    <li>
      <Link href={agreementPath(agreement.id, path)}>{label}</Link>{' '}
      <StatusBadge kind={badge}>{said}</StatusBadge>
    </li>
  )
  return (
    <Stack>
      <Heading level={2}>{t('agreements.steps.title')}</Heading>
      <Paragraph>{t('agreements.steps.lead')}</Paragraph>
      <ol>
        {(['naam', 'partijen', 'looptijd', 'bouwstenen'] as const).map((step) =>
          line(
            `/${step}`,
            t(`agreements.steps.${step}`),
            isDone[step] ? 'done' : 'waiting',
            t(isDone[step] ? 'agreements.steps.done' : 'agreements.steps.open'),
          ),
        )}
        {steps.map(({ key, title, open, isProposed }) =>
          line(
            `/invullen/${key}`,
            title,
            open > 0 ? 'waiting' : isProposed ? 'neutral' : 'done',
            open > 0
              ? t('agreements.steps.open-count', { count: open })
              : t(isProposed ? 'agreements.steps.proposed' : 'agreements.steps.done'),
          ),
        )}
      </ol>
      <ButtonGroup>
        <Button href={agreementPath(agreement.id, '/tekst')} variant="primary">
          {t('agreements.steps.read')}
        </Button>
      </ButtonGroup>
    </Stack>
  )
}
