import { translator } from '../../platform/i18n/translate.ts'
import { type TableName, tables } from './published-cell.ts'
import type { Release } from './read-published/read-published.query.ts'
import { fields, fileOf, primaryKey } from './table-file.ts'

/** CC0: take it along without asking. */
export const licence = {
  name: 'CC0-1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
  title: 'CC0 1.0',
} as const

const t = translator('nl')

/** What a table is called, and what is in it; in Dutch, as the files. */
export const tableTexts = (table: TableName): { readonly title: string; readonly description: string } => ({
  title: t(`open-data.table.${table}`),
  description: t(`open-data.table-about.${table}`),
})

/** What the figures are of, and of whom not: the desks that do not work with Balie. In Dutch, as the files. */
export function sayWhatItIsOf(releases: readonly Release[]): string {
  const quarter = releases.find(({ period }) => period.includes('Q'))
  return [
    t('open-data.description'),
    ...(quarter
      ? [
          t('open-data.took-part', {
            desks: quarter.desks,
            libraries: quarter.libraries,
            period: quarter.period,
          }),
        ]
      : []),
    t('open-data.not-in-it'),
  ].join(' ')
}

/** The description of all files as a Data Package (datapackage.org, version 2). @param origin as https://voorbeeld.nl */
export function dataPackage(releases: readonly Release[], origin: string): object {
  const latest = releases
    .map(({ releasedAt }) => releasedAt.toString())
    .sort()
    .at(-1)
  const publisher = releases[0]?.publisher
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'informatiepunten-digitale-overheid',
    id: `${origin}/open-data`,
    title: t('open-data.title'),
    description: sayWhatItIsOf(releases),
    homepage: `${origin}/open-data`,
    licenses: [licence],
    ...(latest && { created: latest, version: latest.slice(0, 10) }),
    ...(publisher && { contributors: [{ title: publisher, roles: ['publisher'] }] }),
    keywords: ['digitale overheid', 'bibliotheken', 'hulpvragen', 'informatiepunten'],
    resources: tables.map((table) => ({
      name: table,
      type: 'table',
      path: fileOf(table),
      ...tableTexts(table),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ';' },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields,
        primaryKey,
        missingValues: [''],
      },
    })),
  }
}
