import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage } from '../agreement-parts.page.tsx'
import { DayInput } from '../day-input.page.tsx'
import { owers, repetitions } from '../deliverable.ts'

/** What somebody owes by an agreement: what, who, when, and how often. */
export function deliverablePage(
  parts: Omit<AgreementPageParts, 'language'> & {
    readonly goals: readonly { readonly id: string; readonly title: string }[]
    /** Of one that is there already. */
    readonly deliverableId?: string
  },
): Page {
  const { t, agreement, form, errors, goals, deliverableId } = parts
  const shared = { t, form, errors }
  return formPage({
    ...parts,
    title: t(deliverableId ? 'agreements.deliverables.change' : 'agreements.deliverables.add'),
    lead: t('agreements.deliverables.lead'),
    action: agreementPath(agreement.id, deliverableId ? `/levering/${deliverableId}` : '/levering'),
    button: t('agreements.deliverables.save'),
    versioned: deliverableId !== undefined,
    children: (
      <>
        {!deliverableId && <input type="hidden" name="id" value={form.text('id')} />}
        <FormField
          id="what"
          label={t('agreements.deliverables.what')}
          description={t('agreements.deliverables.what-hint')}
          required
          error={errorAt(errors, 'what')}
        >
          <TextInput name="what" value={form.text('what')} autocomplete="off" />
        </FormField>
        <RadioGroup
          id="owedBy"
          name="owedBy"
          legend={t('agreements.deliverables.by')}
          required
          error={errorAt(errors, 'owedBy')}
          value={form.text('owedBy')}
          options={owers.map((value) => ({ value, label: t(`agreements.owed-by.${value}`) }))}
        />
        <DayInput {...shared} name="first" legend={t('agreements.deliverables.first')} required />
        <RadioGroup
          id="repeats"
          name="repeats"
          legend={t('agreements.deliverables.repeats')}
          required
          error={errorAt(errors, 'repeats')}
          value={form.text('repeats')}
          options={repetitions.map((value) => ({ value, label: t(`agreements.repeats.${value}`) }))}
        />
        <DayInput
          {...shared}
          name="last"
          legend={t('agreements.deliverables.last')}
          description={t('agreements.deliverables.last-hint')}
        />
        {goals.length > 0 && (
          <FormField
            id="goal"
            label={t('agreements.deliverables.goal')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'goal')}
          >
            <Select
              name="goal"
              value={form.text('goal')}
              options={[
                { value: '', label: t('agreements.deliverables.no-goal') },
                ...goals.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
          </FormField>
        )}
      </>
    ),
  })
}
