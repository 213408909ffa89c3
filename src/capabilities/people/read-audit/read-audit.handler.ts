import type { AuditCursor } from '../../../platform/audit/list-audit-lines.query.ts'
import { daySent } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { isDay, parseInstant } from '../../../platform/time/local-time.ts'
import { desksPermissions } from '../../desks/public.ts'
import { organisationsPermissions } from '../../organisations/public.ts'
import { peoplePermissions } from '../permissions.ts'
import { readAuditPage } from './read-audit.page.tsx'
import { readAudit } from './read-audit.query.ts'

export async function showAudit(request: WebRequest): Promise<Reply> {
  const { t, url, actor } = request
  const scope = actor.administrationScope(peoplePermissions['people.read-audit'])
  const form = new FormFields(url.searchParams)
  const dayGiven = ['dag.day', 'dag.month', 'dag.year'].some((box) => form.text(box) !== '')
  const day = dayGiven ? daySent(form, 'dag') : undefined
  const errors = day && !isDay(day) ? [{ id: 'dag', message: t('people.audit.error.day') }] : []
  const { lines, names } = await request.database.read(scope, (db) =>
    readAudit(db, scope, {
      day: errors.length === 0 ? day : undefined,
      action: form.text('actie') || undefined,
      person: form.text('wie'),
      after: readCursor(form.text('na')),
    }),
  )
  const shown = lines.slice(0, rowsPerPage)
  const last = shown.at(-1)
  const goesOn = lines.length > rowsPerPage && last
  const page = readAuditPage({
    t,
    form,
    errors,
    lines: shown,
    names,
    addresses: {
      account: actor.may(peoplePermissions['people.administer']) ? '/beheer/mensen' : undefined,
      desk: actor.may(desksPermissions['desks.administer']) ? '/beheer/informatiepunten' : undefined,
      organisation: actor.may(organisationsPermissions['organisations.administer'])
        ? '/beheer/organisaties'
        : undefined,
    },
    older: goesOn ? addressAfter(url, last) : undefined,
    newest: form.has('na') ? addressAfter(url, undefined) : undefined,
  })
  return errors.length > 0 ? showAgain(page) : showPage(page)
}

// The log grows while it is read: a place in it is a line, not the number of a page.
function readCursor(text: string): AuditCursor | undefined {
  const [moment = '', id = ''] = text.split('_')
  const at = parseInstant(moment)
  return at && /^\d{1,15}$/.test(id) ? { at, id: Number(id) } : undefined
}

function addressAfter(url: URL, cursor: AuditCursor | undefined): string {
  const query = new URLSearchParams(url.searchParams)
  query.delete('na')
  if (cursor) query.set('na', `${cursor.at.toString()}_${cursor.id}`)
  return `${url.pathname}?${query}`
}
