import { Button } from '../../design-system/button/button.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { RefusalReason } from '../../platform/errors/refusals.ts'
import type { Page } from '../../platform/http/reply.ts'
import { type PublicLanguage, publicLanguages, publicVoice } from '../../platform/i18n/public-language.ts'

/** Addresses that only staff ever open. */
const staff =
  /^\/(balie|beheer|sturing|samenwerking|mijn-account|inloggen|uitloggen|start|uitleg|taal|api)(\/|$)/

/** The language of an address that is not for staff; undefined when it is. */
export function languageOfPublicAddress(path: string): PublicLanguage | undefined {
  if (staff.test(path)) return undefined
  const [, first] = path.split('/')
  return publicLanguages.find((language) => language === first) ?? 'nl'
}

/** What went wrong, for somebody who looks for help, in the language of the address. */
export function publicErrorPage(
  reason: RefusalReason | 'surprise',
  language: PublicLanguage,
  reference: string,
): Page {
  const { t, link } = publicVoice(language)
  const kind = reason === 'not-found' ? 'not-found' : 'surprise'
  return {
    title: t(`finder.error-page.${kind}`),
    forPublic: { language, path: undefined, description: t('finder.description') },
    main: (
      <Stack>
        <Heading level={1}>{t(`finder.error-page.${kind}`)}</Heading>
        <Paragraph lead>{t(`finder.error-page.${kind}-text`, { reference })}</Paragraph>
        <Button href={link('/')} variant="primary">
          {t('finder.desk.others')}
        </Button>
      </Stack>
    ),
  }
}
