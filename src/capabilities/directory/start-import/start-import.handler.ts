import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { readTable } from '../../../platform/spreadsheet/read-table.ts'
import { nameAccounts } from '../../people/public.ts'
import { listImports } from '../find-import/find-import.query.ts'
import { importLimits, importPath } from '../import-run.ts'
import { proposeFields } from '../import-table.ts'
import { directoryPermissions } from '../permissions.ts'
import { type StartedImport, startImport } from './start-import.command.ts'
import { startImportPage } from './start-import.page.tsx'

export const importScope = (request: WebRequest): AdministrationScope =>
  request.actor.administrationScope(directoryPermissions['directory.import'])

/** Names that entries have which came from nowhere: a source may not be called so. */
const ownSources = ['hand', 'reference']

/** Where one chooses a file, or says where a feed is. */
export async function showStartImport(request: WebRequest): Promise<Reply> {
  return showPage(await page(request, new FormFields([]), []))
}

export async function submitStartImport(request: WebRequest): Promise<Reply> {
  const scope = importScope(request)
  const form = await request.form()
  const { started, errors } = await startedBy(request, form)
  if (!started) return { kind: 'page', status: 422, page: await page(request, form, errors) }
  const id = await request.database.write(scope, (tx) => startImport(tx, scope, started, request.clock.now()))
  return seeOther(`${importPath}/${id}`)
}

/** The same page, for a file that was not even taken in. */
export async function showTooLarge(request: WebRequest): Promise<Reply> {
  const message = request.t('hsds.error.too-large', { megabytes: importLimits.bytes / 1024 ** 2 })
  return {
    kind: 'page',
    status: 413,
    page: await page(request, new FormFields([]), [{ id: 'file', message }]),
  }
}

async function startedBy(
  request: WebRequest,
  form: FormFields,
): Promise<{ readonly started?: StartedImport; readonly errors: readonly FormError[] }> {
  const { t } = request
  const file = await request.file('file')
  const address = form.text('adres')
  // A browser does not send a file along twice: whoever mends another field must choose it again.
  const again = file && !address ? [{ id: 'file', message: t('hsds.error.file-again') }] : []
  const wrong = (id: string, key: MessageKey) => ({
    errors: [{ id, message: t(key) }, ...(id === 'file' ? [] : again)],
  })
  const named = form.text('bron').slice(0, 100)
  if (file && address) return wrong('adres', 'hsds.error.both')
  if (ownSources.includes(named.toLowerCase())) return wrong('bron', 'hsds.error.source')
  if (address) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return wrong('adres', 'hsds.error.address')
    const { host, pathname } = new URL(address)
    const source = named || `${host}${pathname}`.replace(/\/+$/, '').slice(0, 100)
    return { started: { kind: 'hsds-feed', source, address, content: undefined, ...noTable }, errors: [] }
  }
  if (!file) return wrong('file', 'hsds.error.nothing')
  if (named === '') return wrong('bron', 'hsds.error.no-source')
  const content = new Uint8Array(await file.arrayBuffer())
  const start = new TextDecoder().decode(content.subarray(0, 200)).trimStart()
  if (/^[[{]/.test(start))
    return { started: { kind: 'hsds-file', source: named, address: null, content, ...noTable }, errors: [] }
  const table = await readTable(content, importLimits)
  if (!table.ok) return wrong('file', 'hsds.problem.no-table')
  const header = table.header.map((name) => name.slice(0, 100))
  return {
    started: { kind: 'csv', source: named, address: null, content, header, columns: proposeFields(header) },
    errors: [],
  }
}

const noTable = { header: [], columns: [] }

async function page(request: WebRequest, form: FormFields, errors: readonly FormError[]) {
  const scope = importScope(request)
  const { imports, names } = await request.database.read(scope, async (db) => {
    const listed = await listImports(db, scope)
    return {
      imports: listed,
      names: await nameAccounts(db, scope, [...new Set(listed.map((each) => each.accountId))]),
    }
  })
  return startImportPage({
    t: request.t,
    feed: `${request.origin}/hsds`,
    form,
    errors,
    imports,
    names,
    stopped: request.query('gestopt') !== '',
  })
}
