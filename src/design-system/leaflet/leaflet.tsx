import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Paragraph } from '../paragraph/paragraph.tsx'

/** A sheet of A4 to print and give away, with a code that a phone reads and the address that it stands for. */
export function Leaflet({
  hint,
  print,
  asOf,
  code,
  codeLabel,
  address,
  children,
}: PropsWithChildren<{
  /** How to print it without a script; not printed itself. */
  hint: string
  /** On the button that prints it: hidden until the page's script defines `balie-print`. */
  print: string
  /** Of which day it is: on paper nothing is renewed. */
  asOf: Child
  /** The drawing of the code, as SVG. */
  code: string
  codeLabel: string
  address: string
}>) {
  return (
    <>
      <balie-print class="balie-no-print">
        <Paragraph subtle>{hint}</Paragraph>
        <button class="nl-button nl-button--primary" type="button" hidden>
          {print}
        </button>
      </balie-print>
      <article class="balie-leaflet">
        <div class="balie-leaflet__text">{children}</div>
        <div class="balie-leaflet__code">
          <div role="img" aria-label={codeLabel}>
            {raw(code)}
          </div>
          <p dir="ltr">{address}</p>
          <p>{asOf}</p>
        </div>
      </article>
    </>
  )
}
