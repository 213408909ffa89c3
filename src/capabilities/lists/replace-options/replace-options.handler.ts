import { refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { KeeperScope } from '../keep-version/keep-version.command.ts'
import { addressOfList, type MappedList } from '../list-option.ts'
import { forgetLists } from '../read-lists/read-lists.query.ts'
import { readKeptList } from '../show-lists/show-lists.handler.ts'
import { type Replacement, replaceOptions } from './replace-options.command.ts'
import {
  mergeForm,
  mergeSent,
  replaceable,
  revisionSeen,
  splitForm,
  splitSent,
} from './replace-options.form.ts'
import { mergePage, splitPage } from './replace-options.page.tsx'

export async function showMerge(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(mergePage({ ...page, form: emptyForm(page), errors: [] }))
}

export async function showSplit(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(splitPage({ ...page, form: emptyForm(page), errors: [] }))
}

export async function submitMerge(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(mergeForm(page), mergeSent(form), request.t)
  if (!parsed.ok) return showAgain(mergePage({ ...page, form, errors: parsed.errors }))
  const { from, into, labelNl, labelEn, since } = parsed.value
  const words = {
    labelNl,
    labelEn: labelEn || labelNl,
    shortName: null,
    searchTerms: from.flatMap((each) => each.searchTerms),
  }
  const replacement: Replacement = {
    kind: 'merge',
    from: from.filter(({ code }) => code !== into).map(({ code }) => seen(form, code)),
    into: [into ? seen(form, into) : words],
    since,
  }
  return replace(request, keeper, page, replacement, (now, errors) => mergePage({ ...now, form, errors }))
}

export async function submitSplit(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(splitForm(page), splitSent(form), request.t)
  if (!parsed.ok) return showAgain(splitPage({ ...page, form, errors: parsed.errors }))
  const { from, parts, since } = parsed.value
  const replacement: Replacement = {
    kind: 'split',
    from: [seen(form, from)],
    into: parts.map(({ labelNl, labelEn }) => ({
      labelNl,
      labelEn: labelEn || labelNl,
      shortName: null,
      searchTerms: [],
    })),
    since,
  }
  return replace(request, keeper, page, replacement, (now, errors) => splitPage({ ...now, form, errors }))
}

async function replace(
  request: WebRequest,
  keeper: Awaited<ReturnType<typeof prepare>>['keeper'],
  { list }: { list: MappedList },
  replacement: Replacement,
  again: (
    page: Awaited<ReturnType<typeof prepare>>['page'],
    errors: { id: string; message: string }[],
  ) => ReturnType<typeof mergePage>,
): Promise<Reply> {
  const outcome = await request.database.write(keeper.scope, (tx) =>
    replaceOptions(tx, keeper, list, replacement, request.clock.now()),
  )
  if (!outcome.ok) {
    // What is there now stands in the form, with what was chosen: sending it again is a choice.
    const { page } = await prepare(request)
    const isDay = outcome.reason === 'local-from-today'
    const id = isDay ? 'since' : 'from'
    const message = request.t(
      isDay ? 'list-care.error.local-from-today' : 'list-care.error.changed-meanwhile',
    )
    return { kind: 'page', status: isDay ? 422 : 409, page: again(page, [{ id, message }]) }
  }
  forgetLists()
  return seeOther(`${addressOfList(list)}?bewaard=ja`)
}

async function prepare(request: WebRequest) {
  const { keeper, list, options } = await readKeptList(request)
  const { scope } = keeper
  // Only the nation's lists are merged and split; a form is chosen, not answered.
  if (scope.kind !== 'nation' || list === 'form') refuse('not-allowed')
  const national = { scope, name: keeper.name } satisfies KeeperScope
  const page = {
    t: request.t,
    list,
    options,
    choices: replaceable(options),
    today: localDay(request.clock.now()),
  }
  return { keeper: national, page }
}

const seen = (form: FormFields, code: string) => ({ code, revision: revisionSeen(form, code) })

const emptyForm = ({ today }: { today: string }): FormFields => new FormFields(dayFields('since', today))
