import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import { MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import {
  BalanceOfYear,
  ForecastOfYear,
  NothingBooked,
  PurposeTable,
  TooMuchWarning,
} from '../balance.page.tsx'
import { type Booking, purposeLetters, sumOfPurposes } from '../booking.ts'
import type { StoredDocument } from '../keep-document/keep-document.query.ts'
import { DocumentList, incompleteWords } from '../money-parts.page.tsx'
import { amountsIn, type MoneyPage, type MoneyYear, moneyAddress } from '../money-year.ts'

export interface ShowMoneyPage
  extends MoneyPage,
    Pick<MoneyYear, 'account' | 'years' | 'municipalities' | 'today' | 'mayKeep'> {
  readonly bookings: readonly Booking[]
  readonly documents: readonly StoredDocument[]
  readonly libraryNames: ReadonlyMap<string, string>
  /** Parts of shared costs that others made, and that were not taken over yet. */
  readonly offered: number
  /** Bookings of which the shared cost was withdrawn: they still count. */
  readonly withdrawn: ReadonlySet<string>
  readonly message?: 'bewaard' | 'doorgehaald' | 'stuk' | 'weg' | 'overgenomen' | undefined
}

const messages = {
  bewaard: 'saved',
  doorgehaald: 'struck-out',
  stuk: 'document-saved',
  weg: 'document-removed',
  overgenomen: 'taken',
} as const

export function showMoneyPage(page: ShowMoneyPage): Page {
  const { t, municipality, year, account, years, mayKeep, message } = page
  const title = t('money.title', { year: String(year) })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>{t('money.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...page} path="/sturing/geld" />
          <LinkTabs
            label={t('money.years')}
            items={years.map((each) => ({
              href: moneyAddress('', { municipality, year: each.year }),
              label: t(each.isSigned ? 'money.year-signed' : 'money.year-open', { year: String(each.year) }),
              current: each.year === year,
            }))}
          />
          {message && <Alert kind="ok">{t(`money.${messages[message]}`)}</Alert>}
          <Standing {...page} />
        </Stack>
        <Stack>
          <NothingBooked {...page} />
          <KeyFigures {...page} />
          <TooMuchWarning {...page} />
        </Stack>
        <ButtonGroup>
          {mayKeep && (
            <Button href={moneyAddress('/boeking', page)} variant="primary">
              {t(account.signed ? 'money.correction.open' : 'money.book')}
            </Button>
          )}
          <Button href={moneyAddress('/delen', page)}>{t('money.share.open')}</Button>
          <Button href={municipalityAddress('/sturing/verantwoording', municipality, { jaar: year })}>
            {t('money.to-accountability')}
          </Button>
        </ButtonGroup>
        <PurposeTable {...page} />
        <BalanceOfYear {...page} />
        <ForecastOfYear {...page} />
        <Bookings {...page} />
        <Stack>
          <Heading level={2}>{t('money.document.year-title')}</Heading>
          <DocumentList {...page} documents={page.documents.filter(({ bookingId }) => bookingId === null)} />
          {mayKeep && (
            <div>
              <Button href={moneyAddress('/stuk', page)}>{t('money.document.add')}</Button>
            </div>
          )}
        </Stack>
      </Stack>
    ),
  }
}

/** Under which rules, and what one must know before anything else: no scheme, signed, or costs that wait. */
function Standing(page: ShowMoneyPage) {
  const { t, year, account, offered, mayKeep } = page
  return (
    <>
      {!mayKeep && <Alert kind="info">{t('money.only-read', { year: String(year) })}</Alert>}
      {account.scheme ? (
        <Paragraph>{t('money.scheme', { scheme: account.scheme.name })}</Paragraph>
      ) : (
        <Alert kind="warning">{t('money.no-scheme', { year: String(year) })}</Alert>
      )}
      {account.signed && <Alert kind="info">{t('money.is-signed', { year: String(year) })}</Alert>}
      {offered > 0 && (
        <Alert kind="info">
          {t('money.share.offered', { count: offered })}{' '}
          <Link href={moneyAddress('/delen', page)}>{t('money.share.look')}</Link>
        </Alert>
      )}
      <Withdrawn {...page} />
    </>
  )
}

/** Shared costs that were withdrawn, and still stand in these books. */
function Withdrawn(page: ShowMoneyPage) {
  const { t, account, bookings, withdrawn } = page
  if (withdrawn.size === 0) return null
  return (
    <Alert kind="warning">
      <Stack>
        <Paragraph>
          {t('money.cost.withdrawn-year', { count: withdrawn.size })}{' '}
          {t(account.signed ? 'money.cost.withdrawn-correct' : 'money.cost.withdrawn-strike-out')}
        </Paragraph>
        <ul>
          {bookings
            .filter(({ id }) => withdrawn.has(id))
            .map(({ id, description }) => (
              <li>
                <Link href={moneyAddress(`/boeking/${id}`, page)}>{description}</Link>
              </li>
            ))}
        </ul>
      </Stack>
    </Alert>
  )
}

function KeyFigures(page: ShowMoneyPage) {
  const { t, language, account } = page
  const amounts = amountsIn(language)
  const { balance, grant } = account
  const { openCents, budgetCents } = sumOfPurposes(account.purposes)
  const incomplete = incompleteWords(t, grant)
  const isOver = page.year < Number(page.today.slice(0, 4))
  return (
    <FigureNumbers
      numbers={[
        {
          name: t('money.figure.received'),
          number: amounts(balance.receivedCents),
          remarks: [
            ...(balance.carriedInCents > 0
              ? [t('money.figure.with-carried-in', { amount: amounts(balance.carriedInCents) })]
              : []),
            ...(incomplete
              ? [
                  <>
                    <strong>{t('money.figure.incomplete')}</strong> {incomplete}
                  </>,
                ]
              : []),
            ...(account.scheme && page.mayKeep
              ? [<Link href={moneyAddress('/bedrag', page)}>{t('money.figure.amount')}</Link>]
              : []),
          ],
        },
        {
          name: t('money.figure.spent'),
          number: amounts(balance.spentCents),
          remarks: budgetCents > 0 ? [t('money.figure.of-budget', { amount: amounts(budgetCents) })] : [],
        },
        {
          name: t('money.figure.open'),
          number: amounts(openCents),
          remarks: [t('money.figure.open-hint')],
        },
        {
          name: t('money.figure.unspent'),
          number: amounts(balance.unspentCents),
          remarks: [
            ...(balance.ownMoneyCents > 0
              ? [t('money.figure.own-money', { amount: amounts(balance.ownMoneyCents) })]
              : []),
            // Until the year is over the forecast says so, and what can still be done about it.
            ...(isOver && balance.spentCents > 0 && balance.toRepayCents > 0
              ? [<strong>{t('money.figure.to-repay', { amount: amounts(balance.toRepayCents) })}</strong>]
              : []),
          ],
        },
      ]}
    />
  )
}

function Bookings(page: ShowMoneyPage) {
  const { t, language, year, bookings, documents, libraryNames, withdrawn } = page
  const amounts = amountsIn(language)
  const papers = (id: string) => documents.filter(({ bookingId }) => bookingId === id).length
  return (
    <Stack>
      <Heading level={2} id="boekingen">
        {t('money.bookings')}
      </Heading>
      {bookings.length === 0 ? (
        <EmptyState>{t('money.bookings-none', { year: String(year) })}</EmptyState>
      ) : (
        <>
          <DataTable
            id="boekingen-tabel"
            caption={t('money.bookings-caption', { year: String(year) })}
            rows={bookings.toReversed()}
            columns={[
              { key: 'day', header: t('money.booking.day'), cell: ({ day }) => dayInTable(day) },
              {
                key: 'description',
                header: t('money.booking.description'),
                rowHeader: true,
                cell: (booking: Booking) => (
                  <Link href={moneyAddress(`/boeking/${booking.id}`, page)}>{booking.description}</Link>
                ),
              },
              {
                key: 'kind',
                header: t('money.booking.kind'),
                cell: ({ kind }) => t(`money.kind.${kind}`),
              },
              {
                key: 'purpose',
                header: t('money.booking.purpose'),
                cell: ({ purpose, libraryId }) =>
                  [
                    `${purposeLetters[purpose]}. ${t(`money.purpose-short.${purpose}`)}`,
                    libraryNames.get(libraryId ?? ''),
                  ]
                    .filter(Boolean)
                    .join(', '),
              },
              {
                key: 'amount',
                header: t('money.booking.amount'),
                numeric: true,
                cell: ({ amountCents, isStruckOut }) =>
                  isStruckOut ? <del>{amounts(amountCents)}</del> : amounts(amountCents),
              },
              {
                key: 'remarks',
                header: t('money.booking.remarks'),
                cell: (booking) =>
                  [
                    booking.isStruckOut && t('money.remark.struck-out'),
                    booking.afterSigning && t('money.remark.after-signing'),
                    booking.sharedCostId &&
                      t(withdrawn.has(booking.id) ? 'money.remark.withdrawn' : 'money.remark.shared'),
                    papers(booking.id) > 0 && t('money.remark.documents', { count: papers(booking.id) }),
                  ]
                    .filter(Boolean)
                    .join(', '),
              },
            ]}
          />
          <Paragraph>
            {t('money.download')}{' '}
            <Link href={moneyAddress('/ophalen', page, { vorm: 'xlsx' })}>{t('money.download-xlsx')}</Link>
            {', '}
            <Link href={moneyAddress('/ophalen', page, { vorm: 'csv' })}>{t('money.download-csv')}</Link>
          </Paragraph>
        </>
      )}
    </Stack>
  )
}
