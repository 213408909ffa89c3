import type { DesksScope, LibraryScope } from '../../../platform/auth/scope.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { blankText, countContactsWithText } from '../../contacts/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { blankTextPage } from '../blank-text.page.tsx'
import { triagePermissions } from '../permissions.ts'
import { otherCodesOf } from '../proposal.ts'
import { periodOf } from '../text-period.ts'
import {
  addressOfTexts,
  groupsPerPage,
  type SeenTexts,
  showTextsPage,
  type TextsPage,
} from './show-texts.page.tsx'
import { forgetGroups, readGroups, searchGroups } from './show-texts.query.ts'

/** What was typed beside 'other': for the nation what many have in common, for a library or desk all of its own. */
export async function showTexts(request: WebRequest): Promise<Reply> {
  return showPage(showTextsPage(await prepareTexts(request)))
}

export async function submitBlankText(request: WebRequest): Promise<Reply> {
  const scope = ownScope(request)
  const form = await request.form()
  const text = form.text('text')
  if (text === '') {
    const errors = [{ id: 'groepen', message: request.t('triage.error.text') }]
    return showAgain(showTextsPage({ ...(await prepareTexts(request)), errors }))
  }
  const seen = seenOf(form.text('antwoord'), form.text('maanden'), form.text('zoek'), form.text('pagina'))
  if (form.text('zeker') !== 'ja') {
    const count = await request.database.read(scope, (db) => countContactsWithText(db, scope, text))
    return showPage(blankTextPage({ t: request.t, text, contacts: count, seen }))
  }
  const contacts = await request.database.write(scope, (tx) =>
    blankText(tx, scope, text, request.clock.now()),
  )
  forgetGroups()
  return seeOther(addressOfTexts({ ...seen, gewist: String(contacts) }))
}

export async function prepareTexts(request: WebRequest): Promise<TextsPage> {
  const national = request.actor.may(triagePermissions['triage.read-nation'])
  const scope = national
    ? request.actor.nationalScope(triagePermissions['triage.read-nation'])
    : ownScope(request)
  const period = periodOf(request.query('maanden'), localDay(request.clock.now()))
  return request.database.read(scope, async (db) => {
    const lists = await readListsOfAllDays(db, scope)
    const { topics, help } = otherCodesOf(lists)
    const named = new Map(
      [...lists.topics, ...lists.answerOptions].map(({ code, labels }) => [code, labels[request.language]]),
    )
    const codes = [...topics, ...help]
    const grouped = await readGroups(db, scope, period)
    const code = codes.find((each) => each === request.query('antwoord'))
    const search = request.query('zoek').trim()
    const found = searchGroups(
      grouped.groups.filter((group) => code === undefined || group.code === code),
      search,
    )
    const pages = Math.max(1, Math.ceil(found.length / groupsPerPage))
    const sum = (numbers: ReadonlyMap<string, number>): number =>
      [...numbers].reduce(
        (all, [each, contacts]) => (code === undefined || each === code ? all + contacts : all),
        0,
      )
    return {
      t: request.t,
      national,
      period,
      code,
      codes: codes.map((each) => ({ code: each, label: named.get(each) ?? each })),
      search,
      groups: found,
      page: /^[1-9]\d{0,5}$/.test(request.query('pagina'))
        ? Math.min(Number(request.query('pagina')), pages)
        : 1,
      pages,
      rare: sum(grouped.rare),
      without: sum(grouped.without),
      blanked: /^\d+$/.test(request.query('gewist')) ? Number(request.query('gewist')) : undefined,
      errors: [],
    }
  })
}

/** The whole library for who works for all of it, else one's own desks. */
function ownScope(request: WebRequest): LibraryScope | DesksScope {
  const library = triagePermissions['triage.read-library']
  return request.actor.may(library)
    ? request.actor.libraryScope(library)
    : request.actor.desksScope(triagePermissions['triage.read-desk'])
}

const seenOf = (antwoord: string, maanden: string, zoek: string, pagina: string): SeenTexts => ({
  antwoord,
  maanden,
  zoek,
  pagina,
})
