import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { MeanwhileStored, MoneyBreadcrumb } from '../money-parts.page.tsx'
import { amountsIn, type MoneyPage, moneyAddress } from '../money-year.ts'
import type { YearAccount } from '../year-account.ts'

/** What a municipality keeps for the next year, and what it kept of the year before. */
export function yearChoicePage(
  page: MoneyPage & {
    readonly account: YearAccount
    /** Balie knows what came from the year before: then it is said, and not asked. */
    readonly isCarriedInReckoned: boolean
    readonly hasNewer?: boolean
    readonly form: FormFields
    readonly errors: readonly FormError[]
  },
): Page {
  const { t, language, year, account, form, errors } = page
  const amounts = amountsIn(language)
  const title = t('money.choice.title', { year: String(year) })
  const { mostCarryOverCents, unspentCents } = account.balance
  const isRepaid = account.scheme?.kind === 'specific-grant'
  const amountOrAll = (cents: number | null) => (cents === null ? '' : amounts(cents))
  return {
    title,
    errors,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <MeanwhileStored
          t={t}
          facts={
            page.hasNewer
              ? [
                  { term: t('money.choice.reserve'), text: amountOrAll(account.reserveCents) },
                  { term: t('money.choice.carried-in'), text: amountOrAll(account.typedCarriedInCents) },
                ]
              : undefined
          }
        />
        {account.signed ? (
          <>
            <Alert kind="info">{t('money.amount.signed')}</Alert>
            <div>
              <Button href={moneyAddress('', page)}>{t('money.back')}</Button>
            </div>
          </>
        ) : (
          <Form action={moneyAddress('/keuzes', page)}>
            <input type="hidden" name="version" value={form.text('version')} />
            {isRepaid ? (
              <FormField
                id="reserve"
                label={t('money.choice.reserve')}
                description={
                  mostCarryOverCents === null
                    ? t('money.choice.reserve-all', { unspent: amounts(unspentCents) })
                    : t('money.choice.reserve-hint', {
                        most: amounts(mostCarryOverCents),
                        percent: account.scheme?.carryOverPercent ?? 0,
                        unspent: amounts(unspentCents),
                      })
                }
                optional={t('shell.optional')}
                error={errorAt(errors, 'reserve')}
              >
                <NumberInput name="reserve" value={form.text('reserve')} decimals autocomplete="off" />
              </FormField>
            ) : (
              <Alert kind="info">{t('money.choice.nothing-repaid')}</Alert>
            )}
            {page.isCarriedInReckoned && (
              <Paragraph>
                {t('money.choice.carried-in-known', {
                  amount: amounts(account.balance.carriedInCents),
                  year: String(year - 1),
                })}
              </Paragraph>
            )}
            {(!page.isCarriedInReckoned || form.text('carriedIn') !== '') && (
              <FormField
                id="carriedIn"
                label={t('money.choice.carried-in')}
                description={
                  page.isCarriedInReckoned
                    ? undefined
                    : t('money.choice.carried-in-hint', { year: String(year - 1) })
                }
                optional={t('shell.optional')}
                error={errorAt(errors, 'carriedIn')}
              >
                <NumberInput name="carriedIn" value={form.text('carriedIn')} decimals autocomplete="off" />
              </FormField>
            )}
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {t('money.booking.save')}
              </Button>
              <Button href={moneyAddress('', page)} variant="subtle">
                {t('money.back')}
              </Button>
            </ButtonGroup>
          </Form>
        )}
      </Stack>
    ),
  }
}
