import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dayInTable, dayInWords } from '../../../platform/time/local-time.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import type { Account } from '../account.ts'
import { accountedValue, showDifference, showValue } from '../account-words.ts'
import { type Accounting, accountAddress } from '../accounting-request.ts'
import type { Booking } from '../booking.ts'
import { DeskTable, MaterialTable, QuestionTables } from '../counted-tables.page.tsx'
import { type IndicatorNumber, indicatorNumbers, isCounted } from '../indicators.ts'

export type IndicatorPage = Accounting & {
  readonly t: Translate
  readonly language: Language
  readonly account: Account
  readonly number: IndicatorNumber
  /** What was spent in the year; only of the first indicator. */
  readonly spending: readonly Booking[]
  readonly saved: boolean
}

/** One number, and all that it is made of. */
export function indicatorPage(page: IndicatorPage): Page {
  const { t, language, number, year, account } = page
  const title = t('accountability.figure-name', { number, name: t(`accountability.indicator.${number}`) })
  return {
    title: `${title} · ${year}`,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('accountability.breadcrumb')}
            items={[{ href: accountAddress('', page), label: t('accountability.of-year', { year }) }]}
          />
          <Heading level={1}>
            {title}: {showValue(number, accountedValue(account, number), t, language)}
          </Heading>
          <Paragraph lead>{t(`accountability.what.${number}`, { year, next: year + 1 })}</Paragraph>
          <LinkTabs
            label={t('accountability.five')}
            items={indicatorNumbers.map((each) => ({
              href: accountAddress(`/indicator/${each}`, page),
              label: `${each} ${t(`accountability.indicator.${each}`)}`,
              current: each === number,
            }))}
          />
          {page.saved && <Alert kind="ok">{t('accountability.saved')}</Alert>}
          <Signed {...page} />
          <CorrectionHere {...page} />
        </Stack>
        {number === 1 && <Spending {...page} />}
        {number <= 2 && <Balance {...page} />}
        {number === 3 && <DeskTable {...page} counts={account.counts} />}
        {number === 4 && <QuestionTables {...page} counts={account.counts} />}
        {number === 5 && <Materials {...page} />}
        <CorrectByHand {...page} />
      </Stack>
    ),
  }
}

function Signed({ t, language, account, number }: IndicatorPage) {
  const { statement } = account
  if (!statement) return null
  const now = account.indicators.find((each) => each.number === number)?.value ?? 0
  const signed = accountedValue(account, number)
  return (
    <Alert kind={now === signed ? 'info' : 'warning'}>
      {now === signed
        ? t('accountability.signed-same', { day: dayInWords(statement.signedOn, language) })
        : t('accountability.signed-other', {
            day: dayInWords(statement.signedOn, language),
            now: showValue(number, now, t, language),
            difference: showDifference(number, now - signed, t, language),
          })}
    </Alert>
  )
}

/** The way to another number than what was counted, for what was counted nowhere. */
function CorrectByHand(page: IndicatorPage) {
  const { t, number, account } = page
  const isCorrected = account.indicators.find((each) => each.number === number)?.correction !== undefined
  if (!isCounted(number) || isCorrected) return null
  return (
    <Stack>
      <Paragraph>{t('accountability.correct-when')}</Paragraph>
      <ButtonGroup>
        <Button href={accountAddress(`/indicator/${number}/verbeteren`, page)}>
          {t('accountability.correct')}
        </Button>
      </ButtonGroup>
    </Stack>
  )
}

/** A number that was changed by hand, from what and why. */
function CorrectionHere(page: IndicatorPage) {
  const { t, language, number, account } = page
  const indicator = account.indicators.find((each) => each.number === number)
  const correction = indicator?.correction
  if (!correction) return null
  return (
    <Alert kind="info">
      <Stack>
        <Paragraph>
          {t('accountability.corrected-from', {
            counted: showValue(number, indicator.counted, t, language),
            value: showValue(number, correction.value, t, language),
            day: dayInWords(correction.madeOn, language),
          })}
        </Paragraph>
        <Paragraph>{t('accountability.because', { reason: correction.reason })}</Paragraph>
        {indicator.counted !== correction.counted && (
          <Paragraph>
            {t('accountability.counted-then', {
              counted: showValue(number, correction.counted, t, language),
            })}
          </Paragraph>
        )}
        <Form action={accountAddress(`/indicator/${number}/intrekken`, page)}>
          <input type="hidden" name="id" value={correction.id} />
          <ButtonGroup>
            <Button href={accountAddress(`/indicator/${number}/verbeteren`, page)}>
              {t('accountability.correct-again')}
            </Button>
            <Button type="submit">{t('accountability.withdraw')}</Button>
          </ButtonGroup>
        </Form>
      </Stack>
    </Alert>
  )
}

function Spending(page: IndicatorPage) {
  const { t, language, spending, account } = page
  const toMoney = (
    <ButtonGroup>
      <Button href={municipalityAddress('/sturing/geld', page.municipality, { jaar: page.year })}>
        {t('accountability.to-money', { year: page.year })}
      </Button>
    </ButtonGroup>
  )
  if (spending.length === 0)
    return (
      <Stack>
        <Paragraph>{t('accountability.remark.nothing-booked')}</Paragraph>
        {toMoney}
      </Stack>
    )
  type Line = Pick<Booking, 'amountCents' | 'description'> & Partial<Booking>
  return (
    <Stack>
      <DataTable<Line>
        id="bestedingen"
        caption={t('accountability.spending')}
        rows={spending}
        footer={{
          description: t('accountability.total'),
          amountCents: account.money.balance.spentCents,
        }}
        columns={[
          { key: 'day', header: t('accountability.day'), cell: ({ day }) => day && dayInTable(day) },
          {
            key: 'what',
            header: t('accountability.description'),
            rowHeader: true,
            cell: ({ description, afterSigning }) =>
              afterSigning ? `${description} (${t('accountability.after-signing-short')})` : description,
          },
          {
            key: 'purpose',
            header: t('accountability.purpose'),
            cell: ({ purpose }) => purpose && t(`accountability.purpose.${purpose}`),
          },
          {
            key: 'amount',
            header: t('accountability.amount'),
            numeric: true,
            cell: ({ amountCents }) => showAmount(amountCents, language),
          },
        ]}
      />
      {toMoney}
    </Stack>
  )
}

/** Received = spent from it + carried over + to be repaid. */
function Balance({ t, language, account, year }: IndicatorPage) {
  const { balance, grant, scheme } = account.money
  const lines: readonly (readonly [string, number])[] = [
    [t('accountability.balance.grant'), balance.grantCents],
    [t('accountability.balance.carried-in', { year: year - 1 }), balance.carriedInCents],
    [t('accountability.balance.received'), balance.receivedCents],
    [t('accountability.balance.spent-from-grant'), balance.spentFromGrantCents],
    [t('accountability.balance.carried-over', { year: year + 1 }), balance.carriedOverCents],
    [t('accountability.balance.to-repay'), balance.toRepayCents],
    [t('accountability.balance.own-money'), balance.ownMoneyCents],
  ]
  return (
    <Stack>
      {!scheme && <Alert kind="warning">{t('accountability.no-scheme', { year })}</Alert>}
      {scheme && grant.missing !== null && (
        <Alert kind="warning">{t('accountability.remark.grant-incomplete')}</Alert>
      )}
      <DataTable
        id="balans"
        caption={t('accountability.balance')}
        rows={lines}
        columns={[
          { key: 'name', header: t('accountability.description'), rowHeader: true, cell: ([name]) => name },
          {
            key: 'amount',
            header: t('accountability.amount'),
            numeric: true,
            cell: ([, cents]) => showAmount(cents, language),
          },
        ]}
      />
      <Paragraph>{t('accountability.balance.rule')}</Paragraph>
      {balance.mostCarryOverCents !== null && (
        <Paragraph>
          {t('accountability.balance.most', {
            percent: scheme?.carryOverPercent ?? 0,
            most: showAmount(balance.mostCarryOverCents, language),
          })}
        </Paragraph>
      )}
    </Stack>
  )
}

function Materials(page: IndicatorPage) {
  const { t, account } = page
  return (
    <Stack>
      {account.counts.materials.length > 0 && <MaterialTable {...page} counts={account.counts} />}
      {account.libraries.length === 0 && <Paragraph>{t('accountability.no-library')}</Paragraph>}
      <ButtonGroup>
        {account.libraries.map(({ id, name }) => (
          <Button href={accountAddress('/leermiddelen', page, { bibliotheek: id })}>
            {t('accountability.materials.fill-in', { library: name })}
          </Button>
        ))}
      </ButtonGroup>
    </Stack>
  )
}
