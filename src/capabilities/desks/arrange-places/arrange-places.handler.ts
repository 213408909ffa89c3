import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, Refusal, refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { dayInWords, localDay } from '../../../platform/time/local-time.ts'
import { findAddressProblems, sayProblems } from '../address-check.ts'
import { yesNoField } from '../address-fields.ts'
import { prepareDeskPage } from '../change-desk/change-desk.handler.ts'
import { leaveOldPoint } from '../desk.ts'
import { timetableInWords } from '../hours-in-words.ts'
import { writePoint } from '../map-point.ts'
import { desksPermissions } from '../permissions.ts'
import { addPlace, changePlace, closePlace } from './arrange-places.command.ts'
import { placeConstraints, placeForm, placeSent } from './arrange-places.form.ts'
import { changePlacePage, type PlacesPage, placesPage } from './arrange-places.page.tsx'
import { findPlaces, findPlannedAt, type PlaceDetails, type PlaceFacts } from './arrange-places.query.ts'

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
  const { scope, page } = await prepare(request)
  const placeId = request.idParam('place')
  try {
    await request.database.write(scope, (tx) =>
      closePlace(tx, scope, page.desk, placeId, request.clock.now()),
    )
    return seeOther(`/beheer/informatiepunten/${page.desk.id}/plaatsen?bewaard=ja`)
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'conflict')) throw error
    const keepsHours = request.actor.desksFor(desksPermissions['desks.keep-hours']).includes(page.desk.id)
    const errors = [{ message: await plannedInWords(request, scope, page, placeId) }]
    return { kind: 'page', status: 409, page: placesPage({ ...page, errors, linksToHours: keepsHours }) }
  }
}

/** So many days tell where to look; who has more of them looks there. */
const mostDaysSaid = 6

/** What is planned at a place: 'di 10-12; dinsdag 1 december 2026'. */
async function plannedInWords(
  request: WebRequest,
  scope: AdministrationScope,
  { desk, places }: PlacesPage,
  placeId: string,
): Promise<string> {
  const { t, language } = request
  const { timetables, dated } = await request.database.read(scope, (db) =>
    findPlannedAt(db, scope, { deskId: desk.id, placeId }, localDay(request.clock.now())),
  )
  const planned = [
    ...timetables.flatMap((timetable) => timetableInWords({ t, language, places: [] }, timetable)),
    ...new Set(dated.map(({ day }) => dayInWords(day, language))),
  ]
  return t('desks.error.place-in-use', {
    place: places.find(({ id }) => id === placeId)?.name ?? '',
    planned: planned.slice(0, mostDaysSaid).join('; '),
    more: Math.max(planned.length - mostDaysSaid, 0),
  })
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
  const problems = await request.database.read(scope, (db) =>
    findAddressProblems(db, scope, input, localDay(request.clock.now())),
  )
  return problems.length === 0 ? { ok: true, input } : { ok: false, errors: sayProblems(problems, t) }
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
      linksToHours: false,
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
