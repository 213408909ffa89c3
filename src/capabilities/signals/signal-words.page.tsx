import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { ListSnapshot } from '../lists/public.ts'
import { TextLines, topicLabel } from '../notices/public.ts'
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
    <Stack gap="sm">
      <Paragraph subtle>
        {topicLabel(lists, signal.topicCode)} · {t(`signals.often.${signal.often}`)} ·{' '}
        {t('signals.given-on', { day: dayInWords(signal.reportedOn, language, 'date') })}
      </Paragraph>
      <Paragraph>
        <TextLines text={signal.problem} />
      </Paragraph>
      {signal.proposal && (
        <Paragraph>
          <strong>{t('signals.would-help')}</strong> <TextLines text={signal.proposal} />
        </Paragraph>
      )}
    </Stack>
  )
}
