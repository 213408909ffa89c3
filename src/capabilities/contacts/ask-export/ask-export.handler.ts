import { dayFields } from '../../../platform/http/date-fields.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { addressOfExport, mostWaitingExports } from '../contact-export.ts'
import { exportScope } from '../export-scope.ts'
import { contactsPermissions } from '../permissions.ts'
import { isLostExport, listExports } from '../read-export/read-export.query.ts'
import { askExport } from './ask-export.command.ts'
import { readExportWish, wholeLibrary } from './ask-export.form.ts'
import { askExportPage, type ExportChoice } from './ask-export.page.tsx'

/** Where one says which contacts to take along, and sees the files of before. */
export async function showAskExport(request: WebRequest): Promise<Reply> {
  const month = addMonths(monthOf(localDay(request.clock.now())), -1)
  const { choices } = await readChoices(request)
  const form = new FormFields([
    ['of', choices[0]?.value ?? ''],
    ['kind', 'xlsx'],
    ...dayFields('from', firstDayOf(month)),
    ...dayFields('until', lastDayOf(month)),
  ])
  return showPage(await page(request, form, []))
}

export async function submitAskExport(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const now = request.clock.now()
  const form = await request.form()
  const { choices, libraryId } = await readChoices(request)
  const read = readExportWish(
    form,
    choices.map(({ value }) => value),
    localDay(now),
    t,
  )
  const again = async (errors: readonly FormError[]): Promise<Reply> => ({
    kind: 'page',
    status: 422,
    page: await page(request, form, errors),
  })
  if (!read.ok) return again(read.errors)
  const scope = exportScope(actor, { libraryId: libraryId ?? '', deskId: read.value.deskId ?? null })
  const id = await request.database.write(scope, (tx) => askExport(tx, scope, read.value, language, now))
  return id
    ? seeOther(addressOfExport(id))
    : again([{ message: t('raw-export.error.too-many', { most: mostWaitingExports }) }])
}

async function page(request: WebRequest, form: FormFields, errors: readonly FormError[]) {
  const self = request.actor.selfScope()
  const { choices } = await readChoices(request)
  const files = await request.database.read(self, async (db) => {
    const listed = []
    for (const file of await listExports(db, self))
      listed.push({ ...file, failed: file.failed || (await isLostExport(db, self, file)) })
    return listed
  })
  return askExportPage({ t: request.t, form, choices, files, errors })
}

/** The whole library, for who holds the role on it; and each desk. */
async function readChoices({
  actor,
  database,
  t,
}: WebRequest): Promise<{ choices: ExportChoice[]; libraryId: string | undefined }> {
  const desks = actor.desksScope(contactsPermissions['contacts.export'])
  const named = await database.read(desks, (db) => findDesks(db, desks, desks.deskIds))
  const libraryId = actor.may(contactsPermissions['contacts.export-library'])
    ? actor.libraryScope(contactsPermissions['contacts.export-library']).libraryId
    : undefined
  return {
    libraryId,
    choices: [
      ...(libraryId ? [{ value: wholeLibrary, label: t('raw-export.whole-library') }] : []),
      ...named.map(({ id, name }) => ({ value: id, label: name })),
    ],
  }
}
