import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { readLists, topicSearch } from '../../lists/public.ts'
import { listMunicipalities } from '../../organisations/public.ts'
import { isInForce } from '../agreement.ts'
import { findAgreements } from '../find-agreement/find-agreement.query.ts'
import { findOffers, type Here } from '../find-service/find-service.query.ts'
import { type MeantWord, searchText, typedWords } from '../search-words.ts'
import type { ServiceOffer } from '../service.ts'
import { minuteOf } from '../service-hours.ts'

/** What somebody looks for; each part may be left out. */
export interface SearchWish {
  readonly words?: string | undefined
  readonly topicCode?: string | undefined
  /** Where the visitor lives. */
  readonly place?: (Here & { readonly municipalityCode: string }) | undefined
  readonly openNow?: boolean | undefined
  /** ISO 639-1 codes, any of which will do. */
  readonly languages?: readonly string[] | undefined
  readonly targetGroups?: readonly string[] | undefined
  /** Counted from 0, in services. */
  readonly skipped?: number | undefined
  readonly most?: number | undefined
  readonly now: Instant
}

export interface SearchResult {
  /** Best first. */
  readonly offers: readonly ServiceOffer[]
  /** How many there are; more than `mostCounted` are not counted. */
  readonly total: number
  /** The words that nobody ever wrote, with what was looked for in their place. */
  readonly mistaken: readonly { readonly typed: string; readonly meant: readonly string[] }[]
}

/** So many are put in order (directory.search_services). */
export const mostCounted = 1000

/** As many topics as what was typed can be about. */
const mostTopics = 3

/**
 * Everybody who fits what is looked for: by the words (Dutch stems, typing errors, parts of long words), by the questions that these
 * words are about, by place, hours, language and group. What is agreed with comes first, then what fits best and is near.
 */
export async function searchServices(db: ReadHandle, scope: Scope, wish: SearchWish): Promise<SearchResult> {
  const { words = '', topicCode, place, languages, targetGroups, now } = wish
  const today = localDay(now)
  const typed = typedWords(words)
  const meant = typed.length > 0 ? await findWordsMeant(db, typed) : []
  const topics = topicCode ? [topicCode] : typed.length > 0 ? await topicsMeant(db, scope, words, today) : []
  const agreements = (await findAgreements(db, scope)).filter((agreement) => isInForce(agreement, today))
  const around = place && [
    place.municipalityCode,
    ...((await listMunicipalities(db, scope, today)).find(({ code }) => code === place.municipalityCode)
      ?.neighbourCodes ?? []),
    'NL',
  ]
  const { day, minute } = minuteOf(now)
  const ask = async (strict: boolean) => {
    const query = searchText(meant, strict)
    const { rows } = await sql<{ service_id: string; total: string }>`
      select service_id, total from directory.search_services(
        query => ${query ?? null}::tsquery,
        names => ${query ? searchText(meant, strict, 'A') : null}::tsquery,
        topics => ${topics.length > 0 ? topics : null}::text[],
        topic_needed => ${topicCode !== undefined}::boolean,
        around => ${around ?? null}::text[],
        here_latitude => ${place?.latitude ?? null}::float8, here_longitude => ${place?.longitude ?? null}::float8,
        in_languages => ${languages?.length ? languages : null}::text[],
        for_groups => ${targetGroups?.length ? targetGroups : null}::text[],
        open_day => ${wish.openNow ? day : null}::date, open_minute => ${minute}::int,
        favoured => ${agreements.flatMap(({ serviceId }) => serviceId ?? [])}::uuid[],
        favoured_partners => ${agreements.flatMap(({ serviceId, partnerId }) => (serviceId ? [] : partnerId))}::uuid[],
        skipped => ${wish.skipped ?? 0}::int, most => ${wish.most ?? 20}::int, today => ${today}::date)`.execute(
      db,
    )
    return { ids: rows.map(({ service_id }) => service_id), total: Number(rows[0]?.total ?? 0) }
  }
  const strict = await ask(true)
  // Nothing holds all of the words: what holds some of them.
  const { ids, total } = strict.total === 0 && meant.length > 1 ? await ask(false) : strict
  return {
    offers: await findOffers(db, scope, ids, { today, here: place, agreements }),
    total,
    mistaken: meant
      .filter(({ mistaken }) => mistaken)
      .map(({ typed: told, words: instead }) => ({ typed: told, meant: instead })),
  }
}

async function findWordsMeant(db: ReadHandle, typed: readonly string[]): Promise<MeantWord[]> {
  const { rows } = await sql<{ told: string; stem: string; word: string; mistaken: boolean }>`
    select told, stem, word, mistaken from directory.words_meant(${typed}::text[])`.execute(db)
  return typed.flatMap((word) => {
    const found = rows.filter(({ told }) => told === word)
    if (found.length === 0) return []
    return {
      typed: word,
      stems: [...new Set(found.map(({ stem }) => stem))],
      words: [...new Set(found.map((row) => row.word))],
      mistaken: found.some(({ mistaken }) => mistaken),
    }
  })
}

/** The questions that the words are about, by the names and other words that the lists have for them. */
async function topicsMeant(db: ReadHandle, scope: Scope, words: string, today: string): Promise<string[]> {
  const lists = await readLists(db, scope, today, 'nl')
  const found = topicSearch(
    lists.topics.filter(({ isOther }) => !isOther),
    lists.serviceProviders,
  )(words)
  return found.slice(0, mostTopics).map(({ code }) => code)
}
