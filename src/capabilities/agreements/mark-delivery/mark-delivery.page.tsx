import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage } from '../agreement-parts.page.tsx'
import { DayInput } from '../day-input.page.tsx'
import type { KeptDeliverable } from '../deliverable.ts'

/** Whether something came that was due on a day. */
export function markPage(
  parts: AgreementPageParts & { readonly deliverable: KeptDeliverable; readonly dueOn: string },
): Page {
  const { t, language, agreement, form, errors, deliverable, dueOn } = parts
  return formPage({
    ...parts,
    title: t('agreements.delivery.title'),
    lead: t('agreements.delivery.lead', { what: deliverable.what, day: dateInWords(dueOn, language) }),
    action: agreementPath(agreement.id, `/levering/${deliverable.id}/${dueOn}`),
    button: t('agreements.delivery.save'),
    children: (
      <>
        <RadioGroup
          id="done"
          name="done"
          legend={t('agreements.delivery.done')}
          required
          error={errorAt(errors, 'done')}
          value={form.text('done')}
          options={[
            { value: 'ja', label: t('agreements.delivery.yes') },
            { value: 'nee', label: t('agreements.delivery.no') },
          ]}
        />
        <DayInput
          {...{ t, form, errors }}
          name="doneOn"
          legend={t('agreements.delivery.done-on')}
          description={t('agreements.delivery.done-on-hint')}
        />
        <FormField
          id="note"
          label={t('agreements.delivery.note')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'note')}
        >
          <Textarea name="note" value={form.text('note')} />
        </FormField>
      </>
    ),
  })
}
