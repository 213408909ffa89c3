import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { type Priority, priorityKinds } from '../direction.ts'
import type { FormShown } from '../keeping.ts'
import { DayField, daysKept, keepingPage, LineField, LongField } from '../keeping-form.page.tsx'
import type { MunicipalContext } from '../municipal-context.ts'

/** A group of people, or a digital service, that comes first in a municipality. */
export function priorityPage({
  request: { t, language },
  context: { municipality },
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<MunicipalContext, Priority>): Page {
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: kept ? kept.name : t('direction.priority.add'),
    lead: t('direction.priority.lead'),
    up: { href: municipalityAddress('/sturing/regie', municipality), label: t('direction.title') },
    action: municipalityAddress(`/sturing/regie/voorrang${kept ? `/${kept.id}` : ''}`, municipality),
    saved,
    isNew: !kept,
    meanwhile: stored && [
      { term: t('direction.priority.name'), text: stored.name },
      { term: t('direction.priority.why'), text: stored.why },
      ...daysKept(stored, { t, language }),
    ],
    fields: (
      <>
        <RadioGroup
          id="kind"
          name="kind"
          legend={t('direction.priority.kind')}
          required
          error={errorAt(errors, 'kind')}
          value={form.text('kind')}
          options={priorityKinds.map((kind) => ({
            value: kind,
            label: t(`direction.priority.kind.${kind}`),
          }))}
        />
        <LineField
          {...asked}
          name="name"
          label={t('direction.priority.name')}
          hint={t('direction.priority.name-hint')}
        />
        <LongField
          {...asked}
          name="why"
          label={t('direction.priority.why')}
          hint={t('direction.priority.why-hint')}
          optional
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
