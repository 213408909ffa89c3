import type { PropsWithChildren } from 'hono/jsx'

export type LinkProps = PropsWithChildren<{
  href: string
  id?: string | undefined
  /** The language of the linked page, when it is another. */
  hreflang?: string | undefined
  lang?: string | undefined
  ariaCurrent?: 'page' | undefined
}>

/** Goes somewhere. Something that changes is a Button. */
export function Link({ href, id, hreflang, lang, ariaCurrent, children }: LinkProps) {
  return (
    <a class="nl-link" href={href} id={id} hreflang={hreflang} lang={lang} aria-current={ariaCurrent}>
      {children}
    </a>
  )
}
