import type { Child } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { ChosenItem, ChosenList } from '../../design-system/chosen-list/chosen-list.tsx'
import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { FilterFields, FilterRow } from '../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Select, type SelectOption } from '../../design-system/select/select.tsx'
import { Row, Stack } from '../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { addressOf, areaAt } from './area-address.ts'
import { comparings, type Filter, filterQuery, type TypedFilter } from './figures-filter.ts'
import type { FiguresAddress } from './figures-parts.page.tsx'
import type { NamedArea } from './list-own-areas/list-own-areas.query.ts'
import { type NarrowingName, narrowingFields, narrowingsAt } from './narrowing.ts'
import { type NarrowingChoices, tellNarrowing } from './narrowing-choices.ts'
import { periodChoices } from './period.ts'

export interface FiguresForm {
  readonly t: Translate
  readonly address: FiguresAddress
  readonly areas: readonly NamedArea[]
  readonly choices: NarrowingChoices
  readonly typed: TypedFilter
  readonly errors?: readonly FormError[] | undefined
}

/**
 * Which figures: three lists for what everybody chooses, and one tap away the days of one's own and what the figures can be
 * narrowed down by.
 */
export function FiguresFilter(form: FiguresForm): Child {
  const { t, address, areas, typed, errors = [] } = form
  const own = typed.choice === 'eigen'
  return (
    <FilterRow
      id="filter"
      action={address}
      label={t('reports.filter')}
      submit={t('reports.filter.show')}
      more={
        <>
          <OwnDays {...form} />
          <Refinements {...form} />
        </>
      }
    >
      <FormField id="gebied" label={t('reports.filter.area')} error={errorAt(errors, 'gebied')}>
        <Select
          name="gebied"
          value={typed.area}
          options={areas.map(({ area, name }) => ({
            value: addressOf(area),
            label: name.charAt(0).toUpperCase() + name.slice(1),
          }))}
        />
      </FormField>
      <FormField id="periode" label={t('reports.filter.period')} error={errorAt(errors, 'periode')}>
        <Select
          name="periode"
          value={typed.choice}
          options={periodChoices
            .filter((choice) => choice !== 'eigen' || own)
            .map((choice) => ({ value: choice, label: t(`reports.period.${choice}`) }))}
        />
      </FormField>
      {address === '/sturing' ? (
        <FormField id="vergelijk" label={t('dashboard.compare')} error={errorAt(errors, 'vergelijk')}>
          <Select
            name="vergelijk"
            value={typed.others.vergelijk || 'vanzelf'}
            options={comparings.map((value) => ({ value, label: t(`dashboard.compare.${value}`) }))}
          />
        </FormField>
      ) : (
        // Nothing is compared here; back on the other page the choice stands as it was.
        typed.others.vergelijk && <input type="hidden" name="vergelijk" value={typed.others.vergelijk} />
      )}
      {own && <input type="hidden" name="getoond" value={typed.days} />}
    </FilterRow>
  )
}

function OwnDays({ t, typed, errors = [] }: FiguresForm): Child {
  const labels = {
    day: t('reports.filter.day'),
    month: t('reports.filter.month'),
    year: t('reports.filter.year'),
  }
  return (
    <Details
      id="eigen-dagen"
      summary={t('reports.filter.own')}
      open={errors.some(({ id }) => id === 'van' || id === 'tot')}
    >
      <Stack>
        <Row end>
          <DateInput
            id="van"
            name="van"
            legend={t('reports.filter.from')}
            labels={labels}
            value={typed.from}
            error={errorAt(errors, 'van')}
          />
          <DateInput
            id="tot"
            name="tot"
            legend={t('reports.filter.until')}
            labels={labels}
            value={typed.until}
            error={errorAt(errors, 'tot')}
          />
        </Row>
        <div>
          <Button type="submit">{t('reports.filter.show-own')}</Button>
        </div>
      </Stack>
    </Details>
  )
}

/** Open when something is chosen, or wrong: then one sees what holds. */
function Refinements({ t, typed, choices, errors = [] }: FiguresForm): Child {
  const names = narrowingsAt(areaAt(typed.area)?.level ?? 'nation')
  const isOpen = names.some(
    (name) => typed.others[narrowingFields[name]] || errorAt(errors, narrowingFields[name]),
  )
  return (
    <Details id="verfijn" summary={t('dashboard.refine')} open={isOpen}>
      <Stack>
        <FilterFields>
          {names.map((name) => {
            const field = narrowingFields[name]
            return (
              <FormField id={field} label={t(`dashboard.field.${name}`)} error={errorAt(errors, field)}>
                <Select
                  name={field}
                  value={typed.others[field]}
                  options={[
                    { value: '', label: t(`dashboard.all.${name}`) },
                    ...optionsOf(name, choices, typed),
                  ]}
                />
              </FormField>
            )
          })}
        </FilterFields>
        <div>
          <Button type="submit">{t('dashboard.refine.show')}</Button>
        </div>
      </Stack>
    </Details>
  )
}

/** With a group chosen only its topics; the topic that is chosen stays, so that one sees what holds. */
function optionsOf(
  name: NarrowingName,
  choices: NarrowingChoices,
  { others }: TypedFilter,
): (SelectOption | { label: string; options: SelectOption[] })[] {
  const option = ({ code, label }: { code: string; label: string }): SelectOption => ({ value: code, label })
  if (name !== 'topic') return choices[name].map(option)
  const group = choices.group.find(({ code }) => code === others[narrowingFields.group])?.code
  return choices.group.flatMap(({ code: within, label }) => {
    const topics = choices.topic.filter(
      (topic) =>
        topic.group === within &&
        (group === undefined || group === within || topic.code === others[narrowingFields.topic]),
    )
    return topics.length > 0 ? [{ label, options: topics.map(option) }] : []
  })
}

/** What the figures are narrowed down to, in words, each with what takes it away. */
export function ChosenNarrowings({
  t,
  address,
  filter,
  choices,
}: Pick<FiguresForm, 't' | 'address' | 'choices'> & { readonly filter: Filter }): Child {
  const told = tellNarrowing(filter.narrowing, choices, t)
  if (told.length === 0) return null
  return (
    <ChosenList id="gekozen" label={t('dashboard.chosen-filters')}>
      {told.map(({ words, without }) => (
        <ChosenItem>
          <span>{words}</span>
          <Button
            variant="subtle"
            icon="cross"
            href={`${address}?${filterQuery({ ...filter, narrowing: without })}`}
            ariaLabel={t('dashboard.take-away', { filter: words })}
          />
        </ChosenItem>
      ))}
    </ChosenList>
  )
}
