import type { PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from '../icon/icon.tsx'

const kinds = {
  info: { class: 'utrecht-alert utrecht-alert--info', icon: 'info' },
  ok: { class: 'utrecht-alert utrecht-alert--ok', icon: 'check' },
  warning: { class: 'utrecht-alert utrecht-alert--warning', icon: 'warning' },
  error: { class: 'utrecht-alert utrecht-alert--error', icon: 'error' },
} as const satisfies Record<string, { class: string; icon: IconName }>

export type AlertProps = PropsWithChildren<{
  kind: keyof typeof kinds
  /**
   * Only when the message appears on a page that is already open: 'status' waits for a pause in what a screen reader
   * says, 'alert' breaks in. A message that comes with the page needs neither.
   */
  role?: 'status' | 'alert' | undefined
  id?: string | undefined
}>

/** A message about what happened or is about to. The text must say it without the colour and the icon. */
export function Alert({ kind, role, id, children }: AlertProps) {
  return (
    <div class={kinds[kind].class} role={role} id={id}>
      <div class="utrecht-alert__icon">
        <Icon name={kinds[kind].icon} />
      </div>
      <div class="utrecht-alert__message">{children}</div>
    </div>
  )
}
