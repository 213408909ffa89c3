import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../design-system/empty-state/empty-state.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { VisuallyHidden } from '../../design-system/visually-hidden/visually-hidden.tsx'
import { dateInWords } from '../../platform/time/local-month.ts'
import { localDay } from '../../platform/time/local-time.ts'
import type { AgreementOverview } from './show-agreement/show-agreement.page.tsx'

/** The versions of an agreement, each to read and to fetch, with its signed papers. @param base the address of the agreement for who looks */
export function VersionTable({
  t,
  language,
  versions,
  papers,
  base,
  mayKeep = false,
}: AgreementOverview & { base: string; mayKeep?: boolean }) {
  if (versions.length === 0) return <EmptyState>{t('agreements.versions.none')}</EmptyState>
  return (
    <DataTable
      id="versies"
      caption={t('agreements.versions.caption')}
      rows={versions}
      columns={[
        {
          key: 'number',
          header: t('agreements.versions.number'),
          rowHeader: true,
          cell: ({ number }) => (
            <Link href={`${base}/versie/${number}`}>{t('agreements.versions.name', { number })}</Link>
          ),
        },
        {
          key: 'made',
          header: t('agreements.versions.made'),
          cell: ({ madeAt, madeBy }) =>
            [dateInWords(localDay(madeAt), language), madeBy].filter(Boolean).join(', '),
        },
        {
          key: 'state',
          header: t('agreements.versions.state'),
          cell: ({ agreedOn, openBlanks }) =>
            agreedOn
              ? t('agreements.versions.agreed', { day: dateInWords(agreedOn, language) })
              : openBlanks > 0
                ? t('agreements.steps.open-count', { count: openBlanks })
                : t('agreements.versions.complete'),
        },
        {
          key: 'document',
          header: t('agreements.versions.document'),
          cell: ({ number }) => (
            <Link href={`${base}/versie/${number}/document`}>
              {t('agreements.versions.fetch')}
              <VisuallyHidden>{` ${t('agreements.versions.name', { number })}`}</VisuallyHidden>
            </Link>
          ),
        },
        {
          key: 'papers',
          header: t('agreements.papers.title'),
          cell: (version) => (
            <>
              <PapersOf
                t={t}
                papers={papers.filter(({ versionId }) => versionId === version.id)}
                base={base}
                mayKeep={mayKeep}
              />
              {mayKeep && (
                <Link href={`${base}/versie/${version.number}/papier`}>
                  {t('agreements.papers.add')}
                  <VisuallyHidden>
                    {` ${t('agreements.versions.name', { number: version.number })}`}
                  </VisuallyHidden>
                </Link>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function PapersOf({
  t,
  papers,
  base,
  mayKeep,
}: Pick<AgreementOverview, 't' | 'papers'> & { base: string; mayKeep: boolean }) {
  if (papers.length === 0) return null
  return (
    <ul>
      {papers.map(({ id, fileName }) => (
        <li>
          <Link href={`${base}/papier/${id}`}>{fileName}</Link>
          {mayKeep && (
            <>
              {' '}
              <Link href={`${base}/papier/${id}/verwijderen`}>
                {t('agreements.papers.remove')}
                <VisuallyHidden>{` ${fileName}`}</VisuallyHidden>
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
