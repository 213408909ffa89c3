/** Text to copy letter by letter. It scrolls within itself, so it can take focus (WCAG 2.1.1). */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section class="balie-code-block" aria-label={label} tabindex={0} dir="ltr">
      <pre>
        <code>{children}</code>
      </pre>
    </section>
  )
}
