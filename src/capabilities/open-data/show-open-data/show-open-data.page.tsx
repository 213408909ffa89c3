import { CodeBlock } from '../../../design-system/code-block/code-block.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { type Language, type Translate, translator } from '../../../platform/i18n/translate.ts'
import { dateInWords, monthInWords } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { askable, cellsPerPage } from '../answer-api/answer-api.form.ts'
import { apiPath } from '../answer-api/answer-api.handler.ts'
import { licence } from '../data-package.ts'
import { tables } from '../published-cell.ts'
import type { NamedCell, Release } from '../read-published/read-published.query.ts'
import { monthsOfQuarter, nextRelease } from '../release-day.ts'
import { fileOf } from '../table-file.ts'

interface OpenData {
  readonly releases: readonly Release[]
  /** Of the latest quarter. */
  readonly months: readonly string[]
  readonly nation: readonly NamedCell[]
  /** Totals in the last of these months. */
  readonly provinces: readonly NamedCell[]
  readonly today: string
}

interface Words {
  readonly t: Translate
  readonly language: Language
}

/** On a screen a hidden number is a dot, as statistics write it. */
const hiddenSign = '.'

/** The page in Dutch, and for who reads another language in English. */
export function openDataPage({ voice, ...data }: OpenData & { readonly voice: PublicVoice }): Page {
  const language = voice.language === 'nl' ? 'nl' : 'en'
  const words = { t: translator(language), language } as const
  const { t } = words
  const main = (
    <Stack gap="lg">
      <Stack>
        <Heading level={1}>{t('open-data.title')}</Heading>
        <Paragraph lead>{t('open-data.lead')}</Paragraph>
        <Latest {...data} words={words} />
      </Stack>
      {data.months.length > 0 && <LatestFigures {...data} words={words} />}
      <Files t={t} />
      <Meaning t={t} smallest={data.releases[0]?.smallest} />
      <Api t={t} months={data.months} />
    </Stack>
  )
  return {
    title: t('open-data.title'),
    forPublic: { language: voice.language, path: '/open-data', description: t('open-data.description') },
    main:
      voice.language === language ? (
        main
      ) : (
        <div lang="en" dir="ltr">
          {main}
        </div>
      ),
  }
}

function Latest({ releases, today, words: { t, language } }: OpenData & { words: Words }) {
  const quarter = releases.find(({ period }) => period.includes('Q'))
  const next = nextRelease(today)
  const sayQuarter = (period: string): string => {
    const months = monthsOfQuarter(period)
    return `${monthInWords(months[0] ?? '', language)} – ${monthInWords(months.at(-1) ?? '', language)}`
  }
  if (!quarter) return <Paragraph>{t('open-data.none')}</Paragraph>
  return (
    <>
      <Paragraph>
        {t('open-data.counted', {
          period: sayQuarter(quarter.period),
          day: dateInWords(localDay(quarter.releasedAt), language),
        })}{' '}
        {t('open-data.next', { period: sayQuarter(next.quarter), day: dateInWords(next.day, language) })}
      </Paragraph>
      <Paragraph>
        {t('open-data.took-part', {
          desks: quarter.desks,
          libraries: quarter.libraries,
          period: sayQuarter(quarter.period),
        })}{' '}
        {t('open-data.not-in-it')}
      </Paragraph>
    </>
  )
}

function LatestFigures({ months, nation, provinces, words }: OpenData & { words: Words }) {
  const { t, language } = words
  const written = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB')
  const number = (cell: NamedCell | undefined) =>
    cell?.number == null ? hiddenSign : written.format(cell.number)
  const total = (cells: readonly NamedCell[], code: string) =>
    number(cells.find((cell) => cell.part === 'totaal' && cell.code === code))
  const topics = mainTopicsIn(nation, months)
  const hasHidden = [...nation, ...provinces].some((cell) => cell.part === 'totaal' && cell.number === null)
  const regions = [...new Map(provinces.map(({ region, regionName }) => [region, regionName]))]
  const columns = <Row,>(header: string, name: (row: Row) => string, cellsOf: (row: Row) => NamedCell[]) => [
    { key: 'name', header, cell: name, rowHeader: true },
    {
      key: 'contacts',
      header: t('open-data.contacts'),
      cell: (row: Row) => total(cellsOf(row), 'contacts'),
      numeric: true,
    },
    {
      key: 'questions',
      header: t('open-data.questions'),
      cell: (row: Row) => total(cellsOf(row), 'questions'),
      numeric: true,
    },
  ]
  return (
    <Stack>
      <DataTable
        id="maanden"
        caption={t('open-data.months')}
        compact
        columns={columns<string>(
          t('open-data.month'),
          (month) => monthInWords(month, language),
          (month) => nation.filter(({ period }) => period === month),
        )}
        rows={months}
      />
      <DataTable
        id="onderwerpen"
        caption={t('open-data.topics', {
          from: monthInWords(months[0] ?? '', language),
          until: monthInWords(months.at(-1) ?? '', language),
        })}
        compact
        columns={[
          {
            key: 'topic',
            header: t('open-data.topic'),
            cell: ({ name }) => <span lang="nl">{name}</span>,
            rowHeader: true,
          },
          {
            key: 'questions',
            header: t('open-data.questions'),
            cell: (topic: NamedCell) => number(topic),
            numeric: true,
          },
        ]}
        rows={topics}
      />
      <DataTable
        id="provincies"
        caption={t('open-data.provinces', { month: monthInWords(months.at(-1) ?? '', language) })}
        compact
        columns={columns<[string, string]>(
          t('open-data.province'),
          ([, name]) => name,
          ([code]) => provinces.filter(({ region }) => region === code),
        )}
        rows={regions}
      />
      {hasHidden && <Paragraph>{t('open-data.sign')}</Paragraph>}
    </Stack>
  )
}

/** Of each main topic the months together, the largest first. None of the nation is hidden. */
function mainTopicsIn(nation: readonly NamedCell[], months: readonly string[]): NamedCell[] {
  const sums = new Map<string, NamedCell>()
  for (const cell of nation)
    if (cell.part === 'hoofdonderwerp' && months.includes(cell.period))
      sums.set(cell.code, { ...cell, number: (sums.get(cell.code)?.number ?? 0) + (cell.number ?? 0) })
  return [...sums.values()].sort((one, other) => (other.number ?? 0) - (one.number ?? 0))
}

function Files({ t }: { t: Translate }) {
  return (
    <Stack>
      <Heading level={2}>{t('open-data.download')}</Heading>
      <Paragraph>{t('open-data.download-about')}</Paragraph>
      <DataTable
        id="bestanden"
        caption={t('open-data.files')}
        columns={[
          {
            key: 'file',
            header: t('open-data.file'),
            cell: (table) => (
              <Link href={`/open-data/${fileOf(table)}`}>{t(`open-data.table.${table}`)}</Link>
            ),
            rowHeader: true,
          },
          {
            key: 'about',
            header: t('open-data.about'),
            cell: (table: (typeof tables)[number]) => t(`open-data.table-about.${table}`),
          },
        ]}
        rows={tables}
      />
      <Heading level={3}>{t('open-data.description-files')}</Heading>
      <ul>
        <li>
          <Link href="/open-data/datapackage.json">datapackage.json</Link>: {t('open-data.package-about')}
        </li>
        <li>
          <Link href="/open-data/dcat.ttl">dcat.ttl</Link>: {t('open-data.dcat-about')}
        </li>
      </ul>
    </Stack>
  )
}

function Meaning({ t, smallest = 10 }: { t: Translate; smallest: number | undefined }) {
  return (
    <Stack>
      <Heading level={2}>{t('open-data.meaning')}</Heading>
      <DescriptionList
        items={(['contact', 'question', 'main-topic', 'help', 'absent'] as const).map((what) => ({
          term: t(`open-data.${what}`),
          description: t(`open-data.${what}-about`),
        }))}
      />
      <Heading level={2}>{t('open-data.small')}</Heading>
      <ul>
        <li>{t('open-data.small-below', { smallest })}</li>
        <li>{t('open-data.small-sums')}</li>
        <li>{t('open-data.small-whole')}</li>
        <li>{t('open-data.small-status')}</li>
      </ul>
      <Heading level={2}>{t('open-data.corrections')}</Heading>
      <Paragraph>{t('open-data.corrections-about')}</Paragraph>
      <Heading level={2}>{t('open-data.licence')}</Heading>
      <Paragraph>
        {t('open-data.licence-about')} <Link href={licence.path}>{licence.title}</Link>.
      </Paragraph>
    </Stack>
  )
}

function Api({ t, months }: { t: Translate; months: readonly string[] }) {
  const example = new URLSearchParams({
    tabel: 'landelijk-per-maand',
    periode: months.at(-1) ?? '2026-03',
    onderdeel: 'onderwerp',
  })
  return (
    <Stack>
      <Heading level={2}>{t('open-data.api')}</Heading>
      <Paragraph>{t('open-data.api-about', { rows: cellsPerPage })}</Paragraph>
      <CodeBlock label={t('open-data.api')}>{`GET ${apiPath}?${example}`}</CodeBlock>
      <Paragraph>{t('open-data.api-filters', { filters: askable.join(', ') })}</Paragraph>
      <Paragraph>
        {t('open-data.api-period')} {t('open-data.api-next')}
      </Paragraph>
    </Stack>
  )
}
