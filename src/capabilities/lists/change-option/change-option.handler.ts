import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { addressOfOption, type ListOption, mayKeep } from '../list-option.ts'
import { forgetLists } from '../read-lists/read-lists.query.ts'
import { readMappings, readVersions } from '../read-options/read-options.query.ts'
import { readKeptList } from '../show-lists/show-lists.handler.ts'
import { changeOption } from './change-option.command.ts'
import { changeOptionForm, changeOptionSent } from './change-option.form.ts'
import { changeOptionPage } from './change-option.page.tsx'

export async function showOption(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  const form = new FormFields(fieldsOf(page.option))
  return showPage(changeOptionPage({ ...page, form, errors: [], saved: request.query('bewaard') !== '' }))
}

export async function submitChangeOption(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const { option } = page
  if (!page.mayChange) refuse('not-allowed')
  const form = await request.form()
  const parsed = parseForm(changeOptionForm(option, page), changeOptionSent(form), request.t)
  if (!parsed.ok) {
    const errors = parsed.errors.map((error) =>
      error.id === 'validUntil' ? { ...error, id: 'until' } : error,
    )
    return showAgain(changeOptionPage({ ...page, form, errors }))
  }
  const outcome = await request.database.write(keeper.scope, (tx) =>
    changeOption(tx, keeper, option, parsed.value, request.clock.now()),
  )
  if (outcome.ok) {
    forgetLists()
    return seeOther(`${addressOfOption(option)}?bewaard=ja`)
  }
  if (outcome.reason === 'not-yours') refuse('not-allowed')
  // What was typed stays in the form, beside what the other made of it; saving again is a choice.
  const { page: latest } = await prepare(request)
  const again = new FormFields([
    ...form.entries().filter(([name]) => name !== 'revision'),
    ['revision', String(latest.option.revision)],
  ])
  const errors = [{ id: 'labelNl', message: request.t('list-care.error.changed-meanwhile') }]
  const shown = changeOptionPage({ ...latest, form: again, errors, theirs: latest.option })
  return { kind: 'page', status: 409, page: shown }
}

async function prepare(request: WebRequest) {
  const kept = await readKeptList(request)
  const { keeper, list, options } = kept
  const option = foundOrRefuse(options.find(({ code }) => code === request.param('code')))
  const { versions, mappings } = await request.database.read(keeper.scope, async (db) => ({
    versions: await readVersions(db, keeper.scope, list, option.code),
    mappings: (await readMappings(db, keeper.scope)).filter(
      (mapping) => mapping.list === list && (mapping.from === option.code || mapping.to === option.code),
    ),
  }))
  return {
    keeper,
    page: {
      t: request.t,
      option,
      options,
      versions,
      mappings,
      mayChange: mayKeep(keeper.scope, option),
      today: localDay(request.clock.now()),
    },
  }
}

function fieldsOf(option: ListOption): [string, string][] {
  return [
    ['revision', String(option.revision)],
    ['labelNl', option.labelNl],
    ['labelEn', option.labelEn],
    ['shortName', option.shortName ?? ''],
    ['searchTerms', option.searchTerms.join('\n')],
    ...(option.validUntil ? dayFields('until', option.validUntil) : []),
  ]
}
