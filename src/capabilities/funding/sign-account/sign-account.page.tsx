import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { type Account, figuresToSign } from '../account.ts'
import { accountedValue, showValue } from '../account-words.ts'
import { type Accounting, accountAddress } from '../accounting-request.ts'
import { indicatorNumbers } from '../indicators.ts'
import { materialsNotFilledIn, mayBeSigned } from '../statement.ts'

type SignPage = Accounting & {
  readonly t: Translate
  readonly language: Language
  readonly account: Account
  /** A mark of all that would be signed now, to see whether it stays. */
  readonly shown: string
  /** The names of the libraries that did not confirm. */
  readonly missing: readonly string[]
  /** Whose learning materials nobody filled in; undefined: they are known, or corrected by hand. */
  readonly unfilled: readonly string[] | undefined
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** The last look before signing; afterwards, who signed. */
export function signPage(page: SignPage): Page {
  const { t, language, year, account, errors, today } = page
  const title = t('accountability.sign-title', { year })
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('accountability.breadcrumb')}
          items={[{ href: accountAddress('', page), label: t('accountability.of-year', { year }) }]}
        />
        <Heading level={1}>{title}</Heading>
        <div id="figures">
          <Figures {...page} />
        </div>
        {account.statement ? (
          <Alert kind="info">
            {t('accountability.signed-on', {
              day: dayInWords(account.statement.signedOn, language),
              as: account.statement.signedAs,
            })}
          </Alert>
        ) : mayBeSigned(year, today) ? (
          <SignForm {...page} />
        ) : (
          <Alert kind="info">{t('accountability.tell.not-over', { year })}</Alert>
        )}
      </Stack>
    ),
  }
}

/** What is signed; once it is, as it was. */
function Figures({ t, language, account }: SignPage) {
  const { scheme, balance } = account.statement?.figures ?? account.money
  const isUnfilled = materialsNotFilledIn(account.statement?.figures ?? figuresToSign(account, ''))
  const reasons = new Map(
    account.statement
      ? account.statement.figures.indicators.map(({ number, reason }) => [number, reason])
      : account.indicators.map(({ number, correction }) => [number, correction?.reason ?? '']),
  )
  const figures = indicatorNumbers.map((number) => ({
    term: t('accountability.figure-name', { number, name: t(`accountability.indicator.${number}`) }),
    description: [
      number === 5 && isUnfilled
        ? t('accountability.not-filled-in')
        : showValue(number, accountedValue(account, number), t, language),
      ...(reasons.get(number) ? [` (${t('accountability.corrected-short')}: ${reasons.get(number)})`] : []),
    ],
  }))
  const money = [
    [t('accountability.balance.received'), balance.receivedCents],
    [t('accountability.balance.to-repay'), balance.toRepayCents],
  ] as const
  return (
    <DescriptionList
      items={[
        ...figures,
        ...(scheme ? money : []).map(([term, cents]) => ({ term, description: showAmount(cents, language) })),
      ]}
    />
  )
}

function SignForm(page: SignPage) {
  const { t, account, missing, unfilled, form, errors, year } = page
  const { scheme, grant } = account.money
  return (
    <>
      {!scheme && <Alert kind="warning">{t('accountability.no-scheme', { year })}</Alert>}
      {scheme && grant.missing !== null && (
        <Alert kind="warning">{t('accountability.sign-incomplete')}</Alert>
      )}
      {missing.length > 0 && (
        <Alert kind="warning">
          {t('accountability.sign-unconfirmed', { libraries: missing.join(', ') })}
        </Alert>
      )}
      {unfilled && (
        <Alert kind="warning">
          {unfilled.length > 0
            ? t('accountability.sign-unfilled-of', { libraries: unfilled.join(', ') })
            : t('accountability.sign-unfilled')}
        </Alert>
      )}
      <Form action={accountAddress('/ondertekenen', page)}>
        <input type="hidden" name="shown" value={page.shown} />
        {(missing.length > 0 || unfilled) && (
          <FormField
            id="reason"
            label={t('accountability.reason-without')}
            description={t('accountability.reason-without-hint')}
            required
            error={errorAt(errors, 'reason')}
          >
            <Textarea name="reason" value={form.text('reason')} rows={3} />
          </FormField>
        )}
        <FormField
          id="as"
          label={t('accountability.sign-as')}
          description={t('accountability.sign-as-hint')}
          required
          error={errorAt(errors, 'as')}
        >
          <TextInput name="as" value={form.text('as')} autocomplete="name" />
        </FormField>
        <Paragraph>{t('accountability.help-no-reopening')}</Paragraph>
        <ButtonGroup>
          <Button type="submit" variant="primary">
            {t('accountability.sign-submit', { year })}
          </Button>
          <Button href={accountAddress('', page)} variant="subtle">
            {t('accountability.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
