import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { peopleField } from '../keep-amount/keep-amount.form.ts'
import { keepBasis } from '../keep-sharing-key/keep-sharing-key.command.ts'
import { keyFields } from '../keep-sharing-key/keep-sharing-key.form.ts'
import { ownCodes, prepareKey } from '../keep-sharing-key/keep-sharing-key.handler.ts'
import { keyPage } from '../keep-sharing-key/keep-sharing-key.page.tsx'
import { countBasis } from '../keep-sharing-key/keep-sharing-key.query.ts'
import { moneyAddress } from '../money-year.ts'

/**
 * Counts what a key shares by anew. Inhabitants and desks are known of all; questions each municipality counts for itself, and the
 * maker may type those that others told.
 */
export async function submitCount(request: WebRequest): Promise<Reply> {
  const { money, page } = await prepareKey(request)
  const { scope, municipality, year, facts } = money
  const { sharingKey } = page
  const form = await request.form()
  const codes = sharingKey.parts.map(({ municipalityCode }) => municipalityCode)
  const counted = await request.database.read(scope, (db) =>
    countBasis(db, scope, sharingKey, codes, {
      own: ownCodes(municipality.code, facts.municipalities),
      year,
    }),
  )
  const typed = page.isMaker
    ? codes
        .filter((code) => !counted.has(code))
        .map((code) => ({ code, parsed: peopleField.safeParse(form.text(`basis-${code}`)) }))
    : []
  const wrong = typed.filter(({ parsed }) => !parsed.success)
  if (wrong.length > 0)
    return showAgain(
      keyPage({
        ...page,
        form: new FormFields(keyFields(sharingKey)),
        numbers: form,
        errors: wrong.map(({ code }) => ({ id: `basis-${code}`, message: request.t('money.error.people') })),
      }),
    )
  const basis = new Map([
    ...typed.flatMap(({ code, parsed }): [string, number][] =>
      parsed.data == null ? [] : [[code, parsed.data]],
    ),
    // Who has no key of its own changes no part but its own.
    ...[...counted].filter(([code]) => page.isMaker || code === municipality.code),
  ])
  await request.database.write(scope, (tx) => keepBasis(tx, scope, sharingKey.id, basis, request.clock.now()))
  return seeOther(moneyAddress(`/delen/sleutel/${sharingKey.id}`, money, { bericht: 'bewaard' }))
}
