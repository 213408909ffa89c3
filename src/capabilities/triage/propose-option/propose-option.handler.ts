import { uuidv7 } from 'uuidv7'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readOptions } from '../../lists/public.ts'
import { leftOutOf } from '../group-texts.ts'
import { triagePermissions } from '../permissions.ts'
import { fieldOf, groupName, leftOutName, proposalsAddress } from '../proposal.ts'
import { prepareTexts } from '../show-texts/show-texts.handler.ts'
import { showTextsPage } from '../show-texts/show-texts.page.tsx'
import { readGroups } from '../show-texts/show-texts.query.ts'
import { periodOf } from '../text-period.ts'
import { proposeOption } from './propose-option.command.ts'
import { proposeOptionForm, proposeOptionSent } from './propose-option.form.ts'
import { proposeOptionPage } from './propose-option.page.tsx'

/** So many texts of many are shown with a proposal. */
const mostExamples = 6

/** The form for a new answer, with the groups that were chosen. */
export async function showProposeOption(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request, {
    names: request.queryAll('groep'),
    without: [],
    months: request.query('maanden'),
  })
  if (!prepared.ok) return refuseChoice(request, prepared.problem)
  const [first] = prepared.page.groups
  const label = first ? first.label.charAt(0).toUpperCase() + first.label.slice(1) : ''
  const form = new FormFields([
    ['labelNl', label],
    ['whole', 'groups'],
  ])
  return showPage(proposeOptionPage({ ...prepared.page, form, errors: [] }))
}

export async function submitProposeOption(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const prepared = await prepare(request, {
    names: form.all('groep'),
    without: form.all('zonder'),
    months: form.text('maanden'),
  })
  if (!prepared.ok) return refuseChoice(request, prepared.problem)
  const { scope, page } = prepared
  const parsed = parseForm(proposeOptionForm(page), proposeOptionSent(form), request.t)
  if (!parsed.ok) return showAgain(proposeOptionPage({ ...page, form, errors: parsed.errors }))
  const { groups, field } = page
  const texts = groups
    .flatMap((group) => {
      const isLeftOut = leftOutOf(group)
      return group.texts.filter(({ text }) => !isLeftOut(text))
    })
    .sort((one, other) => other.contacts - one.contacts)
  if (texts.length === 0 && !parsed.value.whole) {
    const errors = [{ id: 'zonder-0', message: request.t('triage.error.without-all') }]
    return showAgain(proposeOptionPage({ ...page, form, errors }))
  }
  const id = uuidv7()
  const proposal = {
    ...parsed.value,
    id,
    field,
    topicGroup: field === 'topic' ? parsed.value.topicGroup : null,
    fromCodes: [...new Set(groups.map(({ code }) => code))],
    groups: groups.map(({ code, words, forms, without }) => ({ code, words, forms, without })),
    examples: texts.slice(0, mostExamples).map(({ text }) => text),
    contacts: texts.reduce((sum, { contacts }) => sum + contacts, 0),
  }
  await request.database.write(scope, (tx) => proposeOption(tx, scope, proposal, request.clock.now()))
  return seeOther(`${proposalsAddress}/${id}?bewaard=ja`)
}

async function refuseChoice(request: WebRequest, problem: 'none' | 'mixed'): Promise<Reply> {
  const errors = [{ id: 'groepen', message: request.t(`triage.error.choice.${problem}`) }]
  return showAgain(showTextsPage({ ...(await prepareTexts(request)), errors }))
}

/** The chosen groups, read anew: what stands in a form is a name, not a number. They are all topics, or all ways of help. */
async function prepare(
  request: WebRequest,
  {
    names,
    without,
    months,
  }: {
    readonly names: readonly string[]
    /** The texts that are left out of a group, as `leftOutName` writes them. */
    readonly without: readonly string[]
    readonly months: string
  },
) {
  const scope = request.actor.nationalScope(triagePermissions['triage.propose'])
  const today = localDay(request.clock.now())
  const period = periodOf(months, today)
  const grouped = await request.database.read(scope, (db) => readGroups(db, scope, period))
  const groups = grouped.groups
    .filter((group) => names.includes(groupName(group)))
    .map((group) => ({
      ...group,
      without: group.texts.flatMap(({ text }) => (without.includes(leftOutName(group, text)) ? [text] : [])),
    }))
  const fields = new Set(groups.map(({ code }) => fieldOf(code)))
  const [field] = fields
  if (!field) return { ok: false, problem: 'none' } as const
  if (fields.size > 1) return { ok: false, problem: 'mixed' } as const
  const options = (await request.database.read(scope, (db) => readOptions(db, scope, field))).filter(
    (option) => option.libraryId === null && (option.validUntil === null || option.validUntil > today),
  )
  return {
    ok: true,
    scope,
    page: { t: request.t, field, groups, options, months: period.months, today },
  } as const
}
