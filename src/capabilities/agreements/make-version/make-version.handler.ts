import { uuidv7 } from 'uuidv7'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { agreementPath } from '../agreement.ts'
import { ownAgreement, placeOf, stepsOf } from '../drafting.ts'
import { contentOf } from '../known-blanks.ts'
import { proposeKnown } from '../propose-known/propose-known.query.ts'
import { idSent } from '../start-agreement/start-agreement.form.ts'
import { writeAgreement } from '../written-agreement.ts'
import { makeVersion } from './make-version.command.ts'
import { textPage } from './make-version.page.tsx'

/** The whole text, before it becomes a version. */
export async function showText(request: WebRequest): Promise<Reply> {
  const { own, content } = await prepare(request)
  return showPage(
    textPage({
      t: request.t,
      agreement: own.agreement,
      place: placeOf(stepsOf(own), '/tekst'),
      written: writeAgreement(content),
      id: uuidv7(),
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}

export async function submitVersion(request: WebRequest): Promise<Reply> {
  const { own, content } = await prepare(request)
  const form = await request.form()
  const number = await request.database.write(own.scope, (tx) =>
    makeVersion(
      tx,
      own.scope,
      { id: idSent(form) ?? uuidv7(), agreementId: own.agreement.id },
      content,
      request.clock.now(),
    ),
  )
  return seeOther(agreementPath(own.agreement.id, `/versie/${number}?bericht=gemaakt`))
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const known = await request.database.read(own.scope, (db) =>
    proposeKnown(db, own.scope, own.agreement, localDay(request.clock.now())),
  )
  return { own, content: contentOf(own.agreement, own.draft, known) }
}
