import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { FileInput } from '../../../design-system/file-input/file-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { acceptedDocuments } from '../../../platform/documents/document-check.ts'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Booking } from '../booking.ts'
import { MoneyBreadcrumb } from '../money-parts.page.tsx'
import { type MoneyPage, moneyAddress } from '../money-year.ts'
import type { StoredDocument } from './keep-document.query.ts'

export function addDocumentPage(
  page: MoneyPage & {
    readonly booking: Pick<Booking, 'id' | 'description'> | undefined
    readonly id: string
    readonly errors: readonly FormError[]
  },
): Page {
  const { t, year, booking, errors } = page
  const title = t('money.document.add')
  return {
    title,
    errors,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>
          {booking
            ? t('money.document.to-booking', { description: booking.description })
            : t('money.document.to-year', { year: String(year) })}
        </Paragraph>
        <Form action={moneyAddress('/stuk', page, { boeking: booking?.id })} multipart>
          <input type="hidden" name="id" value={page.id} />
          <FormField
            id="file"
            label={t('money.document.file')}
            description={t('documents.hint')}
            required
            error={errorAt(errors, 'file')}
          >
            <FileInput name="file" accept={acceptedDocuments} />
          </FormField>
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('money.document.submit')}
            </Button>
            <Button href={moneyAddress(booking ? `/boeking/${booking.id}` : '', page)} variant="subtle">
              {t('money.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

export function removeDocumentPage(page: MoneyPage & { readonly document: StoredDocument }): Page {
  const { t, document } = page
  const title = t('money.document.remove', { name: document.fileName })
  return {
    title,
    main: (
      <Stack>
        <MoneyBreadcrumb {...page} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('money.document.remove-lead')}</Paragraph>
        <Form action={moneyAddress(`/stuk/${document.id}/weghalen`, page)}>
          <ButtonGroup>
            <Button type="submit" variant="danger">
              {t('money.document.remove-submit')}
            </Button>
            <Button href={moneyAddress('', page)} variant="subtle">
              {t('money.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
