import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { FoundImport, ImportRow } from '../find-import/find-import.query.ts'
import { type JsonObject, textIn } from '../hsds-document.ts'
import { locationLenses, partnerLenses } from '../hsds-fields.ts'
import { readRow } from '../hsds-lens.ts'
import { takeApart } from '../hsds-parts.ts'
import { ImportFrame, StopImport } from '../import-frame.page.tsx'
import { importPath, type RowStatus, rowStatuses } from '../import-run.ts'

/** How far a job is, in words. */
export const sayProgress = (run: FoundImport, t: Translate): string =>
  run.status === 'running'
    ? t('hsds.progress.running', { count: run.done })
    : t('hsds.progress.reading', { count: run.entries })

/** While a job works. The script looks again by itself; without it there is a link. */
export function workingImportPage({ t, run }: { readonly t: Translate; readonly run: FoundImport }): Page {
  const title = t(run.status === 'running' ? 'hsds.working.running' : 'hsds.working.reading')
  const address = `${importPath}/${run.id}`
  return {
    title,
    script: 'follow-import.js',
    scriptData: { address },
    main: (
      <ImportFrame t={t} run={run} title={title}>
        <p id="progress-text">{sayProgress(run, t)}</p>
        <p class="balie-visually-hidden" role="status" id="progress-said"></p>
        <Paragraph>{t('hsds.working.leave')}</Paragraph>
        <Paragraph>
          <Link href={address}>{t('hsds.working.again')}</Link>
        </Paragraph>
        {run.status === 'reading' && <StopImport t={t} id={run.id} />}
      </ImportFrame>
    ),
  }
}

/** One that cannot be read, or was stopped. */
export function endedImportPage({ t, run }: { readonly t: Translate; readonly run: FoundImport }): Page {
  const title = t(run.status === 'refused' ? 'hsds.refused.title' : 'hsds.status.stopped')
  return {
    title,
    main: (
      <ImportFrame t={t} run={run} title={title}>
        {run.problem && (
          <Alert kind="error">
            <p>{t(`hsds.problem.${run.problem}`)}</p>
          </Alert>
        )}
        <Paragraph>
          <Link href={importPath}>{t('hsds.refused.again')}</Link>
        </Paragraph>
      </ImportFrame>
    ),
  }
}

const badges = {
  new: 'done',
  changed: 'waiting',
  other: 'waiting',
  missing: 'failed',
  wrong: 'failed',
  same: 'neutral',
} as const

/** What will happen to each organisation, before anything does; or what did. */
export function previewImportPage({
  t,
  run,
  counts,
  rows,
  status,
  paging,
}: {
  readonly t: Translate
  readonly run: FoundImport
  readonly counts: Readonly<Record<RowStatus, number>>
  readonly rows: readonly ImportRow[]
  readonly status: RowStatus | undefined
  readonly paging: Paging
}): Page {
  const isDone = run.status === 'done'
  const title = t(isDone ? 'hsds.done.title' : 'hsds.preview.title')
  const address = `${importPath}/${run.id}`
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const writes = counts.new + counts.changed + counts.other + counts.missing
  return {
    title,
    wide: true,
    main: (
      <ImportFrame t={t} run={run} title={title}>
        {isDone ? (
          <Alert kind="ok">
            <p>{t('hsds.done.text', { count: run.done })}</p>
          </Alert>
        ) : (
          <Paragraph>{t(writes === 0 ? 'hsds.preview.nothing' : 'hsds.preview.lead')}</Paragraph>
        )}
        {run.contactsLeftOut > 0 && (
          <Paragraph>{t('hsds.preview.persons', { count: run.contactsLeftOut })}</Paragraph>
        )}
        {!isDone && writes > 0 && (
          <Form action={`${address}/inlezen`}>
            {counts.other > 0 && (
              <RadioGroup
                id="andere"
                name="andere"
                legend={t('hsds.preview.other', { count: counts.other })}
                description={t('hsds.preview.other-hint')}
                value="laten"
                options={[
                  { value: 'laten', label: t('hsds.preview.other-keep') },
                  { value: 'overschrijven', label: t('hsds.preview.other-overwrite') },
                ]}
              />
            )}
            {counts.missing > 0 && (
              <RadioGroup
                id="verdwenen"
                name="verdwenen"
                legend={t('hsds.preview.missing', { count: counts.missing })}
                value="laten"
                options={[
                  { value: 'laten', label: t('hsds.preview.missing-keep') },
                  { value: 'weghalen', label: t('hsds.preview.missing-end') },
                ]}
              />
            )}
            <div>
              <Button type="submit" variant="primary">
                {t('hsds.preview.save')}
              </Button>
            </div>
          </Form>
        )}
        <LinkTabs
          label={t('hsds.preview.which')}
          items={[
            ...rowStatuses
              .filter((each) => counts[each] > 0)
              .map((each) => ({
                href: `${address}?welke=${each}`,
                label: t('hsds.preview.tab', { name: t(`hsds.row.${each}`), count: counts[each] }),
                current: each === status,
              })),
            {
              href: `${address}?welke=alles`,
              label: t('hsds.preview.tab', { name: t('hsds.preview.all'), count: total }),
              current: !status,
            },
          ]}
        />
        <DataTable
          id="rows"
          caption={t('hsds.preview.caption', { page: paging.page, pages: paging.pages })}
          compact
          columns={[
            { key: 'line', header: t('hsds.preview.number'), cell: ({ line }) => line, numeric: true },
            {
              key: 'name',
              header: t('hsds.field.name'),
              cell: ({ name, partnerId }) =>
                partnerId ? (
                  <Link href={`/beheer/sociale-kaart/organisatie/${partnerId}`}>{name}</Link>
                ) : (
                  name || t('hsds.preview.unnamed')
                ),
              rowHeader: true,
            },
            {
              key: 'status',
              header: t('hsds.preview.what'),
              cell: (row: ImportRow) => (
                <StatusBadge kind={badges[row.status]}>{t(`hsds.row.${row.status}`)}</StatusBadge>
              ),
            },
            { key: 'why', header: t('hsds.preview.why'), cell: (row) => <Why t={t} row={row} /> },
          ]}
          rows={rows}
        />
        <Pagination
          label={t('shell.pages')}
          previous={paging.previous ? { href: paging.previous, label: t('shell.previous') } : undefined}
          next={paging.next ? { href: paging.next, label: t('shell.next') } : undefined}
        />
        {!isDone && <StopImport t={t} id={run.id} />}
      </ImportFrame>
    ),
  }
}

/** By what it was known, or what is wrong with it. */
function sayWhy({ status, problem, matchedBy }: ImportRow, t: Translate): string {
  if (problem !== null) return t(`hsds.why.${problem}` as 'hsds.why.no-name')
  return status === 'other' && matchedBy !== null ? t(`hsds.matched.${matchedBy}`) : ''
}

/** Why, what was not taken over, and on demand what would be written. */
function Why({ t, row }: { readonly t: Translate; readonly row: ImportRow }) {
  const why = sayWhy(row, t)
  return (
    <>
      {why && <p>{why}</p>}
      {row.leftOut.map(({ field, text }) => (
        <p>
          {t(field === 'hours' ? 'hsds.left-out.hours' : 'hsds.left-out', {
            what: [t(`hsds.field.${field}`), text].filter(Boolean).join(': '),
          })}
        </p>
      ))}
      {row.document && (
        <Details
          summary={
            <>
              {t('hsds.preview.open')} <VisuallyHidden>{row.name}</VisuallyHidden>
            </>
          }
        >
          <DescriptionList items={factsIn(row.document, t)} />
        </Details>
      )}
    </>
  )
}

/** What of a document one recognises the organisation by. */
function factsIn(document: JsonObject, t: Translate) {
  const { organization, services, locations } = takeApart(document)
  const { phone, email, website, description } = readRow(partnerLenses, organization)
  const places = locations.map((location) => {
    const { name, address } = readRow(locationLenses, location)
    return [name, address.first, [address.postcode, address.town].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', ')
  })
  const facts: readonly (readonly [string, string | null])[] = [
    [t('hsds.field.description'), description],
    [t('hsds.field.phone'), phone],
    [t('hsds.field.email'), email],
    [t('hsds.field.website'), website],
    ...places.map((place) => [t('hsds.preview.place'), place] as const),
    ...services.map((service) => [t('hsds.preview.service'), textIn(service.document, 'name')] as const),
  ]
  return facts.flatMap(([term, said]) => (said ? [{ term, description: said }] : []))
}
