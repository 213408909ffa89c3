import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, dayInWords, localTime } from '../../../platform/time/local-time.ts'
import type { DeskForm } from '../read-desk-form/read-desk-form.query.ts'
import {
  contactsOnPage,
  type DeskTotals,
  type ListedContact,
  type ListedTally,
} from './list-contacts.query.ts'

export interface ListContactsPage {
  readonly t: Translate
  readonly language: Language
  readonly data: DeskForm
  readonly contacts: readonly ListedContact[]
  /** How many there are on all pages together. */
  readonly number: number
  readonly tallies: readonly ListedTally[]
  readonly totals: DeskTotals
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  readonly week: boolean
  readonly oversees: boolean
  readonly everybody: boolean
  readonly page: number
  /** What was just done, to say so: `gewijzigd`, `weggehaald` or nothing. */
  readonly changed: string
}

export function listContactsPage(state: ListContactsPage): Page {
  const { t, language, data, contacts, tallies, totals, today, week, oversees, everybody } = state
  const period = t(week ? 'contacts.list.week' : 'contacts.list.today')
  const title = t('contacts.list.title', { period: period.toLowerCase() })
  return {
    title,
    wide: true,
    main: (
      <Stack>
        {state.changed === 'weggehaald' && (
          <Alert kind="ok">
            <p>{t('contacts.register.undone')}</p>
          </Alert>
        )}
        {state.changed === 'gewijzigd' && (
          <Alert kind="ok">
            <p>{t('contacts.correct.done')}</p>
          </Alert>
        )}
        <Heading level={1}>{title}</Heading>
        <p>
          {data.desk.name}, {dayInWords(today, language)}
        </p>
        {data.desks.length > 1 && (
          <FilterRow
            action="/balie/registraties"
            label={t('contacts.list.other-desk')}
            submit={t('contacts.list.show')}
          >
            <FormField id="informatiepunt" label={t('contacts.register.desk')}>
              <Select
                name="informatiepunt"
                value={data.desk.id}
                options={data.desks.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FormField>
            {week && <input type="hidden" name="periode" value="week" />}
          </FilterRow>
        )}
        <LinkTabs
          label={t('contacts.list.which')}
          items={[
            { href: address(state, { week: false }), label: t('contacts.list.today'), current: !week },
            { href: address(state, { week: true }), label: t('contacts.list.week'), current: week },
          ]}
        />
        <Totals t={t} data={data} totals={totals} />
        <Heading level={2}>{t(everybody ? 'contacts.list.everybody' : 'contacts.list.mine')}</Heading>
        {oversees && (
          <LinkTabs
            label={t('contacts.list.whose')}
            items={[
              {
                href: address(state, { everybody: true }),
                label: t('contacts.list.everybody'),
                current: everybody,
              },
              {
                href: address(state, { everybody: false }),
                label: t('contacts.list.mine'),
                current: !everybody,
              },
            ]}
          />
        )}
        {contacts.some(({ changeable }) => changeable) && <p>{t('contacts.list.how-to-change')}</p>}
        {contacts.length === 0 ? (
          <EmptyState
            action={
              <Button href="/balie" variant="primary">
                {t('contacts.register.title')}
              </Button>
            }
          >
            {t('contacts.list.none')}
          </EmptyState>
        ) : (
          <DataTable
            id="contacts"
            caption={t('contacts.list.caption', { number: state.number })}
            columns={columns(state)}
            rows={contacts}
            compact
          />
        )}
        <Pages {...state} />
        {tallies.length > 0 && (
          <DataTable
            id="tallies"
            caption={t('contacts.list.tallies')}
            columns={tallyColumns(state)}
            rows={tallies}
            compact
          />
        )}
      </Stack>
    ),
  }
}

/** What the whole desk did, whoever did it. Questions are counted apart: one contact may hold several. */
function Totals({ t, data, totals }: { t: Translate; data: DeskForm; totals: DeskTotals }): Child {
  const topics = totals.topics
    .map(({ code, questions }) => `${topicLabel(data, code)} (${questions})`)
    .join(', ')
  return (
    <DescriptionList
      items={[
        { term: t('contacts.list.contacts'), description: String(totals.contacts) },
        { term: t('contacts.list.questions'), description: String(totals.questions) },
        ...(topics ? [{ term: t('contacts.list.topics'), description: topics }] : []),
        ...(totals.quietHours > 0
          ? [{ term: t('contacts.list.quiet-hours'), description: String(totals.quietHours) }]
          : []),
      ]}
    />
  )
}

function columns({ t, data, week, everybody, names }: ListContactsPage): Column<ListedContact>[] {
  const helpLabel = (code: string): string =>
    data.lists.answerOptions.help.find((option) => option.code === code)?.label ?? code
  const when = (contact: ListedContact): string =>
    `${week ? `${dayInTable(contact.occurredOn)} ` : ''}${contact.timeKnown ? localTime(contact.occurredAt) : t('contacts.list.no-time')}`
  return [
    {
      key: 'when',
      header: t('contacts.list.when'),
      // In the first column, so that it stands in sight on a phone as well.
      cell: (contact) =>
        contact.changeable ? (
          <Link href={`/balie/contacten/${contact.id}`}>
            <span class="balie-no-wrap">{when(contact)}</span>{' '}
            <VisuallyHidden>{t('contacts.list.change-one')}</VisuallyHidden>
          </Link>
        ) : (
          <span class="balie-no-wrap">{when(contact)}</span>
        ),
      rowHeader: true,
    },
    {
      key: 'topics',
      header: t('contacts.list.topics-of'),
      cell: ({ topics }) => topics.map((code) => topicLabel(data, code)).join(', '),
    },
    {
      key: 'help',
      header: t('contacts.list.help'),
      cell: ({ help, countedAs }) =>
        countedAs === 'rush' ? t('contacts.list.rush') : help.map(helpLabel).join(', '),
    },
    ...(everybody
      ? [
          {
            key: 'author',
            header: t('contacts.list.author'),
            cell: (contact: ListedContact) => names.get(contact.authorAccountId) ?? '',
          },
        ]
      : []),
  ]
}

function tallyColumns({ t, names }: ListContactsPage): Column<ListedTally>[] {
  return [
    {
      key: 'day',
      header: t('contacts.register.day'),
      cell: ({ countedOn }) => dayInTable(countedOn),
      rowHeader: true,
    },
    {
      key: 'contacts',
      header: t('contacts.list.contacts'),
      cell: ({ contacts }) => String(contacts),
      numeric: true,
    },
    {
      key: 'author',
      header: t('contacts.list.author'),
      cell: ({ authorAccountId }) => names.get(authorAccountId) ?? '',
    },
    {
      key: 'remove',
      header: t('contacts.list.change'),
      cell: ({ id, countedOn, changeable }) =>
        changeable ? (
          <Details summary={t('contacts.tally.remove', { day: dayInTable(countedOn) })}>
            <form method="post" action={`/balie/turflijst/${id}/verwijderen`}>
              <Button type="submit" variant="danger">
                {t('contacts.tally.remove-sure')}
              </Button>
            </form>
          </Details>
        ) : (
          t('contacts.list.fixed')
        ),
    },
  ]
}

function Pages(state: ListContactsPage): Child {
  const { t, number, page } = state
  const last = Math.ceil(number / contactsOnPage)
  if (last <= 1) return null
  return (
    <Pagination
      label={t('contacts.list.pages')}
      previous={
        page > 1
          ? { href: address(state, { page: page - 1 }), label: t('contacts.list.previous') }
          : undefined
      }
      next={
        page < last ? { href: address(state, { page: page + 1 }), label: t('contacts.list.next') } : undefined
      }
    />
  )
}

function address(
  state: ListContactsPage,
  change: Partial<Pick<ListContactsPage, 'week' | 'everybody' | 'page'>>,
): string {
  const { week, everybody, page } = { week: state.week, everybody: state.everybody, page: 1, ...change }
  const query = new URLSearchParams({ informatiepunt: state.data.desk.id })
  if (week) query.set('periode', 'week')
  if (state.oversees && !everybody) query.set('van', 'mij')
  if (page > 1) query.set('bladzijde', String(page))
  return `/balie/registraties?${query}`
}

const topicLabel = (data: DeskForm, code: string): string =>
  data.lists.topics.find((topic) => topic.code === code)?.label ?? code
