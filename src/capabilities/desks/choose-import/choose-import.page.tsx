import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'

export function chooseImportPage({ t, of }: { t: Translate; of: 'nation' | 'library' }): Page {
  return {
    title: t('desks.choose-import.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('desks.choose-import.title')}</Heading>
        <Paragraph>
          {t(of === 'nation' ? 'desks.choose-import.lead' : 'desks.choose-import.lead-library')}
        </Paragraph>
        <ul>
          {of === 'nation' && (
            <li>
              <Link href="/beheer/inlezen/bibliotheken">{t('organisations.import.title')}</Link>
            </li>
          )}
          <li>
            <Link href="/beheer/inlezen/informatiepunten">{t('desks.import.title')}</Link>
          </li>
          <li>
            <Link href="/beheer/inlezen/vestigingen">{t('desks.import-branches.title')}</Link>
          </li>
          <li>
            <Link href="/beheer/sociale-kaart/inlezen">{t('desks.choose-import.directory')}</Link>
          </li>
          {of === 'library' && (
            <li>
              <Link href="/beheer/inlezen/hulpcontacten">{t('contacts.import.title')}</Link>
            </li>
          )}
        </ul>
      </Stack>
    ),
  }
}
