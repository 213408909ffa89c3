import type { Child } from 'hono/jsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { AuditRow } from '../../../platform/audit/list-audit-lines.query.ts'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime } from '../../../platform/time/local-time.ts'
import { auditActions, auditSubjects } from '../audit-action.ts'

export function readAuditPage({
  t,
  form,
  errors,
  lines,
  names,
  addresses,
  older,
  newest,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  lines: readonly AuditRow[]
  names: ReadonlyMap<string, string>
  /** Where the pages are of the kinds of things that the reader may open. */
  addresses: Readonly<Record<string, string | undefined>>
  older: string | undefined
  newest: string | undefined
}): Page {
  return {
    title: t('people.audit.title'),
    wide: true,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('people.audit.title')}</Heading>
        <Paragraph>{t('people.audit.lead')}</Paragraph>
        <FilterRow action="/beheer/logboek" label={t('people.audit.filter')} submit={t('shell.search')}>
          <DateInput
            id="dag"
            name="dag"
            legend={t('people.audit.day')}
            labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
            value={{ day: form.text('dag.day'), month: form.text('dag.month'), year: form.text('dag.year') }}
            error={errorAt(errors, 'dag')}
          />
          <FormField id="actie" label={t('people.audit.what')}>
            <Select
              name="actie"
              value={form.text('actie')}
              options={[
                { value: '', label: t('people.audit.everything') },
                ...auditActions.map((action) => ({
                  value: action,
                  label: t(`people.audit.action.${action}`),
                })),
              ]}
            />
          </FormField>
          <FormField id="wie" label={t('people.audit.person')}>
            <TextInput name="wie" type="search" value={form.text('wie')} />
          </FormField>
        </FilterRow>
        {lines.length === 0 ? (
          <EmptyState>{t('people.audit.none')}</EmptyState>
        ) : (
          <DataTable
            id="audit"
            caption={t('people.audit.caption')}
            compact
            columns={[
              {
                key: 'at',
                header: t('people.audit.when'),
                cell: ({ at }) => `${dayInTable(localDay(at))} ${localTime(at)}`,
              },
              { key: 'who', header: t('people.audit.who'), cell: (line) => who(t, line, names) },
              { key: 'what', header: t('people.audit.what'), cell: (line) => what(t, line.action) },
              {
                key: 'subject',
                header: t('people.audit.about'),
                cell: (line) => about(t, line, names, addresses),
              },
              { key: 'more', header: t('people.audit.more'), cell: (line) => more(t, line) },
            ]}
            rows={lines}
          />
        )}
        <Pagination
          label={t('shell.pages')}
          previous={newest ? { href: newest, label: t('people.audit.newest') } : undefined}
          next={older ? { href: older, label: t('people.audit.older') } : undefined}
        />
      </Stack>
    ),
  }
}

/** What a visitor does himself, by a code, a link or on the open pages. */
const visitorActions: readonly string[] = [
  'referrals.ask-call-back',
  'referrals.book',
  'referrals.cancel-appointment',
  'referrals.move-appointment',
  'referrals.visitor-says',
  'referrals.withdraw',
  'referrals.withdraw-call-back',
]

/** Before signing in nobody is known yet: then it is the account itself that did it. */
function who(
  t: Translate,
  { accountId, action, subjectKind, subjectId, scopeKind }: AuditRow,
  names: ReadonlyMap<string, string>,
): string {
  const id = accountId ?? (subjectKind === 'account' ? subjectId : undefined)
  const name = id && names.get(id)
  if (name) return name
  if (scopeKind === 'job') return t('people.audit.by-balie')
  // Who has no account: somebody on the open pages, or who got a link by mail. A partner answers by link too.
  if (accountId === null && (scopeKind === 'public' || scopeKind === 'link'))
    return t(visitorActions.includes(action) ? 'people.audit.by-visitor' : 'people.audit.by-link')
  return t(scopeKind === 'nation' ? 'people.audit.by-nation' : 'people.audit.by-other')
}

function what(t: Translate, action: string): string {
  const known = auditActions.find((each) => each === action)
  return known ? t(`people.audit.action.${known}`) : action
}

function about(
  t: Translate,
  { subjectKind, subjectId }: AuditRow,
  names: ReadonlyMap<string, string>,
  addresses: Readonly<Record<string, string | undefined>>,
): Child {
  const known = auditSubjects.find((each) => each === subjectKind)
  const kind = known ? t(`people.audit.subject.${known}`) : subjectKind
  const name = names.get(subjectId)
  const address = addresses[subjectKind]
  if (!name) return kind
  if (!address) return `${kind} ${name}`
  return (
    <>
      {kind} <Link href={`${address}/${subjectId}`}>{name}</Link>
    </>
  )
}

/** The details are codes and numbers, as they were written: who looks here looks for precisely that. */
function more(t: Translate, { id, subjectId, details }: AuditRow): Child {
  const facts = Object.entries(details).filter(([, value]) => value !== null)
  return (
    <Details summary={t('people.audit.facts', { number: id })}>
      <DescriptionList
        items={[
          { term: 'id', description: subjectId },
          ...facts.map(([term, value]) => ({
            term,
            description: typeof value === 'object' ? JSON.stringify(value) : String(value),
          })),
        ]}
      />
    </Details>
  )
}
