import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { Grant, KnownAmount } from '../grant.ts'
import { incompleteWords, MeanwhileStored, MoneyBreadcrumb } from '../money-parts.page.tsx'
import { amountsIn, type MoneyPage, moneyAddress } from '../money-year.ts'
import type { Scheme } from '../scheme.ts'

/** What a municipality gets in a year: as a decision says, or the numbers from which it is reckoned. */
export function amountPage(
  page: MoneyPage & {
    readonly scheme: Scheme
    readonly grant: Grant
    readonly known: KnownAmount | undefined
    readonly isSigned: boolean
    readonly stored?: KnownAmount | undefined
    readonly form: FormFields
    readonly errors: readonly FormError[]
  },
): Page {
  const { t, language, year, scheme, grant, known, stored, errors } = page
  const amounts = amountsIn(language)
  const title = t('money.amount.title', { year: String(year) })
  const incomplete = incompleteWords(t, grant)
  return {
    title,
    errors,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>
          {t('money.amount.now', { amount: amounts(grant.cents) })}
          {incomplete && ` ${incomplete}`}
        </Paragraph>
        <Paragraph>{sayRule(page)}</Paragraph>
        {known && known.source !== 'typed' && <Alert kind="info">{t('money.amount.official')}</Alert>}
        <MeanwhileStored
          t={t}
          facts={
            stored && [
              { term: t('money.amount.inhabitants'), text: String(stored.inhabitants ?? '') },
              { term: t('money.amount.less-educated'), text: String(stored.lessEducated ?? '') },
              {
                term: t('money.amount.decision'),
                text: stored.amountCents === null ? '' : amounts(stored.amountCents),
              },
              { term: t('money.amount.note'), text: stored.sourceNote },
            ]
          }
        />
        {page.isSigned ? (
          <>
            <Alert kind="info">{t('money.amount.signed')}</Alert>
            <div>
              <Button href={moneyAddress('', page)}>{t('money.back')}</Button>
            </div>
          </>
        ) : (
          <AmountForm {...page} hasRates={scheme.centsPerInhabitant !== null} />
        )}
      </Stack>
    ),
  }
}

function sayRule({ t, language, scheme }: MoneyPage & { readonly scheme: Scheme }): string {
  const amounts = amountsIn(language)
  const { centsPerInhabitant, centsPerLessEducated, inhabitantsOn } = scheme
  if (centsPerInhabitant === null) return t('money.amount.no-rule', { scheme: scheme.name })
  return [
    t('money.amount.rule-inhabitants', { amount: amounts(centsPerInhabitant) }),
    inhabitantsOn && t('money.amount.rule-day', { day: dayInWords(inhabitantsOn, language, 'date') }),
    centsPerLessEducated !== null &&
      t('money.amount.rule-less-educated', { amount: amounts(centsPerLessEducated) }),
  ]
    .filter(Boolean)
    .join(' ')
}

function AmountForm({
  hasRates,
  ...page
}: Parameters<typeof amountPage>[0] & { readonly hasRates: boolean }) {
  const { t, grant, year, form, errors } = page
  return (
    <Form action={moneyAddress('/bedrag', page)}>
      <input type="hidden" name="version" value={form.text('version')} />
      <FormField
        id="amount"
        label={t('money.amount.decision')}
        description={t('money.amount.decision-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'amount')}
      >
        <NumberInput name="amount" value={form.text('amount')} decimals autocomplete="off" />
      </FormField>
      {hasRates ? (
        <>
          <FormField
            id="lessEducated"
            label={t('money.amount.less-educated')}
            description={t('money.amount.less-educated-hint')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'lessEducated')}
          >
            <NumberInput name="lessEducated" value={form.text('lessEducated')} autocomplete="off" />
          </FormField>
          <FormField
            id="inhabitants"
            label={t('money.amount.inhabitants')}
            description={
              grant.inhabitants === null
                ? t('money.amount.inhabitants-unknown')
                : t('money.amount.inhabitants-known', { inhabitants: grant.inhabitants })
            }
            optional={t('shell.optional')}
            error={errorAt(errors, 'inhabitants')}
          >
            <NumberInput name="inhabitants" value={form.text('inhabitants')} autocomplete="off" />
          </FormField>
        </>
      ) : (
        <>
          <input type="hidden" name="lessEducated" value={form.text('lessEducated')} />
          <input type="hidden" name="inhabitants" value={form.text('inhabitants')} />
        </>
      )}
      <FormField
        id="note"
        label={t('money.amount.note')}
        description={t('money.amount.note-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'note')}
      >
        <TextInput name="note" value={form.text('note')} autocomplete="off" />
      </FormField>
      <Paragraph subtle>{t('money.amount.from', { year: String(year) })}</Paragraph>
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t('money.booking.save')}
        </Button>
        <Button href={moneyAddress('', page)} variant="subtle">
          {t('money.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
