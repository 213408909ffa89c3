import { CheckboxGroup } from '../../design-system/checkbox-group/checkbox-group.tsx'
import type { FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { ContactPerson } from './contact-person.ts'
import { DayField, LineField } from './keeping-form.page.tsx'

/** Who it is, how to reach him, and from when. */
export function PersonFields({
  withEnd,
  withDeputy = true,
  ...asked
}: {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly withEnd: boolean
  readonly withDeputy?: boolean
}) {
  const { t, form } = asked
  return (
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
      {withDeputy && (
        <CheckboxGroup
          id="deputy"
          name="deputy"
          legend={t('direction.person.deputy')}
          options={[{ value: 'ja', label: t('direction.person.deputy-yes') }]}
          values={form.all('deputy')}
        />
      )}
      <DayField {...asked} name="fromDay" label={t('direction.person.from')} />
      {withEnd && (
        <DayField
          {...asked}
          name="untilDay"
          label={t('direction.person.until')}
          hint={t('direction.person.until-hint')}
          optional
        />
      )}
    </>
  )
}

/** What somebody else made of a contact person, beside what was typed. */
export const personInWords = (stored: ContactPerson, t: Translate, language: Language) => [
  { term: t('direction.person.name'), text: stored.name },
  { term: t('direction.person.job'), text: stored.jobTitle },
  { term: t('direction.person.email'), text: stored.email ?? '' },
  { term: t('direction.person.phone'), text: stored.phone ?? '' },
  { term: t('direction.person.from'), text: dayInWords(stored.fromDay, language) },
  {
    term: t('direction.person.until'),
    text: stored.untilDay === null ? '' : dayInWords(stored.untilDay, language),
  },
]
