import type { Child } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { CheckboxGroup } from '../../design-system/checkbox-group/checkbox-group.tsx'
import { ChoiceTiles } from '../../design-system/choice-tiles/choice-tiles.tsx'
import { ChosenItem, ChosenList } from '../../design-system/chosen-list/chosen-list.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { Row, Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { notRegistered, type Topic, topicGroups, topicsByGroup } from '../lists/public.ts'
import { longestText } from './contact.ts'
import { type ContactPage, errorOf, type Parts } from './contact-form.page.tsx'
import type { DeskForm } from './read-desk-form/read-desk-form.query.ts'
import { chosenTopic, questionNumbers } from './register-contact/register-contact.form.ts'
import { TopicNotices } from './topic-notices.page.tsx'

/** The tile for what has no topic of its own; it opens a line to say what it was. */
const somethingElse = 'other'

/** The questions so far, and room to choose the topic of the next. */
export function QuestionFields(props: Parts & { readonly notices?: ContactPage['notices'] }): Child {
  const { t, fields, data } = props
  const numbers = questionNumbers(fields)
  const asked = Number(fields.text('questions')) || numbers.length
  const current = asked > numbers.length ? (numbers.at(-1) ?? -1) + 1 : (numbers.at(-1) ?? 0)
  const earlier = numbers.filter((number) => number !== current)
  return (
    <Stack gap="sm">
      <ChosenList
        id="earlier-questions"
        label={t('contacts.register.questions')}
        hidden={earlier.length === 0}
      >
        {earlier.map((number) => {
          const topic = data.lists.topics.find(({ code }) => code === chosenTopic(fields, number))
          return topic && <EarlierQuestion t={t} fields={fields} number={number} topic={topic} />
        })}
      </ChosenList>
      <div id="current-question" data-number={current}>
        <CurrentQuestion {...props} number={current} />
      </div>
    </Stack>
  )
}

function EarlierQuestion({
  t,
  fields,
  number,
  topic,
}: {
  t: Translate
  fields: FormFields
  number: number
  topic: Topic
}): Child {
  return (
    <ChosenItem>
      <span>{topic.label}</span>
      <input type="hidden" name={`topic-${number}`} value={topic.code} />
      {[`provider-${number}`, `topic-text-${number}`, `digid-${number}`].flatMap((name) =>
        fields.all(name).map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <Button
        type="submit"
        variant="subtle"
        name="action"
        value={`remove-question-${number}`}
        ariaLabel={t('contacts.register.remove-question', { topic: topic.label })}
        icon="cross"
      />
    </ChosenItem>
  )
}

function CurrentQuestion({
  t,
  data,
  fields,
  errors,
  upFront,
  notices = [],
  number,
}: Parts & { number: number; notices?: ContactPage['notices'] }): Child {
  const { lists, form } = data
  const chosen = chosenTopic(fields, number)
  const tiles = tilesOf({ data, upFront })
  const elsewhere = tiles.some(({ code }) => code === chosen) ? '' : chosen
  const id = `topic-${number}`
  const textId = `topic-text-${number}`
  return (
    <Stack gap="sm">
      <ChoiceTiles
        id={id}
        name={id}
        legend={
          number === 0
            ? t('contacts.register.topic')
            : t('contacts.register.topic-nth', { number: number + 1 })
        }
        error={errorOf(errors, id)}
        options={tiles.map(({ code, label }) => ({ value: code, label }))}
        values={[chosen]}
      />
      <TopicNotices t={t} data={data} notices={notices} />
      <div id="topic-text-field">
        <FormField
          id={textId}
          label={t('contacts.register.topic-text')}
          description={t('contacts.register.text-hint')}
          error={errorOf(errors, textId)}
        >
          <TextInput name={textId} value={fields.text(textId)} maxlength={longestText} autocomplete="off" />
        </FormField>
      </div>
      <Row end>
        <FormField id={`topic-more-${number}`} label={t('contacts.register.more-topics')}>
          <TopicSelect t={t} lists={lists} name={`topic-more-${number}`} value={elsewhere} />
        </FormField>
        <Details
          summary={<span id="provider-summary">{t('contacts.register.provider-usual')}</span>}
          open={errorOf(errors, `provider-${number}`) !== undefined}
        >
          <CheckboxGroup
            id={`provider-${number}`}
            name={`provider-${number}`}
            legend={t('contacts.register.provider')}
            error={errorOf(errors, `provider-${number}`)}
            layout="row"
            values={fields.all(`provider-${number}`)}
            options={[
              ...lists.serviceProviders.map(({ code, shortName }) => ({ value: code, label: shortName })),
              { value: 'none', label: t('contacts.register.provider-none') },
            ]}
          />
        </Details>
        {form.asks.digid && (
          <div id="digid-field">
            <FormField
              id={`digid-${number}`}
              label={t('contacts.register.digid')}
              error={errorOf(errors, `digid-${number}`)}
            >
              <Select
                name={`digid-${number}`}
                value={fields.text(`digid-${number}`) || notRegistered.digid}
                options={lists.answerOptions.digid.map(({ code, label }) => ({ value: code, label }))}
              />
            </FormField>
          </div>
        )}
        <Button type="submit" name="action" value="add-question" variant="subtle" id="add-question">
          {t('contacts.register.add-question')}
        </Button>
      </Row>
    </Stack>
  )
}

/** The topics one tap away at the chosen desk, and last the one for what has no topic of its own. */
export function tilesOf({ data, upFront }: Pick<ContactPage, 'data' | 'upFront'>): Topic[] {
  return [...(upFront.get(data.desk.id) ?? []), somethingElse].flatMap(
    (code) => data.lists.topics.find((topic) => topic.code === code) ?? [],
  )
}

/** All topics, in their groups. */
export function TopicSelect({
  t,
  lists,
  name,
  value,
}: {
  t: Translate
  lists: DeskForm['lists']
  name: string
  value: string
}): Child {
  const groups = topicsByGroup(lists)
  return (
    <select class="utrecht-select utrecht-select--html-select" id={name} name={name}>
      <option value="">{t('contacts.register.choose-topic')}</option>
      {topicGroups.map((group) => (
        <optgroup label={t(`contacts.register.group.${group}`)}>
          {groups[group].map((topic) => (
            <option value={topic.code} selected={topic.code === value}>
              {topic.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
