import type { Actor } from '../../../platform/auth/actor.ts'
import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { referralsPermissions } from '../permissions.ts'
import { figuresOf, partnerFiguresOf, quartersShown } from '../referral-figures.ts'
import { figuresTable, type Level, levels, showFiguresPage } from './show-figures.page.tsx'
import { countReferrals, type FiguresScope, nameCounted } from './show-figures.query.ts'

/** How referrals ended, by quarter: of one's own desks, library, municipality, or the nation. */
export async function showReferralFigures(request: WebRequest): Promise<Reply> {
  return showPage(showFiguresPage(await prepare(request)))
}

/** The same as a file; what is hidden on the page is hidden in it. */
export async function downloadReferralFigures(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `doorverwijzingen-${page.level}-${page.quarter ?? 'leeg'}.csv`,
    body: writeCsv(figuresTable(page)),
  }
}

/** By which permission each level is read. */
const permissionOf = {
  desks: referralsPermissions['referrals.read-desk'],
  library: referralsPermissions['referrals.read-library'],
  municipality: referralsPermissions['referrals.read-municipality'],
  nation: referralsPermissions['referrals.read-nation'],
} as const satisfies Record<Level, unknown>

function scopeFor(actor: Actor, level: Level): FiguresScope {
  switch (level) {
    case 'desks':
      return actor.desksScope(permissionOf.desks)
    case 'library':
      return actor.libraryScope(permissionOf.library)
    case 'municipality':
      return actor.municipalityScope(permissionOf.municipality)
    case 'nation':
      return actor.nationalScope(permissionOf.nation)
  }
}

async function prepare(request: WebRequest) {
  const { t, language, actor, database } = request
  const allowed = levels.filter((level) => actor.may(permissionOf[level]))
  const level =
    allowed.find((each) => each === request.query('voor')) ?? allowed.at(-1) ?? refuse('not-allowed')
  const guarded = level === 'municipality' || level === 'nation'
  const quarters = quartersShown(localDay(request.clock.now()), guarded)
  const quarter = quarters.find((each) => each === request.query('kwartaal')) ?? quarters[0]
  const scope = scopeFor(actor, level)
  return database.read(scope, async (db) => {
    const counted =
      quarter === undefined ? [] : await countReferrals(db, scope, quarter, localDay(request.clock.now()))
    return {
      t,
      level,
      allowed,
      guarded,
      quarters,
      quarter,
      figures: figuresOf(counted, guarded),
      byPartner: guarded ? [] : partnerFiguresOf(counted),
      names: await nameCounted(db, scope, counted, language),
    }
  })
}
