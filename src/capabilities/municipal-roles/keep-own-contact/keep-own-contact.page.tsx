import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { ContactPerson } from '../contact-person.ts'
import type { FormShown } from '../keeping.ts'
import { keepingPage } from '../keeping-form.page.tsx'
import type { MeetingContext } from '../meeting-desk.ts'
import { PersonFields, personInWords } from '../person-fields.page.tsx'
import { choicesOf } from './keep-own-contact.form.ts'

/** Who speaks with the municipality for a library, or for one desk of it. */
export function ownContactPage({
  request: { t, language },
  context,
  form,
  errors,
  saved,
  kept,
  stored,
}: FormShown<MeetingContext, ContactPerson>): Page {
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: kept ? kept.name : t('direction.own-contact.add'),
    lead: t('direction.own-contact.lead'),
    up: { href: '/balie/gemeente', label: t('direction.meet') },
    action: `/balie/gemeente/contactpersoon${kept ? `/${kept.id}` : ''}`,
    saved,
    isNew: !kept,
    meanwhile: stored && personInWords(stored, t, language),
    fields: (
      <>
        <FormField id="desk" label={t('direction.own-contact.of')} required error={errorAt(errors, 'desk')}>
          <Select
            name="desk"
            value={form.text('desk')}
            options={choicesOf(context).map(({ value, label }) => ({ value, label }))}
          />
        </FormField>
        <PersonFields {...asked} withEnd={kept !== undefined} />
      </>
    ),
  })
}
