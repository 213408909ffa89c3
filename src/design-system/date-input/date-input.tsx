import { FieldGroup, type FieldGroupTexts } from '../field-group/field-group.tsx'

export type DateInputProps = FieldGroupTexts & {
  /** The three controls post as `${name}.day`, `${name}.month` and `${name}.year`. */
  name: string
  labels: { day: string; month: string; year: string }
  value?: { day?: string; month?: string; year?: string } | undefined
  /** The parts that are wrong; all three when there is an error and this is left out. */
  wrong?: readonly ('day' | 'month' | 'year')[]
}

const parts = ['day', 'month', 'year'] as const

/**
 * A date one knows by heart, in three boxes: no calendar to leaf through, and a screen reader reads it as typed. The
 * first wrong box carries the field's id, so the error summary leads to it.
 */
export function DateInput({ name, labels, value, wrong = parts, ...group }: DateInputProps) {
  const isWrong = (part: (typeof parts)[number]) => Boolean(group.error) && wrong.includes(part)
  const first = parts.find(isWrong) ?? 'day'
  return (
    <FieldGroup {...group}>
      <div class="balie-date-input">
        {parts.map((part) => {
          const id = part === first ? group.id : `${group.id}-${part}`
          return (
            <div>
              <label class="balie-date-input__label" for={id}>
                {labels[part]}
              </label>
              <input
                class="utrecht-textbox utrecht-textbox--html-input balie-date-input__box"
                id={id}
                name={`${name}.${part}`}
                type="text"
                inputmode="numeric"
                value={value?.[part]}
                size={part === 'year' ? 4 : 2}
                aria-invalid={isWrong(part) ? 'true' : undefined}
                aria-required={group.required ? 'true' : undefined}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
