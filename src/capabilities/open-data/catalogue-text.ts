import { translator } from '../../platform/i18n/translate.ts'
import { lastDayOf } from '../../platform/time/local-month.ts'
import { licence, sayWhatItIsOf, tableTexts } from './data-package.ts'
import { tables } from './published-cell.ts'
import type { Release } from './read-published/read-published.query.ts'
import { monthsOfQuarter } from './release-day.ts'
import { fileOf } from './table-file.ts'

const t = translator('nl')
/** What the fields of the files are described by. */
const tableSchema = 'https://datapackage.org/profiles/2.0/tableschema.json'
const authority = 'http://publications.europa.eu/resource/authority'

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

/**
 * The description of the files for catalogues of open data, as Turtle: a dataset of DCAT-AP-NL 3.0 with a distribution for each file.
 * @param origin as https://voorbeeld.nl
 */
export function catalogueText(releases: readonly Release[], origin: string): string {
  const page = `${origin}/open-data`
  const publisher = releases[0]?.publisher ?? t('open-data.publisher')
  const quarters = releases.map(({ period }) => period).filter((period) => period.includes('Q'))
  const [last, first] = [quarters[0], quarters.at(-1)]
  const released = releases.map(({ releasedAt }) => releasedAt.toString()).sort()
  const distributions = tables.map((table) => `<${page}/${fileOf(table)}#distributie>`)
  const about = [
    `dct:title ${text(t('open-data.title'))}`,
    `dct:description ${text(sayWhatItIsOf(releases))}`,
    `dct:identifier ${quoted(page)}`,
    `dct:accessRights <${authority}/access-right/PUBLIC>`,
    `dct:publisher <${page}#uitgever>`,
    `dct:creator <${page}#uitgever>`,
    `dcat:contactPoint <${page}#contact>`,
    `dcat:theme <${authority}/data-theme/GOVE>, <${authority}/data-theme/EDUC>`,
    `dcat:keyword ${['digitale overheid', 'bibliotheken', 'hulpvragen'].map(text).join(', ')}`,
    `dct:language <${authority}/language/NLD>`,
    `dct:spatial <${authority}/country/NLD>`,
    `dct:accrualPeriodicity <${authority}/frequency/QUARTERLY>`,
    `dcat:landingPage <${page}>`,
    `foaf:page <${page}>`,
    ...(released.length > 0
      ? [`dct:issued ${moment(released[0] ?? '')}`, `dct:modified ${moment(released.at(-1) ?? '')}`]
      : []),
    ...(first && last
      ? [
          `dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "${monthsOfQuarter(first)[0]}-01"^^xsd:date ; dcat:endDate "${lastDayOf(monthsOfQuarter(last).at(-1) ?? '')}"^^xsd:date ]`,
        ]
      : []),
    `dcat:distribution ${distributions.join(', ')}`,
  ]
  const distribution = (table: (typeof tables)[number]): string => {
    const { title, description } = tableTexts(table)
    return resource(`<${page}/${fileOf(table)}#distributie>`, 'dcat:Distribution', [
      `dct:title ${text(title)}`,
      `dct:description ${text(description)}`,
      `dcat:accessURL <${page}>`,
      `dcat:downloadURL <${page}/${fileOf(table)}>`,
      `dct:license <${licence.path}>`,
      `dct:language <${authority}/language/NLD>`,
      `dct:conformsTo <${tableSchema}>`,
      `dct:format <${authority}/file-type/CSV>`,
      'dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv>',
    ])
  }
  return [
    prefixes,
    resource(`<${page}#cijfers>`, 'dcat:Dataset', about),
    ...tables.map(distribution),
    resource(`<${page}#uitgever>`, 'foaf:Agent', [
      `foaf:name ${text(publisher)}`,
      `dct:identifier ${quoted(`${page}#uitgever`)}`,
    ]),
    resource(`<${page}#contact>`, 'vcard:Kind', [`vcard:fn ${text(publisher)}`, `vcard:hasURL <${page}>`]),
    // Who checks this by the shapes looks for the class of everything that is named.
    resource(`<${page}>`, 'foaf:Document, rdfs:Resource', []),
    ...tables.map((table) => resource(`<${page}/${fileOf(table)}>`, 'rdfs:Resource', [])),
    resource(`<${tableSchema}>`, 'dct:Standard', []),
  ].join('\n')
}

const resource = (name: string, type: string, about: readonly string[]): string =>
  `${[`${name} a ${type}`, ...about].join(' ;\n  ')} .\n`

/** As Turtle writes a text: what ends it, and what a line cannot hold, is escaped. */
const quoted = (value: string): string =>
  `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`
const text = (value: string): string => `${quoted(value)}@nl`
const moment = (value: string): string => `"${value}"^^xsd:dateTime`
