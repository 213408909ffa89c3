import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { ChangeDeskPage } from '../change-desk/change-desk.page.tsx'
import { MunicipalityField } from '../desk.page.tsx'

/** The places of a pop-up or mobile desk, on the desk's own page. */
export function PlacesPart({ t, desk, placeForm: form, errors, choices, places }: ChangeDeskPage) {
  const action = `/beheer/informatiepunten/${desk.id}/plaatsen`
  return (
    <Stack>
      <Heading level={2}>{t('desks.places.title')}</Heading>
      {places.length === 0 ? (
        <EmptyState>{t('desks.places.none')}</EmptyState>
      ) : (
        <DataTable
          id="places"
          caption={t('desks.places.caption')}
          columns={[
            { key: 'name', header: t('desks.places.place'), cell: (place) => place.name, rowHeader: true },
            {
              key: 'municipality',
              header: t('desks.municipality'),
              cell: (place) =>
                choices.municipalities.find(({ code }) => code === place.municipality)?.name ?? '',
            },
            {
              key: 'close',
              header: t('desks.places.close-header'),
              cell: (place) => (
                <form method="post" action={`${action}/${place.id}/sluiten`}>
                  <Button type="submit">
                    {t('desks.places.close')} <VisuallyHidden>{place.name}</VisuallyHidden>
                  </Button>
                </form>
              ),
            },
          ]}
          rows={places}
        />
      )}
      <Heading level={3}>{t('desks.places.add')}</Heading>
      <Form action={action}>
        <FormField
          id="place-name"
          label={t('desks.places.name')}
          description={t('desks.places.name-hint')}
          error={errorAt(errors, 'place-name')}
          required
        >
          <TextInput name="place-name" value={form.text('place-name')} autocomplete="off" />
        </FormField>
        <MunicipalityField t={t} form={form} errors={errors} name="place-municipality" choices={choices} />
        <div>
          <Button type="submit">{t('desks.places.add')}</Button>
        </div>
      </Form>
    </Stack>
  )
}
