import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { agreementsPath, libraryAgreementsPath } from '../agreement.ts'
import { DeliverableTable } from '../deliverable-table.page.tsx'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import { AgreementTable } from '../list-agreements/list-agreements.page.tsx'
import { AgreementFacts, type AgreementOverview } from '../show-agreement/show-agreement.page.tsx'
import type { Upcoming } from '../upcoming.ts'
import { UpcomingList } from '../upcoming-list.page.tsx'
import { VersionTable } from '../version-table.page.tsx'

/** What was agreed with a library, to read. */
export function libraryAgreementsPage({
  t,
  language,
  agreements,
  upcoming,
}: {
  t: Translate
  language: Language
  agreements: readonly NamedAgreement[]
  upcoming: readonly Upcoming[]
}): Page {
  return {
    title: t('agreements.library.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('agreements.library.title')}</Heading>
          <Paragraph lead>{t('agreements.library.lead')}</Paragraph>
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.upcoming.title')}</Heading>
          <UpcomingList t={t} language={language} upcoming={upcoming} base={libraryAgreementsPath} />
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.all')}</Heading>
          {agreements.length === 0 ? (
            <EmptyState>{t('agreements.library.none')}</EmptyState>
          ) : (
            <AgreementTable {...{ t, language, agreements }} base={libraryAgreementsPath} />
          )}
        </Stack>
      </Stack>
    ),
  }
}

/** An agreement for a party that does not keep it: what was agreed, and what is due. */
export function readAgreementPage(
  page: AgreementOverview & { readonly reader: 'municipality' | 'library' },
): Page {
  const { t, agreement, reader } = page
  const list = reader === 'library' ? libraryAgreementsPath : agreementsPath
  return {
    title: agreement.title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('agreements.breadcrumb')}
            items={[
              {
                href: list,
                label: t(reader === 'library' ? 'agreements.library.title' : 'agreements.title'),
              },
            ]}
          />
          <Heading level={1}>{agreement.title}</Heading>
          <Paragraph>{t('agreements.read-only', { municipality: agreement.municipality })}</Paragraph>
          <AgreementFacts {...page} />
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.versions.title')}</Heading>
          <VersionTable {...page} base={`${list}/${agreement.id}`} />
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.deliverables.title')}</Heading>
          <DeliverableTable {...page} />
        </Stack>
      </Stack>
    ),
  }
}
