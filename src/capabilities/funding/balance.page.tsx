import { Alert } from '../../design-system/alert/alert.tsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { type PurposeSums, purposeLetters, purposes, sumOfPurposes } from './booking.ts'
import { incompleteWords } from './money-parts.page.tsx'
import { amountsIn, type MoneyPage, moneyAddress } from './money-year.ts'
import type { YearAccount } from './year-account.ts'

type OfYear = MoneyPage & { readonly account: YearAccount; readonly mayKeep: boolean }

/** Planned, promised and spent by purpose. */
export function PurposeTable({ t, language, account }: OfYear) {
  const amounts = amountsIn(language)
  const row = (name: string, sums: PurposeSums) => ({ name, ...sums })
  return (
    <Stack>
      <Heading level={2}>{t('money.by-purpose')}</Heading>
      <DataTable
        id="doelen"
        caption={t('money.by-purpose-caption')}
        rows={purposes.map((purpose) =>
          row(`${purposeLetters[purpose]}. ${t(`money.purpose.${purpose}`)}`, account.purposes[purpose]),
        )}
        footer={row(t('money.together'), sumOfPurposes(account.purposes))}
        columns={[
          { key: 'name', header: t('money.booking.purpose'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'budget',
            header: t('money.kind.budget'),
            numeric: true,
            cell: ({ budgetCents }) => amounts(budgetCents),
          },
          {
            key: 'committed',
            header: t('money.kind.commitment'),
            numeric: true,
            cell: ({ committedCents }) => amounts(committedCents),
          },
          {
            key: 'open',
            header: t('money.figure.open'),
            numeric: true,
            cell: ({ openCents }) => amounts(openCents),
          },
          {
            key: 'spent',
            header: t('money.kind.spending'),
            numeric: true,
            cell: ({ spentCents }) => amounts(spentCents),
          },
        ]}
      />
    </Stack>
  )
}

/** A year that is over in which nothing was spent yet: what is carried over and repaid then looks firm, and is not. */
export function NothingBooked({
  t,
  account,
  year,
  today,
}: Pick<OfYear, 't' | 'year' | 'account'> & { readonly today: string }) {
  const { spentCents, committedCents, budgetCents } = sumOfPurposes(account.purposes)
  if (account.signed || spentCents !== 0 || year >= Number(today.slice(0, 4))) return null
  return (
    <Alert kind="warning">
      {t(committedCents === 0 && budgetCents === 0 ? 'money.nothing-booked' : 'money.nothing-spent')}
    </Alert>
  )
}

/** How it comes out: received = spent from it + carried over + to be repaid. */
export function BalanceOfYear(page: OfYear) {
  const { t, language, year, account } = page
  const amounts = amountsIn(language)
  const { balance, grant, signed, scheme } = account
  const incomplete = incompleteWords(t, grant)
  const isRepaid = scheme?.kind === 'specific-grant'
  const rows = [
    {
      name: t(isRepaid ? 'money.balance.grant' : 'money.balance.money', { year: String(year) }),
      cents: balance.grantCents,
      was: signed?.grantCents,
    },
    {
      name: t('money.balance.carried-in', { year: String(year - 1) }),
      cents: balance.carriedInCents,
      was: signed?.carriedInCents,
    },
    { name: t('money.balance.received'), cents: balance.receivedCents, was: signed?.receivedCents },
    {
      name: t('money.balance.spent'),
      cents: balance.spentFromGrantCents,
      was: signed?.spentFromGrantCents,
    },
    {
      name: t('money.balance.carried-over', { year: String(year + 1) }),
      cents: balance.carriedOverCents,
      was: signed?.carriedOverCents,
    },
    ...(isRepaid
      ? [{ name: t('money.balance.to-repay'), cents: balance.toRepayCents, was: signed?.toRepayCents }]
      : []),
    ...(balance.ownMoneyCents > 0 || (signed?.ownMoneyCents ?? 0) > 0
      ? [{ name: t('money.balance.own-money'), cents: balance.ownMoneyCents, was: signed?.ownMoneyCents }]
      : []),
  ]
  return (
    <Stack>
      <Heading level={2}>{t('money.balance.title')}</Heading>
      {incomplete && <Alert kind="warning">{incomplete}</Alert>}
      {account.forecast && <Paragraph>{t('money.balance.so-far')}</Paragraph>}
      <DataTable
        id="balans"
        caption={t('money.balance.caption')}
        rows={rows}
        columns={[
          { key: 'name', header: t('money.balance.what'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'cents',
            header: t(signed ? 'money.balance.now' : 'money.booking.amount'),
            numeric: true,
            cell: ({ cents }) => amounts(cents),
          },
          ...(signed
            ? [
                {
                  key: 'was',
                  header: t('money.balance.signed'),
                  numeric: true,
                  cell: ({ was }: (typeof rows)[number]) => (was === undefined ? '' : amounts(was)),
                },
              ]
            : []),
        ]}
      />
      {!signed && page.mayKeep && (
        <Paragraph>
          <Link href={moneyAddress('/keuzes', page)}>{t('money.choice.open')}</Link>
        </Paragraph>
      )}
      <Details summary={t('money.balance.how')}>
        <Paragraph>
          {isRepaid
            ? t('money.balance.how-grant', {
                most: balance.mostCarryOverCents === null ? '–' : amounts(balance.mostCarryOverCents),
                percent: scheme?.carryOverPercent ?? 100,
              })
            : t('money.balance.how-money')}
        </Paragraph>
      </Details>
    </Stack>
  )
}

/** Where the year ends, by what is known; beside it a straight line. */
export function ForecastOfYear({ t, language, year, account }: OfYear) {
  const { forecast } = account
  if (!forecast) return null
  const amounts = amountsIn(language)
  const rows = [
    { name: t('money.forecast.known'), cents: forecast.spentCents },
    { name: t('money.forecast.line'), cents: forecast.straightLineCents },
    { name: t('money.forecast.left'), cents: forecast.unspentCents },
  ]
  return (
    <Stack>
      <Heading level={2}>{t('money.forecast.title', { year: String(year) })}</Heading>
      <DataTable
        id="verwachting"
        caption={t('money.forecast.caption')}
        rows={rows}
        columns={[
          { key: 'name', header: t('money.balance.what'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'cents',
            header: t('money.booking.amount'),
            numeric: true,
            cell: ({ cents }) => amounts(cents),
          },
        ]}
      />
      <Details summary={t('money.forecast.how')}>
        <Paragraph>{t('money.forecast.how-known')}</Paragraph>
        <Paragraph>{t('money.forecast.how-line')}</Paragraph>
      </Details>
    </Stack>
  )
}

/** In time: more would be left than may be kept, and what could still be done with it. */
export function TooMuchWarning({ t, language, account }: OfYear) {
  const { forecast, balance, scheme } = account
  if (!forecast?.warns) return null
  const amounts = amountsIn(language)
  return (
    <Alert kind="warning">
      <Stack>
        <Paragraph>
          <strong>{t('money.warning.title', { amount: amounts(forecast.tooMuchCents) })}</strong>
        </Paragraph>
        <Paragraph>
          {t('money.warning.why', {
            left: amounts(forecast.unspentCents),
            most: amounts(balance.mostCarryOverCents ?? 0),
            percent: scheme?.carryOverPercent ?? 0,
          })}
        </Paragraph>
        <Paragraph>{t('money.warning.what')}</Paragraph>
        <ul>
          {purposes.map((purpose) => (
            <li>{`${purposeLetters[purpose]}. ${t(`money.warning.${purpose}`)}`}</li>
          ))}
        </ul>
      </Stack>
    </Alert>
  )
}
