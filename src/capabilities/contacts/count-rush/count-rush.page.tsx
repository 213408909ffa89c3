import { Button } from '../../../design-system/button/button.tsx'
import { ButtonTiles } from '../../../design-system/button-tiles/button-tiles.tsx'
import { ErrorSummary } from '../../../design-system/error-summary/error-summary.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { type ContactPage, SavedLine, WhereFields } from '../contact-form.page.tsx'
import { contactFormData } from '../contact-form-data.ts'
import { TopicSelect, tilesOf } from '../question-fields.page.tsx'

export function countRushPage(state: ContactPage): Page {
  const { t, fields, errors, data } = state
  const title = t('contacts.rush.title')
  return {
    title: errors.length > 0 ? t('shell.error-prefix', { title }) : title,
    wide: true,
    script: 'count-rush.js',
    scriptData: contactFormData(state),
    main: (
      <Stack>
        <SavedLine {...state} back="druk" />
        {errors.length > 0 && (
          <ErrorSummary title={t('shell.errors-title', { count: errors.length })} errors={errors} />
        )}
        <Row apart>
          <Heading level={1}>{title}</Heading>
          <a class="nl-link" href="/balie/registraties" id="today">
            {t('contacts.register.today', { count: state.today })}
          </a>
        </Row>
        <Paragraph>{t('contacts.rush.lead')}</Paragraph>
        <Form action="/balie/druk" id="rush">
          <input type="hidden" name="id" value={fields.text('id')} />
          <input type="hidden" name="occurred-at" value={fields.text('occurred-at')} />
          <WhereFields {...state} />
          <ButtonTiles
            id="topic-0"
            label={t('contacts.rush.topics')}
            name="topic-0"
            options={tilesOf(state).map(({ code, label }) => ({ value: code, label }))}
          />
          <Row end>
            <FormField id="topic-more-0" label={t('contacts.rush.more')}>
              <TopicSelect t={t} lists={data.lists} name="topic-more-0" value="" />
            </FormField>
            <Button type="submit">{t('contacts.rush.count')}</Button>
          </Row>
        </Form>
      </Stack>
    ),
  }
}
