import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { languageName, languagesByName } from '../../desks/public.ts'
import { type Topic, type TopicGroup, topicGroups } from '../../lists/public.ts'
import {
  type EntryForm,
  entryPage,
  FormPart,
  HoursQuestions,
  LineQuestion,
  type OfPartner,
  partnerAddress,
  TextQuestion,
  YesNoQuestion,
} from '../entry-form.page.tsx'
import { type PartnerLocation, placeLine } from '../partner.ts'
import { serviceCapacities, serviceWays, targetGroups } from '../service.ts'
import { groupWords } from '../service-words.ts'

export interface ServiceChoices {
  readonly topics: Readonly<Record<TopicGroup, readonly Topic[]>>
  /** Of the working area and around it, and what was chosen before; none for who keeps for the whole country. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly locations: readonly PartnerLocation[]
  /** What it has that is in no list of ours. */
  readonly groups: readonly string[]
  readonly languages: readonly string[]
}

interface KeepService extends EntryForm {
  readonly partner: OfPartner
  readonly serviceId?: string
  readonly language: Language
  readonly choices: ServiceChoices
}

/** The form of a service; without an id a new one. */
export function keepServicePage(props: KeepService): Page {
  const { t, form, errors, partner, serviceId } = props
  const part = (id: 'whom' | 'reach' | 'conditions') => ({ id, title: t(`directory.part.${id}`) })
  return entryPage({
    ...props,
    title: t(serviceId ? 'directory.service.change' : 'directory.service.add'),
    action: partnerAddress(partner, serviceId ? `/aanbod/${serviceId}` : '/aanbod'),
    submit: serviceId ? 'directory.save' : 'directory.service.add',
    children: (
      <>
        <LineQuestion {...props} name="name" hint="directory.hint.service-name" required />
        <TextQuestion {...props} name="description" hint="directory.hint.service-description" />
        <Topics {...props} />
        <FormPart {...part('reach')}>
          <Many
            {...props}
            name="ways"
            options={serviceWays.map((way) => [way, t(`directory.service-way.${way}`)])}
          />
          <One {...props} name="by-appointment" />
          {props.choices.locations.length > 0 && (
            <Many
              {...props}
              name="locations"
              options={props.choices.locations.map((location) => [
                location.id,
                [location.name, placeLine(location)].filter(Boolean).join(', '),
              ])}
            />
          )}
          <HoursQuestions {...props} hint="directory.hint.service-hours" />
          <LineQuestion {...props} name="phone" type="tel" hint="directory.hint.own-reach" />
          <LineQuestion {...props} name="email" type="email" />
          <LineQuestion {...props} name="website" />
        </FormPart>
        <FormPart {...part('whom')}>
          <Many
            {...props}
            name="groups"
            hint="directory.hint.groups"
            options={[...targetGroups, ...props.choices.groups].map((code) => [code, groupWords(code, t)])}
          />
          <Area {...props} />
          <Languages {...props} />
        </FormPart>
        <FormPart {...part('conditions')}>
          <YesNoQuestion {...props} name="free" />
          <LineQuestion {...props} name="cost" hint="directory.hint.cost" />
          <TextQuestion {...props} name="eligibility" hint="directory.hint.eligibility" rows={2} />
          <TextQuestion {...props} name="documents" hint="directory.hint.documents" />
          <RadioGroup
            id="capacity"
            name="capacity"
            legend={t('directory.field.capacity')}
            error={errorAt(errors, 'capacity')}
            options={serviceCapacities.map((one) => ({ value: one, label: t(`directory.capacity.${one}`) }))}
            value={form.text('capacity') || 'unknown'}
          />
          <One {...props} name="course" />
          {serviceId && (
            <RadioGroup
              id="active"
              name="active"
              legend={t('directory.field.active')}
              options={[
                { value: 'yes', label: t('directory.active.yes') },
                { value: 'no', label: t('directory.active.no') },
              ]}
              value={form.text('active') || 'yes'}
            />
          )}
        </FormPart>
      </>
    ),
  })
}

/** With which questions it helps: by these a desk gets its proposals. */
function Topics({ t, form, errors, choices }: KeepService) {
  const chosen = form.all('topics')
  const [first = 'digital-government'] = topicGroups
  return (
    <FormPart id="topics" title={t('directory.field.topics')}>
      <p>{t('directory.hint.topics')}</p>
      {topicGroups.map((group) => {
        const topics = choices.topics[group]
        const count = topics.filter(({ code }) => chosen.includes(code)).length
        return (
          <Details
            summary={t('directory.topics-chosen', { group: t(`directory.topics.${group}`), count })}
            open={count > 0}
          >
            <CheckboxGroup
              id={group === first ? 'topics' : `topics-${group}`}
              name="topics"
              legend={t(`directory.topics.${group}`)}
              error={group === first ? errorAt(errors, 'topics') : undefined}
              options={topics.map(({ code, label }) => ({ value: code, label }))}
              values={chosen}
              layout="row"
            />
          </Details>
        )
      })}
    </FormPart>
  )
}

function Area(props: KeepService) {
  const { t, form, errors, choices } = props
  return (
    <>
      <RadioGroup
        id="reach"
        name="reach"
        legend={t('directory.field.reach')}
        required
        error={errorAt(errors, 'reach')}
        options={[
          { value: 'municipalities', label: t('directory.reach.municipalities') },
          { value: 'country', label: t('directory.reach.country') },
        ]}
        value={form.text('reach')}
      />
      {choices.municipalities.length > 0 && (
        <Many {...props} name="area" options={choices.municipalities.map(({ code, name }) => [code, name])} />
      )}
    </>
  )
}

function Languages({ t, form, errors, language, choices }: KeepService) {
  const chosen = form.all('languages')
  return (
    <Details
      summary={t('directory.languages-chosen', { count: chosen.length })}
      open={chosen.length > 0 || Boolean(errorAt(errors, 'languages'))}
    >
      <CheckboxGroup
        id="languages"
        name="languages"
        legend={t('directory.field.languages')}
        error={errorAt(errors, 'languages')}
        options={[
          ...languagesByName(language).map(({ code, name }) => ({ value: code as string, label: name })),
          ...choices.languages.map((code) => ({ value: code, label: languageName(code, language) })),
        ]}
        values={chosen}
        layout="row"
      />
    </Details>
  )
}

function Many({
  t,
  form,
  errors,
  name,
  hint,
  options,
}: KeepService & {
  name: 'ways' | 'groups' | 'area' | 'locations'
  hint?: 'directory.hint.groups'
  options: readonly (readonly [string, string])[]
}) {
  return (
    <CheckboxGroup
      id={name}
      name={name}
      legend={t(`directory.field.${name}`)}
      description={hint && t(hint)}
      optional={t('shell.optional')}
      error={errorAt(errors, name)}
      options={options.map(([value, label]) => ({ value, label }))}
      values={form.all(name)}
      layout={name === 'locations' ? 'list' : 'row'}
    />
  )
}

function One({ t, form, name }: KeepService & { name: 'by-appointment' | 'course' }) {
  return (
    <CheckboxGroup
      id={name}
      name={name}
      legend={t(`directory.field.${name}`)}
      optional={t('shell.optional')}
      options={[{ value: 'yes', label: t(`directory.${name}.yes`) }]}
      values={form.all(name)}
    />
  )
}
