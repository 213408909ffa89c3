import { useControl } from '../form-field/field-context.ts'

export interface FileInputProps {
  name: string
  id?: string | undefined
  /** Kinds of files, such as '.csv,text/csv'. Say them in the description too. */
  accept?: string | undefined
  multiple?: boolean
}

/** Chooses a file, inside a FormField of a Form with `multipart`. The browser's own button: it speaks its language. */
export function FileInput({ name, id, accept, multiple }: FileInputProps) {
  return (
    <input
      {...useControl(id)}
      class="balie-file-input"
      type="file"
      name={name}
      accept={accept}
      multiple={multiple}
    />
  )
}
