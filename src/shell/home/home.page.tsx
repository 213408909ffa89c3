import { Button } from '../../design-system/button/button.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'

export function homePage({
  t,
  signedIn,
  hasRoles,
  places,
}: {
  t: Translate
  signedIn: boolean
  hasRoles: boolean
  places: readonly { href: string; label: string }[]
}): Page {
  return {
    title: t('home.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('home.title')}</Heading>
        <Paragraph lead>{t('home.lead')}</Paragraph>
        {!signedIn && (
          <>
            <Paragraph>{t('home.sign-in-lead')}</Paragraph>
            <Button href="/inloggen" variant="primary">
              {t('shell.sign-in')}
            </Button>
          </>
        )}
        {signedIn && places.length === 0 && (
          <Paragraph>{t(hasRoles ? 'home.pages-later' : 'home.no-roles')}</Paragraph>
        )}
        {places.length > 0 && (
          <>
            <Heading level={2}>{t('home.your-places')}</Heading>
            <ul>
              {places.map((place) => (
                <li>
                  <Link href={place.href}>{place.label}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    ),
  }
}
