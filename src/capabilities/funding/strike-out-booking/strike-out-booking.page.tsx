import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Booking } from '../booking.ts'
import { bookingTerms } from '../booking-facts.page.tsx'
import { MoneyBreadcrumb } from '../money-parts.page.tsx'
import { type MoneyPage, moneyAddress } from '../money-year.ts'

export function strikeOutPage(
  page: MoneyPage & {
    readonly booking: Booking
    readonly libraryName: (id: string) => string
    readonly form: FormFields
    readonly errors: readonly FormError[]
  },
): Page {
  const { t, booking, form, errors } = page
  const title = t('money.strike-out.title', { description: booking.description })
  return {
    title,
    errors,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('money.strike-out.lead')}</Paragraph>
        <DescriptionList
          items={bookingTerms(booking, page).map(({ term, text }) => ({ term, description: text }))}
        />
        <Form action={moneyAddress(`/boeking/${booking.id}/doorhalen`, page)}>
          <input type="hidden" name="version" value={form.text('version')} />
          <FormField
            id="reason"
            label={t('money.strike-out.reason')}
            required
            error={errorAt(errors, 'reason')}
          >
            <Textarea name="reason" value={form.text('reason')} rows={3} />
          </FormField>
          <ButtonGroup>
            <Button type="submit" variant="danger">
              {t('money.strike-out.submit')}
            </Button>
            <Button href={moneyAddress(`/boeking/${booking.id}`, page)} variant="subtle">
              {t('money.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
