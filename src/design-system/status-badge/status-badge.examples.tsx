import { StatusBadge } from './status-badge.tsx'

export const examples = {
  'Four kinds': () => (
    <p>
      <StatusBadge kind="neutral">Concept</StatusBadge>{' '}
      <StatusBadge kind="waiting">Wacht op internet</StatusBadge>{' '}
      <StatusBadge kind="done">Verzonden</StatusBadge> <StatusBadge kind="failed">Geweigerd</StatusBadge>
    </p>
  ),
}
