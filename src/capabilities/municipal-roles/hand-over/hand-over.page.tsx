import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { ContactPerson } from '../contact-person.ts'
import { keepingPage, LongField } from '../keeping-form.page.tsx'
import { PersonFields, personInWords } from '../person-fields.page.tsx'
import type { OpenThings } from './hand-over.query.ts'

/** Somebody leaves as contact person: who follows, from when, and what is open. */
export function handOverPage({
  t,
  language,
  leaving,
  open,
  up,
  action,
  form,
  errors,
  stored,
}: {
  readonly t: Translate
  readonly language: Language
  readonly leaving: ContactPerson
  readonly open: OpenThings
  readonly up: { readonly href: string; readonly label: string }
  readonly action: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly stored?: ContactPerson
}): Page {
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: t('direction.hand-over.title', { name: leaving.name }),
    lead: t('direction.hand-over.lead'),
    up,
    action,
    saved: false,
    isNew: false,
    meanwhile: stored && personInWords(stored, t, language),
    submit: t('direction.hand-over.submit'),
    fields: (
      <>
        <input type="hidden" name="id" value={form.text('id')} />
        <PersonFields {...asked} withEnd={false} withDeputy={false} />
        <Stack>
          <Heading level={2}>{t('direction.hand-over.open')}</Heading>
          {open.actions.length + open.talks.length === 0 ? (
            <Paragraph>{t('direction.hand-over.nothing-open')}</Paragraph>
          ) : (
            <ul>
              {open.actions.map(({ what, dueOn }) => (
                <li>{t('direction.hand-over.action', { what, day: dayInWords(dueOn, language, 'date') })}</li>
              ))}
              {open.talks.map(({ area, day }) => (
                <li>
                  {t('direction.hand-over.talk', {
                    area: t(`network.area.${area}`),
                    day: dayInWords(day, language, 'date'),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Stack>
        <LongField
          {...asked}
          name="note"
          label={t('direction.hand-over.note')}
          hint={t('direction.hand-over.note-hint')}
          rows={6}
          optional
        />
      </>
    ),
  })
}
