import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Notice } from '../notice.ts'

/** What a municipality writes of a change. */
export type NoticeFacts = Pick<
  Notice,
  'title' | 'topics' | 'countsFrom' | 'shownUntil' | 'whatChanges' | 'tell' | 'link' | 'chosenDesks'
>

/**
 * Keeps a new notice, as a draft or announced.
 * @param id made when the form was shown: the same form sent twice is one notice
 */
export async function addNotice(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, municipalityCode }: Pick<Notice, 'id' | 'municipalityCode'>,
  facts: NoticeFacts,
  announce: boolean,
  now: Instant,
): Promise<'added' | 'there-already'> {
  const at = announce ? now.toString() : null
  const added = await tx
    .insertInto('notices.notices')
    .values({
      id,
      municipality_code: municipalityCode,
      ...columnsOf(facts),
      announced_at: at,
      edition_at: at,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'notices.add',
    subjectKind: 'notice',
    subjectId: id,
    details: { municipality: municipalityCode, announced: announce, kept: added !== undefined },
  })
  return added ? 'added' : 'there-already'
}

/**
 * Changes a notice, if nobody did so since `version`; announces a draft. What is over or withdrawn can be changed too: it is a new
 * edition when desks have to see it again.
 */
export async function changeNotice(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version, announcedOn }: Pick<Notice, 'id' | 'version' | 'announcedOn'>,
  facts: NoticeFacts,
  { announce, seeAgain }: { readonly announce: boolean; readonly seeAgain: boolean },
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const newEdition = announcedOn !== null && seeAgain
  const { numUpdatedRows } = await tx
    .updateTable('notices.notices')
    .set((eb) => ({
      ...columnsOf(facts),
      version: eb('version', '+', 1),
      ...(announcedOn === null && announce && { announced_at: now.toString(), edition_at: now.toString() }),
      ...(newEdition && { edition: eb('edition', '+', 1), edition_at: now.toString() }),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  await recordAudit(tx, scope, now, {
    action: 'notices.change',
    subjectKind: 'notice',
    subjectId: id,
    details: { kept, announced: announce, newEdition },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}

const columnsOf = (facts: NoticeFacts) => ({
  title: facts.title,
  topics: [...facts.topics],
  counts_from: facts.countsFrom,
  shown_until: facts.shownUntil,
  what_changes: facts.whatChanges,
  tell: facts.tell,
  link: facts.link,
  chosen_desks: facts.chosenDesks && [...facts.chosenDesks],
})
