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
}>

/** A form with its questions below each other. Never checked by the browser: its messages are not ours. */
export function Form({ action, method = 'post', id, label, multipart, dense, children }: FormProps) {
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
      {children}
    </form>
  )
}
