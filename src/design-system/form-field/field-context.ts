import { createContext, useContext } from 'hono/jsx'

/** What a form field knows and its control must repeat for assistive technology. */
export interface FieldContextValue {
  id: string
  describedBy?: string | undefined
  invalid: boolean
  required: boolean
}

export const FieldContext = createContext<FieldContextValue | undefined>(undefined)

/**
 * The attributes that tie a control to the form field around it. `aria-required` and not `required`, because the
 * browser's own messages are not in plain words and cannot be listed above the form.
 * @throws when a control stands outside a form field and has no id of its own
 */
export function useControl(ownId?: string) {
  const field = useContext(FieldContext)
  const id = ownId ?? field?.id
  if (id === undefined) throw new Error('A control needs a FormField around it or an id of its own')
  return {
    id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid ? ('true' as const) : undefined,
    'aria-required': field?.required ? ('true' as const) : undefined,
  }
}

/** The ids of a field's description and error message, as far as they are there. */
export function describe(id: string, description: unknown, error: string | undefined) {
  const descriptionId = description ? `${id}-description` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [descriptionId, errorId].filter(Boolean).join(' ') || undefined
  return { descriptionId, errorId, describedBy }
}
