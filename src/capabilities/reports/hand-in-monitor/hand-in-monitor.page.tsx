import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords, monthInWords } from '../../../platform/time/local-month.ts'
import { topicGroups } from '../../lists/public.ts'
import { sayNumber } from '../figure-words.ts'
import { monitorExplanation, monthLines, sayPart, yearLines } from '../monitor-file.ts'
import type { MonitorLine } from '../monitor-return.ts'
import type { MonitorReturn } from './hand-in-monitor.query.ts'

interface MonitorPage {
  readonly t: Translate
  readonly language: Language
  readonly monitor: MonitorReturn
  readonly choices: readonly string[]
}

/** What is handed in, as it will stand in the files: the year by desk, the months of the library, and how it was counted. */
export function monitorPage(view: MonitorPage): Page {
  const { t, language, monitor, choices } = view
  const title = t('sent-reports.monitor.of', { library: monitor.library, year: monitor.year })
  const file = (extension: string): string =>
    `/sturing/rapporten/landelijke-monitor.${extension}?jaar=${monitor.year}`
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Link href="/sturing/rapporten">{t('sent-reports.back')}</Link>
          <Heading level={1}>{title}</Heading>
          {monitor.isBehind && (
            <Alert kind="warning">
              <p>{t('sent-reports.error.behind')}</p>
            </Alert>
          )}
          <FilterRow
            action="/sturing/rapporten/landelijke-monitor"
            label={t('sent-reports.monitor.choose')}
            submit={t('reports.filter.show')}
          >
            <FormField id="jaar" label={t('sent-reports.monitor.year')}>
              <Select
                name="jaar"
                value={monitor.year}
                options={choices.map((year) => ({ value: year, label: year }))}
              />
            </FormField>
          </FilterRow>
          <ButtonGroup>
            <Button href={file('xlsx')}>{t('sent-reports.download.excel')}</Button>
            <Button href={file('csv')}>{t('sent-reports.download.csv')}</Button>
          </ButtonGroup>
        </Stack>
        <Lines
          id="year-lines"
          caption={
            monitor.runsUntil === undefined
              ? t('sent-reports.monitor.by-desk', { year: monitor.year })
              : t('sent-reports.monitor.by-desk.running', {
                  year: monitor.year,
                  day: dateInWords(monitor.runsUntil, language),
                })
          }
          lines={yearLines(monitor)}
          first={{ header: t('sent-reports.monitor.part'), say: ({ of }) => sayPart(of, monitor, t) }}
          view={view}
        />
        <Lines
          id="month-lines"
          caption={t('sent-reports.monitor.by-month', { year: monitor.year })}
          lines={monthLines(monitor).filter(({ of }) => of === 'library')}
          first={{ header: t('reports.month'), say: ({ period }) => monthInWords(period, language) }}
          view={view}
        />
        <Stack gap="sm">
          <Heading level={2}>{t('reports.how-counted')}</Heading>
          <ul>
            {monitorExplanation(monitor, t).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Stack>
      </Stack>
    ),
  }
}

function Lines({
  id,
  caption,
  lines,
  first,
  view: { t, language, monitor },
}: {
  id: string
  caption: string
  lines: readonly MonitorLine[]
  first: { header: string; say: (line: MonitorLine) => string }
  view: MonitorPage
}): Child {
  const number = (
    key: string,
    header: string,
    value: (line: MonitorLine) => number,
  ): Column<MonitorLine> => ({
    key,
    header,
    cell: (line) => sayNumber(value(line), language),
    numeric: true,
  })
  // The deepening has nine answers: on the screen together, in the files apart.
  const deepening = ({ digid }: MonitorLine): number =>
    monitor.digid.reduce((sum, { code }) => sum + (digid[code] ?? 0), 0)
  const asked = monitor.lines.some((line) => deepening(line) > 0)
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'first', header: first.header, cell: first.say, rowHeader: true },
        number('contacts', t('reports.contacts'), ({ contacts }) => contacts),
        number('questions', t('reports.questions'), ({ questions }) => questions),
        ...topicGroups.map((group) =>
          number(group, t(`dashboard.group.${group}`), ({ groups }) => groups[group]),
        ),
        {
          key: 'digid',
          header: t('sent-reports.monitor.digid-all'),
          // Where it was never asked there is nothing, which is something else than none.
          cell: (line) => (asked ? sayNumber(deepening(line), language) : '–'),
          numeric: true,
        },
      ]}
      rows={lines}
      compact
    />
  )
}
