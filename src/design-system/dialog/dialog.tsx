import type { Child, PropsWithChildren } from 'hono/jsx'
import { ButtonGroup } from '../button-group/button-group.tsx'
import { Heading } from '../heading/heading.tsx'
import { Stack } from '../stack/stack.tsx'

/**
 * A question that must be answered before going on, for what cannot be taken back. A script opens it with
 * `showModal()`; a button with `value` in it closes it with that answer, Escape without one.
 */
export function Dialog({
  id,
  title,
  buttons,
  open,
  children,
}: PropsWithChildren<{ id: string; title: Child; buttons: Child; open?: boolean }>) {
  return (
    <dialog class="balie-dialog" id={id} aria-labelledby={`${id}-title`} open={open}>
      <form method="dialog" novalidate>
        <Stack>
          <Heading level={2} id={`${id}-title`}>
            {title}
          </Heading>
          {children}
          <ButtonGroup>{buttons}</ButtonGroup>
        </Stack>
      </form>
    </dialog>
  )
}
