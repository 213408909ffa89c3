import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { showDifference } from '../account-words.ts'
import { type Accounting, accountAddress } from '../accounting-request.ts'
import type { Annex, AnnexIndicator } from '../annex.ts'

/** A sheet of A4: the grant, its five indicators, who signed, and what changed since. */
export function printAccountPage(
  page: Accounting & { readonly t: Translate; readonly language: Language; readonly annex: Annex },
): Page {
  const { t, language, annex, year } = page
  const unset = t('accountability.not-set')
  const number = (value: number): string => t('accountability.number', { number: value })
  const title = t('accountability.annex.title', { municipality: annex.municipality, year })
  const later = annex.indicators.some((indicator) => indicator.later !== 0)
  return {
    title,
    wide: true,
    script: 'print-leaflet.js',
    main: (
      <Stack gap="lg">
        <Stack>
          <div class="balie-no-print">
            <Breadcrumb
              label={t('accountability.breadcrumb')}
              items={[{ href: accountAddress('', page), label: t('accountability.of-year', { year }) }]}
            />
          </div>
          <balie-print class="balie-no-print">
            <Paragraph subtle>{t('accountability.print-hint')}</Paragraph>
            <button class="nl-button nl-button--primary" type="button" hidden>
              {t('accountability.print')}
            </button>
          </balie-print>
          <Heading level={1}>{title}</Heading>
          {!annex.signed && <Alert kind="warning">{t('accountability.files-draft')}</Alert>}
          <DescriptionList
            items={[
              ...(annex.toNation
                ? [
                    { term: t('accountability.annex.provider'), description: annex.provider || unset },
                    { term: t('accountability.annex.code'), description: annex.code || unset },
                    { term: t('accountability.annex.grant'), description: annex.name },
                    { term: t('accountability.annex.legal-basis'), description: annex.legalBasis || unset },
                    {
                      term: t('accountability.rules.deadline'),
                      description: annex.deadline ? dayInWords(annex.deadline, language) : unset,
                    },
                  ]
                : []),
              { term: t('accountability.annex.receiver'), description: annex.receiver },
            ]}
          />
        </Stack>
        <DataTable<AnnexIndicator>
          id="bijlage"
          caption={t('accountability.five')}
          rows={annex.indicators}
          columns={[
            {
              key: 'number',
              header: t('accountability.annex.number'),
              // That the code is not set stands above the table, once.
              cell: (indicator) => indicator.code || indicator.number,
            },
            {
              key: 'name',
              header: t('accountability.annex.indicator'),
              rowHeader: true,
              cell: ({ name, reason }) =>
                reason ? [name, <br />, t('accountability.because', { reason })] : name,
            },
            ...(annex.toNation
              ? [
                  {
                    key: 'audit',
                    header: t('accountability.annex.audit-kind'),
                    cell: ({ auditKind }: AnnexIndicator) => auditKind || unset,
                  },
                ]
              : []),
            {
              key: 'value',
              header: t('accountability.annex.value'),
              numeric: true,
              cell: ({ value, cents, isNotFilledIn }) =>
                isNotFilledIn
                  ? t('accountability.not-filled-in')
                  : cents === undefined
                    ? number(value)
                    : `€\u00a0${number(value)}`,
            },
            {
              key: 'cents',
              header: t('accountability.annex.cents'),
              numeric: true,
              cell: ({ cents }) => (cents === undefined ? '' : showAmount(cents, language)),
            },
            ...(later
              ? [
                  {
                    key: 'later',
                    header: t('accountability.annex.later'),
                    numeric: true,
                    cell: ({ number: each, later: difference }: AnnexIndicator) =>
                      difference === 0 ? '' : showDifference(each, difference, t, language),
                  },
                ]
              : []),
          ]}
        />
        <Stack>
          <Paragraph subtle>{t('accountability.rounding')}</Paragraph>
          {annex.figures.balance.incomplete && annex.figures.scheme && (
            <Paragraph>{t('accountability.remark.grant-incomplete')}</Paragraph>
          )}
          {annex.figures.reason && (
            <Paragraph>
              {t('accountability.reason-without')}: {annex.figures.reason}
            </Paragraph>
          )}
          {annex.signed && (
            <Paragraph>
              {t('accountability.signed-on', {
                day: dayInWords(annex.signed.on, language),
                as: annex.signed.as,
              })}
            </Paragraph>
          )}
        </Stack>
      </Stack>
    ),
  }
}
