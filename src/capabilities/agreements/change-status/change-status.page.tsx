import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { agreementPath, agreementStatuses } from '../agreement.ts'
import { type AgreementPageParts, formPage } from '../agreement-parts.page.tsx'
import { DayInput } from '../day-input.page.tsx'

/** How an agreement stands: a draft, proposed, agreed in a version, or ended. */
export function statusPage(
  parts: Omit<AgreementPageParts, 'language'> & { readonly numbers: readonly number[] },
): Page {
  const { t, agreement, form, errors, numbers } = parts
  const shared = { t, form, errors }
  return formPage({
    ...parts,
    title: t('agreements.status.change'),
    lead: t('agreements.status.lead'),
    action: agreementPath(agreement.id, '/status'),
    button: t('agreements.status.save'),
    children: (
      <>
        <RadioGroup
          id="status"
          name="status"
          legend={t('agreements.field.status')}
          required
          error={errorAt(errors, 'status')}
          value={form.text('status')}
          options={agreementStatuses.map((status) => ({
            value: status,
            label: t(`agreements.status.${status}`),
            description: t(`agreements.status-hint.${status}`),
          }))}
        />
        {numbers.length > 0 && (
          <>
            <FormField
              id="number"
              label={t('agreements.status.which')}
              description={t('agreements.status.which-hint')}
              error={errorAt(errors, 'number')}
            >
              <Select
                name="number"
                value={form.text('number')}
                options={numbers.map((number) => ({
                  value: String(number),
                  label: t('agreements.versions.name', { number }),
                }))}
              />
            </FormField>
            <DayInput {...shared} name="agreed" legend={t('agreements.status.agreed-on')} />
          </>
        )}
        <DayInput {...shared} name="ended" legend={t('agreements.status.ended-on')} />
      </>
    ),
  })
}
