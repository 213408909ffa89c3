import type { DesksScope, JobScope, LibraryScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { TopicGroup } from '../../lists/public.ts'
import type { Proposal, ProposedGroup } from '../proposal.ts'

type ReaderScope = NationalScope | LibraryScope | DesksScope | JobScope

/** The proposals, the last first. */
export async function findProposals(db: ReadHandle, _scope: ReaderScope): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('triage.proposals')
    .selectAll()
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(proposalOf)
}

export async function findProposal(
  db: ReadHandle,
  _scope: ReaderScope,
  id: string,
): Promise<Proposal | undefined> {
  const row = await db.selectFrom('triage.proposals').selectAll().where('id', '=', id).executeTakeFirst()
  return row && proposalOf(row)
}

function proposalOf(row: {
  id: string
  field: string
  from_codes: string[]
  groups: unknown
  whole: boolean
  label_nl: string
  label_en: string
  topic_group: string | null
  into_code: string | null
  examples: string[]
  contacts: number
  status: string
  reason: string | null
  code: string | null
  valid_from: string | null
  recoding_id: string | null
  proposed_at: Parameters<typeof localDay>[0]
  to_recode: number | null
  measured_at: Parameters<typeof localDay>[0] | null
}): Proposal {
  return {
    id: row.id,
    field: row.field as Proposal['field'],
    fromCodes: row.from_codes,
    groups: row.groups as ProposedGroup[],
    whole: row.whole,
    labelNl: row.label_nl,
    labelEn: row.label_en,
    topicGroup: row.topic_group as TopicGroup | null,
    intoCode: row.into_code,
    examples: row.examples,
    contacts: row.contacts,
    status: row.status as Proposal['status'],
    reason: row.reason,
    code: row.code,
    validFrom: row.valid_from,
    recodingId: row.recoding_id,
    proposedOn: localDay(row.proposed_at),
    toRecode: row.to_recode,
    measuredOn: row.measured_at && localDay(row.measured_at),
  }
}

/** What a desk thinks of a proposal. */
export interface Reaction {
  readonly proposalId: string
  readonly deskId: string
  readonly answer: 'helps' | 'does-not'
  readonly reason: string | null
}

/** The reactions that this scope may see: of one's own desks or library; the nation those of all. */
export async function findReactions(
  db: ReadHandle,
  _scope: NationalScope | LibraryScope | DesksScope,
  proposalIds: readonly string[],
): Promise<Reaction[]> {
  if (proposalIds.length === 0) return []
  return (await db
    .selectFrom('triage.reactions')
    .select(['proposal_id as proposalId', 'desk_id as deskId', 'answer', 'reason'])
    .where('proposal_id', 'in', proposalIds)
    .orderBy('reacted_at')
    .execute()) as Reaction[]
}
