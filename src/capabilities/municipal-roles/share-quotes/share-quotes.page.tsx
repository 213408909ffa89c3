import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import type { Quote } from '../quote.ts'

interface QuotesPage {
  readonly t: Translate
  readonly desks: readonly Desk[]
  readonly quotes: readonly Quote[]
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly notice?: 'bewaard' | 'gewist' | undefined
}

/** What visitors said, for the page that the municipality makes for its alderman. */
export function quotesPage(page: QuotesPage): Page {
  const { t, quotes, errors, notice } = page
  return {
    title: t('quotes.title'),
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('quotes.title')}</Heading>
          <Paragraph lead>{t('quotes.lead')}</Paragraph>
          {notice && <Alert kind="ok">{t(notice === 'gewist' ? 'quotes.removed' : 'quotes.saved')}</Alert>}
        </Stack>
        <QuoteForm {...page} />
        <Stack>
          <Heading level={2}>{t('quotes.list')}</Heading>
          {quotes.length === 0 ? (
            <EmptyState>{t('quotes.none')}</EmptyState>
          ) : (
            <CardList>
              {quotes.map((quote) => (
                <QuoteCard {...page} quote={quote} />
              ))}
            </CardList>
          )}
        </Stack>
      </Stack>
    ),
  }
}

function QuoteForm({ t, desks, form, errors }: QuotesPage) {
  return (
    <Form action="/balie/uitspraken">
      <input type="hidden" name="id" value={form.text('id')} />
      <FormField
        id="text"
        label={t('quotes.text')}
        description={t('quotes.text-hint')}
        required
        error={errorAt(errors, 'text')}
      >
        <Textarea name="text" value={form.text('text')} rows={3} />
      </FormField>
      <FormField id="desk" label={t('quotes.desk')} required error={errorAt(errors, 'desk')}>
        <Select
          name="desk"
          value={form.text('desk')}
          options={desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormField>
      <DateInput
        id="heard"
        name="heard"
        legend={t('quotes.heard')}
        required
        error={errorAt(errors, 'heard')}
        labels={{ day: t('network.day'), month: t('network.month'), year: t('network.year') }}
        value={{
          day: form.text('heard.day'),
          month: form.text('heard.month'),
          year: form.text('heard.year'),
        }}
      />
      <CheckboxGroup
        id="agreed"
        name="agreed"
        legend={t('quotes.agreed-legend')}
        error={errorAt(errors, 'agreed')}
        values={form.text('agreed') === 'ja' ? ['ja'] : []}
        options={[{ value: 'ja', label: t('quotes.agreed') }]}
      />
      <ButtonGroup>
        <Button type="submit">{t('quotes.add')}</Button>
      </ButtonGroup>
    </Form>
  )
}

function QuoteCard({ t, desks, quote }: QuotesPage & { quote: Quote }) {
  const desk = desks.find(({ id }) => id === quote.deskId)
  return (
    <Card>
      <Stack>
        <blockquote>{quote.text}</blockquote>
        <Paragraph>
          {desk?.name}, {dayInTable(quote.heardOn)}{' '}
          <StatusBadge kind={quote.shared ? 'done' : 'neutral'}>
            {t(quote.shared ? 'quotes.shared' : 'quotes.kept')}
          </StatusBadge>
        </Paragraph>
        <Form action={`/balie/uitspraken/${quote.id}`}>
          <ButtonGroup>
            <Button type="submit" variant="secondary" name="act" value={quote.shared ? 'take-back' : 'share'}>
              {t(quote.shared ? 'quotes.take-back' : 'quotes.share')}
            </Button>
            <Button type="submit" variant="secondary" name="act" value="remove">
              {t('quotes.remove')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    </Card>
  )
}
