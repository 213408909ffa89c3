/** A code that somebody writes down or shows: large, never broken over two lines, always from left to right. */
export function ShortCode({ label, code }: { label: string; code: string }) {
  return (
    <p class="balie-short-code">
      <span class="balie-short-code__label">{label}</span>
      <strong class="balie-short-code__code" dir="ltr">
        {code}
      </strong>
    </p>
  )
}
