import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { ListSnapshot } from '../lists/public.ts'
import { topicLabel } from '../notices/public.ts'
import type { Signal } from './signal.ts'

const kinds = {
  new: 'waiting',
  looking: 'waiting',
  solved: 'done',
  declined: 'neutral',
  'passed-on': 'neutral',
} as const

/** How a signal stands. */
export const SignalBadge = ({ t, signal }: { t: Translate; signal: Pick<Signal, 'status'> }) => (
  <StatusBadge kind={kinds[signal.status]}>{t(`signals.status.${signal.status}`)}</StatusBadge>
)

/** What a desk said, the same for the municipality and for desks. */
export function SignalWords({
  t,
  language,
  lists,
  signal,
}: {
  t: Translate
  language: Language
  lists: ListSnapshot
  signal: Signal
}) {
  return (
    <DescriptionList
      items={[
        { term: t('signals.fact.topic'), description: topicLabel(lists, signal.topicCode) },
        { term: t('signals.fact.problem'), description: signal.problem },
        { term: t('signals.fact.often'), description: t(`signals.often.${signal.often}`) },
        ...(signal.proposal ? [{ term: t('signals.fact.proposal'), description: signal.proposal }] : []),
        { term: t('signals.fact.on'), description: dayInWords(signal.reportedOn, language, 'date') },
      ]}
    />
  )
}
