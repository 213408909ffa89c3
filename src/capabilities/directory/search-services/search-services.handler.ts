import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { pageAsked } from '../../../platform/http/paging.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { findWhereabouts, listMunicipalities } from '../../organisations/public.ts'
import { readingScope } from '../keeping-scope.ts'
import { directoryPermissions } from '../permissions.ts'
import { type TargetGroup, targetGroups } from '../service.ts'
import { type SearchFields, searchServicesPage } from './search-services.page.tsx'
import { mostCounted, searchServices } from './search-services.query.ts'

const servicesPerPage = 20
/** Longer than any question. */
const longestText = 200

/** Who helps with what: to search in, with somebody at the desk or on the line. */
export async function showSearch(request: WebRequest): Promise<Reply> {
  const { t, language, url } = request
  const scope = readingScope(request.actor)
  const now = request.clock.now()
  const today = localDay(now)
  const answer = await request.database.read(scope, async (db) => {
    const fields = await fieldsAsked(request, db, scope, today)
    const lists = await readLists(db, scope, today, language)
    const found =
      fields.place === '' ? undefined : await findWhereabouts(db, scope, fields.place.slice(0, longestText))
    if (found && found.kind !== 'found') return { fields, lists, problem: found.kind }
    const place = found?.place
    const page = Math.min(pageAsked(url), mostCounted / servicesPerPage)
    const result = await searchServices(db, scope, {
      words: fields.words.slice(0, longestText),
      topicCode: lists.topics.some(({ code }) => code === fields.topic) ? fields.topic : undefined,
      place,
      openNow: fields.openNow,
      languages: fields.language ? [fields.language] : [],
      targetGroups: fields.group ? [fields.group] : [],
      skipped: (page - 1) * servicesPerPage,
      most: servicesPerPage,
      now,
    })
    return { fields, lists, found, result, page }
  })
  const { fields, lists, problem } = answer
  const shown = {
    t,
    language,
    now,
    fields,
    lists,
    url,
    mayKeep: request.actor.may(directoryPermissions['directory.open-keeping']),
  }
  if (problem !== undefined || !answer.result)
    return showAgain(
      searchServicesPage({
        ...shown,
        errors: [
          {
            id: 'waar',
            message: t(problem === 'unknown' ? 'directory.error.place' : 'directory.error.postcode'),
          },
        ],
      }),
    )
  return showPage(
    searchServicesPage({
      ...shown,
      errors: [],
      answer: {
        ...answer.result,
        place: answer.found?.place.name,
        page: answer.page,
        pages: Math.ceil(answer.result.total / servicesPerPage),
        start: (answer.page - 1) * servicesPerPage + 1,
      },
    }),
  )
}

/** What was asked; near the own desk for who has not said where. */
async function fieldsAsked(
  request: WebRequest,
  db: ReadHandle,
  scope: Scope,
  today: string,
): Promise<SearchFields> {
  const group = request.query('groep')
  return {
    words: request.query('zoek'),
    topic: request.query('onderwerp'),
    place: request.url.searchParams.has('waar')
      ? request.query('waar')
      : await ownPlace(request, db, scope, today),
    openNow: request.query('open') === 'ja',
    language: /^[a-z]{2}$/.test(request.query('taal')) ? request.query('taal') : '',
    group: targetGroups.find((known): known is TargetGroup => known === group) ?? '',
  }
}

async function ownPlace(request: WebRequest, db: ReadHandle, scope: Scope, today: string): Promise<string> {
  const ids = request.actor.desksFor(directoryPermissions['directory.read-agreements'])
  const [desk] = await findDesks(db, scope, ids.slice(0, 1))
  if (!desk) return ''
  const municipalities = await listMunicipalities(db, scope, today)
  return municipalities.find(({ code }) => code === desk.municipalityCode)?.name ?? ''
}
