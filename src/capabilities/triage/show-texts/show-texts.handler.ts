import type { DesksScope, LibraryScope } from '../../../platform/auth/scope.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { blankText } from '../../contacts/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { triagePermissions } from '../permissions.ts'
import { otherCodesOf, textsAddress } from '../proposal.ts'
import { periodOf } from '../text-period.ts'
import { showTextsPage, type TextsPage } from './show-texts.page.tsx'
import { forgetGroups, readGroups } from './show-texts.query.ts'

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
  const contacts = await request.database.write(scope, (tx) =>
    blankText(tx, scope, text, request.clock.now()),
  )
  forgetGroups()
  return seeOther(`${textsAddress}?gewist=${contacts}`)
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
    return {
      t: request.t,
      national,
      period,
      code,
      codes: codes.map((each) => ({ code: each, label: named.get(each) ?? each })),
      groups: grouped.groups.filter((group) => code === undefined || group.code === code),
      rare: [...grouped.rare].reduce(
        (sum, [each, contacts]) => (code === undefined || each === code ? sum + contacts : sum),
        0,
      ),
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
