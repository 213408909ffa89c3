import type { MunicipalityScope } from '../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../platform/errors/refusals.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import { type Reply, seeOther } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { agreementPath } from './agreement.ts'
import type { StepPlace } from './agreement-parts.page.tsx'
import { chosenBlocks } from './building-blocks.ts'
import { findAgreement, type NamedAgreement } from './find-agreements/find-agreements.query.ts'
import { agreementsPermissions } from './permissions.ts'
import { type Draft, readDraft } from './read-draft/read-draft.query.ts'

/** An agreement that the municipality of who asks keeps, with what is being written. */
export interface OwnAgreement {
  readonly scope: MunicipalityScope
  readonly agreement: NamedAgreement
  readonly draft: Draft
}

/** The agreement in the address, for who may change it. Another party's agreement is not found. */
export async function ownAgreement(request: WebRequest): Promise<OwnAgreement> {
  const scope = request.actor.municipalityScope(agreementsPermissions['agreements.keep'])
  const id = request.idParam('agreement')
  return request.database.read(scope, async (db) => ({
    scope,
    agreement: foundOrRefuse(await findAgreement(db, scope, id)),
    draft: foundOrRefuse(await readDraft(db, scope, id)),
  }))
}

/** The pages of drafting after each other; each block with blanks has one. */
export function stepsOf({ agreement, draft }: Pick<OwnAgreement, 'agreement' | 'draft'>): string[] {
  const filling = chosenBlocks(agreement.kind, draft.blocks).filter(({ blanks }) => blanks.length > 0)
  return [
    '/naam',
    '/partijen',
    '/looptijd',
    '/bouwstenen',
    ...filling.map(({ key }) => `/invullen/${key}`),
    '/tekst',
  ]
}

/** Where one is among the steps. */
export const placeOf = (steps: readonly string[], step: string): StepPlace => ({
  number: steps.indexOf(step) + 1,
  of: steps.length,
  before: steps[steps.indexOf(step) - 1],
})

/** After a step was saved: on to the next, or back to the overview for who wants to stop for now. */
export async function goOn(request: WebRequest, form: FormFields, step: string): Promise<Reply> {
  const own = await ownAgreement(request)
  const steps = stepsOf(own)
  const next = form.text('daarna') === 'overzicht' ? '' : (steps[steps.indexOf(step) + 1] ?? '')
  return seeOther(agreementPath(own.agreement.id, `${next}?bericht=bewaard`))
}
