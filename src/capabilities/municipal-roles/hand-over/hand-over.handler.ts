import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { Handler } from '../../../platform/http/route.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { type ContactPerson, isCurrent } from '../contact-person.ts'
import type { ContactScope } from '../keep-contact-person/keep-contact-person.command.ts'
import { choicesOf } from '../keep-own-contact/keep-own-contact.form.ts'
import { findContactPersons } from '../list-contact-persons/list-contact-persons.query.ts'
import { findMunicipalitiesMet } from '../meet-municipality/meet-municipality.query.ts'
import { meetingContext } from '../meeting-desk.ts'
import { municipalContext } from '../municipal-context.ts'
import { handOver } from './hand-over.command.ts'
import { handOverForm, handOverSent } from './hand-over.form.ts'
import { handOverPage } from './hand-over.page.tsx'
import { findOpenThings } from './hand-over.query.ts'

/** On which side somebody leaves: whose persons, and where one goes back to. */
interface Side {
  readonly scope: ContactScope
  readonly persons: readonly ContactPerson[]
  readonly municipalityCodes: readonly string[]
  readonly up: { readonly href: string; readonly label: string }
  readonly address: (path: string) => string
  readonly today: string
}

async function municipalSide(request: WebRequest): Promise<Side> {
  const { scope, municipality, today } = await municipalContext(request)
  const municipalityCodes = [municipality.code]
  return {
    scope,
    today,
    municipalityCodes,
    persons: await request.database.read(scope, (db) => findContactPersons(db, scope, { municipalityCodes })),
    up: {
      href: municipalityAddress('/sturing/contactpersonen', municipality),
      label: request.t('direction.contacts'),
    },
    address: (path) => municipalityAddress(`/sturing/contactpersonen/persoon/${path}`, municipality),
  }
}

async function deskSide(request: WebRequest): Promise<Side> {
  const context = await meetingContext(request)
  const { scope, today } = context
  const own = choicesOf(context).map(({ of }) => ('deskId' in of ? of.deskId : null))
  return request.database.read(scope, async (db) => ({
    scope,
    today,
    municipalityCodes: (await findMunicipalitiesMet(db, scope, today)).map(({ code }) => code),
    persons: (
      await findContactPersons(db, scope, { libraryIds: context.libraries.map(({ id }) => id) })
    ).filter(({ deskId }) => own.includes(deskId)),
    up: { href: '/balie/gemeente', label: request.t('direction.meet') },
    address: (path) => `/balie/gemeente/contactpersoon/${path}`,
  }))
}

function handlersFor(sideOf: (request: WebRequest) => Promise<Side>): Record<'show' | 'submit', Handler> {
  const prepare = async (request: WebRequest) => {
    const side = await sideOf(request)
    const id = request.idParam('person')
    const leaving = foundOrRefuse(side.persons.find((each) => each.id === id))
    const open = await request.database.read(side.scope, (db) =>
      findOpenThings(db, side.scope, leaving, side.municipalityCodes, side.today),
    )
    const page = {
      t: request.t,
      language: request.language,
      leaving,
      open,
      up: side.up,
      action: side.address(`${leaving.id}/overdragen`),
    }
    return { side, leaving, page }
  }
  return {
    async show(request): Promise<Reply> {
      const { side, leaving, page } = await prepare(request)
      foundOrRefuse(isCurrent(leaving, side.today) ? leaving : undefined)
      const form = new FormFields([
        ['id', uuidv7()],
        ['version', String(leaving.version)],
        ['jobTitle', leaving.jobTitle],
        ...dayFields('fromDay', side.today),
      ])
      return showPage(handOverPage({ ...page, form, errors: [] }))
    },
    async submit(request): Promise<Reply> {
      const { side, leaving, page } = await prepare(request)
      const form = await request.form()
      const parsed = parseForm(handOverForm(leaving), handOverSent(form), request.t)
      if (!parsed.ok) return showAgain(handOverPage({ ...page, form, errors: parsed.errors }))
      const successorId = isId(form.text('id')) ? form.text('id') : uuidv7()
      const version = versionSent(form)
      const outcome = await request.database.write(side.scope, (tx) =>
        handOver(tx, side.scope, leaving, version, successorId, parsed.value, request.clock.now()),
      )
      if (outcome === 'kept')
        return seeOther(`${side.up.href}${side.up.href.includes('?') ? '&' : '?'}bericht=bewaard`)
      const { leaving: stored, page: again } = await prepare(request)
      return {
        kind: 'page',
        status: 409,
        page: handOverPage({
          ...again,
          stored,
          form: typedOver(form, stored.version),
          errors: [{ id: 'meanwhile', message: request.t('direction.error.meanwhile') }],
        }),
      }
    },
  }
}

/** A municipality, or a library or desk, gets another contact person. */
export const municipalHandOver = handlersFor(municipalSide)
export const deskHandOver = handlersFor(deskSide)
