export interface LinkTilesProps {
  /** What all of them have in common, for who hears the list without what stands above it. */
  label: string
  links: readonly {
    href: string
    label: string
    /** The link in full, for who hears it alone; it begins with the label or holds it. */
    fullLabel?: string | undefined
  }[]
}

/** Short links in a list, each as large as a fingertip, as many beside each other as fit: times, pages, letters. */
export function LinkTiles({ label, links }: LinkTilesProps) {
  return (
    <ul class="balie-link-tiles" aria-label={label}>
      {links.map(({ href, label: text, fullLabel }) => (
        <li>
          <a class="nl-button nl-button--secondary" href={href} aria-label={fullLabel}>
            <span class="nl-button__label">{text}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
