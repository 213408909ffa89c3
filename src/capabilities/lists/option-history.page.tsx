import type { Child } from 'hono/jsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime } from '../../platform/time/local-time.ts'
import type { ListOption } from './list-option.ts'
import type { OptionVersion } from './read-options/read-options.query.ts'

const said = ['labelNl', 'labelEn', 'shortName', 'searchTerms', 'validFrom', 'validUntil'] as const

function sayField(value: Partial<ListOption>, field: (typeof said)[number]): string {
  const found = value[field] ?? ''
  if (field === 'validFrom' || field === 'validUntil') return found === '' ? '' : dayInTable(String(found))
  return typeof found === 'string' ? found : found.join(', ')
}

/** What a value says, field by field; what is empty is left out. */
export function sayValue(value: Partial<ListOption>, t: Translate): { term: string; description: string }[] {
  return said
    .map((field) => ({ term: t(`list-care.field.${field}`), description: sayField(value, field) }))
    .filter(({ description }) => description !== '')
}

/** What a change changed: of each field that differs what it said before and after. */
export function sayChange(
  { before, after }: Pick<OptionVersion, 'before' | 'after'>,
  t: Translate,
): string[] {
  return said.flatMap((field) => {
    const was = before ? sayField(before, field) : ''
    // A change names the fields that it may touch; what it does not name stayed as it was.
    const is = field in after ? sayField(after, field) : was
    if (was === is) return []
    const name = t(`list-care.field.${field}`)
    const nothing = t('list-care.nothing')
    return before
      ? [t('list-care.changed', { field: name, before: was || nothing, after: is || nothing })]
      : [t('list-care.became', { field: name, after: is })]
  })
}

/** Every change of a value, or of a list, that somebody made: who, when and what. */
export function OptionHistory({
  t,
  versions,
  nameOf,
}: {
  t: Translate
  versions: readonly OptionVersion[]
  nameOf: (code: string) => string
}): Child {
  if (versions.length === 0) return <p class="nl-paragraph">{t('list-care.no-history')}</p>
  return (
    <DataTable
      id="geschiedenis"
      caption={t('list-care.history')}
      columns={[
        {
          key: 'at',
          header: t('list-care.at'),
          cell: ({ at }) => `${dayInTable(localDay(at))} ${localTime(at)}`,
          rowHeader: true,
        },
        { key: 'by', header: t('list-care.by'), cell: ({ by }) => by },
        { key: 'name', header: t('list-care.value'), cell: ({ code }) => nameOf(code) },
        { key: 'act', header: t('list-care.act'), cell: ({ act }) => t(`list-care.act.${act}`) },
        {
          key: 'what',
          header: t('list-care.what'),
          cell: (version) => sayChange(version, t).map((line) => <div>{line}</div>),
        },
      ]}
      rows={versions}
    />
  )
}
