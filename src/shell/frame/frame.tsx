import { raw } from 'hono/html'
import { Button } from '../../design-system/button/button.tsx'
import { ErrorSummary } from '../../design-system/error-summary/error-summary.tsx'
import {
  MainNavigation,
  PageFooter,
  PageHeader,
  PageMain,
} from '../../design-system/page-frame/page-frame.tsx'
import { SkipLink } from '../../design-system/skip-link/skip-link.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { type Assets, assetPath } from '../../platform/http/assets.ts'
import { firstPage } from '../../platform/http/local-address.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import {
  OutboxNotices,
  OutboxStatus,
  SignOutDialogs,
  worksOffline,
} from '../outbox-status/outbox-status.page.tsx'
import { navigationInParts } from './navigation.ts'

/** Puts the frame around a page: language, styles, header, navigation, foot. Gives the whole document. */
export function frame({
  page,
  request,
  nonce,
  assets,
  demo,
}: {
  page: Page
  request: WebRequest
  nonce: string
  assets: Assets
  demo: boolean
}): string {
  const { t, visitor } = request
  const atDesk = visitor !== undefined && worksOffline(request.url.pathname)
  const scripts = ['frame.js', ...(atDesk ? ['outbox-status.js'] : []), ...(page.script ? [page.script] : [])]
  const imports = new Set(scripts.flatMap((script) => assets.imports[script] ?? []))
  const errors = page.errors ?? []
  const title = errors.length > 0 ? t('shell.error-prefix', { title: page.title }) : page.title
  const otherLanguage = request.language === 'nl' ? 'en' : 'nl'
  const document = (
    <html lang={request.language} class="balie-theme">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {title} - {t('shell.product')}
        </title>
        <link rel="stylesheet" href={assetPath(assets, 'styles.css')} />
        <link rel="manifest" href="/balie/manifest.webmanifest" />
        <link rel="icon" href={assetPath(assets, 'icon.svg')} type="image/svg+xml" />
        <meta name="theme-color" content="#00545e" />
        {page.scriptData !== undefined && (
          <script type="application/json" id="page-data">
            {raw(JSON.stringify(page.scriptData).replaceAll('<', '\\u003c'))}
          </script>
        )}
        {[...imports].map((file) => (
          <link rel="modulepreload" href={assetPath(assets, file)} />
        ))}
        {scripts.map((script) => (
          <script type="module" nonce={nonce} src={assetPath(assets, script)}></script>
        ))}
      </head>
      <body class="utrecht-document utrecht-root">
        <SkipLink href="#main">{t('shell.skip')}</SkipLink>
        <PageHeader name={t('shell.product')} href={visitor ? firstPage : '/'}>
          {atDesk && <OutboxStatus visitor={visitor} language={request.language} />}
          {visitor && <a href="/mijn-account">{visitor.name}</a>}
          <form method="post" action="/taal" class="balie-page-header__action">
            <input type="hidden" name="terug" value={request.url.pathname + request.url.search} />
            <Button type="submit" variant="subtle" name="taal" value={otherLanguage}>
              <span lang={otherLanguage}>{t('shell.other-language')}</span>
            </Button>
          </form>
          {visitor ? (
            <form method="post" action="/uitloggen" class="balie-page-header__action" data-sign-out="">
              <Button type="submit" variant="subtle">
                {t('shell.sign-out')}
              </Button>
            </form>
          ) : (
            request.url.pathname !== '/inloggen' && (
              <Button href="/inloggen" variant="subtle">
                {t('shell.sign-in')}
              </Button>
            )
          )}
        </PageHeader>
        {visitor && (
          <MainNavigation
            label={t('shell.navigation')}
            {...navigationInParts(visitor, request.url.pathname, t)}
            underLabel={t('shell.navigation-part')}
          />
        )}
        {atDesk && <OutboxNotices t={t} />}
        <PageMain {...(page.wide && { wide: true })}>
          {errors.length > 0 ? (
            <Stack gap="lg">
              <ErrorSummary title={t('shell.errors-title', { count: errors.length })} errors={errors} />
              <div>{page.main}</div>
            </Stack>
          ) : (
            page.main
          )}
        </PageMain>
        <PageFooter>
          {demo && <p>{t('shell.made-up')}</p>}
          <p>
            {t('shell.footer')}{' '}
            <a class="nl-link" href="/uitleg">
              {t('shell.help')}
            </a>
          </p>
        </PageFooter>
        {visitor && <SignOutDialogs t={t} />}
      </body>
    </html>
  )
  return `<!doctype html>${document.toString()}`
}
