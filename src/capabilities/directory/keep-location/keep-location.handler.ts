import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type ParsedForm, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findAddressProblems, sayProblems } from '../../desks/public.ts'
import { findPostcodeArea } from '../../organisations/public.ts'
import { readHours, yesNoField } from '../entry-fields.ts'
import { partnerAddress } from '../entry-form.page.tsx'
import { findLocations } from '../find-partner/find-partner.query.ts'
import { findOwnPartner } from '../keep-partner/keep-partner.handler.ts'
import type { PartnerLocation } from '../partner.ts'
import { saveEntry } from '../save-entry.ts'
import type { ServiceHours } from '../service-hours.ts'
import { addLocation, changeLocation, type KeptLocation, removeLocation } from './keep-location.command.ts'
import { locationFields, locationForm, locationSent } from './keep-location.form.ts'
import { keepLocationPage } from './keep-location.page.tsx'
import { findLocationHours } from './keep-location.query.ts'

export async function showAddLocation(request: WebRequest): Promise<Reply> {
  const { partner } = await findOwnPartner(request)
  return showPage(keepLocationPage({ t: request.t, partner, form: new FormFields([]), errors: [] }))
}

export async function submitAddLocation(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, partner } = await findOwnPartner(request)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseLocation(request, scope, form, []),
    page: (sent) => keepLocationPage({ t, partner, ...sent }),
    save: (location) =>
      request.database.write(scope, (tx) => addLocation(tx, scope, partner, location, request.clock.now())),
    done: () => partnerAddress(partner, '?bewaard=ja'),
  })
}

export async function showChangeLocation(request: WebRequest): Promise<Reply> {
  const { partner, location, form } = await findOwnLocation(request)
  return showPage(keepLocationPage({ t: request.t, partner, locationId: location.id, form, errors: [] }))
}

export async function submitChangeLocation(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, partner, location, hours } = await findOwnLocation(request)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseLocation(request, scope, form, hours),
    page: (sent) => keepLocationPage({ t, partner, locationId: location.id, ...sent }),
    save: (kept, version) =>
      request.database.write(scope, (tx) =>
        changeLocation(tx, scope, partner, { id: location.id, version }, kept, request.clock.now()),
      ),
    done: () => partnerAddress(partner, '?bewaard=ja'),
    stored: async () => (await findOwnLocation(request)).form,
    say: (field, values) =>
      field === 'step-free'
        ? values.map((answer) => t(answer === yesNoField(true) ? 'shell.yes' : 'shell.no')).join()
        : values.join(', '),
  })
}

export async function submitRemoveLocation(request: WebRequest): Promise<Reply> {
  const { scope, partner, location } = await findOwnLocation(request)
  const version = versionSent(await request.form())
  await request.database.write(scope, (tx) =>
    removeLocation(tx, scope, partner, { id: location.id, version }, request.clock.now()),
  )
  return seeOther(partnerAddress(partner, '?bewaard=ja'))
}

async function findOwnLocation(request: WebRequest) {
  const { scope, partner } = await findOwnPartner(request)
  return request.database.read(scope, async (db) => {
    const id = request.idParam('location')
    const location = foundOrRefuse(
      (await findLocations(db, scope, [partner.id])).find((one) => one.id === id),
    )
    const hours = await findLocationHours(db, scope, id)
    const form = locationFields(location, hours, !(await isMiddleOfArea(db, scope, location)))
    return { scope, partner, location, hours, form }
  })
}

/** The point was not given, it follows from the postcode. */
async function isMiddleOfArea(db: ReadHandle, scope: Scope, location: PartnerLocation): Promise<boolean> {
  if (!location.postcode) return false
  const area = await findPostcodeArea(db, scope, location.postcode.slice(0, 4))
  return area?.latitude === location.latitude && area?.longitude === location.longitude
}

async function parseLocation(
  request: WebRequest,
  scope: Scope,
  form: FormFields,
  stored: readonly ServiceHours[],
): Promise<ParsedForm<KeptLocation>> {
  const { t } = request
  const parsed = parseForm(locationForm, locationSent(form), t)
  const { hours, errors } = readHours(
    { text: form.text('hours'), note: form.text('hours-note'), stored },
    'hours',
    t,
  )
  const wrong = [...(parsed.ok ? [] : parsed.errors), ...errors]
  if (!parsed.ok || wrong.length > 0) return { ok: false, errors: wrong }
  const { facts, point } = parsed.value
  const problems = await request.database.read(scope, (db) =>
    findAddressProblems(
      db,
      scope,
      { municipality: '', postcode: facts.postcode, point },
      localDay(request.clock.now()),
    ),
  )
  if (problems.length > 0) return { ok: false, errors: sayProblems(problems, t) }
  return { ok: true, value: { facts, point, hours } }
}
