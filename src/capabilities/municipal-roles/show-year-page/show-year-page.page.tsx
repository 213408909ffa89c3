import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type Governed, MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import type { DocumentSection, DocumentTable, TownHallDocument } from '../town-hall-document.ts'

const addresses = { alderman: '/sturing/gemeente/wethouder', council: '/sturing/gemeente/raad' } as const

/** What is sent to the town hall, as it is on paper. */
export function yearPage({
  t,
  document,
  municipality,
  municipalities,
  year,
  years,
}: Pick<Governed, 'municipality' | 'municipalities'> & {
  readonly t: Translate
  readonly document: TownHallDocument
  readonly year: number
  /** To choose from, the newest first. */
  readonly years: readonly number[]
}): Page {
  const path = addresses[document.kind]
  return {
    title: document.title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('network.breadcrumb')}
            items={[
              { href: municipalityAddress('/sturing/gemeente', municipality), label: t('town-hall.title') },
            ]}
          />
          <Heading level={1}>{document.title}</Heading>
          <MunicipalityTabs {...{ t, path, municipality, municipalities }} more={{ jaar: year }} />
          <LinkTabs
            label={t('town-hall.years')}
            items={years.map((each) => ({
              href: municipalityAddress(path, municipality, { jaar: each }),
              label: String(each),
              current: each === year,
            }))}
          />
          <Paragraph>{document.state}</Paragraph>
          <ButtonGroup>
            <Button href={municipalityAddress(`${path}.pdf`, municipality, { jaar: year })}>
              {t('town-hall.pdf')}
            </Button>
          </ButtonGroup>
        </Stack>
        {document.sections.map((section) => (
          <SectionOfPage section={section} />
        ))}
      </Stack>
    ),
  }
}

function SectionOfPage({ section }: { section: DocumentSection }) {
  const { id, heading, text = [], points = [], facts = [], quotes = [], tables = [] } = section
  return (
    <section aria-labelledby={`kop-${id}`}>
      <Stack>
        <Heading level={2} id={`kop-${id}`}>
          {heading}
        </Heading>
        {text.map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
        {facts.length > 0 && (
          <FigureNumbers
            numbers={facts.map(({ label, value }) => ({ name: label, number: value, remarks: [] }))}
          />
        )}
        {points.length > 0 && (
          <ul>
            {points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        )}
        {quotes.map((words) => (
          <blockquote>{words}</blockquote>
        ))}
        {tables.map((table, at) => (
          <TableOfPage id={`${id}-${at + 1}`} table={table} />
        ))}
      </Stack>
    </section>
  )
}

function TableOfPage({ id, table }: { id: string; table: DocumentTable }) {
  return (
    <DataTable
      id={id}
      caption={table.caption}
      rows={table.rows}
      columns={table.headers.map((header, at) => ({
        key: String(at),
        header,
        cell: (row: readonly string[]) => row[at],
        rowHeader: at === 0,
        numeric: at > 0,
      }))}
    />
  )
}
