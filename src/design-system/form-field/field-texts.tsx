import type { Child } from 'hono/jsx'
import { Icon } from '../icon/icon.tsx'

/** Stands between the label and the control, so that it is read before one starts. */
export function FieldDescription({ id, children }: { id: string | undefined; children?: Child }) {
  if (!children) return null
  return (
    <div class="utrecht-form-field-description" id={id}>
      {children}
    </div>
  )
}

/** Says what to do, in the place where one does it. */
export function FieldError({ id, message }: { id: string | undefined; message: string | undefined }) {
  if (!message) return null
  return (
    <div class="utrecht-form-field-error-message balie-field-error" id={id}>
      <Icon name="error" />
      <span>{message}</span>
    </div>
  )
}
