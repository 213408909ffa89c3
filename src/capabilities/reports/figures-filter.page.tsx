import type { Child } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { FilterRow } from '../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { Row, Stack } from '../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { addressOf } from './area-address.ts'
import type { TypedFilter } from './figures-filter.ts'
import type { NamedArea } from './list-own-areas/list-own-areas.query.ts'
import type { KnownCodes } from './narrowing.ts'
import { periodChoices } from './period.ts'

/** Which area and period: two lists to choose from, and days of one's own for who wants those. */
export function FiguresFilter({
  t,
  areas,
  typed,
  errors = [],
}: {
  t: Translate
  areas: readonly NamedArea[]
  typed: TypedFilter
  known: KnownCodes
  errors?: readonly FormError[]
}): Child {
  const own = typed.choice === 'eigen'
  const wrongDays = errors.some(({ id }) => id === 'van' || id === 'tot')
  const labels = {
    day: t('reports.filter.day'),
    month: t('reports.filter.month'),
    year: t('reports.filter.year'),
  }
  return (
    <FilterRow
      action="/sturing"
      label={t('reports.filter')}
      submit={t('reports.filter.show')}
      more={
        <Details summary={t('reports.filter.own')} open={wrongDays}>
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
      {own && <input type="hidden" name="getoond" value={typed.days} />}
    </FilterRow>
  )
}
