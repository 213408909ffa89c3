import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Progress } from '../../../design-system/progress/progress.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, type Instant, localDay, localTime } from '../../../platform/time/local-time.ts'
import { type HistoryImport, importKeptDays, type WorkingStatus } from '../history-import.ts'
import { addressOfImport, importAddress, StopImport } from '../import-step.page.tsx'

interface ImportProgress {
  readonly done: number
  /** 0 while nobody knows it. */
  readonly total: number
}

/** How far a job is, in words. */
export function sayProgress(status: WorkingStatus, { done, total }: ImportProgress, t: Translate): string {
  if (done === 0) return t('contacts.import.progress.begins')
  return total === 0 || status === 'undoing'
    ? t('contacts.import.progress.rows', { done })
    : t('contacts.import.progress.of', { done, total })
}

/** While a job works: how far it is. The script looks again by itself; without it there is a link. */
export function workingImportPage({
  t,
  found,
  status,
  progress,
}: {
  readonly t: Translate
  readonly found: HistoryImport
  readonly status: WorkingStatus
  readonly progress: ImportProgress
}): Page {
  const title = t(`contacts.import.working.${status}`)
  const text = sayProgress(status, progress, t)
  const address = addressOfImport(found.id)
  return {
    title,
    ...(!found.failed && { script: 'follow-import.js', scriptData: { address } }),
    main: (
      <Stack>
        <Breadcrumb
          label={t('contacts.import.breadcrumb')}
          items={[{ href: importAddress, label: t('contacts.import.title') }]}
        />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('contacts.import.file-named', { name: found.fileName })}</Paragraph>
        {found.failed ? (
          <Stack>
            <Alert kind="error">
              <p>{t(`contacts.import.failed.${status}`)}</p>
            </Alert>
            <Form action={`${address}/opnieuw`}>
              <div>
                <Button type="submit" variant="primary">
                  {t('contacts.import.retry')}
                </Button>
              </div>
            </Form>
            {status !== 'undoing' && <StopImport t={t} id={found.id} />}
          </Stack>
        ) : (
          <Stack>
            {progress.total > 0 ? (
              <Progress
                id="progress"
                label={t('contacts.import.progress')}
                value={progress.done}
                max={progress.total}
                text={text}
              />
            ) : (
              <p class="nl-paragraph" id="progress-text">
                {text}
              </p>
            )}
            <div role="status" id="progress-said" class="balie-visually-hidden" />
            <Paragraph>{t('contacts.import.may-leave')}</Paragraph>
            <Paragraph>
              <Link href={address} id="look-again">
                {t('contacts.import.look-again')}
              </Link>
            </Paragraph>
          </Stack>
        )}
      </Stack>
    ),
  }
}

/** What came of an import, and the way to take it back. */
export function finishedImportPage({
  t,
  found,
  who,
  days,
}: {
  readonly t: Translate
  readonly found: HistoryImport
  readonly who: string
  /** The first and the last day that it brought. */
  readonly days: { readonly first: string; readonly last: string } | undefined
}): Page {
  const undone = found.status === 'undone'
  const address = addressOfImport(found.id)
  const number = (value: number | null): string => t('contacts.import.number', { number: value ?? 0 })
  const moment = (value: Instant | null): string =>
    value ? `${dayInTable(localDay(value))} ${localTime(value)}` : ''
  const title = t(undone ? 'contacts.import.undone.title' : 'contacts.import.done.title')
  return {
    title,
    main: (
      <Stack>
        <Breadcrumb
          label={t('contacts.import.breadcrumb')}
          items={[{ href: importAddress, label: t('contacts.import.title') }]}
        />
        <Heading level={1}>{title}</Heading>
        <Alert kind={undone ? 'info' : 'ok'}>
          <p>
            {t(undone ? 'contacts.import.undone.lead' : 'contacts.import.done.lead', {
              contacts: found.contacts ?? 0,
            })}
          </p>
        </Alert>
        <DescriptionList
          items={[
            { term: t('contacts.import.file'), description: found.fileName },
            { term: t('contacts.import.who'), description: who },
            { term: t('contacts.import.done.when'), description: moment(found.finishedAt) },
            ...(undone
              ? [{ term: t('contacts.import.undone.when'), description: moment(found.undoneAt) }]
              : []),
            { term: t('contacts.import.contacts'), description: number(found.contacts) },
            { term: t('contacts.import.known'), description: number(found.known) },
            { term: t('contacts.import.left-out'), description: number(found.leftOut) },
          ]}
        />
        {!undone && (found.leftOut ?? 0) > 0 && (
          <Paragraph>
            <Link href={`${address}/weggelaten.csv`}>{t('contacts.import.download-left-out')}</Link>{' '}
            {t('contacts.import.kept-days', { days: importKeptDays })}
          </Paragraph>
        )}
        {days && (
          <Paragraph>
            <Link
              href={`/sturing?gebied=bibliotheek:${found.libraryId}&periode=eigen&van=${days.first}&tot=${days.last}`}
            >
              {t('contacts.import.done.see-figures')}
            </Link>
          </Paragraph>
        )}
        <ButtonGroup>
          <Button href={importAddress}>{t('contacts.import.other-file')}</Button>
          {!undone && (
            <Button href={`${address}/ongedaan`} variant="subtle">
              {t('contacts.import.undo')}
            </Button>
          )}
        </ButtonGroup>
      </Stack>
    ),
  }
}
