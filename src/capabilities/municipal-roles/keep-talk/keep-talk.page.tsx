import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { FormShown } from '../keeping.ts'
import { DayField, keepingPage, LineField, LongField } from '../keeping-form.page.tsx'
import { policyAddress } from '../policy-context.ts'
import type { Talk } from '../talk.ts'
import type { TalkContext } from './keep-talk.handler.ts'

/** A three-party talk: what it will be about before, what was agreed after. */
export function talkPage({
  request: { t, language },
  context,
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<TalkContext, Talk>): Page {
  const asked = { t, form, errors }
  const area = t(`network.area.${context.area}`)
  return keepingPage({
    ...asked,
    title: kept ? t('direction.talk.of', { day: dayInWords(kept.day, language) }) : t('direction.talk.add'),
    lead: t('direction.talk.lead', { area }),
    up: { href: policyAddress(context), label: area },
    action: policyAddress(context, `/gesprek${kept ? `/${kept.id}` : ''}`),
    saved,
    isNew: !kept,
    meanwhile: stored && [
      {
        term: t('direction.talk.day'),
        text: [dayInWords(stored.day, language), stored.starts].filter(Boolean).join(', '),
      },
      { term: t('direction.talk.place'), text: stored.place },
      { term: t('direction.talk.participants'), text: stored.participants },
      { term: t('direction.talk.agenda'), text: stored.agenda },
      { term: t('direction.talk.notes'), text: stored.notes },
      { term: t('direction.talk.agreed'), text: stored.agreed },
    ],
    fields: (
      <>
        <DayField {...asked} name="day" label={t('direction.talk.day')} />
        <LineField {...asked} name="starts" label={t('direction.talk.starts')} short optional />
        <LineField {...asked} name="place" label={t('direction.talk.place')} optional />
        <FormField
          id="libraryId"
          label={t('direction.talk.library')}
          description={t('direction.talk.library-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'libraryId')}
        >
          <Select
            name="libraryId"
            value={form.text('libraryId')}
            options={[
              { value: '', label: t('direction.talk.no-library') },
              ...context.libraries.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
        <LongField
          {...asked}
          name="participants"
          label={t('direction.talk.participants')}
          hint={t('direction.talk.participants-hint')}
        />
        <LongField {...asked} name="agenda" label={t('direction.talk.agenda')} rows={5} optional />
        <LongField
          {...asked}
          name="notes"
          label={t('direction.talk.notes')}
          hint={t('direction.talk.notes-hint')}
          rows={6}
          optional
        />
        <LongField
          {...asked}
          name="agreed"
          label={t('direction.talk.agreed')}
          hint={t('direction.talk.agreed-hint')}
          optional
        />
        {kept && (
          <CheckboxGroup
            id="cancelled"
            name="cancelled"
            legend={t('direction.talk.cancelled')}
            options={[{ value: 'ja', label: t('direction.talk.cancelled-yes') }]}
            values={form.all('cancelled')}
          />
        )}
      </>
    ),
  })
}
