import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Columns, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { MeanwhileStored, MoneyBreadcrumb } from '../money-parts.page.tsx'
import { type MoneyPage, moneyAddress } from '../money-year.ts'
import { keyKinds, type SharingKey } from '../sharing.ts'
import { KeyNumbers, KeyShares } from '../sharing-parts.page.tsx'

interface Named {
  readonly code: string
  readonly name: string
}

export interface KeyPage extends MoneyPage {
  readonly library: { readonly id: string; readonly name: string }
  /** Undefined: it is new. */
  readonly sharingKey?: SharingKey
  readonly stored?: SharingKey
  readonly isMaker: boolean
  readonly candidates: readonly Named[]
  readonly form: FormFields
  /** Numbers that were typed and could not be kept. */
  readonly numbers?: FormFields
  readonly errors: readonly FormError[]
  readonly saved?: boolean
}

/** First of which library the costs are shared: any, since a municipality may contract one from elsewhere (guide § 5.2.2). */
export function chooseLibraryPage(
  page: MoneyPage & { readonly libraries: readonly { readonly id: string; readonly name: string }[] },
): Page {
  const { t, municipality, year } = page
  const title = t('money.key.add')
  return {
    title,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('money.key.lead')}</Paragraph>
        <Form action="/sturing/geld/delen/sleutel" method="get">
          <input type="hidden" name="gemeente" value={municipality.code} />
          <input type="hidden" name="jaar" value={String(year)} />
          <FormField id="bibliotheek" label={t('money.key.library')} required>
            <Select
              name="bibliotheek"
              options={page.libraries.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormField>
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('money.key.next')}
            </Button>
            <Button href={moneyAddress('/delen', page)} variant="subtle">
              {t('money.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

export function keyPage(page: KeyPage): Page {
  const { t, library, sharingKey, stored, errors } = page
  const title = sharingKey ? sharingKey.name : t('money.key.add')
  return {
    title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <MoneyBreadcrumb {...page} />
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>{t('money.key.of-library', { library: library.name })}</Paragraph>
          {page.saved && <Alert kind="ok">{t('money.saved')}</Alert>}
          <MeanwhileStored
            t={t}
            facts={
              stored && [
                { term: t('money.key.name'), text: stored.name },
                { term: t('money.key.kind'), text: t(`money.key-kind.${stored.kind}`) },
                {
                  term: t('money.key.municipalities'),
                  text: stored.parts.map(({ municipality }) => municipality).join(', '),
                },
              ]
            }
          />
        </Stack>
        {sharingKey && <KeyShares {...page} sharingKey={sharingKey} />}
        {sharingKey && sharingKey.kind !== 'fixed' && <KeyNumbers {...page} sharingKey={sharingKey} />}
        {page.isMaker && (
          <Stack>
            {sharingKey && <Heading level={2}>{t('money.key.change')}</Heading>}
            <KeyForm {...page} />
          </Stack>
        )}
      </Stack>
    ),
  }
}

function KeyForm(page: KeyPage) {
  const { t, library, sharingKey, candidates, form, errors } = page
  return (
    <Form
      action={
        sharingKey
          ? moneyAddress(`/delen/sleutel/${sharingKey.id}`, page)
          : moneyAddress('/delen/sleutel', page, { bibliotheek: library.id })
      }
      onEnter={{ name: 'keep', value: 'ja' }}
    >
      {sharingKey ? (
        <input type="hidden" name="version" value={form.text('version')} />
      ) : (
        <input type="hidden" name="id" value={form.text('id')} />
      )}
      {candidates.map(({ code }) => (
        <input type="hidden" name="candidate" value={code} />
      ))}
      <FormField
        id="name"
        label={t('money.key.name')}
        description={t('money.key.name-hint')}
        required
        error={errorAt(errors, 'name')}
      >
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('money.key.kind')}
        required
        error={errorAt(errors, 'kind')}
        value={form.text('kind')}
        options={keyKinds.map((kind) => ({
          value: kind,
          label: t(`money.key-kind.${kind}`),
          description: t(`money.key-kind-hint.${kind}`),
        }))}
      />
      <CheckboxGroup
        id="municipalities"
        name="municipality"
        legend={t('money.key.municipalities')}
        required
        error={errorAt(errors, 'municipalities')}
        values={form.all('municipality')}
        options={candidates.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <FormField
        id="other"
        label={t('money.key.other')}
        description={t('money.key.other-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'other')}
      >
        <TextInput name="other" value={form.text('other')} autocomplete="off" />
      </FormField>
      <div>
        <Button type="submit" name="add" value="ja">
          {t('money.key.other-add')}
        </Button>
      </div>
      <Heading level={sharingKey ? 3 : 2}>{t('money.key.shares')}</Heading>
      <Paragraph>{t('money.key.shares-hint')}</Paragraph>
      <Columns>
        {candidates.map(({ code, name }) => (
          <FormField
            id={`share-${code}`}
            label={t('money.key.share-of', { municipality: name })}
            error={errorAt(errors, `share-${code}`)}
          >
            <NumberInput
              name={`share-${code}`}
              value={form.text(`share-${code}`)}
              decimals
              autocomplete="off"
            />
          </FormField>
        ))}
      </Columns>
      <FormField id="fromYear" label={t('money.key.from-year')} required error={errorAt(errors, 'fromYear')}>
        <NumberInput name="fromYear" value={form.text('fromYear')} autocomplete="off" />
      </FormField>
      <FormField
        id="untilYear"
        label={t('money.key.until-year')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'untilYear')}
      >
        <NumberInput name="untilYear" value={form.text('untilYear')} autocomplete="off" />
      </FormField>
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t(sharingKey ? 'money.booking.save' : 'money.key.submit')}
        </Button>
        <Button href={moneyAddress('/delen', page)} variant="subtle">
          {t('money.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
