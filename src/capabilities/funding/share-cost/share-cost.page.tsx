import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { bookingKinds, purposeLetters } from '../booking.ts'
import { BookedDayField, DescriptionField, PurposeField } from '../booking-fields.page.tsx'
import { CostState } from '../list-sharing/list-sharing.page.tsx'
import { MoneyBreadcrumb } from '../money-parts.page.tsx'
import { amountsIn, type MoneyPage, moneyAddress } from '../money-year.ts'
import type { SharedCost, SharingKey } from '../sharing.ts'

/** One amount for several municipalities. */
export function sharedCostPage(
  page: MoneyPage & {
    readonly keys: readonly SharingKey[]
    readonly form: FormFields
    readonly errors: readonly FormError[]
  },
): Page {
  const { t, year, keys, form, errors } = page
  const title = t('money.cost.add')
  return {
    title,
    errors,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('money.cost.lead')}</Paragraph>
        <Form action={moneyAddress('/delen/kosten', page)}>
          <input type="hidden" name="id" value={form.text('id')} />
          <RadioGroup
            id="key"
            name="key"
            legend={t('money.key.one')}
            required
            error={errorAt(errors, 'key')}
            value={form.text('key')}
            options={keys.map(({ id, name, parts }) => ({
              value: id,
              label: name,
              description: parts.map(({ municipality }) => municipality).join(', '),
            }))}
          />
          <DescriptionField {...{ t, form, errors }} />
          <FormField
            id="amount"
            label={t('money.cost.amount')}
            description={t('amounts.hint')}
            required
            error={errorAt(errors, 'amount')}
          >
            <NumberInput name="amount" value={form.text('amount')} decimals autocomplete="off" />
          </FormField>
          <RadioGroup
            id="kind"
            name="kind"
            legend={t('money.booking.kind')}
            required
            error={errorAt(errors, 'kind')}
            value={form.text('kind')}
            options={bookingKinds.map((kind) => ({ value: kind, label: t(`money.kind.${kind}`) }))}
          />
          <PurposeField {...{ t, form, errors }} />
          <BookedDayField {...{ t, form, errors, year }} />
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('money.cost.submit')}
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

/** One shared cost with the part of each municipality; the own part can be taken over. */
export function costPage(
  page: MoneyPage & {
    readonly cost: SharedCost
    /** The booking of the own part, once it was taken over. */
    readonly booking: string | undefined
    readonly mayKeep: boolean
    readonly isSigned: boolean
    readonly names: ReadonlyMap<string, string>
    readonly errors: readonly FormError[]
    readonly saved?: boolean
  },
): Page {
  const { t, language, municipality, cost, booking, isSigned, names, errors } = page
  const amounts = amountsIn(language)
  const own = cost.parts[municipality.code] ?? 0
  const mayTake = page.mayKeep && !booking && !cost.isWithdrawn && own > 0 && !isSigned
  return {
    title: cost.description,
    errors,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{cost.description}</Heading>
        {page.saved && <Alert kind="ok">{t('money.saved')}</Alert>}
        <CostState
          t={t}
          isWithdrawn={cost.isWithdrawn}
          isTaken={booking !== undefined}
          isSigned={isSigned}
          isNothing={own === 0}
        />
        <DescriptionList
          items={[
            { term: t('money.key.one'), description: cost.keyName },
            { term: t('money.booking.kind'), description: t(`money.kind.${cost.kind}`) },
            {
              term: t('money.booking.purpose'),
              description: `${purposeLetters[cost.purpose]}. ${t(`money.purpose.${cost.purpose}`)}`,
            },
            { term: t('money.booking.day'), description: dayInWords(cost.day, language, 'date') },
            { term: t('money.cost.made-by'), description: names.get(cost.madeBy) ?? cost.madeBy },
          ]}
        />
        <DataTable
          id="delen"
          caption={t('money.cost.parts')}
          rows={Object.entries(cost.parts)
            .map(([code, cents]) => ({ name: names.get(code) ?? code, cents }))
            .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))}
          footer={{ name: t('money.together'), cents: cost.amountCents }}
          columns={[
            { key: 'name', header: t('money.key.municipality'), rowHeader: true, cell: ({ name }) => name },
            {
              key: 'cents',
              header: t('money.booking.amount'),
              numeric: true,
              cell: ({ cents }) => amounts(cents),
            },
          ]}
        />
        {booking && (
          <Paragraph>
            <Link href={moneyAddress(`/boeking/${booking}`, page)}>{t('money.cost.to-booking')}</Link>
          </Paragraph>
        )}
        {!booking && isSigned && own > 0 && !cost.isWithdrawn && (
          <Alert kind="info">
            {t('money.error.cost-signed')}{' '}
            <Link href={moneyAddress('/boeking', page)}>{t('money.correction.open')}</Link>
          </Alert>
        )}
        {mayTake && (
          <Form
            action={moneyAddress(`/delen/kosten/${cost.id}/overnemen`, page)}
            label={t('money.cost.take-form')}
          >
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {t('money.cost.take', { amount: amounts(own) })}
              </Button>
            </ButtonGroup>
          </Form>
        )}
        {cost.madeBy === municipality.code && !cost.isWithdrawn && (
          <Stack>
            <Heading level={2}>{t('money.cost.withdraw-title')}</Heading>
            <Paragraph>{t('money.cost.withdraw-lead')}</Paragraph>
            <Form
              action={moneyAddress(`/delen/kosten/${cost.id}/intrekken`, page)}
              label={t('money.cost.withdraw-title')}
            >
              <ButtonGroup>
                <Button type="submit" variant="danger">
                  {t('money.cost.withdraw')}
                </Button>
              </ButtonGroup>
            </Form>
          </Stack>
        )}
      </Stack>
    ),
  }
}
