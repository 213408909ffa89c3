import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { type Activity, channels, writeMaterials } from '../activity.ts'
import type { FormShown } from '../keeping.ts'
import { DayField, keepingPage, LineField, LongField } from '../keeping-form.page.tsx'
import type { ActivityContext } from './keep-activity.handler.ts'

/** What was done to make the desks known: by which channel, for whom, at what cost, with what material. */
export function activityPage({
  request: { t, language },
  context: { municipality, desks },
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<ActivityContext, Activity>): Page {
  const asked = { t, form, errors }
  const home = municipalityAddress('/sturing/promotie', municipality)
  return keepingPage({
    ...asked,
    title: kept ? t('promotion.change-title', { name: kept.name }) : t('promotion.add'),
    lead: kept ? undefined : t('promotion.add-lead'),
    up: kept
      ? { href: municipalityAddress(`/sturing/promotie/${kept.id}`, municipality), label: kept.name }
      : { href: home, label: t('promotion.title') },
    action: municipalityAddress(`/sturing/promotie/${kept ? `${kept.id}/wijzigen` : 'nieuw'}`, municipality),
    saved,
    isNew: !kept,
    meanwhile: stored && [
      { term: t('promotion.name'), text: stored.name },
      { term: t('promotion.channel'), text: t(`promotion.channel.${stored.channel}`) },
      { term: t('promotion.starts'), text: dayInWords(stored.startsOn, language) },
      { term: t('promotion.ends'), text: dayInWords(stored.endsOn, language) },
      { term: t('promotion.audience'), text: stored.audience },
      { term: t('promotion.reached'), text: stored.reached === null ? '' : String(stored.reached) },
      {
        term: t('promotion.cost'),
        text: stored.costCents === null ? '' : showAmount(stored.costCents, language),
      },
      { term: t('promotion.desks'), text: stored.deskNames.join(', ') },
      { term: t('promotion.materials'), text: writeMaterials(stored.materials).replaceAll('\n', ', ') },
      { term: t('promotion.note'), text: stored.note },
    ],
    fields: (
      <>
        <LineField {...asked} name="name" label={t('promotion.name')} hint={t('promotion.name-hint')} />
        <FormField id="channel" label={t('promotion.channel')} required error={errorAt(errors, 'channel')}>
          <Select
            name="channel"
            value={form.text('channel')}
            options={[
              { value: '', label: t('promotion.choose') },
              ...channels.map((channel) => ({ value: channel, label: t(`promotion.channel.${channel}`) })),
            ]}
          />
        </FormField>
        <DayField {...asked} name="startsOn" label={t('promotion.starts')} />
        <DayField
          {...asked}
          name="endsOn"
          label={t('promotion.ends')}
          hint={t('promotion.ends-hint')}
          optional
        />
        <LineField
          {...asked}
          name="audience"
          label={t('promotion.audience')}
          hint={t('promotion.audience-hint')}
          optional
        />
        <LineField
          {...asked}
          name="reached"
          label={t('promotion.reached')}
          hint={t('promotion.reached-hint')}
          optional
          short
        />
        <FormField
          id="cost"
          label={t('promotion.cost')}
          description={t('promotion.cost-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'cost')}
        >
          <TextInput
            name="cost"
            value={form.text('cost')}
            size="short"
            inputmode="decimal"
            autocomplete="off"
          />
        </FormField>
        {desks.length > 0 && (
          <CheckboxGroup
            id="desks"
            name="desks"
            legend={t('promotion.desks')}
            description={t('promotion.desks-hint')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'desks')}
            options={desks.map(({ id, name }) => ({ value: id, label: name }))}
            values={form.all('desks')}
          />
        )}
        <LongField
          {...asked}
          name="materials"
          label={t('promotion.materials')}
          hint={t('promotion.materials-hint')}
          optional
        />
        <LongField {...asked} name="note" label={t('promotion.note')} optional />
      </>
    ),
  })
}
