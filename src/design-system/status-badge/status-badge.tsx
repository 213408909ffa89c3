import type { PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from '../icon/icon.tsx'

const kinds = {
  neutral: { class: 'utrecht-status-badge utrecht-status-badge--neutral', icon: 'info' },
  done: { class: 'utrecht-status-badge utrecht-status-badge--safe', icon: 'check' },
  waiting: { class: 'utrecht-status-badge utrecht-status-badge--warning', icon: 'clock' },
  failed: { class: 'utrecht-status-badge utrecht-status-badge--danger', icon: 'cross' },
} as const satisfies Record<string, { class: string; icon: IconName }>

/** How something stands, in a word with a drawing; the colour only repeats it. */
export function StatusBadge({
  kind,
  id,
  children,
}: PropsWithChildren<{ kind: keyof typeof kinds; id?: string }>) {
  return (
    <span class={kinds[kind].class} id={id}>
      <Icon name={kinds[kind].icon} /> {children}
    </span>
  )
}
