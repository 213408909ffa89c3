import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { type ContactPerson, placings } from '../contact-person.ts'
import type { FormShown } from '../keeping.ts'
import { keepingPage, LineField } from '../keeping-form.page.tsx'
import type { MunicipalContext } from '../municipal-context.ts'
import { PersonFields, personInWords } from '../person-fields.page.tsx'

/** Who speaks for the municipality, and where it placed the role (guide § 5.2.3, § 5.3). */
export function contactPersonPage({
  request: { t, language },
  context: { municipality },
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<MunicipalContext, ContactPerson>): Page {
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: kept ? kept.name : t('direction.contact.add'),
    lead: t('direction.contact.lead', { municipality: municipality.name }),
    up: {
      href: municipalityAddress('/sturing/contactpersonen', municipality),
      label: t('direction.contacts'),
    },
    action: municipalityAddress(`/sturing/contactpersonen/persoon${kept ? `/${kept.id}` : ''}`, municipality),
    saved,
    isNew: !kept,
    meanwhile: stored && personInWords(stored, t, language),
    fields: (
      <>
        <PersonFields {...asked} withEnd={kept !== undefined} />
        <RadioGroup
          id="placed"
          name="placed"
          legend={t('direction.placed')}
          description={t('direction.placed-hint')}
          optional={t('shell.optional')}
          value={form.text('placed')}
          options={placings.map((value) => ({ value, label: t(`direction.placed.${value}`) }))}
        />
        <LineField {...asked} name="department" label={t('direction.person.department')} optional />
      </>
    ),
  })
}
