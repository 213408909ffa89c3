import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { Agreement } from '../agreement.ts'
import { partnerAddress } from '../entry-form.page.tsx'
import { findAgreement } from '../find-agreement/find-agreement.query.ts'
import { findContactPersons, findPartner } from '../find-partner/find-partner.query.ts'
import { findServices } from '../find-service/find-service.query.ts'
import { nextReview } from '../freshness.ts'
import { keepingScope } from '../keeping-scope.ts'
import { saveEntry } from '../save-entry.ts'
import { addAgreement, changeAgreement } from './keep-agreement.command.ts'
import { agreementFields, agreementForm, agreementSent, consultationValue } from './keep-agreement.form.ts'
import { type AgreementChoices, keepAgreementPage, sayConsultation } from './keep-agreement.page.tsx'
import { findConsultationHours } from './keep-agreement.query.ts'

const usualAnswerDays = '5'

export async function showAddAgreement(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  const today = localDay(request.clock.now())
  const form = new FormFields([
    ['service', request.query('aanbod')],
    ['answer-days', usualAnswerDays],
    ...dayFields('valid-from', today),
    ...dayFields('review', nextReview(today)),
  ])
  return showPage(keepAgreementPage({ ...page, form, errors: [] }))
}

export async function submitAddAgreement(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page } = await prepare(request)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseForm(formOf(page.choices), agreementSent(form), t),
    page: (sent) => keepAgreementPage({ ...page, ...sent }),
    save: (facts) =>
      request.database.write(scope, (tx) =>
        addAgreement(tx, scope, page.partner.id, facts, request.clock.now()),
      ),
    done: () => partnerAddress(page.partner, '?bewaard=ja'),
  })
}

export async function showChangeAgreement(request: WebRequest): Promise<Reply> {
  const { page, agreement } = await findOwnAgreement(request)
  return showPage(
    keepAgreementPage({ ...page, agreementId: agreement.id, form: agreementFields(agreement), errors: [] }),
  )
}

export async function submitChangeAgreement(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page, agreement } = await findOwnAgreement(request)
  const { choices } = page
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseForm(formOf(choices), agreementSent(form), t),
    page: (sent) => keepAgreementPage({ ...page, agreementId: agreement.id, ...sent }),
    save: (facts, version) =>
      request.database.write(scope, (tx) =>
        changeAgreement(tx, scope, { id: agreement.id, version }, facts, request.clock.now()),
      ),
    done: () => partnerAddress(page.partner, '?bewaard=ja'),
    stored: async () => agreementFields((await findOwnAgreement(request)).agreement),
    say: (field, values) => {
      const [value = ''] = values
      if (field === 'way') return value && t(`directory.way.${value as Agreement['way']}`)
      if (field === 'service') return choices.services.find(({ id }) => id === value)?.name ?? ''
      if (field === 'contact-person') return choices.persons.find(({ id }) => id === value)?.name ?? ''
      const hour = choices.consultations.find((one) => consultationValue(one) === value)
      return field === 'consultation' ? (hour ? sayConsultation(hour, t) : '') : values.join(', ')
    },
  })
}

/** Agreements are a library's, with every organisation of the directory; the nation makes none. */
async function prepare(request: WebRequest, kept?: Agreement) {
  const scope = keepingScope(request.actor)
  if (scope.kind === 'nation') return refuse('not-found')
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const partner = foundOrRefuse(await findPartner(db, scope, request.idParam('partner')))
    const services = await findServices(db, scope, { partnerIds: [partner.id] })
    const choices: AgreementChoices = {
      services: services.filter(({ active, id }) => active || id === kept?.serviceId),
      persons: await findContactPersons(db, scope, partner.id),
      consultations: await findConsultationHours(db, scope, today),
    }
    return { scope, page: { t: request.t, partner, choices } }
  })
}

async function findOwnAgreement(request: WebRequest) {
  const scope = keepingScope(request.actor)
  const agreement = foundOrRefuse(
    await request.database.read(scope, (db) => findAgreement(db, scope, request.idParam('agreement'))),
  )
  const prepared = await prepare(request, agreement)
  if (agreement.partnerId !== prepared.page.partner.id) refuse('not-found')
  return { ...prepared, agreement }
}

const formOf = ({ services, persons, consultations }: AgreementChoices) =>
  agreementForm({
    services: services.map(({ id }) => id),
    persons: persons.map(({ id }) => id),
    consultations,
  })
