import { refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { addressOfOption } from '../list-option.ts'
import { forgetLists } from '../read-lists/read-lists.query.ts'
import { readKeptList } from '../show-lists/show-lists.handler.ts'
import { addOption } from './add-option.command.ts'
import { addOptionForm, addOptionSent } from './add-option.form.ts'
import { addOptionPage } from './add-option.page.tsx'

export async function showAddOption(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(addOptionPage({ ...page, form: new FormFields(dayFields('from', page.today)), errors: [] }))
}

export async function submitAddOption(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(addOptionForm(page.list, page), addOptionSent(form), request.t)
  if (!parsed.ok) {
    // The boxes of the day have one id together.
    const errors = parsed.errors.map((error) => (error.id === 'validFrom' ? { ...error, id: 'from' } : error))
    return showAgain(addOptionPage({ ...page, form, errors }))
  }
  const code = await request.database.write(keeper.scope, (tx) =>
    addOption(tx, keeper, page.list, parsed.value, request.clock.now()),
  )
  forgetLists()
  return seeOther(`${addressOfOption({ list: page.list, code })}?bewaard=ja`)
}

async function prepare(request: WebRequest) {
  const { keeper, list, options } = await readKeptList(request)
  const local = keeper.scope.kind === 'library'
  // Of organisations, channels and forms a library has none of its own.
  if (local && list !== 'topic' && list !== 'help') refuse('not-allowed')
  return { keeper, page: { t: request.t, list, options, local, today: localDay(request.clock.now()) } }
}
