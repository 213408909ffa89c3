import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { networkAddress, networkMunicipality } from '../network-municipality.ts'
import { findNetworkPartners } from '../show-network/show-network.query.ts'
import { addNetworkPartner, changeNetworkPartner } from './keep-network-partner.command.ts'
import {
  networkPartnerConstraints,
  networkPartnerFields,
  networkPartnerForm,
  networkPartnerSent,
} from './keep-network-partner.form.ts'
import { choosePartnerPage, networkPartnerPage } from './keep-network-partner.page.tsx'
import { findPartnerName, findPartnersToChoose } from './keep-network-partner.query.ts'

/** First which organisation of the directory; then on what and how it works together. */
export async function showAddNetworkPartner(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, municipality } = await networkMunicipality(request)
  const partnerId = request.query('organisatie')
  if (isId(partnerId)) {
    const name = foundOrRefuse(
      await request.database.read(scope, (db) => findPartnerName(db, scope, partnerId)),
    )
    return showPage(
      networkPartnerPage({
        t,
        municipality,
        partner: { id: partnerId, name },
        form: new FormFields([]),
        errors: [],
      }),
    )
  }
  const words = request.query('zoek')
  const found = words
    ? await request.database.read(scope, (db) => findPartnersToChoose(db, scope, municipality.code, words))
    : undefined
  const members = found
    ? await request.database.read(scope, (db) => findNetworkPartners(db, scope, municipality.code))
    : []
  const wanted = words.toLowerCase()
  return showPage(
    choosePartnerPage({
      t,
      municipality,
      words,
      found,
      there: members.filter(({ name, leftOn }) => leftOn === null && name.toLowerCase().includes(wanted)),
    }),
  )
}

export async function submitAddNetworkPartner(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, municipality } = await networkMunicipality(request)
  const partnerId = request.query('organisatie')
  const name = foundOrRefuse(
    isId(partnerId)
      ? await request.database.read(scope, (db) => findPartnerName(db, scope, partnerId))
      : undefined,
  )
  const form = await request.form()
  const page = { t, municipality, partner: { id: partnerId, name }, form }
  const parsed = parseForm(networkPartnerForm, networkPartnerSent(form), t)
  if (!parsed.ok) return showAgain(networkPartnerPage({ ...page, errors: parsed.errors }))
  try {
    await request.database.write(scope, (tx) =>
      addNetworkPartner(
        tx,
        scope,
        municipality.code,
        partnerId,
        { ...parsed.value, leftOn: null },
        request.clock.now(),
      ),
    )
    return seeOther(networkAddress('', municipality, 'bericht=bewaard'))
  } catch (error) {
    return showAgain(
      networkPartnerPage({ ...page, errors: [formErrorOf(error, networkPartnerConstraints, t)] }),
    )
  }
}

export async function showNetworkPartner(request: WebRequest): Promise<Reply> {
  const { municipality, member } = await findMember(request)
  return showPage(
    networkPartnerPage({
      t: request.t,
      municipality,
      partner: { id: member.partnerId, name: member.name },
      member,
      form: new FormFields(networkPartnerFields(member)),
      errors: [],
    }),
  )
}

export async function submitNetworkPartner(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, municipality, member } = await findMember(request)
  const form = await request.form()
  const page = { t, municipality, partner: { id: member.partnerId, name: member.name }, member, form }
  const parsed = parseForm(networkPartnerForm, networkPartnerSent(form), t)
  if (!parsed.ok) return showAgain(networkPartnerPage({ ...page, errors: parsed.errors }))
  const left = form.has('left') ? (member.leftOn ?? localDay(request.clock.now())) : null
  try {
    const outcome = await request.database.write(scope, (tx) =>
      changeNetworkPartner(
        tx,
        scope,
        { id: member.id, version: versionSent(form) },
        { ...parsed.value, leftOn: left },
        request.clock.now(),
      ),
    )
    if (outcome === 'kept') return seeOther(networkAddress('', municipality, 'bericht=bewaard'))
  } catch (error) {
    return showAgain(
      networkPartnerPage({ ...page, errors: [formErrorOf(error, networkPartnerConstraints, t)] }),
    )
  }
  const { member: stored } = await findMember(request)
  return {
    kind: 'page',
    status: 409,
    page: networkPartnerPage({
      ...page,
      member: stored,
      stored,
      form: typedOver(form, stored.version),
      errors: [{ id: 'meanwhile', message: t('network.error.meanwhile') }],
    }),
  }
}

async function findMember(request: WebRequest) {
  const found = await networkMunicipality(request)
  const { scope, municipality } = found
  const members = await request.database.read(scope, (db) =>
    findNetworkPartners(db, scope, municipality.code),
  )
  const id = request.idParam('member')
  return { ...found, member: foundOrRefuse(members.find((member) => member.id === id)) }
}
