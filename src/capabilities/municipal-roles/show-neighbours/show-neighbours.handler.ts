import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findOrganisations, listMunicipalities } from '../../organisations/public.ts'
import { readCoverage, readNearestDesks } from '../../reports/public.ts'
import { currentOf } from '../contact-person.ts'
import { findContactPersons } from '../list-contact-persons/list-contact-persons.query.ts'
import { municipalContext } from '../municipal-context.ts'
import { crossingOf, inBoth } from '../neighbour.ts'
import { showNeighboursPage } from './show-neighbours.page.tsx'
import { findLibrariesByMunicipality, findPublishedQuestions, findShared } from './show-neighbours.query.ts'

/** The municipalities around one: who shares a library, who has none, whose desk is nearer (guide § 5.2.2). */
export async function showNeighbours(request: WebRequest): Promise<Reply> {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  const { code } = municipality
  const found = await request.database.read(scope, async (db) => {
    const all = await listMunicipalities(db, scope, today)
    const nameOf = new Map(all.map((each) => [each.code, each.name]))
    // What merged into another has no neighbours any more.
    const around = (all.find((each) => each.code === code)?.neighbourCodes ?? []).filter((each) =>
      nameOf.has(each),
    )
    const libraries = await findLibrariesByMunicipality(db, scope, [code, ...around])
    const own = libraries.get(code) ?? []
    const organisations = await findOrganisations(db, scope, [...new Set([...libraries.values()].flat())])
    const libraryName = new Map(organisations.map(({ id, name }) => [id, name]))
    const coverage = new Map(
      (await readCoverage(db, scope))
        .filter(({ level }) => level === 'municipality')
        .map((each) => [each.key, each]),
    )
    const nearest = await readNearestDesks(db, scope, [code, ...around], today)
    const persons = await findContactPersons(db, scope, { municipalityCodes: around })
    const shared = []
    for (const id of own) {
      const rows = await findShared(db, scope, id, [code, ...around], today)
      if (rows.length > 1)
        shared.push({
          id,
          name: libraryName.get(id) ?? '',
          rows: rows
            .map((row) => ({
              ...row,
              name: nameOf.get(row.municipality) ?? row.municipality,
              coverage: coverage.get(row.municipality),
            }))
            .toSorted((one, other) => one.name.localeCompare(other.name, 'nl')),
        })
    }
    return {
      published: await findPublishedQuestions(db, scope),
      shared,
      neighbours: around
        .map((each) => ({
          code: each,
          name: nameOf.get(each) ?? each,
          libraries: (libraries.get(each) ?? []).map((id) => libraryName.get(id) ?? ''),
          shared: inBoth(own, libraries.get(each) ?? []).map((id) => libraryName.get(id) ?? ''),
          desks: coverage.get(each)?.desks,
          inhabitants: coverage.get(each)?.inhabitants,
          ours: crossingOf(nearest, code, each),
          theirs: crossingOf(nearest, each, code),
          person: currentOf(
            persons.filter(({ municipalityCode }) => municipalityCode === each),
            today,
          ),
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'nl')),
    }
  })
  return showPage(showNeighboursPage({ ...context, ...found, t: request.t, language: request.language }))
}
