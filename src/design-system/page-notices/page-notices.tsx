import type { Child, PropsWithChildren } from 'hono/jsx'
import { Alert, type AlertProps } from '../alert/alert.tsx'
import { Row } from '../stack/stack.tsx'

/**
 * Between the header and the page: what holds for the whole site now. A script shows and hides the notices in it; what
 * appears is said aloud by a screen reader at its next pause.
 */
export function PageNotices({ children }: PropsWithChildren) {
  return (
    <div class="balie-page-notices balie-no-print" role="status">
      {children}
    </div>
  )
}

/** One notice with what one can do about it; the id of its text is that of the notice with '-text' after it. */
export function PageNotice({
  id,
  kind,
  hidden,
  action,
  children,
}: PropsWithChildren<{ id: string; kind: AlertProps['kind']; hidden?: boolean; action?: Child }>) {
  return (
    <div class="balie-page-notices__notice" id={id} hidden={hidden}>
      <Alert kind={kind}>
        <Row apart>
          <span id={`${id}-text`}>{children}</span>
          {action}
        </Row>
      </Alert>
    </div>
  )
}
