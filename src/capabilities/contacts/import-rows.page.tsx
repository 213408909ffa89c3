import { Button } from '../../design-system/button/button.tsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import { Pagination } from '../../design-system/pagination/pagination.tsx'
import { Row, Stack } from '../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../design-system/visually-hidden/visually-hidden.tsx'
import type { Paging } from '../../platform/http/paging.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime, parseInstant } from '../../platform/time/local-time.ts'
import { notRegistered } from '../lists/public.ts'
import type { AnswerLists } from './import-answers.ts'
import type { ClosedField } from './import-field.ts'
import type { ImportedContact, RowError } from './import-row.ts'
import { addressOfImport } from './import-step.page.tsx'
import type { ErrorGroup, ImportRow, RowCounts } from './preview-import/preview-import.query.ts'

/** What is wrong in a row and what to do about it. */
export function sayRowErrors(errors: readonly RowError[], t: Translate): string {
  return errors.map((error) => sayRowError(error, t)).join(' ')
}

export function sayRowError({ field, reason, value }: RowError, t: Translate): string {
  const short = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return `${t(`contacts.import.field.${field}`)}: ${t(`contacts.import.fault.${reason}`, { value: short })}.`
}

/** The same error in many rows, told once, with a way to the first row that has it. */
export function ErrorGroups({ t, id, groups }: { t: Translate; id: string; groups: readonly ErrorGroup[] }) {
  return (
    <DataTable
      id="error-groups"
      caption={t('contacts.import.preview.groups')}
      compact
      columns={[
        {
          key: 'what',
          header: t('contacts.import.preview.what'),
          cell: ({ error }: ErrorGroup) => sayRowError(error, t),
          rowHeader: true,
        },
        {
          key: 'rows',
          header: t('contacts.import.rows'),
          cell: ({ rows }: ErrorGroup) => t('contacts.import.number', { number: rows }),
          numeric: true,
        },
        {
          key: 'first',
          header: t('contacts.import.preview.first-row'),
          cell: ({ first }: ErrorGroup) => (
            <Link href={`${addressOfImport(id)}/regels/${first}`}>
              {t('contacts.import.row-number', { row: first })}
            </Link>
          ),
        },
      ]}
      rows={groups}
    />
  )
}

export interface WrongRowsProps {
  readonly t: Translate
  readonly id: string
  readonly header: readonly string[]
  readonly status: ImportRow['status']
  readonly wrong: readonly ImportRow[]
  readonly pages: Paging
  readonly counts: RowCounts
}

/** Each row with an error, or each that was left out, a page at a time. */
export function WrongRows({ t, id, header, status, wrong, pages, counts }: WrongRowsProps) {
  const address = addressOfImport(id)
  return (
    <Stack>
      <LinkTabs
        label={t('contacts.import.preview.which-rows')}
        items={[
          {
            href: `${address}/controle`,
            label: t('contacts.import.preview.with-error', { rows: counts.errors }),
            current: status === 'error',
          },
          {
            href: `${address}/controle?soort=weggelaten`,
            label: t('contacts.import.preview.that-left-out', { rows: counts.leftOut }),
            current: status === 'left-out',
          },
        ]}
      />
      <DataTable
        id="rows"
        caption={t(status === 'error' ? 'contacts.import.preview.errors' : 'contacts.import.left-out')}
        compact
        columns={[
          {
            key: 'number',
            header: t('contacts.import.row'),
            cell: ({ number }: ImportRow) => String(number),
            rowHeader: true,
          },
          {
            key: 'cells',
            header: t('contacts.import.preview.in-file'),
            cell: ({ cells }: ImportRow) => sayCells(cells, header),
          },
          {
            key: 'errors',
            header: t('contacts.import.preview.what'),
            cell: ({ errors }: ImportRow) => sayRowErrors(errors, t),
          },
          {
            key: 'mend',
            header: t('contacts.import.preview.do'),
            cell: (row: ImportRow) => <RowActions t={t} id={id} row={row} page={pages.page} />,
          },
        ]}
        rows={wrong}
      />
      {pages.pages > 1 && (
        <Pagination
          label={t('contacts.import.preview.leaf')}
          previous={pages.previous ? { href: pages.previous, label: t('contacts.list.previous') } : undefined}
          next={pages.next ? { href: pages.next, label: t('contacts.list.next') } : undefined}
        />
      )}
    </Stack>
  )
}

function RowActions({
  t,
  id,
  row,
  page,
}: {
  t: Translate
  id: string
  row: ImportRow
  /** Of the list, to come back to. */
  page: number
}) {
  const address = `${addressOfImport(id)}/regels/${row.number}`
  return (
    <Row>
      <Link href={`${address}?pagina=${page}`}>
        {t('contacts.import.mend-short')}
        <VisuallyHidden> {t('contacts.import.row-number', { row: row.number })}</VisuallyHidden>
      </Link>
      {row.status === 'error' && (
        <Form action={`${address}/weglaten?pagina=${page}`}>
          <Button type="submit" variant="subtle">
            {t('contacts.import.leave-out')}
            <VisuallyHidden> {t('contacts.import.row-number', { row: row.number })}</VisuallyHidden>
          </Button>
        </Form>
      )}
    </Row>
  )
}

/** What stands in a row, short: enough to know it again. */
function sayCells(cells: readonly string[], header: readonly string[]): string {
  const said = cells
    .flatMap((cell, index) => (cell === '' ? [] : [`${header[index] ?? ''}: ${cell}`]))
    .join('; ')
  return said.length > 160 ? `${said.slice(0, 160)}…` : said
}

/** The first rows in words, as they would be registered. */
export function FirstContacts({
  t,
  lists,
  first,
}: {
  readonly t: Translate
  readonly lists: AnswerLists
  readonly first: readonly { readonly number: number; readonly contact: ImportedContact }[]
}) {
  type First = (typeof first)[number]
  return (
    <Stack>
      <Heading level={2}>{t('contacts.import.preview.first-title')}</Heading>
      <DataTable
        id="first-rows"
        caption={t('contacts.import.preview.first')}
        compact
        columns={[
          {
            key: 'number',
            header: t('contacts.import.row'),
            cell: ({ number }: First) => String(number),
            rowHeader: true,
          },
          {
            key: 'when',
            header: t('contacts.import.field.day'),
            cell: ({ contact }: First) => sayMoment(contact, t),
          },
          {
            key: 'desk',
            header: t('contacts.import.field.desk'),
            cell: ({ contact }: First) => lists.desk.byCode.get(contact.deskId)?.label ?? '',
          },
          {
            key: 'questions',
            header: t('contacts.import.field.topic'),
            cell: ({ contact }: First) => sayQuestions(contact, lists),
          },
          {
            key: 'help',
            header: t('contacts.import.field.help'),
            cell: ({ contact }: First) =>
              contact.content.help
                .map(({ code, otherText }) => withText(lists.help.byCode.get(code)?.label ?? code, otherText))
                .join('; '),
          },
          {
            key: 'others',
            header: t('contacts.import.preview.others'),
            cell: ({ contact }: First) => sayOthers(contact, lists),
          },
        ]}
        rows={first}
      />
    </Stack>
  )
}

function sayMoment({ content, timeKnown }: ImportedContact, t: Translate): string {
  const moment = parseInstant(content.occurredAt)
  if (!moment) return ''
  const time = timeKnown ? localTime(moment) : t('contacts.list.no-time')
  return `${dayInTable(localDay(moment))} ${time}`
}

function sayQuestions({ content }: ImportedContact, lists: AnswerLists): string {
  return content.questions
    .map(({ topicCode, serviceProviders, otherText }) => {
      const topic = withText(lists.topic.byCode.get(topicCode)?.label ?? topicCode, otherText)
      const about = serviceProviders.map((code) => lists.provider.byCode.get(code)?.label ?? code)
      return about.length > 0 ? `${topic} (${about.join(', ')})` : topic
    })
    .join('; ')
}

const withText = (label: string, text: string | null): string => (text ? `${label}: ${text}` : label)

/** The single answers that say something. */
function sayOthers({ content }: ImportedContact, lists: AnswerLists): string {
  const silent = new Set<string>(Object.values(notRegistered))
  const said: [ClosedField, string | null][] = [
    ['channel', content.channel],
    ['duration', content.duration],
    ['satisfied', content.satisfied],
    ['gender', content.gender],
    ['age', content.age],
    ['language', content.language],
    ['municipality', content.visitorMunicipalityCode],
  ]
  return said
    .flatMap(([field, code]) =>
      code && !silent.has(code) ? [lists[field].byCode.get(code)?.label ?? code] : [],
    )
    .join('; ')
}
