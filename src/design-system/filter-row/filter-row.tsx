import type { Child, PropsWithChildren } from 'hono/jsx'

export type FilterRowProps = PropsWithChildren<{
  action: string
  /** Names the form for screen readers, such as 'Lijst beperken'. */
  label: string
  /** The text of the button; a verb, such as 'Toon'. */
  submit: string
  /** Fields that few need, below the others and the button; sent along. */
  more?: Child
  /** For a script that shows the answer in place. */
  id?: string | undefined
}>

/** Fields above a table that narrow it down. It sends a GET, so a filtered list has an address one can keep. */
export function FilterRow({ action, label, submit, more, id, children }: FilterRowProps) {
  return (
    <form
      class="balie-filter-row balie-no-print"
      id={id}
      action={action}
      method="get"
      aria-label={label}
      novalidate
    >
      {children}
      <button class="nl-button nl-button--secondary" type="submit">
        {submit}
      </button>
      {more && <div class="balie-filter-row__more">{more}</div>}
    </form>
  )
}

/** Fields beside each other within what few need, as many as there is room for. */
export function FilterFields({ children }: PropsWithChildren) {
  return <div class="balie-filter-row__fields">{children}</div>
}
