import { Button } from '../../../design-system/button/button.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { ErrorSummary } from '../../../design-system/error-summary/error-summary.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import {
  BackgroundFields,
  type ContactPage,
  HelpFields,
  MomentFields,
  WhereFields,
} from '../contact-form.page.tsx'
import { QuestionFields } from '../question-fields.page.tsx'

/** The same form as for a new contact, without its script: what is shown is what is saved. */
export function correctContactPage(
  state: Pick<ContactPage, 't' | 'data' | 'fields' | 'errors' | 'upFront'> & { readonly id: string },
): Page {
  const { t, fields, errors, id } = state
  const title = t('contacts.correct.title')
  return {
    title: errors.length > 0 ? t('shell.error-prefix', { title }) : title,
    wide: true,
    main: (
      <Stack>
        {errors.length > 0 && (
          <ErrorSummary title={t('shell.errors-title', { count: errors.length })} errors={errors} />
        )}
        <Heading level={1}>{title}</Heading>
        <Form
          action={`/balie/contacten/${id}`}
          id="contact"
          dense
          onEnter={{ name: 'action', value: 'save' }}
        >
          {['revision', 'counted-as', 'occurred-at'].map((name) => (
            <input type="hidden" name={name} value={fields.text(name)} />
          ))}
          <WhereFields {...state} />
          <QuestionFields {...state} />
          <HelpFields {...state} />
          <BackgroundFields {...state} />
          <MomentFields {...state} />
          <div>
            <Button type="submit" variant="primary" name="action" value="save">
              {t('contacts.correct.submit')}
            </Button>
          </div>
        </Form>
        <Details summary={t('contacts.correct.remove')}>
          <form method="post" action={`/balie/contacten/${id}/verwijderen`}>
            <input type="hidden" name="terug" value="registraties" />
            <Stack gap="sm">
              <p>{t('contacts.correct.sure')}</p>
              <Button type="submit" variant="danger">
                {t('contacts.correct.remove')}
              </Button>
            </Stack>
          </form>
        </Details>
      </Stack>
    ),
  }
}

/** Why a contact cannot be changed (any more), and who can. */
export function fixedContactPage(
  t: Translate,
  reason: 'not-found' | 'not-yours' | 'term-over' | 'already',
): Page {
  const title = t('contacts.correct.title')
  return {
    title,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t(`contacts.change.${reason}`)}</Paragraph>
        <Button href="/balie/registraties">{t('contacts.correct.back')}</Button>
      </Stack>
    ),
  }
}
