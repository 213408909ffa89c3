import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { dayInWords } from '../../platform/time/local-time.ts'
import { type Booking, purposeLetters } from './booking.ts'
import { amountsIn, type MoneyPage, moneyAddress } from './money-year.ts'

/** A booking in words, by the words of its form. */
export function bookingTerms(
  booking: Booking,
  {
    t,
    language,
    libraryName,
  }: Pick<MoneyPage, 't' | 'language'> & { readonly libraryName: (id: string) => string },
): { term: string; text: string }[] {
  const { kind, purpose, amountCents, day, libraryId, reason } = booking
  return [
    { term: t('money.booking.kind'), text: t(`money.kind.${kind}`) },
    {
      term: t('money.booking.purpose'),
      text: `${purposeLetters[purpose]}. ${t(`money.purpose.${purpose}`)}`,
    },
    { term: t('money.booking.description'), text: booking.description },
    { term: t('money.booking.amount'), text: amountsIn(language)(amountCents) },
    { term: t('money.booking.day'), text: dayInWords(day, language, 'date') },
    ...(libraryId ? [{ term: t('money.booking.library'), text: libraryName(libraryId) }] : []),
    ...(reason ? [{ term: t('money.correction.reason'), text: reason }] : []),
    ...(booking.isStruckOut ? [{ term: t('money.strike-out.reason'), text: booking.struckOutReason }] : []),
  ]
}

/** A booking that nobody changes any more, and why not. */
export function BookingFacts(
  page: MoneyPage & {
    readonly booking: Booking
    readonly mayKeep: boolean
    readonly isSigned: boolean
    readonly isWithdrawn?: boolean
    readonly libraryName: (id: string) => string
  },
) {
  const { t, municipality, year, booking } = page
  const why = booking.isStruckOut
    ? 'money.booking.struck-out'
    : page.isSigned
      ? 'money.booking.signed'
      : page.mayKeep
        ? 'money.booking.shared'
        : 'money.booking.other-goes-on'
  return (
    <Stack>
      {page.isWithdrawn && (
        <Alert kind="warning">
          {t('money.cost.withdrawn-one')}{' '}
          {t(page.isSigned ? 'money.cost.withdrawn-correct' : 'money.cost.withdrawn-strike-out')}
        </Alert>
      )}
      <Alert kind="info">{t(why)}</Alert>
      <DescriptionList
        items={bookingTerms(booking, page).map(({ term, text }) => ({ term, description: text }))}
      />
      {page.isSigned && page.mayKeep && (
        <div>
          <Button href={moneyAddress('/boeking', { municipality, year })} variant="secondary">
            {t('money.correction.open')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
