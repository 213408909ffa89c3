import { raw } from 'hono/html'
import { ErrorSummary } from '../../design-system/error-summary/error-summary.tsx'
import { LanguageLinks } from '../../design-system/language-links/language-links.tsx'
import { PageFooter, PageHeader, PageMain } from '../../design-system/page-frame/page-frame.tsx'
import { SkipLink } from '../../design-system/skip-link/skip-link.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { type Assets, assetPath } from '../../platform/http/assets.ts'
import { firstPage } from '../../platform/http/local-address.ts'
import type { Page, PublicFace } from '../../platform/http/reply.ts'
import { ownNames, publicLanguages, publicPath, publicVoice } from '../../platform/i18n/public-language.ts'

/**
 * The frame of the pages for everybody: the same for all who ask, so that it may be kept. No cookie, no nonce, nothing from
 * elsewhere; a script only where the page has one. Gives the whole document.
 * @param origin where this installation is, as https://voorbeeld.nl
 */
export function publicFrame({
  page,
  face,
  origin,
  assets,
  demo,
}: {
  page: Page
  face: PublicFace
  origin: string
  assets: Assets
  demo: boolean
}): string {
  const { language, path } = face
  const { t, direction, link } = publicVoice(language)
  const errors = page.errors ?? []
  const title = errors.length > 0 ? t('finder.error-prefix', { title: page.title }) : page.title
  // The error summary takes the focus.
  const scripts = [...(page.script ? [page.script] : []), ...(errors.length > 0 ? ['frame.js'] : [])]
  const address = origin + link(path ?? '/')
  const document = (
    <html lang={language} dir={direction} class="balie-theme">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - ${t('finder.product')}`}</title>
        <meta name="description" content={face.description} />
        {face.unlisted || path === undefined ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={address} />
            {publicLanguages.map((each) => (
              <link rel="alternate" hreflang={each} href={origin + publicPath(each, path)} />
            ))}
            <link rel="alternate" hreflang="x-default" href={origin + path} />
          </>
        )}
        {face.calendar && <link rel="alternate" type="text/calendar" href={face.calendar} />}
        <meta property="og:type" content="website" />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={face.description} />
        <meta property="og:url" content={address} />
        <meta property="og:site_name" content={t('finder.product')} />
        <meta property="og:image" content={origin + assetPath(assets, 'icon-512.png')} />
        <link rel="stylesheet" href={assetPath(assets, 'styles.css')} />
        <link rel="icon" href={assetPath(assets, 'icon.svg')} type="image/svg+xml" />
        <meta name="theme-color" content="#00545e" />
        {face.structuredData !== undefined && (
          <script type="application/ld+json">
            {raw(JSON.stringify(face.structuredData).replaceAll('<', '\\u003c'))}
          </script>
        )}
        {scripts.map((script) => (
          <script type="module" src={assetPath(assets, script)}></script>
        ))}
      </head>
      <body class="utrecht-document utrecht-root">
        <SkipLink href="#main">{t('finder.skip')}</SkipLink>
        <PageHeader name={t('finder.product')} href={link('/')} />
        <LanguageLinks
          label={t('finder.languages')}
          links={publicLanguages.map((each) => ({
            language: each,
            name: ownNames[each],
            href: publicPath(each, path ?? '/'),
            current: each === language,
          }))}
        />
        <PageMain {...(page.wide && { wide: true })}>
          {errors.length > 0 ? (
            <Stack gap="lg">
              <ErrorSummary title={t('finder.errors-title', { count: errors.length })} errors={errors} />
              <div>{page.main}</div>
            </Stack>
          ) : (
            page.main
          )}
        </PageMain>
        <PageFooter>
          {demo && <p>{t('finder.made-up')}</p>}
          <ul class="balie-languages__list">
            <li>
              <a class="balie-languages__link" href={link('/doorverwijzen')}>
                {t('finder.refer.title')}
              </a>
            </li>
            <li>
              <a class="balie-languages__link" href={link('/voor-websites')}>
                {t('finder.embed.title')}
              </a>
            </li>
            <li>
              <a class="balie-languages__link" href={link('/open-data')}>
                {t('finder.figures')}
              </a>
            </li>
            <li>
              <a class="balie-languages__link" href={firstPage} lang="nl" hreflang="nl">
                {publicVoice('nl').t('finder.staff')}
              </a>
            </li>
          </ul>
        </PageFooter>
      </body>
    </html>
  )
  return `<!doctype html>${document.toString()}`
}
