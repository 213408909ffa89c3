import type { DeskScope, NationalScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type ParsedForm, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { deskLanguages, languageName } from '../../desks/public.ts'
import { readLists, topicsByGroup } from '../../lists/public.ts'
import { findWorkingArea, listMunicipalities } from '../../organisations/public.ts'
import { type EntryField, readHours } from '../entry-fields.ts'
import { partnerAddress } from '../entry-form.page.tsx'
import { findLocations } from '../find-partner/find-partner.query.ts'
import { findServices } from '../find-service/find-service.query.ts'
import { findOwnPartner } from '../keep-partner/keep-partner.handler.ts'
import type { Partner } from '../partner.ts'
import { saveEntry } from '../save-entry.ts'
import { type Service, type ServiceCapacity, type ServiceWay, targetGroups } from '../service.ts'
import { groupWords } from '../service-words.ts'
import { addService, changeService, type KeptService } from './keep-service.command.ts'
import { serviceFields, serviceForm, serviceSent } from './keep-service.form.ts'
import { keepServicePage, type ServiceChoices } from './keep-service.page.tsx'

export async function showAddService(request: WebRequest): Promise<Reply> {
  const { scope, partner } = await findOwnPartner(request)
  const { choices, workingArea } = await findChoices(request, scope, partner)
  const form = new FormFields([
    ['reach', scope.kind === 'nation' ? 'country' : 'municipalities'],
    ...workingArea.map((code): [string, string] => ['area', code]),
    ...choices.locations.map(({ id }): [string, string] => ['locations', id]),
  ])
  return showPage(keepServicePage({ ...pageOf(request, partner, choices), form, errors: [] }))
}

export async function submitAddService(request: WebRequest): Promise<Reply> {
  const { scope, partner } = await findOwnPartner(request)
  const { choices } = await findChoices(request, scope, partner)
  return saveEntry({
    t: request.t,
    form: await request.form(),
    parse: (form) => parseService(request, choices, form),
    page: (sent) => keepServicePage({ ...pageOf(request, partner, choices), ...sent }),
    save: (kept) =>
      request.database.write(scope, (tx) => addService(tx, scope, partner, kept, request.clock.now())),
    done: () => partnerAddress(partner, '?bewaard=ja'),
  })
}

export async function showChangeService(request: WebRequest): Promise<Reply> {
  const { scope, partner, service } = await findOwnService(request)
  const { choices } = await findChoices(request, scope, partner, service)
  return showPage(
    keepServicePage({
      ...pageOf(request, partner, choices),
      serviceId: service.id,
      form: serviceFields(service),
      errors: [],
    }),
  )
}

export async function submitChangeService(request: WebRequest): Promise<Reply> {
  const { scope, partner, service } = await findOwnService(request)
  const { choices } = await findChoices(request, scope, partner, service)
  return saveEntry({
    t: request.t,
    form: await request.form(),
    parse: (form) => parseService(request, choices, form, service),
    page: (sent) => keepServicePage({ ...pageOf(request, partner, choices), serviceId: service.id, ...sent }),
    save: (kept, version) =>
      request.database.write(scope, (tx) =>
        changeService(
          tx,
          scope,
          partner,
          { id: service.id, version, capacity: service.capacity },
          kept,
          request.clock.now(),
        ),
      ),
    done: () => partnerAddress(partner, '?bewaard=ja'),
    stored: async () => serviceFields((await findOwnService(request)).service),
    say: (field, values) => values.map((value) => sayValue(request, choices, field, value)).join(', '),
  })
}

const pageOf = ({ t, language }: WebRequest, partner: Partner, choices: ServiceChoices) => ({
  t,
  language,
  partner,
  choices,
})

async function findOwnService(request: WebRequest) {
  const { scope, partner } = await findOwnPartner(request)
  const id = request.idParam('service')
  const services = await request.database.read(scope, (db) =>
    findServices(db, scope, { partnerIds: [partner.id] }),
  )
  return { scope, partner, service: foundOrRefuse(services.find((one) => one.id === id)) }
}

async function findChoices(
  request: WebRequest,
  scope: DeskScope | NationalScope,
  partner: Partner,
  service?: Service,
): Promise<{ choices: ServiceChoices; workingArea: readonly string[] }> {
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const lists = await readLists(db, scope, today, request.language)
    const all = await listMunicipalities(db, scope, today)
    const workingArea = scope.kind === 'desk' ? await findWorkingArea(db, scope, scope.libraryId) : []
    const own = all.filter(({ code }) => workingArea.includes(code))
    const near = all.filter(
      (each) =>
        !own.includes(each) &&
        (service?.municipalityCodes.includes(each.code) ||
          own.some(({ neighbourCodes }) => neighbourCodes.includes(each.code))),
    )
    return {
      workingArea,
      choices: {
        topics: topicsByGroup(lists),
        municipalities: [...own, ...near],
        locations: await findLocations(db, scope, [partner.id]),
        groups: (service?.targetGroups ?? []).filter(
          (code) => !(targetGroups as readonly string[]).includes(code),
        ),
        languages: (service?.languages ?? []).filter(
          (code) => !(deskLanguages as readonly string[]).includes(code),
        ),
      },
    }
  })
}

function parseService(
  { t }: WebRequest,
  choices: ServiceChoices,
  form: FormFields,
  stored?: Service,
): ParsedForm<KeptService> {
  const known = Object.values(choices.topics)
    .flat()
    .map(({ code }) => code)
  const parsed = parseForm(
    serviceForm({
      // A topic that no longer counts stays with what had it.
      topics: [...new Set([...known, ...(stored?.topicCodes ?? [])])],
      municipalities: [
        ...new Set([...choices.municipalities.map(({ code }) => code), ...(stored?.municipalityCodes ?? [])]),
      ],
      locations: choices.locations.map(({ id }) => id),
      groups: choices.groups,
      languages: choices.languages,
    }),
    serviceSent(form),
    t,
  )
  const { hours, errors } = readHours(
    { text: form.text('hours'), note: form.text('hours-note'), stored: stored?.hours ?? [] },
    'hours',
    t,
  )
  if (!parsed.ok || errors.length > 0)
    return { ok: false, errors: [...(parsed.ok ? [] : parsed.errors), ...errors] }
  return { ok: true, value: { facts: parsed.value, hours } }
}

/** A value of the form as a person reads it. */
function sayValue(
  { t, language }: WebRequest,
  choices: ServiceChoices,
  field: EntryField,
  value: string,
): string {
  switch (field) {
    case 'ways':
      return t(`directory.service-way.${value as ServiceWay}`)
    case 'topics':
      return (
        Object.values(choices.topics)
          .flat()
          .find(({ code }) => code === value)?.label ?? value
      )
    case 'groups':
      return groupWords(value, t)
    case 'languages':
      return languageName(value, language)
    case 'area':
      return choices.municipalities.find(({ code }) => code === value)?.name ?? value
    case 'reach':
      return t(`directory.reach.${value as 'country' | 'municipalities'}`)
    case 'capacity':
      return t(`directory.capacity.${value as ServiceCapacity}`)
    case 'locations': {
      const place = choices.locations.find(({ id }) => id === value)
      return place?.name || place?.street || ''
    }
    case 'by-appointment':
    case 'course':
    case 'active':
    case 'free':
      return t(value === 'yes' ? 'shell.yes' : 'shell.no')
    default:
      return value
  }
}
