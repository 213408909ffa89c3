import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { branchConstraints, branchForm, branchSent } from '../add-branch/add-branch.form.ts'
import { sayProblems } from '../address-check.ts'
import { leaveOldPoint } from '../desk.ts'
import { writePoint } from '../map-point.ts'
import { desksPermissions } from '../permissions.ts'
import { changeBranch, setBranchActive } from './change-branch.command.ts'
import { type ChangeBranchPage, changeBranchPage } from './change-branch.page.tsx'
import {
  type BranchDetails,
  findBranch,
  findBranchFormChoices,
  findBranchProblems,
} from './change-branch.query.ts'

export async function showBranch(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(changeBranchPage({ ...page, saved: request.query('bewaard') !== '' }))
}

export async function submitChangeBranch(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page: stored } = await prepare(request)
  const { branch } = stored
  const form = await request.form()
  const page = { ...stored, form }
  const parsed = parseForm(branchForm, branchSent(form), t)
  if (!parsed.ok) return showAgain(changeBranchPage({ ...page, errors: parsed.errors }))
  const input = leaveOldPoint(parsed.value, branch)
  const problems = await request.database.read(scope, (db) =>
    findBranchProblems(db, scope, input, stored.choices, localDay(request.clock.now())),
  )
  if (problems.length > 0)
    return showAgain(
      changeBranchPage({
        ...page,
        errors: sayProblems(problems, t),
      }),
    )
  try {
    await request.database.write(scope, (tx) => changeBranch(tx, scope, branch, input, request.clock.now()))
    return seeOther(`/beheer/vestigingen/${branch.id}?bewaard=ja`)
  } catch (error) {
    return showAgain(changeBranchPage({ ...page, errors: [formErrorOf(error, branchConstraints, t)] }))
  }
}

export const submitCloseBranch = (request: WebRequest): Promise<Reply> => setActive(request, false)
export const submitOpenBranch = (request: WebRequest): Promise<Reply> => setActive(request, true)

async function setActive(request: WebRequest, active: boolean): Promise<Reply> {
  const { scope, page } = await prepare(request)
  await request.database.write(scope, (tx) =>
    setBranchActive(tx, scope, page.branch, active, request.clock.now()),
  )
  return seeOther(`/beheer/vestigingen/${page.branch.id}?bewaard=ja`)
}

async function prepare(request: WebRequest): Promise<{ scope: AdministrationScope; page: ChangeBranchPage }> {
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const branch = foundOrRefuse(await findBranch(db, scope, request.idParam('branch')))
    const [library] = await findOrganisations(db, scope, [branch.libraryId])
    return {
      scope,
      page: {
        t: request.t,
        branch,
        libraryName: library?.name ?? '',
        form: fieldsOf(branch),
        errors: [],
        choices: await findBranchFormChoices(db, scope, branch.libraryId, today, branch.desk),
        saved: false,
      },
    }
  })
}

function fieldsOf(branch: BranchDetails): FormFields {
  return new FormFields([
    ['name', branch.name],
    ['kind', branch.kind],
    ['municipality', branch.municipality],
    ['street', branch.street ?? ''],
    ['house-number', branch.houseNumber ?? ''],
    ['postcode', branch.postcode ?? ''],
    ['town', branch.town ?? ''],
    ['point', branch.point ? writePoint(branch.point) : ''],
    ['desk', branch.desk ?? ''],
  ])
}
