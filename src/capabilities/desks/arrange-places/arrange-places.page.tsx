import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { AddressFields, type FormPartProps, MunicipalityField, YesNoField } from '../address.page.tsx'
import { addressLine } from '../venue.ts'
import type { PlaceDetails } from './arrange-places.query.ts'

export interface PlacesPage extends FormPartProps {
  readonly desk: { readonly id: string; readonly libraryId: string; readonly name: string }
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly places: readonly PlaceDetails[]
  readonly saved: boolean
  /** Whether the way to the hours of the desk is shown, for who keeps those. */
  readonly linksToHours: boolean
}

const addressOf = ({ desk }: PlacesPage): string => `/beheer/informatiepunten/${desk.id}/plaatsen`

/** The places where a desk can stand besides its own address, with a form for one more. */
export function placesPage(props: PlacesPage): Page {
  const { t, desk, errors } = props
  const title = t('desks.places.title-of', { desk: desk.name })
  return {
    title,
    errors,
    main: (
      <Stack>
        {props.saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{title}</Heading>
        <Paragraph>
          <Link href={`/beheer/informatiepunten/${desk.id}`}>{t('desks.places.to-desk')}</Link>
        </Paragraph>
        {props.linksToHours && (
          <Paragraph>
            <Link href={`/balie/openingstijden/${desk.id}`}>
              {t('hours.show.title', { desk: desk.name })}
            </Link>
          </Paragraph>
        )}
        <PlacesTable {...props} />
        <Heading level={2}>{t('desks.places.add')}</Heading>
        <Form action={addressOf(props)}>
          <PlaceFields {...props} />
          <div>
            <Button type="submit" variant="primary">
              {t('desks.places.add')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}

export function changePlacePage(props: PlacesPage & { place: PlaceDetails }): Page {
  const { t, desk, place, errors } = props
  return {
    title: place.name,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{place.name}</Heading>
        <Paragraph>{desk.name}</Paragraph>
        <Form action={`${addressOf(props)}/${place.id}`}>
          <PlaceFields {...props} />
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('desks.change.submit')}
            </Button>
            <Button href={addressOf(props)} variant="subtle">
              {t('desks.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

function PlacesTable(props: PlacesPage) {
  const { t, places } = props
  const action = addressOf(props)
  if (places.length === 0) return <EmptyState>{t('desks.places.none')}</EmptyState>
  return (
    <DataTable
      id="places"
      caption={t('desks.places.caption')}
      columns={[
        {
          key: 'name',
          header: t('desks.places.place'),
          cell: (place) => <Link href={`${action}/${place.id}`}>{place.name}</Link>,
          rowHeader: true,
        },
        {
          key: 'address',
          header: t('desks.places.address'),
          cell: (place) => (
            <>
              {addressLine(place) ||
                props.municipalities.find(({ code }) => code === place.municipality)?.name}
              {!place.onMap && <> ({t('desks.places.not-on-map')})</>}
            </>
          ),
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
  )
}

function PlaceFields(props: PlacesPage) {
  const { t, form, errors } = props
  return (
    <>
      <FormField
        id="name"
        label={t('desks.places.name')}
        description={t('desks.places.name-hint')}
        error={errorAt(errors, 'name')}
        required
      >
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      <MunicipalityField {...props} />
      <AddressFields {...props} />
      <YesNoField {...props} name="step-free" legend="desks.step-free" />
    </>
  )
}
