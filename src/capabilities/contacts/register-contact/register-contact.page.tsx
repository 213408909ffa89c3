import { Button } from '../../../design-system/button/button.tsx'
import { ErrorSummary } from '../../../design-system/error-summary/error-summary.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StickyBar } from '../../../design-system/sticky-bar/sticky-bar.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import {
  BackgroundFields,
  type ContactPage,
  HelpFields,
  MomentFields,
  SavedLine,
  ScriptTemplates,
  WhereFields,
} from '../contact-form.page.tsx'
import { contactFormData } from '../contact-form-data.ts'
import { QuestionFields } from '../question-fields.page.tsx'
import { NewNoticesLink } from '../topic-notices.page.tsx'

export function registerContactPage(state: ContactPage): Page {
  const { t, fields, errors, data } = state
  const title = t('contacts.register.title')
  return {
    title: errors.length > 0 ? t('shell.error-prefix', { title }) : title,
    wide: true,
    script: 'register-contact.js',
    scriptData: contactFormData(state),
    main: (
      <Stack gap="sm">
        <SavedLine t={t} data={data} saved={state.saved} undone={state.undone} />
        {errors.length > 0 && (
          <ErrorSummary title={t('shell.errors-title', { count: errors.length })} errors={errors} />
        )}
        <VisuallyHidden as="h1">{title}</VisuallyHidden>
        <Form action="/balie" id="contact" dense onEnter={{ name: 'action', value: 'save' }}>
          <input type="hidden" name="id" value={fields.text('id')} />
          <input type="hidden" name="occurred-at" value={fields.text('occurred-at')} />
          <Row apart>
            <WhereFields {...state} />
            <Row>
              <NewNoticesLink {...state} />
              <a class="nl-link" href="/balie/doorverwijzen" id="refer" target="_blank" rel="noopener">
                {t('referrals.from-contact')}
              </a>
              <a class="nl-link" href="/balie/registraties" id="today">
                {t('contacts.register.today', { count: state.today })}
              </a>
            </Row>
          </Row>
          <QuestionFields {...state} notices={state.notices} />
          <HelpFields {...state} />
          <Row>
            <BackgroundFields {...state} />
            <MomentFields {...state} />
          </Row>
          <StickyBar>
            <Button
              type="submit"
              variant="primary"
              name="action"
              value="save"
              ariaKeyshortcuts="Control+Enter"
            >
              {t('contacts.register.submit')}
            </Button>
          </StickyBar>
        </Form>
        <ScriptTemplates t={t} />
      </Stack>
    ),
  }
}

export function noDeskPage(t: Translate): Page {
  const title = t('contacts.register.title')
  return {
    title,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t('contacts.register.no-desk')}</Paragraph>
      </Stack>
    ),
  }
}
