import type { DeskScope, NationalScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisationsOfKinds } from '../../organisations/public.ts'
import { nameAccounts } from '../../people/public.ts'
import { partnerAddress } from '../entry-form.page.tsx'
import { findPartner } from '../find-partner/find-partner.query.ts'
import { nextReview } from '../freshness.ts'
import { keepingScope, ownerOf } from '../keeping-scope.ts'
import type { Partner } from '../partner.ts'
import { saveEntry } from '../save-entry.ts'
import { addPartner, changePartner, endPartner } from './keep-partner.command.ts'
import { partnerFields, partnerForm, partnerSent } from './keep-partner.form.ts'
import { keepPartnerPage, type PartnerChoices } from './keep-partner.page.tsx'

export async function showAddPartner(request: WebRequest): Promise<Reply> {
  const scope = keepingScope(request.actor)
  const choices = await findChoices(request, scope)
  const form = new FormFields([
    ['keeper', request.actor.accountId],
    ...dayFields('review', nextReview(localDay(request.clock.now()))),
  ])
  return showPage(keepPartnerPage({ t: request.t, ...choices, form, errors: [] }))
}

export async function submitAddPartner(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = keepingScope(request.actor)
  const choices = await findChoices(request, scope)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseForm(formOf(choices), partnerSent(form), t),
    page: (sent) => keepPartnerPage({ t, ...choices, ...sent }),
    save: (facts) =>
      request.database.write(scope, (tx) =>
        addPartner(tx, scope, ownerOf(scope), facts, request.clock.now()),
      ),
    done: (id) => partnerAddress({ id }, '?bewaard=ja'),
  })
}

export async function showChangePartner(request: WebRequest): Promise<Reply> {
  const { scope, partner } = await findOwnPartner(request)
  const choices = await findChoices(request, scope, partner)
  return showPage(
    keepPartnerPage({ t: request.t, ...choices, partner, form: partnerFields(partner), errors: [] }),
  )
}

export async function submitChangePartner(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, partner } = await findOwnPartner(request)
  const choices = await findChoices(request, scope, partner)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseForm(formOf(choices), partnerSent(form), t),
    page: (sent) => keepPartnerPage({ t, ...choices, partner, ...sent }),
    save: (facts, version) =>
      request.database.write(scope, (tx) =>
        changePartner(tx, scope, { ...partner, version }, facts, request.clock.now()),
      ),
    done: () => partnerAddress(partner, '?bewaard=ja'),
    stored: async () => partnerFields((await findOwnPartner(request)).partner),
    say: (field, values) =>
      field === 'kind'
        ? values.map((kind) => t(`directory.kind.${kind as Partner['kind']}`)).join()
        : field === 'keeper' || field === 'organisation'
          ? values
              .map(
                (id) =>
                  [...choices.keepers, ...choices.organisations].find((one) => one.id === id)?.name ??
                  t('directory.somebody-else'),
              )
              .join()
          : values.join(', '),
  })
}

/** Takes an organisation out of the directory, or puts it back; the page asks once more before it sends the first. */
export async function submitEndPartner(request: WebRequest): Promise<Reply> {
  const { scope, partner } = await findOwnPartner(request)
  const now = request.clock.now()
  const ends = partner.endedOn === null
  const form = await request.form()
  await request.database.write(scope, (tx) =>
    endPartner(tx, scope, { ...partner, version: versionSent(form) }, ends ? localDay(now) : null, now),
  )
  return seeOther(partnerAddress(partner, ends ? '?bewaard=weg' : '?bewaard=terug'))
}

/** The organisation of the address, for who keeps it; that of another is none of his. */
export async function findOwnPartner(
  request: WebRequest,
): Promise<{ scope: DeskScope | NationalScope; partner: Partner }> {
  const scope = keepingScope(request.actor)
  const partner = foundOrRefuse(
    await request.database.read(scope, (db) => findPartner(db, scope, request.idParam('partner'))),
  )
  if (partner.libraryId !== ownerOf(scope)) refuse('not-found')
  return { scope, partner }
}

async function findChoices(
  request: WebRequest,
  scope: DeskScope | NationalScope,
  partner?: Partner,
): Promise<PartnerChoices> {
  const { accountId, name } = request.actor
  const keeper = partner?.keeperAccountId
  return request.database.read(scope, async (db) => {
    const names = keeper && keeper !== accountId ? await nameAccounts(db, scope, [keeper]) : undefined
    return {
      keepers: [
        { id: accountId, name: request.t('directory.me', { name }) },
        ...(names && keeper
          ? [{ id: keeper, name: names.get(keeper) ?? request.t('directory.somebody-else') }]
          : []),
      ],
      organisations: await findOrganisationsOfKinds(db, scope, ['partner', 'municipality']),
    }
  })
}

const formOf = ({ keepers, organisations }: PartnerChoices) =>
  partnerForm(
    keepers.map(({ id }) => id),
    organisations.map(({ id }) => id),
  )
