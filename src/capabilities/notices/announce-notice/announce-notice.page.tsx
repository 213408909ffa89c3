import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { ReachedDesk } from '../find-notices/find-notices.query.ts'
import { longest, type Notice } from '../notice.ts'
import { type Announcing, announceAddress } from '../notices-address.ts'
import { topicChoices, topicLabel } from '../topics.ts'
import { mostTopics } from './announce-notice.form.ts'

/** What a municipality tells its desks of a change, to be written or changed. */
export function noticePage(
  props: Announcing & {
    /** The desks to choose from. */
    desks: readonly ReachedDesk[]
    /** What is changed; undefined for a new one. */
    notice?: Notice
    /** What somebody else made of it meanwhile. */
    stored?: Notice
    form: FormFields
    errors: readonly FormError[]
  },
): Page {
  const { t, municipality, notice, form, errors } = props
  const title = notice ? t('notices.change-title', { title: notice.title }) : t('notices.add')
  const isAnnounced = Boolean(notice?.announcedOn)
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('notices.breadcrumb')}
          items={[
            { href: announceAddress('', municipality), label: t('notices.title') },
            ...(notice
              ? [{ href: announceAddress(`/${notice.id}`, municipality), label: notice.title }]
              : []),
          ]}
        />
        <Heading level={1}>{title}</Heading>
        <Meanwhile {...props} />
        <Form
          action={
            notice
              ? announceAddress(`/${notice.id}/wijzigen`, municipality)
              : announceAddress('/nieuw', municipality)
          }
          onEnter={{ name: 'action', value: 'save' }}
        >
          {notice ? (
            <input type="hidden" name="version" value={form.text('version')} />
          ) : (
            <input type="hidden" name="id" value={form.text('id')} />
          )}
          <WhatFields {...props} />
          <WhenFields {...props} />
          <ReachFields {...props} />
          {isAnnounced && (
            <CheckboxGroup
              id="see-again"
              name="see-again"
              legend={t('notices.see-again')}
              description={t('notices.see-again-hint')}
              options={[{ value: 'ja', label: t('notices.see-again-yes') }]}
              values={form.all('see-again')}
            />
          )}
          <ButtonGroup>
            {!isAnnounced && (
              <Button type="submit" variant="primary" name="action" value="announce">
                {t('notices.announce')}
              </Button>
            )}
            <Button type="submit" variant={isAnnounced ? 'primary' : 'secondary'} name="action" value="save">
              {t(isAnnounced ? 'notices.save' : 'notices.save-draft')}
            </Button>
            <Button href={announceAddress(notice ? `/${notice.id}` : '', municipality)} variant="subtle">
              {t('notices.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

type Fields = Parameters<typeof noticePage>[0]

function Meanwhile({ t, language, lists, stored, desks }: Fields) {
  if (!stored) return null
  const { chosenDesks } = stored
  return (
    <Alert kind="warning" id="meanwhile">
      <Stack>
        <Paragraph>{t('notices.meanwhile')}</Paragraph>
        <DescriptionList
          items={[
            { term: t('notices.field.title'), description: stored.title },
            {
              term: t('notices.field.topic'),
              description: stored.topics.map((code) => topicLabel(lists, code)).join(', '),
            },
            { term: t('notices.field.from'), description: dayInWords(stored.countsFrom, language) },
            { term: t('notices.field.until'), description: dayInWords(stored.shownUntil, language) },
            { term: t('notices.field.what'), description: stored.whatChanges },
            { term: t('notices.field.tell'), description: stored.tell },
            { term: t('notices.field.link'), description: stored.link || '–' },
            {
              term: t('notices.field.reach'),
              description: chosenDesks
                ? desks.flatMap(({ id, name }) => (chosenDesks.includes(id) ? [name] : [])).join(', ')
                : t('notices.reach.all'),
            },
          ]}
        />
      </Stack>
    </Alert>
  )
}

function WhatFields({ t, lists, form, errors }: Fields) {
  return (
    <>
      <FormField
        id="title"
        label={t('notices.field.title')}
        description={t('notices.field.title-hint', { most: longest.title })}
        error={errorAt(errors, 'title')}
        required
      >
        <TextInput name="title" value={form.text('title')} maxlength={longest.title} autocomplete="off" />
      </FormField>
      <FieldGroup id="topics" legend={t('notices.field.topics')} description={t('notices.field.topics-hint')}>
        <Stack>
          {Array.from({ length: mostTopics }, (_, at) => {
            const field = at === 0 ? 'topic' : `topic-${at + 1}`
            return (
              <FormField
                id={field}
                label={at === 0 ? t('notices.field.topic') : t('notices.field.topic-nth', { number: at + 1 })}
                optional={at === 0 ? undefined : t('shell.optional')}
                error={errorAt(errors, field)}
                required={at === 0}
              >
                <Select
                  name={field}
                  value={form.text(field)}
                  options={topicChoices(t, lists, t('notices.choose-topic'))}
                />
              </FormField>
            )
          })}
        </Stack>
      </FieldGroup>
      <FormField
        id="what"
        label={t('notices.field.what')}
        description={t('notices.field.what-hint', { most: longest.what })}
        error={errorAt(errors, 'what')}
        required
      >
        <Textarea name="what" value={form.text('what')} rows={5} />
      </FormField>
      <FormField
        id="tell"
        label={t('notices.field.tell')}
        description={t('notices.field.tell-hint', { most: longest.tell })}
        error={errorAt(errors, 'tell')}
        required
      >
        <Textarea name="tell" value={form.text('tell')} rows={3} />
      </FormField>
      <FormField
        id="link"
        label={t('notices.field.link')}
        description={t('notices.field.link-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'link')}
      >
        <TextInput name="link" type="url" value={form.text('link')} autocomplete="off" />
      </FormField>
    </>
  )
}

function WhenFields({ t, form, errors }: Fields) {
  return (['from', 'until'] as const).map((field) => (
    <DateInput
      id={field}
      name={field}
      legend={t(`notices.field.${field}`)}
      description={t(`notices.field.${field}-hint`)}
      required
      error={errorAt(errors, field)}
      labels={{ day: t('notices.day'), month: t('notices.month'), year: t('notices.year') }}
      value={{
        day: form.text(`${field}.day`),
        month: form.text(`${field}.month`),
        year: form.text(`${field}.year`),
      }}
    />
  ))
}

function ReachFields({ t, desks, form, errors }: Fields) {
  return (
    <>
      <RadioGroup
        id="reach"
        name="reach"
        legend={t('notices.field.reach')}
        description={t('notices.field.reach-hint', { count: desks.length })}
        required
        error={errorAt(errors, 'reach')}
        value={form.text('reach')}
        options={(['all', 'chosen'] as const).map((value) => ({
          value,
          label: t(`notices.reach.${value}`),
        }))}
      />
      {desks.length > 0 && (
        <Details
          summary={t('notices.field.desks-open')}
          open={form.text('reach') === 'chosen' || errorAt(errors, 'desks') !== undefined}
        >
          <CheckboxGroup
            id="desks"
            name="desks"
            legend={t('notices.field.desks')}
            description={t('notices.field.desks-hint')}
            error={errorAt(errors, 'desks')}
            options={desks.map(({ id, name }) => ({ value: id, label: name }))}
            values={form.all('desks')}
          />
        </Details>
      )}
    </>
  )
}
