import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button, type ButtonProps } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { FigurePairs } from '../../../design-system/figure-panel/figure-panel.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { type Instant, localDay, localTime } from '../../../platform/time/local-time.ts'
import { addressOf } from '../area-address.ts'
import { sayNumber } from '../figure-words.ts'
import type { KeptReport } from '../find-written-reports/find-written-reports.query.ts'
import {
  longestRemark,
  nextField,
  type RemarkPart,
  remarkField,
  remarkParts,
} from '../keep-written-report/keep-written-report.form.ts'
import { WrittenFigurePanel, WrittenSummary } from '../written-figure.page.tsx'
import type { WrittenReport } from '../written-report.ts'
import type { LaterChange } from '../written-report-changes.ts'

interface ReportView {
  readonly t: Translate
  readonly language: Language
  readonly sendsMail: boolean
  readonly kept: KeptReport
  /** Names of accounts, as far as one may know them. */
  readonly people: ReadonlyMap<string, string>
  readonly document: WrittenReport
  readonly errors: readonly FormError[]
  /** What was just done. */
  readonly notice: 'bewaard' | 'download' | 'vastgelegd' | undefined
}

interface DraftView extends ReportView {
  readonly form: FormFields
  readonly version: number
  readonly isOver: boolean
}

/**
 * A draft: counted a moment ago, with room for remarks, and the buttons to keep them, to freeze it and to throw it away. Every
 * button stands in the one form and keeps the remarks first, so that none of them loses what was typed.
 */
export function draftPage(view: DraftView): Page {
  const { t, kept, document, errors, version } = view
  // Nothing was kept yet but the report itself.
  const state =
    kept.version === 1
      ? t('sent-reports.state.new')
      : t('sent-reports.state.draft', momentsOf(kept.changedAt, view))
  return {
    title: document.title,
    wide: true,
    errors,
    main: (
      <Form action={`/sturing/rapporten/${kept.id}`}>
        <input type="hidden" name="versie" value={String(version)} />
        <Stack gap="lg">
          <Head view={view} state={state}>
            {(format) => ({ type: 'submit', name: nextField, value: format })}
          </Head>
          <WrittenSummary report={document} />
          <Remark part="general" view={view} />
          <Figures view={view}>{(part) => <Remark part={part} view={view} />}</Figures>
          <Caveats view={view} />
          <div class="balie-no-print">
            <Stack>
              <Heading level={2}>{t('sent-reports.finish')}</Heading>
              <Paragraph>
                {t(view.isOver ? 'sent-reports.freeze.about' : 'sent-reports.freeze.wait')}
              </Paragraph>
              <ButtonGroup>
                <Button type="submit" variant="primary">
                  {t('sent-reports.keep')}
                </Button>
                <Button type="submit" name={nextField} value="vastleggen">
                  {t('sent-reports.freeze')}
                </Button>
                <Button type="submit" variant="danger" name={nextField} value="weggooien">
                  {t('sent-reports.discard')}
                </Button>
              </ButtonGroup>
            </Stack>
          </div>
          <ByMail view={view}>
            <Button type="submit" name={nextField} value="per-mail">
              {t(`sent-reports.by-mail.ask.${kept.kind}`)}
            </Button>
          </ByMail>
        </Stack>
      </Form>
    ),
  }
}

/** A frozen report, as it was on the day; what became different since stands beside it. */
export function frozenPage(
  view: ReportView & { readonly changes: readonly LaterChange[]; readonly typed: FormFields | undefined },
): Page {
  const { t, kept, document, changes, errors, typed } = view
  return {
    title: document.title,
    wide: true,
    errors,
    main: (
      <Stack gap="lg">
        <Head
          view={view}
          state={t('sent-reports.state.frozen', {
            ...momentsOf(kept.frozen?.at ?? kept.changedAt, view),
            name: nameOf(kept.frozen?.byAccountId, view),
          })}
        >
          {(format) => ({ href: `/sturing/rapporten/${kept.id}/rapport.${format}` })}
        </Head>
        {typed && <Unkept typed={typed} view={view} />}
        <LaterChanges changes={changes} view={view} />
        <div lang={document.language === view.language ? undefined : document.language}>
          <Stack gap="lg">
            <WrittenSummary report={document} />
            <StoredRemark part="general" view={view} />
            <Figures view={view}>{(part) => <StoredRemark part={part} view={view} />}</Figures>
            <Caveats view={view} />
          </Stack>
        </div>
        <ByMail view={view}>
          <Form action="/sturing/rapporten/per-mail" label={t('sent-reports.by-mail')}>
            <input type="hidden" name="gebied" value={addressOf(kept.area)} />
            <input type="hidden" name="soort" value={kept.kind} />
            <Button type="submit">{t(`sent-reports.by-mail.ask.${kept.kind}`)}</Button>
          </Form>
        </ByMail>
      </Stack>
    ),
  }
}

const notices = {
  bewaard: 'sent-reports.notice.kept',
  download: 'sent-reports.notice.kept-download',
  vastgelegd: 'sent-reports.notice.frozen',
} as const

/** `children`: what a button of a file does. */
function Head({
  view,
  state,
  children: buttonOf,
}: {
  view: ReportView
  state: string
  children: (format: 'pdf' | 'xlsx' | 'csv') => ButtonProps
}): Child {
  const { t, kept, document, notice } = view
  return (
    <Stack>
      <Link href="/sturing/rapporten">{t('sent-reports.back')}</Link>
      <Heading level={1}>{document.title}</Heading>
      {notice && (
        <Alert kind="ok">
          <p>{t(notices[notice])}</p>
        </Alert>
      )}
      <Paragraph>
        {state} {t('sent-reports.written-by', { name: nameOf(kept.authorAccountId, view) })}
      </Paragraph>
      <div class="balie-no-print">
        <ButtonGroup>
          <Button {...buttonOf('pdf')}>{t('sent-reports.download.pdf')}</Button>
          <Button {...buttonOf('xlsx')}>{t('sent-reports.download.excel')}</Button>
          <Button {...buttonOf('csv')}>{t('sent-reports.download.csv')}</Button>
        </ButtonGroup>
      </div>
    </Stack>
  )
}

function Figures({ view, children }: { view: ReportView; children: (part: RemarkPart) => Child }): Child {
  const { t, document } = view
  return (
    <Stack>
      <Heading level={2}>{t('sent-reports.figures')}</Heading>
      <FigurePairs>
        {document.figures.map((figure) => (
          <WrittenFigurePanel figure={figure} report={document} t={t}>
            {children(figure.id)}
          </WrittenFigurePanel>
        ))}
      </FigurePairs>
    </Stack>
  )
}

/** A remark to write. On a figure it is one tap away, open where there is one or something is wrong with it. */
function Remark({ part, view }: { part: RemarkPart; view: DraftView }): Child {
  const { t, form, errors } = view
  const id = remarkField(part)
  const value = form.text(id)
  const error = errorAt(errors, id)
  const field = (
    <FormField
      id={id}
      label={t(part === 'general' ? 'sent-reports.remark.general' : 'sent-reports.remark')}
      optional={t('sent-reports.optional')}
      description={part === 'general' ? t('sent-reports.remark.hint', { most: longestRemark }) : undefined}
      error={error}
    >
      <Textarea name={id} value={value} rows={part === 'general' ? 4 : 3} />
    </FormField>
  )
  if (part === 'general' || error) return field
  return (
    <div class={value ? undefined : 'balie-no-print'}>
      <Details summary={t(value ? 'sent-reports.remark' : 'sent-reports.remark.add')} open={value !== ''}>
        {field}
      </Details>
    </div>
  )
}

function StoredRemark({ part, view }: { part: RemarkPart; view: ReportView }): Child {
  const { t, kept } = view
  const text = kept.remarks[part]
  if (!text) return null
  return (
    <Alert kind="info">
      <p>
        <strong>{t(part === 'general' ? 'sent-reports.part.remarks' : 'sent-reports.remark')}</strong>
      </p>
      <Lines text={text} />
    </Alert>
  )
}

const Lines = ({ text }: { text: string }): Child =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => <p dir="auto">{line}</p>)

/** What somebody typed while another froze the report: it can be copied, it is not lost. */
function Unkept({ typed, view: { t } }: { typed: FormFields; view: ReportView }): Child {
  const texts = remarkParts.map((part) => typed.text(remarkField(part))).filter((text) => text !== '')
  if (texts.length === 0) return null
  return (
    <Alert kind="warning">
      <p>
        <strong>{t('sent-reports.typed')}</strong>
      </p>
      {texts.map((text) => (
        <Lines text={text} />
      ))}
    </Alert>
  )
}

function LaterChanges({ changes, view }: { changes: readonly LaterChange[]; view: ReportView }): Child {
  const { t, language } = view
  if (changes.length === 0) return <Paragraph>{t('sent-reports.changes.none')}</Paragraph>
  const say = (value: number | null): string => (value === null ? '–' : sayNumber(value, language))
  return (
    <Stack>
      <Heading level={2}>{t('sent-reports.changes')}</Heading>
      <Paragraph>{t('sent-reports.changes.about')}</Paragraph>
      <Details summary={t('sent-reports.changes.show', { count: changes.length })} open={changes.length <= 8}>
        <DataTable
          id="later-changes"
          caption={t('sent-reports.changes')}
          columns={[
            {
              key: 'row',
              header: t('sent-reports.changes.what'),
              cell: ({ figure, row, column }) =>
                [row, column, figure].filter((word) => word !== '').join(', '),
              rowHeader: true,
            },
            {
              key: 'then',
              header: t('sent-reports.changes.then'),
              cell: ({ then }) => say(then),
              numeric: true,
            },
            { key: 'now', header: t('sent-reports.changes.now'), cell: ({ now }) => say(now), numeric: true },
          ]}
          rows={changes}
          compact
        />
      </Details>
    </Stack>
  )
}

function Caveats({ view: { t, document } }: { view: ReportView }): Child {
  return (
    <Stack gap="sm">
      <Heading level={2}>{t('sent-reports.part.caveats')}</Heading>
      <ul>
        {document.caveats.map((caveat) => (
          <li>{caveat}</li>
        ))}
      </ul>
    </Stack>
  )
}

/** The way to get the next ones without asking. */
function ByMail({ view: { t, kept, sendsMail }, children }: { view: ReportView; children: Child }): Child {
  return (
    <div class="balie-no-print">
      <Stack gap="sm">
        <Heading level={2}>{t('sent-reports.by-mail')}</Heading>
        <Paragraph>{t(`sent-reports.by-mail.about.${kept.kind}`)}</Paragraph>
        {!sendsMail && <Paragraph>{t('sent-reports.mail-off')}</Paragraph>}
        {children}
      </Stack>
    </div>
  )
}

const nameOf = (accountId: string | undefined, { t, people }: ReportView): string =>
  people.get(accountId ?? '') ?? t('sent-reports.somebody')

const momentsOf = (moment: Instant, { language }: ReportView): Record<'day' | 'time', string> => ({
  day: dateInWords(localDay(moment), language),
  time: localTime(moment),
})
