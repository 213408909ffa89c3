import type { PropsWithChildren } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export type FormProps = PropsWithChildren<{
  action: string
  method?: 'post' | 'get'
  id?: string | undefined
  /** Names the form for screen readers, where a page has more than one. */
  label?: string | undefined
  /** For forms that send a file. */
  multipart?: boolean
  /** Little space between the questions: for a form that must fit one screen. */
  dense?: boolean
  /**
   * What Enter does, in a form with several buttons: a browser presses the first one it finds, which would be whichever
   * stands highest on the page.
   */
  onEnter?: { name: string; value: string } | undefined
}>

/** A form with its questions below each other. Never checked by the browser: its messages are not ours. */
export function Form({ action, method = 'post', id, label, multipart, dense, onEnter, children }: FormProps) {
  return (
    <form
      class={classNames('balie-form', dense && 'balie-form--dense')}
      action={action}
      method={method}
      id={id}
      aria-label={label}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {onEnter && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the Tab key passes it by, and the button one sees has the same name and value
        <button
          class="balie-visually-hidden"
          type="submit"
          name={onEnter.name}
          value={onEnter.value}
          tabindex={-1}
          aria-hidden="true"
        />
      )}
      {children}
    </form>
  )
}
