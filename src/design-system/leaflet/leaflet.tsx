import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { Paragraph } from '../paragraph/paragraph.tsx'

/** A sheet of A4 to print and give away, with a code that a phone reads and the address that it stands for. */
export function Leaflet({
  hint,
  code,
  codeLabel,
  address,
  children,
}: PropsWithChildren<{
  /** How to print it; not printed itself. */
  hint: string
  /** The drawing of the code, as SVG. */
  code: string
  codeLabel: string
  address: string
}>) {
  return (
    <>
      <div class="balie-no-print">
        <Paragraph subtle>{hint}</Paragraph>
      </div>
      <article class="balie-leaflet">
        <div class="balie-leaflet__text">{children}</div>
        <div class="balie-leaflet__code">
          <div role="img" aria-label={codeLabel}>
            {raw(code)}
          </div>
          <p dir="ltr">{address}</p>
        </div>
      </article>
    </>
  )
}
