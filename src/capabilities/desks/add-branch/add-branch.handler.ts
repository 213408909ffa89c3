import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findLibraryMeant } from '../add-desk/add-desk.handler.ts'
import { chooseLibraryPage } from '../add-desk/add-desk.page.tsx'
import { sayProblems } from '../address-check.ts'
import { findBranchFormChoices, findBranchProblems } from '../change-branch/change-branch.query.ts'
import { addBranch } from './add-branch.command.ts'
import { branchConstraints, branchForm, branchSent } from './add-branch.form.ts'
import { addBranchPage } from './add-branch.page.tsx'

const address = '/beheer/vestigingen/nieuw'

export async function showAddBranch(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { libraries, library, choices } = await prepare(request)
  if (!library || !choices)
    return showPage(chooseLibraryPage({ t, title: t('desks.branch.add.title'), action: address, libraries }))
  return showPage(addBranchPage({ t, library, form: new FormFields([]), errors: [], choices }))
}

export async function submitAddBranch(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, today, libraries, library, choices } = await prepare(request)
  if (!library || !choices)
    return showPage(chooseLibraryPage({ t, title: t('desks.branch.add.title'), action: address, libraries }))
  const form = await request.form()
  const page = { t, library, form, choices }
  const parsed = parseForm(branchForm, branchSent(form), t)
  if (!parsed.ok) return showAgain(addBranchPage({ ...page, errors: parsed.errors }))
  const problems = await request.database.read(scope, (db) =>
    findBranchProblems(db, scope, parsed.value, choices, today),
  )
  if (problems.length > 0) return showAgain(addBranchPage({ ...page, errors: sayProblems(problems, t) }))
  try {
    const id = await request.database.write(scope, (tx) =>
      addBranch(tx, scope, library.id, parsed.value, request.clock.now()),
    )
    return seeOther(`/beheer/vestigingen/${id}?bewaard=ja`)
  } catch (error) {
    return showAgain(addBranchPage({ ...page, errors: [formErrorOf(error, branchConstraints, t)] }))
  }
}

async function prepare(request: WebRequest) {
  const { scope, libraries, library } = await findLibraryMeant(request, request.query('bibliotheek'))
  const today = localDay(request.clock.now())
  const choices =
    library &&
    (await request.database.read(scope, (db) => findBranchFormChoices(db, scope, library.id, today)))
  return { scope, today, libraries, library, choices }
}
