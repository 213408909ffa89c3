import { Icon } from '../icon/icon.tsx'

export interface ErrorSummaryProps {
  /** Says what to do, such as 'Verbeter 2 antwoorden'. */
  title: string
  /** In the order of the form. `id` is the field's id; without one the error belongs to the form as a whole. */
  errors: readonly { id?: string | undefined; message: string }[]
}

/**
 * Stands above a form that came back, each error a link to its field. The heading takes focus when the page opens
 * (the shell's script does so by `data-focus-on-load`); without script the page's title begins with the word for it.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  return (
    <section class="balie-error-summary" aria-labelledby="error-summary-title">
      <h2 class="nl-heading nl-heading--level-3" id="error-summary-title" tabindex={-1} data-focus-on-load="">
        <Icon name="error" /> {title}
      </h2>
      <ul class="balie-error-summary__list">
        {errors.map(({ id, message }) => (
          <li>
            {id === undefined ? (
              message
            ) : (
              <a class="nl-link" href={`#${id}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
