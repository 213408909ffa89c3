import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { firstSteps } from '../first-steps.ts'
import { findStepMarks } from '../mark-step/mark-step.query.ts'
import { municipalContext } from '../municipal-context.ts'
import { townHallPage } from './show-town-hall.page.tsx'
import { findAttention, findStepFacts } from './show-town-hall.query.ts'

export async function showTownHall(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  const { scope, municipality, municipalities, today } = await municipalContext(request)
  const page = await request.database.read(scope, async (db) => ({
    attention: await findAttention(db, scope, { municipality, today, language, t }),
    steps: firstSteps(
      await findStepFacts(db, scope, { municipality, today }),
      await findStepMarks(db, scope, municipality.code),
    ),
  }))
  return showPage(
    townHallPage({
      ...page,
      t,
      municipality,
      municipalities,
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
