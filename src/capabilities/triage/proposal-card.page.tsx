import type { Child } from 'hono/jsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { dayInTable } from '../../platform/time/local-time.ts'
import type { Reaction } from './find-proposals/find-proposals.query.ts'
import type { Proposal } from './proposal.ts'

const badges = { open: 'waiting', adopted: 'done', rejected: 'failed' } as const

export function ProposalStatus({ t, status }: { t: Translate; status: Proposal['status'] }): Child {
  return <StatusBadge kind={badges[status]}>{t(`triage.status.${status}`)}</StatusBadge>
}

/** What a proposal says: what it replaces, how often that was typed, and what became of it. */
export function ProposalFacts({ t, proposal }: { t: Translate; proposal: Proposal }): Child {
  const without = proposal.whole ? [] : proposal.groups.flatMap((group) => group.without ?? [])
  return (
    <DescriptionList
      items={[
        { term: t('triage.fact.state'), description: <ProposalStatus t={t} status={proposal.status} /> },
        { term: t('triage.fact.field'), description: t(`triage.field.${proposal.field}`) },
        { term: t('triage.fact.contacts'), description: t('triage.number', { number: proposal.contacts }) },
        {
          term: t(proposal.whole ? 'triage.fact.whole' : 'triage.fact.examples'),
          description: proposal.examples.join('; '),
        },
        ...(without.length > 0 ? [{ term: t('triage.fact.without'), description: without.join('; ') }] : []),
        { term: t('triage.fact.proposed'), description: dayInTable(proposal.proposedOn) },
        ...(proposal.reason ? [{ term: t('triage.fact.reason'), description: proposal.reason }] : []),
        ...(proposal.validFrom
          ? [{ term: t('triage.fact.from'), description: dayInTable(proposal.validFrom) }]
          : []),
      ]}
    />
  )
}

/** How many desks a proposal would help, and how many not. */
export function sayReactions(reactions: readonly Reaction[], t: Translate): string {
  const helps = reactions.filter(({ answer }) => answer === 'helps').length
  return t('triage.reactions.count', { helps, not: reactions.length - helps })
}
