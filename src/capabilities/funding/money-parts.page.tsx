import { Alert } from '../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { Grant } from './grant.ts'
import type { StoredDocument } from './keep-document/keep-document.query.ts'
import { type MoneyPage, moneyAddress } from './money-year.ts'

/** The way back to the year. */
export function MoneyBreadcrumb({ t, municipality, year }: Pick<MoneyPage, 't' | 'municipality' | 'year'>) {
  return (
    <Breadcrumb
      label={t('money.breadcrumb')}
      items={[
        {
          href: moneyAddress('', { municipality, year }),
          label: t('money.of-year', { year: String(year), municipality: municipality.name }),
        },
      ]}
    />
  )
}

/** What somebody else saved while a form was open, above what was typed here. */
export function MeanwhileStored({
  t,
  facts,
}: Pick<MoneyPage, 't'> & {
  readonly facts: readonly { readonly term: string; readonly text: string }[] | undefined
}) {
  if (!facts) return null
  return (
    <Alert kind="warning" id="meanwhile">
      <Stack>
        <Paragraph>{t('money.meanwhile')}</Paragraph>
        <DescriptionList items={facts.map(({ term, text }) => ({ term, description: text || '–' }))} />
      </Stack>
    </Alert>
  )
}

/** Papers to be saved, each with the day on which it came. */
export function DocumentList({
  t,
  language,
  municipality,
  year,
  documents,
}: MoneyPage & { readonly documents: readonly StoredDocument[] }) {
  if (documents.length === 0) return <Paragraph>{t('money.document.none')}</Paragraph>
  return (
    <ul>
      {documents.map(({ id, fileName, addedOn, bytes }) => (
        <li>
          <Link href={moneyAddress(`/stuk/${id}`, { municipality, year })}>{fileName}</Link>
          {` · ${t('money.document.added', {
            day: dayInWords(addedOn, language, 'date'),
            kilobytes: Math.max(1, Math.round(bytes / 1024)),
          })} · `}
          <Link href={moneyAddress(`/stuk/${id}/weghalen`, { municipality, year })}>
            {t('money.document.remove', { name: fileName })}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Why an amount is not whole yet, said wherever it stands; nothing when it is. */
export function incompleteWords(t: MoneyPage['t'], { missing }: Pick<Grant, 'missing'>): string | undefined {
  return missing === null ? undefined : t(`money.incomplete.${missing}`)
}
