import { Refusal } from '../../../platform/errors/refusals.ts'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations, findOrganisationsOfKinds } from '../../organisations/public.ts'
import { sayProblems } from '../address-check.ts'
import { giveBranchDesk } from '../change-branch/change-branch.command.ts'
import { type BranchDetails, findBranch } from '../change-branch/change-branch.query.ts'
import { writePoint } from '../map-point.ts'
import { desksPermissions } from '../permissions.ts'
import { addDesk } from './add-desk.command.ts'
import { deskConstraints, deskForm, deskSent } from './add-desk.form.ts'
import { addDeskPage, chooseLibraryPage } from './add-desk.page.tsx'
import { findDeskFormChoices, findDeskProblems } from './add-desk.query.ts'

const address = '/beheer/informatiepunten/nieuw'

export async function showAddDesk(request: WebRequest): Promise<Reply> {
  const { language, t } = request
  const { libraries, library, branch, choices } = await prepare(request)
  if (!library || !choices)
    return showPage(chooseLibraryPage({ t, title: t('desks.add.title'), action: address, libraries }))
  const form = branch ? fieldsOf(branch) : new FormFields([])
  return showPage(addDeskPage({ t, language, library, branch, form, errors: [], choices }))
}

export async function submitAddDesk(request: WebRequest): Promise<Reply> {
  const { language, t } = request
  const { scope, today, libraries, library, branch, choices } = await prepare(request)
  if (!library || !choices)
    return showPage(chooseLibraryPage({ t, title: t('desks.add.title'), action: address, libraries }))
  const form = await request.form()
  const again = (errors: readonly FormError[]): Reply =>
    showAgain(addDeskPage({ t, language, library, branch, form, errors, choices }))
  const parsed = parseForm(deskForm(today), deskSent(form), t)
  if (!parsed.ok) return again(parsed.errors)
  const input = parsed.value
  const problems = await request.database.read(scope, (db) =>
    findDeskProblems(db, scope, input, choices, today),
  )
  if (problems.length > 0) return again(sayProblems(problems, t))
  const now = request.clock.now()
  try {
    const id = await request.database.write(scope, async (tx) => {
      const added = await addDesk(tx, scope, library.id, input, now)
      if (branch) await giveBranchDesk(tx, scope, branch, added, now)
      return added
    })
    return seeOther(`/beheer/informatiepunten/${id}?bewaard=ja`)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'conflict')
      return again([{ message: t('desks.error.changed-meanwhile') }])
    return again([formErrorOf(error, deskConstraints, t)])
  }
}

/**
 * The library that somebody adds something to: a library adds to itself, the nation says to which one of those in use.
 * None while the nation has not said so.
 */
export async function findLibraryMeant(request: WebRequest, asked: string) {
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  const libraries = await request.database.read(scope, (db) =>
    scope.kind === 'library'
      ? findOrganisations(db, scope, [scope.libraryId])
      : findOrganisationsOfKinds(db, scope, ['library']),
  )
  const library = scope.kind === 'library' ? libraries[0] : libraries.find(({ id }) => id === asked)
  return { scope, libraries, library }
}

/** A branch in which the desk begins says by itself of which library it is. */
async function prepare(request: WebRequest) {
  const branch = await findBranchMeant(request)
  const found = await findLibraryMeant(request, branch?.libraryId ?? request.query('bibliotheek'))
  const { scope, library } = found
  const today = localDay(request.clock.now())
  const choices =
    library && (await request.database.read(scope, (db) => findDeskFormChoices(db, scope, library.id, today)))
  return { ...found, today, branch, choices }
}

async function findBranchMeant(request: WebRequest): Promise<BranchDetails | undefined> {
  const asked = request.query('vestiging')
  if (!isId(asked)) return undefined
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  return request.database.read(scope, (db) => findBranch(db, scope, asked))
}

function fieldsOf(branch: BranchDetails): FormFields {
  return new FormFields([
    ['name', branch.name],
    ['kind', 'library'],
    ['municipality', branch.municipality],
    ['street', branch.street ?? ''],
    ['house-number', branch.houseNumber ?? ''],
    ['postcode', branch.postcode ?? ''],
    ['town', branch.town ?? ''],
    ['point', branch.point ? writePoint(branch.point) : ''],
  ])
}
