import { Alert } from '../../../design-system/alert/alert.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { type Presence, presenceKinds } from '../direction.ts'
import type { FormShown } from '../keeping.ts'
import { DayField, daysKept, keepingPage, LineField } from '../keeping-form.page.tsx'
import type { PresenceContext } from './keep-presence.handler.ts'

/** Officials who are at a desk at fixed times. */
export function presencePage({
  request: { t, language },
  context: { municipality, desks },
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<PresenceContext, Presence>): Page {
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: kept ? kept.who : t('direction.presence.add'),
    lead: t('direction.presence.lead'),
    up: { href: municipalityAddress('/sturing/regie', municipality), label: t('direction.title') },
    action: municipalityAddress(`/sturing/regie/aanwezig${kept ? `/${kept.id}` : ''}`, municipality),
    saved,
    isNew: !kept,
    meanwhile: stored && [
      { term: t('direction.presence.who'), text: stored.who },
      { term: t('direction.presence.times'), text: stored.times },
      ...daysKept(stored, { t, language }),
    ],
    fields: (
      <>
        {desks.length === 0 && <Alert kind="info">{t('direction.presence.no-desks')}</Alert>}
        <FormField
          id="deskId"
          label={t('direction.presence.desk')}
          required
          error={errorAt(errors, 'deskId')}
        >
          <Select
            name="deskId"
            value={form.text('deskId')}
            options={[
              { value: '', label: t('direction.choose') },
              ...desks.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
        <RadioGroup
          id="kind"
          name="kind"
          legend={t('direction.presence.kind')}
          required
          error={errorAt(errors, 'kind')}
          value={form.text('kind')}
          options={presenceKinds.map((kind) => ({
            value: kind,
            label: t(`direction.presence.kind.${kind}`),
          }))}
        />
        <LineField
          {...asked}
          name="who"
          label={t('direction.presence.who')}
          hint={t('direction.presence.who-hint')}
        />
        <LineField
          {...asked}
          name="times"
          label={t('direction.presence.times')}
          hint={t('direction.presence.times-hint')}
        />
        <DayField {...asked} name="fromDay" label={t('direction.from')} />
        <DayField
          {...asked}
          name="untilDay"
          label={t('direction.until')}
          hint={t('direction.until-hint')}
          optional
        />
      </>
    ),
  })
}
