import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { findGoals } from '../../goals/public.ts'
import { nameAccounts } from '../../people/public.ts'
import { holdsOn, lastDayOf } from '../agreement.ts'
import { chosenBlocks } from '../building-blocks.ts'
import { occurrencesOf } from '../deliverable.ts'
import { findAgreement, type NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import { findDeliverables } from '../find-due/find-due.query.ts'
import { findPapers } from '../keep-paper/keep-paper.query.ts'
import { contentOf } from '../known-blanks.ts'
import { agreementsPermissions } from '../permissions.ts'
import { proposeKnown } from '../propose-known/propose-known.query.ts'
import { type Draft, readDraft } from '../read-draft/read-draft.query.ts'
import { readAgreementPage } from '../read-library/read-library.page.tsx'
import { findVersions } from '../show-version/show-version.query.ts'
import { shownAheadDays } from '../upcoming.ts'
import { writeAgreement } from '../written-agreement.ts'
import { type AgreementOverview, type DraftStep, showAgreementPage } from './show-agreement.page.tsx'

/** One agreement: of the own municipality with all that can be done, of another that one is a party of to read. */
export async function showAgreement(request: WebRequest): Promise<Reply> {
  const scope = request.actor.municipalityScope(agreementsPermissions['agreements.keep'])
  const id = request.idParam('agreement')
  const today = localDay(request.clock.now())
  const found = await request.database.read(scope, async (db) => {
    const agreement = foundOrRefuse(await findAgreement(db, scope, id))
    const draft = await readDraft(db, scope, id)
    return {
      draft,
      overview: await readOverview(db, scope, agreement, today),
      steps: draft && (await stepStates(db, scope, agreement, draft, today)),
    }
  })
  const parts = { t: request.t, language: request.language, ...found.overview, today }
  return showPage(
    found.steps
      ? showAgreementPage({ ...parts, steps: found.steps, message: request.query('bericht') })
      : readAgreementPage({ ...parts, reader: 'municipality' }),
  )
}

/** What everybody who may see an agreement sees of it. */
export async function readOverview(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  agreement: NamedAgreement,
  today: string,
): Promise<Omit<AgreementOverview, 't' | 'language' | 'today'>> {
  const versions = await findVersions(db, scope, agreement.id)
  const names = await nameAccounts(
    db,
    scope,
    versions.map(({ madeById }) => madeById),
  )
  const deliverables = await findDeliverables(db, scope, [agreement.id])
  const goals = await findGoals(db, scope, agreement.municipalityCode)
  const until = addDays(today, shownAheadDays)
  return {
    agreement,
    versions: versions.map((version) => ({ ...version, madeBy: names.get(version.madeById) ?? '' })),
    papers: await findPapers(db, scope, agreement.id),
    deliverables: deliverables.map((deliverable) => ({
      ...deliverable,
      goal: goals.find(({ id }) => id === deliverable.goalId)?.title ?? '',
      // Of a draft nothing is late: nobody promised it yet.
      occurrences: occurrencesOf(deliverable, { today, until, lastDay: lastDayOf(agreement) }).map(
        (occurrence) => ({ ...occurrence, late: occurrence.late && holdsOn(agreement, today) }),
      ),
    })),
  }
}

/** How far each step of the drafting is. */
async function stepStates(
  db: ReadHandle,
  scope: MunicipalityScope,
  agreement: NamedAgreement,
  draft: Draft,
  today: string,
): Promise<DraftStep[]> {
  const known = await proposeKnown(db, scope, agreement, today)
  const { open } = writeAgreement(contentOf(agreement, draft, known))
  return chosenBlocks(agreement.kind, draft.blocks)
    .filter(({ blanks }) => blanks.length > 0)
    .map(({ key, title, blanks }) => ({
      key,
      title,
      open: open.filter(({ block, label }) => block === key && blanks.some((blank) => blank.label === label))
        .length,
      isProposed: !draft.filled.has(key),
    }))
}
