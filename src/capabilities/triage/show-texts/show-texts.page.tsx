import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ChoiceList } from '../../../design-system/choice/choice.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
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
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { TextGroup } from '../group-texts.ts'
import { groupName, proposalsAddress, textsAddress } from '../proposal.ts'
import { monthChoices, trendOf } from '../text-period.ts'

export interface TextsPage {
  readonly t: Translate
  /** What many have in common; else everything of one's own. */
  readonly national: boolean
  readonly period: { readonly months: number; readonly from: string; readonly until: string }
  /** The answer 'other' whose texts are shown; undefined: all. */
  readonly code: string | undefined
  readonly codes: readonly { readonly code: string; readonly label: string }[]
  /** What somebody looks for in the texts. */
  readonly search: string
  /** All that were found; a page shows some of them. */
  readonly groups: readonly TextGroup[]
  readonly page: number
  readonly pages: number
  readonly rare: number
  /** In so many contacts nothing was typed. */
  readonly without: number
  /** A text was emptied in so many contacts. */
  readonly blanked: number | undefined
  readonly errors: readonly FormError[]
}

export const groupsPerPage = 100

/** Of a group; what is typed less often is of few. */
const mostTexts = 40

/** What somebody looks at, by the names in its address. */
export type SeenTexts = Readonly<Record<'antwoord' | 'maanden' | 'zoek' | 'pagina', string>>

/** The address of the texts, without what is empty. */
export function addressOfTexts(query: Partial<SeenTexts> & { readonly gewist?: string }): string {
  const sent = Object.entries(query).filter(([, value]) => value !== '')
  return sent.length === 0 ? textsAddress : `${textsAddress}?${new URLSearchParams(sent)}`
}

export function showTextsPage(page: TextsPage): Page {
  const { t, national, period, code, codes, search, groups, rare, without, blanked, errors } = page
  const contacts = groups.reduce((sum, group) => sum + group.contacts, 0)
  return {
    title: t('triage.texts.title'),
    errors,
    wide: true,
    main: (
      <Stack>
        {blanked !== undefined && (
          <Alert kind="ok">
            <p>{t('triage.blanked', { count: blanked })}</p>
          </Alert>
        )}
        <Heading level={1}>{t('triage.texts.title')}</Heading>
        <Paragraph>{t(national ? 'triage.texts.lead-nation' : 'triage.texts.lead-own')}</Paragraph>
        {national && (
          <Paragraph>
            <Link href={proposalsAddress}>{t('triage.texts.to-proposals')}</Link>
          </Paragraph>
        )}
        <FilterRow action={textsAddress} label={t('triage.texts.filter')} submit={t('triage.texts.show')}>
          <FormField id="antwoord" label={t('triage.texts.answer')}>
            <Select
              name="antwoord"
              value={code ?? ''}
              options={[
                { value: '', label: t('triage.texts.all-answers') },
                ...codes.map((each) => ({ value: each.code, label: each.label })),
              ]}
            />
          </FormField>
          <FormField id="maanden" label={t('triage.texts.months')}>
            <Select
              name="maanden"
              value={String(period.months)}
              options={monthChoices.map((months) => ({
                value: String(months),
                label: t('triage.texts.last-months', { months }),
              }))}
            />
          </FormField>
          <FormField id="zoek" label={t('triage.texts.search')}>
            <TextInput name="zoek" value={search} autocomplete="off" />
          </FormField>
        </FilterRow>
        <Paragraph>
          {t('triage.texts.count', { groups: groups.length, contacts })}
          {national && ` ${t('triage.texts.rare', { count: rare })}`}{' '}
          {t('triage.texts.without', { count: without })}
        </Paragraph>
        {groups.length === 0 ? (
          <EmptyState>{t(search === '' ? 'triage.texts.nothing' : 'triage.texts.not-found')}</EmptyState>
        ) : national ? (
          <form class="balie-form" method="get" action={`${textsAddress}/voorstel`}>
            <input type="hidden" name="maanden" value={String(period.months)} />
            <GroupTable {...page} />
            <div>
              <Button type="submit" variant="primary">
                {t('triage.texts.propose')}
              </Button>
            </div>
          </form>
        ) : (
          <GroupTable {...page} />
        )}
        <GroupPages {...page} />
      </Stack>
    ),
  }
}

function GroupPages(seen: TextsPage) {
  const { t, page, pages } = seen
  const to = (number: number): string => addressOfTexts({ ...seenOf(seen), pagina: String(number) })
  if (pages === 1) return null
  return (
    <>
      <Paragraph>{t('triage.texts.page', { page, pages })}</Paragraph>
      <Pagination
        label={t('shell.pages')}
        previous={page > 1 ? { href: to(page - 1), label: t('shell.previous') } : undefined}
        next={page < pages ? { href: to(page + 1), label: t('shell.next') } : undefined}
      />
    </>
  )
}

const seenOf = ({ code, period, search, page }: TextsPage): SeenTexts => ({
  antwoord: code ?? '',
  maanden: String(period.months),
  zoek: search,
  pagina: page > 1 ? String(page) : '',
})

/** What somebody looks at, kept in a form. */
export function SeenFields({ seen }: { seen: SeenTexts }) {
  return (
    <>
      {Object.entries(seen).map(
        ([name, value]) => value !== '' && <input type="hidden" name={name} value={value} />,
      )}
    </>
  )
}

function GroupTable(page: TextsPage) {
  const { t, national, period, codes, groups } = page
  const labelOf = (code: string): string => codes.find((each) => each.code === code)?.label ?? code
  return (
    <DataTable
      id="groepen"
      caption={t('triage.texts.groups')}
      columns={[
        {
          key: 'label',
          header: t('triage.texts.group'),
          rowHeader: true,
          cell: (group) => (national ? <GroupChoice group={group} /> : group.label),
        },
        { key: 'answer', header: t('triage.texts.answer'), cell: ({ code }) => labelOf(code) },
        {
          key: 'contacts',
          header: t('triage.texts.contacts'),
          numeric: true,
          cell: ({ contacts }) => t('triage.number', { number: contacts }),
        },
        {
          key: 'now',
          header: t('triage.texts.now'),
          numeric: true,
          cell: ({ months }) => t('triage.number', { number: trendOf(months, period.until).now }),
        },
        {
          key: 'before',
          header: t('triage.texts.before'),
          numeric: true,
          cell: ({ months }) => t('triage.number', { number: trendOf(months, period.until).before }),
        },
        {
          key: 'texts',
          header: t('triage.texts.texts'),
          cell: (group) => <GroupTexts t={t} group={group} seen={national ? undefined : seenOf(page)} />,
        },
      ]}
      rows={groups.slice((page.page - 1) * groupsPerPage, page.page * groupsPerPage)}
    />
  )
}

function GroupChoice({ group }: { group: TextGroup }) {
  const name = groupName(group)
  return (
    <ChoiceList
      type="checkbox"
      id={`groep-${name.replace(/[^a-z0-9]+/g, '-')}`}
      name="groep"
      options={[{ value: name, label: group.label }]}
      selected={[]}
      invalid={false}
      layout="list"
    />
  )
}

/** @param seen where somebody may empty a text: what is looked at, to come back to */
function GroupTexts({ t, group, seen }: { t: Translate; group: TextGroup; seen: SeenTexts | undefined }) {
  return (
    <Details summary={t('triage.texts.different', { count: group.texts.length })}>
      <ul class="balie-short-list">
        {group.texts.slice(0, mostTexts).map(({ text, contacts }) => (
          <li>
            {text} ({contacts}){' '}
            {seen && (
              <form method="post" action={`${textsAddress}/wissen`}>
                <input type="hidden" name="text" value={text} />
                <SeenFields seen={seen} />
                <Button type="submit" variant="subtle" ariaLabel={t('triage.texts.blank-text', { text })}>
                  {t('triage.texts.blank')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )
}
