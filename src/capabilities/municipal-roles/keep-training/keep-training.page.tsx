import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import type { FormShown } from '../keeping.ts'
import { DayField, keepingPage, LineField, LongField } from '../keeping-form.page.tsx'
import type { Training } from '../training.ts'
import type { TrainingContext } from './keep-training.handler.ts'

/** A training 'recognise and refer': when, for which department, and who followed it. */
export function trainingPage({
  request: { t, language },
  context: { municipality, referrers, trainings },
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<TrainingContext, Training>): Page {
  const asked = { t, form, errors }
  const departments = [...new Set(trainings.map(({ department }) => department))].toSorted()
  return keepingPage({
    ...asked,
    title: kept
      ? t('direction.training.of', {
          department: kept.department,
          day: dayInWords(kept.day, language),
        })
      : t('direction.training.add'),
    up: {
      href: municipalityAddress('/sturing/doorverwijzers', municipality),
      label: t('direction.referring'),
    },
    action: municipalityAddress(`/sturing/doorverwijzers/training${kept ? `/${kept.id}` : ''}`, municipality),
    saved,
    isNew: !kept,
    meanwhile: stored && [
      { term: t('direction.training.day'), text: dayInWords(stored.day, language) },
      { term: t('direction.training.department'), text: stored.department },
      { term: t('direction.training.others'), text: String(stored.others) },
      { term: t('direction.training.note'), text: stored.note },
    ],
    fields: (
      <>
        <DayField {...asked} name="day" label={t('direction.training.day')} />
        <LineField
          {...asked}
          name="department"
          label={t('direction.training.department')}
          hint={
            departments.length > 0
              ? t('direction.training.department-known', { departments: departments.join(', ') })
              : t('direction.training.department-hint')
          }
        />
        <LineField
          {...asked}
          name="givenBy"
          label={t('direction.training.given-by')}
          hint={t('direction.training.given-by-hint')}
        />
        {referrers.length > 0 ? (
          <CheckboxGroup
            id="followers"
            name="followers"
            legend={t('direction.training.followers')}
            description={t('direction.training.followers-hint')}
            optional={t('shell.optional')}
            options={referrers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            values={form.all('followers')}
          />
        ) : (
          <Paragraph>{t('direction.training.no-referrers')}</Paragraph>
        )}
        <FormField
          id="others"
          label={t(referrers.length > 0 ? 'direction.training.others' : 'direction.training.people')}
          description={t('direction.training.others-hint')}
          error={errorAt(errors, 'others')}
        >
          <NumberInput name="others" value={form.text('others')} autocomplete="off" />
        </FormField>
        <LongField {...asked} name="note" label={t('direction.training.note')} optional />
        {kept && (
          <CheckboxGroup
            id="cancelled"
            name="cancelled"
            legend={t('direction.training.cancelled')}
            options={[{ value: 'ja', label: t('direction.training.cancelled-yes') }]}
            values={form.all('cancelled')}
          />
        )}
      </>
    ),
  })
}
