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
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { type Booking, bookingKinds, type Excess, purposeLetters } from '../booking.ts'
import { BookingFacts, bookingTerms } from '../booking-facts.page.tsx'
import { BookedDayField, DescriptionField, PurposeField } from '../booking-fields.page.tsx'
import type { StoredDocument } from '../keep-document/keep-document.query.ts'
import { DocumentList, MeanwhileStored, MoneyBreadcrumb } from '../money-parts.page.tsx'
import { amountsIn, type MoneyPage, moneyAddress } from '../money-year.ts'

interface NamedLibrary {
  readonly id: string
  readonly name: string
}

export interface BookingPage extends MoneyPage {
  /** Undefined: it is new. */
  readonly booking?: Booking
  /** What somebody else made of it meanwhile. */
  readonly stored?: Booking
  /** Else the year is only read, and booked in by who goes on. */
  readonly mayKeep: boolean
  readonly isSigned: boolean
  /** It is a part of a shared cost that was withdrawn. */
  readonly isWithdrawn?: boolean
  readonly libraries: { readonly here: readonly NamedLibrary[]; readonly elsewhere: readonly NamedLibrary[] }
  readonly commitments: readonly (Booking & { readonly openCents: number })[]
  readonly documents: readonly StoredDocument[]
  readonly form: FormFields
  readonly errors: readonly FormError[]
  /** More than was promised or planned: told first, and booked when somebody says so. */
  readonly excess?: Excess & { readonly amountCents: number }
  readonly message?: 'bewaard' | 'al' | 'stuk' | 'weg' | undefined
}

const messages = { bewaard: 'saved', al: 'known', stuk: 'document-saved', weg: 'document-removed' } as const

export function bookingPage(page: BookingPage): Page {
  const { t, year, booking, mayKeep, isSigned, errors, excess, message } = page
  const amounts = amountsIn(page.language)
  const isFixed = booking && (!mayKeep || isSigned || booking.isStruckOut || booking.sharedCostId !== null)
  const title = booking
    ? booking.description
    : t(isSigned ? 'money.correction.title' : 'money.booking.title', { year: String(year) })
  const told = excess && [
    ...(excess.commitmentCents > 0
      ? [t('money.excess.commitment', { amount: amounts(excess.commitmentCents) })]
      : []),
    ...(excess.budgetCents > 0 ? [t('money.excess.budget', { amount: amounts(excess.budgetCents) })] : []),
  ]
  return {
    title,
    errors: [...errors, ...(told ?? []).map((each) => ({ id: 'anyway', message: each }))],
    main: (
      <Stack gap="lg">
        <Stack>
          <MoneyBreadcrumb {...page} />
          <Heading level={1}>{title}</Heading>
          {message && <Alert kind="ok">{t(`money.${messages[message]}`)}</Alert>}
          {isSigned && !booking && <Alert kind="info">{t('money.correction.lead')}</Alert>}
          <MeanwhileStored
            t={t}
            facts={page.stored && bookingTerms(page.stored, { ...page, libraryName: nameIn(page) })}
          />
          {isFixed ? (
            <BookingFacts {...page} booking={booking} libraryName={nameIn(page)} />
          ) : (
            <BookingForm {...page} />
          )}
        </Stack>
        {booking && <AfterBooking {...page} booking={booking} />}
      </Stack>
    ),
  }
}

const nameIn =
  ({ libraries }: Pick<BookingPage, 'libraries'>) =>
  (id: string): string =>
    [...libraries.here, ...libraries.elsewhere].find((each) => each.id === id)?.name ?? ''

function BookingForm(page: BookingPage) {
  const { t, language, municipality, year, booking, isSigned, libraries, commitments, form, errors } = page
  const options = (from: readonly NamedLibrary[]) => from.map(({ id, name }) => ({ value: id, label: name }))
  const amounts = amountsIn(language)
  return (
    <Form action={moneyAddress(booking ? `/boeking/${booking.id}` : '/boeking', { municipality, year })}>
      {booking ? (
        <input type="hidden" name="version" value={form.text('version')} />
      ) : (
        <input type="hidden" name="id" value={form.text('id')} />
      )}
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('money.booking.kind')}
        required
        error={errorAt(errors, 'kind')}
        value={form.text('kind')}
        options={bookingKinds.map((kind) => ({
          value: kind,
          label: t(`money.kind.${kind}`),
          description: t(`money.kind-hint.${kind}`),
        }))}
      />
      <PurposeField {...{ t, form, errors }} />
      <DescriptionField {...{ t, form, errors }} />
      <FormField
        id="amount"
        label={t('money.booking.amount')}
        description={t('amounts.hint')}
        required
        error={errorAt(errors, 'amount')}
      >
        <NumberInput name="amount" value={form.text('amount')} decimals autocomplete="off" />
      </FormField>
      <CheckboxGroup
        id="back"
        name="back"
        legend={t(isSigned ? 'money.correction.direction' : 'money.booking.back')}
        error={errorAt(errors, 'back')}
        options={[{ value: 'ja', label: t(isSigned ? 'money.correction.less' : 'money.booking.back-yes') }]}
        values={form.all('back')}
      />
      <BookedDayField {...{ t, form, errors, year }} />
      <FormField
        id="library"
        label={t('money.booking.library')}
        description={t('money.booking.library-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'library')}
      >
        <Select
          name="library"
          value={form.text('library')}
          options={[
            { value: '', label: t('money.booking.library-none') },
            ...(libraries.here.length > 0
              ? [
                  {
                    label: t('money.booking.library-here', { municipality: municipality.name }),
                    options: options(libraries.here),
                  },
                ]
              : []),
            { label: t('money.booking.library-elsewhere'), options: options(libraries.elsewhere) },
          ]}
        />
      </FormField>
      {commitments.length > 0 && (
        <FormField
          id="commitment"
          label={t('money.booking.commitment')}
          description={t('money.booking.commitment-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'commitment')}
        >
          <Select
            name="commitment"
            value={form.text('commitment')}
            options={[
              { value: '', label: t('money.booking.commitment-none') },
              ...commitments
                .filter(({ id }) => id !== booking?.id)
                .map((each) => ({
                  value: each.id,
                  label: t('money.booking.commitment-open', {
                    letter: purposeLetters[each.purpose],
                    description: each.description,
                    day: dayInWords(each.day, language, 'short'),
                    amount: amounts(each.openCents),
                  }),
                })),
            ]}
          />
        </FormField>
      )}
      {isSigned && (
        <FormField
          id="reason"
          label={t('money.correction.reason')}
          description={t('money.correction.reason-hint')}
          required
          error={errorAt(errors, 'reason')}
        >
          <Textarea name="reason" value={form.text('reason')} rows={3} />
        </FormField>
      )}
      <Submit {...page} />
    </Form>
  )
}

function Submit({ t, municipality, year, booking, isSigned, excess }: BookingPage) {
  return (
    <ButtonGroup>
      {/* It stays first beside a warning: who lowers the amount sends it as any other, also with Enter. */}
      <Button type="submit" variant="primary">
        {t(booking ? 'money.booking.save' : isSigned ? 'money.correction.submit' : 'money.booking.submit')}
      </Button>
      {excess && (
        <Button type="submit" id="anyway" name="anyway" value={String(excess.amountCents)}>
          {t('money.booking.anyway')}
        </Button>
      )}
      <Button href={moneyAddress('', { municipality, year })} variant="subtle">
        {t('money.back')}
      </Button>
    </ButtonGroup>
  )
}

/** What one can do with a booking that stands: pay on it, add papers, strike it out. */
function AfterBooking(page: BookingPage & { readonly booking: Booking }) {
  const { t, municipality, year, booking, mayKeep, isSigned, documents } = page
  const open = page.commitments.find(({ id }) => id === booking.id)
  const address = (path: string, more?: Record<string, string>) =>
    moneyAddress(path, { municipality, year }, more)
  return (
    <>
      {open && mayKeep && !isSigned && (
        <Stack>
          <Heading level={2}>{t('money.commitment.title')}</Heading>
          <Paragraph>
            {t('money.commitment.open', { amount: amountsIn(page.language)(open.openCents) })}
          </Paragraph>
          <div>
            <Button href={address('/boeking', { toezegging: booking.id })}>
              {t('money.commitment.pay')}
            </Button>
          </div>
        </Stack>
      )}
      <Stack>
        <Heading level={2}>{t('money.document.title')}</Heading>
        <DocumentList {...page} documents={documents} />
        {mayKeep && (
          <div>
            <Button href={address('/stuk', { boeking: booking.id })}>{t('money.document.add')}</Button>
          </div>
        )}
      </Stack>
      {!isSigned && !booking.isStruckOut && (
        <Stack>
          <Heading level={2}>{t('money.strike-out.heading')}</Heading>
          <Paragraph>{t('money.strike-out.lead')}</Paragraph>
          <div>
            <Button href={address(`/boeking/${booking.id}/doorhalen`)} variant="danger">
              {t('money.strike-out.open')}
            </Button>
          </div>
        </Stack>
      )}
    </>
  )
}
