export interface ProgressProps {
  id: string
  label: string
  value: number
  max: number
  /** The same in words, such as '3 van 8 verzonden'. */
  text: string
}

/** How far something is, in words and as a bar. */
export function Progress({ id, label, value, max, text }: ProgressProps) {
  return (
    <div class="balie-progress">
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      <progress class="balie-progress__bar" id={id} value={value} max={max}>
        {text}
      </progress>
      <span>{text}</span>
    </div>
  )
}
