import type { Child } from 'hono/jsx'

/** A list, and on a wide screen what repeats it (a map) beside it; on a narrow one below it. */
export function ListWithAside({ list, aside }: { list: Child; aside?: Child }) {
  return (
    <div class="balie-list-with-aside">
      <div>{list}</div>
      {aside && <div class="balie-list-with-aside__aside">{aside}</div>}
    </div>
  )
}
