import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type Governed, MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import { agreementsPath } from '../agreement.ts'
import { StatusOf, sayDay } from '../agreement-parts.page.tsx'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import type { Upcoming } from '../upcoming.ts'
import { UpcomingList } from '../upcoming-list.page.tsx'

/** All agreements of a municipality: what asks for attention first. */
export function listAgreementsPage({
  t,
  language,
  municipality,
  municipalities,
  agreements,
  upcoming,
}: Pick<Governed, 'municipality' | 'municipalities'> & {
  t: Translate
  language: Language
  agreements: readonly NamedAgreement[]
  upcoming: readonly Upcoming[]
}): Page {
  const isNow = municipality.validUntil === null
  return {
    title: t('agreements.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('agreements.title')}</Heading>
          <Paragraph lead>{t('agreements.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path={agreementsPath} />
          {isNow && (
            <ButtonGroup>
              <Button href={municipalityAddress(`${agreementsPath}/nieuw`, municipality)} variant="primary">
                {t('agreements.start.title')}
              </Button>
            </ButtonGroup>
          )}
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.upcoming.title')}</Heading>
          <UpcomingList t={t} language={language} upcoming={upcoming} base={agreementsPath} />
        </Stack>
        <Stack>
          <Heading level={2}>{t('agreements.all')}</Heading>
          {agreements.length === 0 ? (
            <EmptyState>{t(isNow ? 'agreements.none' : 'agreements.none-ended')}</EmptyState>
          ) : (
            <AgreementTable {...{ t, language, agreements }} base={agreementsPath} />
          )}
        </Stack>
      </Stack>
    ),
  }
}

/** Agreements by name, with who takes part, how they stand and until when they hold. */
export function AgreementTable({
  t,
  language,
  agreements,
  base,
}: {
  t: Translate
  language: Language
  agreements: readonly NamedAgreement[]
  base: string
}) {
  return (
    <DataTable
      id="overeenkomsten"
      caption={t('agreements.caption')}
      rows={agreements}
      columns={[
        {
          key: 'title',
          header: t('agreements.field.title'),
          rowHeader: true,
          cell: ({ id, title }) => <Link href={`${base}/${id}`}>{title}</Link>,
        },
        { key: 'kind', header: t('agreements.field.kind'), cell: ({ kind }) => t(`agreements.kind.${kind}`) },
        {
          key: 'with',
          header: t('agreements.field.with'),
          cell: ({ municipality, partyNames, library }) =>
            [municipality, ...partyNames, library].filter(Boolean).join(', '),
        },
        {
          key: 'status',
          header: t('agreements.field.status'),
          cell: ({ status }) => <StatusOf t={t} status={status} />,
        },
        {
          key: 'until',
          header: t('agreements.field.until'),
          cell: ({ untilDay }) => sayDay(untilDay, language),
        },
      ]}
    />
  )
}
