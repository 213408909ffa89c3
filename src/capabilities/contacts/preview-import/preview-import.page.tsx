import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type ReadBefore, SameFileNotice } from '../choose-import-columns/choose-import-columns.page.tsx'
import { type HistoryImport, importKeptDays } from '../history-import.ts'
import type { AnswerLists } from '../import-answers.ts'
import type { ImportedContact } from '../import-row.ts'
import { ErrorGroups, FirstContacts, WrongRows, type WrongRowsProps } from '../import-rows.page.tsx'
import { addressOfImport, ImportStepFrame, StopImport } from '../import-step.page.tsx'
import type { ErrorGroup, RowCounts } from './preview-import.query.ts'

/** What would come in and what is wrong, with the button that starts it. */
export function previewImportPage({
  t,
  found,
  counts,
  lists,
  groups,
  first,
  before,
  moving,
  done,
  refused,
  ...rows
}: Pick<WrongRowsProps, 'status' | 'wrong' | 'pages'> & {
  readonly t: Translate
  readonly found: HistoryImport
  readonly counts: RowCounts
  readonly lists: AnswerLists
  readonly groups: readonly ErrorGroup[]
  readonly first: readonly { readonly number: number; readonly contact: ImportedContact }[]
  readonly before: ReadBefore | undefined
  /** The names of the desks in the file that stand now here, now there. */
  readonly moving: readonly string[]
  /** What was just done: the row that was mended, how many were left out. */
  readonly done: { readonly mended: string; readonly leftOut: string }
  /** Why it was not started, when somebody asked for it. */
  readonly refused: 'errors' | 'undoing' | undefined
}): Page {
  const title = t('contacts.import.preview.title')
  const address = addressOfImport(found.id)
  const number = (value: number): string => t('contacts.import.number', { number: value })
  const { ready, known, errors, leftOut } = counts
  return {
    title,
    wide: true,
    ...(refused === 'errors' && {
      errors: [{ id: 'wrong-rows', message: t('contacts.import.error.rows-left', { rows: errors }) }],
    }),
    ...(refused === 'undoing' && { errors: [{ message: t('contacts.import.error.undoing') }] }),
    main: (
      <ImportStepFrame t={t} step={4} title={title} found={found}>
        <SameFileNotice t={t} before={before} />
        {/^\d+$/.test(done.mended) && (
          <Alert kind="ok">
            <p>{t('contacts.import.mended', { row: done.mended })}</p>
          </Alert>
        )}
        {/^\d+$/.test(done.leftOut) && (
          <Alert kind="ok">
            <p>{t('contacts.import.were-left-out', { rows: Number(done.leftOut) })}</p>
          </Alert>
        )}
        <DescriptionList
          items={[
            { term: t('contacts.import.preview.ready'), description: number(ready) },
            { term: t('contacts.import.preview.known'), description: number(known) },
            { term: t('contacts.import.preview.errors'), description: number(errors) },
            { term: t('contacts.import.left-out'), description: number(leftOut) },
          ]}
        />
        {moving.length > 0 && (
          <Paragraph>{t('contacts.import.preview.moving', { desks: moving.join(', ') })}</Paragraph>
        )}
        <Form action={`${address}/inlezen`} label={t('contacts.import.preview.start')}>
          <Paragraph>
            {errors > 0
              ? t('contacts.import.preview.errors-first', { rows: errors })
              : ready > 0
                ? t('contacts.import.preview.lead', { rows: ready })
                : t('contacts.import.preview.nothing')}
          </Paragraph>
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('contacts.import.preview.start')}
            </Button>
            <Button href={`${address}/antwoorden`} variant="subtle">
              {t('contacts.import.back-to-answers')}
            </Button>
          </ButtonGroup>
        </Form>
        {(errors > 0 || leftOut > 0) && (
          <Stack>
            <Heading level={2} id="wrong-rows">
              {t('contacts.import.preview.wrong-title')}
            </Heading>
            {errors > 0 && <ErrorGroups t={t} id={found.id} groups={groups} />}
            {errors > 0 && (
              <Form action={`${address}/fouten-weglaten`} label={t('contacts.import.leave-out-all')}>
                <div>
                  <Button type="submit">{t('contacts.import.leave-out-all')}</Button>
                </div>
              </Form>
            )}
            <Paragraph>
              <Link href={`${address}/weggelaten.csv`}>{t('contacts.import.download-wrong')}</Link>{' '}
              {t('contacts.import.kept-days', { days: importKeptDays })}
            </Paragraph>
            <WrongRows t={t} id={found.id} header={found.header} {...rows} counts={counts} />
          </Stack>
        )}
        {first.length > 0 && <FirstContacts t={t} lists={lists} first={first} />}
        <StopImport t={t} id={found.id} />
      </ImportStepFrame>
    ),
  }
}
