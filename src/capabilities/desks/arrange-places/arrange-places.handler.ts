import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { yesNoField } from '../address-fields.ts'
import { prepareDeskPage } from '../change-desk/change-desk.handler.ts'
import { leaveOldPoint } from '../desk.ts'
import { hasKnownPostcode, writePoint } from '../map-point.ts'
import { addPlace, changePlace, closePlace } from './arrange-places.command.ts'
import { placeConstraints, placeForm, placeSent } from './arrange-places.form.ts'
import { changePlacePage, type PlacesPage, placesPage } from './arrange-places.page.tsx'
import { findPlaces, type PlaceDetails, type PlaceFacts } from './arrange-places.query.ts'

export async function showPlaces(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(placesPage({ ...page, saved: request.query('bewaard') !== '' }))
}

export async function submitAddPlace(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const form = await request.form()
  const again = (errors: readonly FormError[]): Reply => showAgain(placesPage({ ...page, form, errors }))
  const read = await readPlace(request, scope, form)
  if (!read.ok) return again(read.errors)
  try {
    await request.database.write(scope, (tx) =>
      addPlace(tx, scope, page.desk, read.input, request.clock.now()),
    )
    return seeOther(`/beheer/informatiepunten/${page.desk.id}/plaatsen?bewaard=ja`)
  } catch (error) {
    return again([formErrorOf(error, placeConstraints, request.t)])
  }
}

export async function showPlace(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  const place = placeMeant(request, page)
  return showPage(changePlacePage({ ...page, place, form: fieldsOf(place) }))
}

export async function submitChangePlace(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const place = placeMeant(request, page)
  const form = await request.form()
  const again = (errors: readonly FormError[]): Reply =>
    showAgain(changePlacePage({ ...page, place, form, errors }))
  const read = await readPlace(request, scope, form, place)
  if (!read.ok) return again(read.errors)
  try {
    await request.database.write(scope, (tx) =>
      changePlace(tx, scope, page.desk, place.id, read.input, request.clock.now()),
    )
    return seeOther(`/beheer/informatiepunten/${page.desk.id}/plaatsen?bewaard=ja`)
  } catch (error) {
    return again([formErrorOf(error, placeConstraints, request.t)])
  }
}

export async function submitClosePlace(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepareDeskPage(request)
  await request.database.write(scope, (tx) =>
    closePlace(tx, scope, page.desk, request.idParam('place'), request.clock.now()),
  )
  return seeOther(`/beheer/informatiepunten/${page.desk.id}/plaatsen?bewaard=ja`)
}

const placeMeant = (request: WebRequest, { places }: PlacesPage): PlaceDetails => {
  const id = request.idParam('place')
  return foundOrRefuse(places.find((place) => place.id === id))
}

async function readPlace(
  request: WebRequest,
  scope: AdministrationScope,
  form: FormFields,
  stood?: PlaceDetails,
): Promise<{ ok: true; input: PlaceFacts } | { ok: false; errors: readonly FormError[] }> {
  const { t } = request
  const parsed = parseForm(placeForm, placeSent(form), t)
  if (!parsed.ok) return parsed
  const input = stood ? leaveOldPoint(parsed.value, stood) : parsed.value
  const known = await request.database.read(scope, (db) => hasKnownPostcode(db, scope, input))
  return known
    ? { ok: true, input }
    : { ok: false, errors: [{ id: 'postcode', message: t('desks.error.postcode-unknown') }] }
}

async function prepare(request: WebRequest): Promise<{ scope: AdministrationScope; page: PlacesPage }> {
  const { scope, page } = await prepareDeskPage(request)
  // A closed desk is no longer within a library's scope: its places stay as they are.
  if (!page.desk.active) refuse('conflict')
  const places = await request.database.read(scope, (db) => findPlaces(db, scope, page.desk.id))
  return {
    scope,
    page: {
      t: request.t,
      desk: page.desk,
      municipalities: page.choices.municipalities,
      form: new FormFields([]),
      errors: [],
      places,
      saved: false,
    },
  }
}

function fieldsOf(place: PlaceDetails): FormFields {
  return new FormFields([
    ['name', place.name],
    ['municipality', place.municipality],
    ['street', place.street ?? ''],
    ['house-number', place.houseNumber ?? ''],
    ['postcode', place.postcode ?? ''],
    ['town', place.town ?? ''],
    ['point', place.point ? writePoint(place.point) : ''],
    ['step-free', yesNoField(place.stepFree)],
  ])
}
