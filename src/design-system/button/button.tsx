import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../icon/icon.tsx'

const variants = {
  primary: 'nl-button nl-button--primary',
  secondary: 'nl-button nl-button--secondary',
  subtle: 'nl-button nl-button--subtle',
  danger: 'nl-button nl-button--secondary nl-button--negative',
} as const

export interface ButtonProps {
  children?: Child
  /** One primary button a screen; 'danger' for what cannot be undone. */
  variant?: keyof typeof variants
  /** With an address the button is a link: something opens, nothing changes. */
  href?: string | undefined
  type?: 'submit' | 'button'
  id?: string | undefined
  name?: string | undefined
  value?: string | undefined
  icon?: IconName | undefined
  /** Posts the form to another address than the form's own. */
  formaction?: string | undefined
  ariaLabel?: string | undefined
  ariaDescribedby?: string | undefined
  ariaExpanded?: boolean | undefined
  ariaControls?: string | undefined
  /** Keys that do the same, for screen readers, such as 'Control+Enter'. */
  ariaKeyshortcuts?: string | undefined
}

/**
 * Something one can do. There is no disabled state on purpose: who presses too early is told what is missing
 * (NL Design System, guidelines on forms).
 */
export function Button({
  children,
  variant = 'secondary',
  href,
  type = 'button',
  icon,
  ...rest
}: ButtonProps) {
  const attributes = {
    class: variants[variant],
    id: rest.id,
    'aria-label': rest.ariaLabel,
    'aria-describedby': rest.ariaDescribedby,
    'aria-keyshortcuts': rest.ariaKeyshortcuts,
  }
  const label = <span class="nl-button__label">{children}</span>
  const content = icon ? [<Icon name={icon} />, label] : label
  if (href !== undefined) {
    return (
      <a {...attributes} href={href}>
        {content}
      </a>
    )
  }
  return (
    <button
      {...attributes}
      type={type}
      name={rest.name}
      value={rest.value}
      formaction={rest.formaction}
      aria-expanded={rest.ariaExpanded === undefined ? undefined : `${rest.ariaExpanded}`}
      aria-controls={rest.ariaControls}
    >
      {content}
    </button>
  )
}
