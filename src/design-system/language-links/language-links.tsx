export interface LanguageLink {
  /** Code of the language, as 'tr'. */
  language: string
  /** What the language calls itself. */
  name: string
  href: string
  current: boolean
}

/** The same page in other languages: plain words, no flags. The one that is read stands there too. */
export function LanguageLinks({ label, links }: { label: string; links: readonly LanguageLink[] }) {
  return (
    <nav class="balie-languages balie-no-print" aria-label={label}>
      <ul class="balie-languages__list">
        {links.map(({ language, name, href, current }) => (
          <li>
            <a
              class="balie-languages__link"
              href={href}
              lang={language}
              hreflang={language}
              aria-current={current ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
