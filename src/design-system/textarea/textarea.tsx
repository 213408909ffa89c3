import { useControl } from '../form-field/field-context.ts'

export interface TextareaProps {
  name: string
  id?: string | undefined
  value?: string | undefined
  rows?: number
  maxlength?: number | undefined
}

/** Several lines of text, inside a FormField. */
export function Textarea({ id, value, rows = 3, ...rest }: TextareaProps) {
  return (
    <textarea
      {...useControl(id)}
      {...rest}
      class="utrecht-textarea utrecht-textarea--html-textarea"
      rows={rows}
      dir="auto"
    >
      {value}
    </textarea>
  )
}
