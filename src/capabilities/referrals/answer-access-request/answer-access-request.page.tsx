import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import {
  dayInTable,
  dayInWords,
  localDay,
  localTime,
  parseInstant,
} from '../../../platform/time/local-time.ts'
import { PrivacyTabs } from '../privacy.page.tsx'
import { SignFirst } from '../sign-first.page.tsx'
import type { KeptOfPerson } from './answer-access-request.command.ts'
import type { KeptItem } from './answer-access-request.query.ts'

const address = '/beheer/privacy/inzage'

export function accessRequestPage({
  t,
  signed,
  form,
  errors,
  erased,
}: {
  t: Translate
  /** Without a signed statement on confidentiality nobody is looked up. */
  signed: boolean
  form: FormFields
  errors: readonly FormError[]
  /** In how many things somebody was just erased. */
  erased?: number
}): Page {
  return {
    title: t('privacy.access.title'),
    errors,
    main: (
      <Stack>
        {erased !== undefined && (
          <Alert kind="ok">
            <p>{t('privacy.access.erased', { count: erased })}</p>
          </Alert>
        )}
        <Heading level={1}>{t('privacy.title')}</Heading>
        <PrivacyTabs t={t} current={address} />
        <Heading level={2}>{t('privacy.access.title')}</Heading>
        {signed ? <LookUp t={t} form={form} errors={errors} /> : <SignFirst t={t} />}
      </Stack>
    ),
  }
}

function LookUp({ t, form, errors }: { t: Translate; form: FormFields; errors: readonly FormError[] }) {
  return (
    <>
      <Paragraph>{t('privacy.access.lead')}</Paragraph>
      <Paragraph>{t('privacy.access.check')}</Paragraph>
      <Form action={address}>
        <FormField
          id="who"
          label={t('privacy.access.who')}
          description={t('privacy.access.who-hint')}
          error={errorAt(errors, 'who')}
          required
        >
          <TextInput name="who" value={form.text('who')} autocomplete="off" />
        </FormField>
        <div>
          <Button type="submit" variant="primary">
            {t('privacy.access.find')}
          </Button>
        </div>
      </Form>
    </>
  )
}

export function accessFoundPage({
  t,
  typed,
  items,
  errors,
  chosen = [],
}: {
  t: Translate
  typed: string
  items: readonly KeptItem[]
  errors: readonly FormError[]
  /** What was ticked to erase, by id. */
  chosen?: readonly string[]
}): Page {
  const title = t('privacy.access.found', { count: items.length })
  const again = <input type="hidden" name="who" value={typed} />
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        {items.length === 0 ? (
          <>
            <EmptyState>{t('privacy.access.none')}</EmptyState>
            <div>
              <Button href={address}>{t('privacy.access.again')}</Button>
            </div>
          </>
        ) : (
          <>
            <Paragraph>
              {t(readShortCode(typed) ? 'privacy.access.by-code' : 'privacy.access.shared')}
            </Paragraph>
            <DataTable
              id="items"
              caption={t('privacy.access.caption')}
              columns={[
                {
                  key: 'kind',
                  header: t('privacy.log.kind'),
                  cell: ({ kind }) => t(`privacy.kind.${kind}`),
                  rowHeader: true,
                },
                {
                  key: 'since',
                  header: t('privacy.access.since'),
                  cell: ({ keptAt }) => dayInTable(localDay(keptAt)),
                },
                {
                  key: 'until',
                  header: t('privacy.access.until'),
                  cell: ({ eraseOn }) => dayInTable(eraseOn),
                },
              ]}
              rows={items}
            />
            <Heading level={2}>{t('privacy.access.give')}</Heading>
            <Paragraph>{t('privacy.access.give-lead')}</Paragraph>
            <Form action={`${address}/overzicht`} label={t('privacy.access.give')}>
              {again}
              <ButtonGroup>
                <Button type="submit" variant="primary">
                  {t('privacy.access.show')}
                </Button>
                <Button type="submit" formaction={`${address}/bestand`}>
                  {t('privacy.access.file')}
                </Button>
              </ButtonGroup>
            </Form>
            <Heading level={2}>{t('privacy.access.erase')}</Heading>
            <Paragraph>{t('privacy.access.erase-lead')}</Paragraph>
            <Form action={`${address}/wissen`} label={t('privacy.access.erase')}>
              {again}
              {items.length > 1 && (
                <CheckboxGroup
                  id="item"
                  name="item"
                  legend={t('privacy.access.which')}
                  options={items.map(({ id, kind, keptAt }) => ({
                    value: id,
                    label: t('privacy.access.one', {
                      kind: t(`privacy.kind.${kind}`),
                      day: dayInTable(localDay(keptAt)),
                    }),
                  }))}
                  values={chosen}
                  error={errorAt(errors, 'item')}
                  required
                />
              )}
              <CheckboxGroup
                id="sure"
                name="sure"
                legend={t('privacy.access.sure')}
                options={[{ value: 'yes', label: t('privacy.access.sure-yes') }]}
                error={errorAt(errors, 'sure')}
                required
              />
              <div>
                <Button type="submit" variant="danger">
                  {t('privacy.access.erase-submit')}
                </Button>
              </div>
            </Form>
          </>
        )}
      </Stack>
    ),
  }
}

/** What is kept, to read or to print for the person himself. */
export function accessOverviewPage({
  t,
  kept,
  typed,
  language,
}: {
  t: Translate
  kept: readonly KeptOfPerson[]
  typed: string
  language: string
}): Page {
  const title = t('privacy.access.overview')
  const day = (at: string): string => {
    const moment = parseInstant(at)
    return moment ? `${dayInWords(localDay(moment), language, 'date')} ${localTime(moment)}` : at
  }
  return {
    title,
    main: (
      <Stack gap="lg">
        <Heading level={1}>{title}</Heading>
        {kept.map((item) => (
          <KeptPart t={t} item={item} day={day} language={language} />
        ))}
        <form method="post" action={address} class="balie-no-print">
          <input type="hidden" name="who" value={typed} />
          <Button type="submit">{t('privacy.access.back')}</Button>
        </form>
      </Stack>
    ),
  }
}

/** What a language is called, in the language of the reader. */
const languageName = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code

function KeptPart({
  t,
  item,
  day,
  language,
}: {
  t: Translate
  item: KeptOfPerson
  day: (at: string) => string
  language: string
}) {
  const { person } = item
  return (
    <Stack>
      <Heading level={2}>
        {t(`privacy.kind.${item.kind}`)} {item.code ?? ''}
      </Heading>
      <DescriptionList
        items={[
          ...(person.name === undefined ? [] : [{ term: t('people.name'), description: person.name }]),
          ...(person.contact
            ? [{ term: t(`privacy.contact.${person.contact.kind}`), description: person.contact.value }]
            : []),
          { term: t('privacy.access.language'), description: languageName(person.language, language) },
          ...(item.startsAt ? [{ term: t('privacy.access.moment'), description: day(item.startsAt) }] : []),
          { term: t('privacy.access.since'), description: day(item.keptAt) },
          {
            term: t('privacy.access.until'),
            description: dayInWords(item.eraseOn, language, 'date'),
          },
          ...item.consents.map((consent) => ({
            term: t('privacy.access.consent'),
            description: t('privacy.access.consent-line', {
              to: consent.passedTo,
              what: consent.passed.map((part) => t(`privacy.passed.${part}` as MessageKey)).join(', '),
              at: day(consent.givenAt),
            }),
          })),
          ...item.readings.map((reading) => ({
            term: t('privacy.access.read'),
            description: `${day(reading.at)}, ${t(`privacy.by.${reading.by}` as MessageKey)}, ${t(`privacy.why.${reading.why}` as MessageKey)}`,
          })),
        ]}
      />
    </Stack>
  )
}
