import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage, type StepPlace } from '../agreement-parts.page.tsx'
import { DayInput } from '../day-input.page.tsx'

/** From when until when it holds; Balie reminds of the rest. */
export function termsPage(parts: AgreementPageParts & { readonly place: StepPlace }): Page {
  const { t, agreement, form, errors } = parts
  const shared = { t, form, errors }
  return formPage({
    ...parts,
    title: t('agreements.terms.title'),
    lead: t('agreements.terms.lead'),
    action: agreementPath(agreement.id, '/looptijd'),
    children: (
      <>
        <DayInput {...shared} name="from" legend={t('agreements.field.from')} required />
        <DayInput
          {...shared}
          name="until"
          legend={t('agreements.field.until')}
          description={t('agreements.terms.until-hint')}
        />
        <FormField
          id="notice"
          label={t('agreements.field.notice')}
          description={t('agreements.terms.notice-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'notice')}
        >
          <NumberInput name="notice" value={form.text('notice')} />
        </FormField>
        <DayInput
          {...shared}
          name="review"
          legend={t('agreements.field.review')}
          description={t('agreements.terms.review-hint')}
        />
      </>
    ),
  })
}
