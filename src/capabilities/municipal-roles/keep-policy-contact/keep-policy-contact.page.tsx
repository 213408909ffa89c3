import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { FormShown } from '../keeping.ts'
import { DayField, keepingPage, LineField } from '../keeping-form.page.tsx'
import { type PolicyContext, policyAddress } from '../policy-context.ts'
import type { PolicyContact } from '../talk.ts'

/** Whom to speak with in the municipality on a policy area. */
export function policyContactPage({
  request: { t, language },
  context,
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<PolicyContext, PolicyContact>): Page {
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: kept ? kept.name : t('direction.policy-contact.add'),
    lead: t('direction.policy-contact.lead', { area: t(`network.area.${context.area}`) }),
    up: { href: policyAddress(context), label: t(`network.area.${context.area}`) },
    action: policyAddress(context, `/contact${kept ? `/${kept.id}` : ''}`),
    saved,
    isNew: !kept,
    meanwhile: stored && [
      { term: t('direction.person.name'), text: stored.name },
      { term: t('direction.person.job'), text: stored.jobTitle },
      { term: t('direction.person.email'), text: stored.email ?? '' },
      { term: t('direction.person.phone'), text: stored.phone ?? '' },
      {
        term: t('direction.person.until'),
        text: stored.untilDay === null ? '' : dayInWords(stored.untilDay, language),
      },
    ],
    fields: (
      <>
        <LineField {...asked} name="name" label={t('direction.person.name')} />
        <LineField {...asked} name="jobTitle" label={t('direction.person.job')} optional />
        <LineField
          {...asked}
          name="email"
          type="email"
          label={t('direction.person.email')}
          hint={t('direction.person.reach-hint')}
          optional
        />
        <LineField {...asked} name="phone" type="tel" label={t('direction.person.phone')} optional />
        {kept && (
          <DayField
            {...asked}
            name="untilDay"
            label={t('direction.person.until')}
            hint={t('direction.person.until-hint')}
            optional
          />
        )}
      </>
    ),
  })
}
