import { uuidv7 } from 'uuidv7'
import { buildingBlocks } from '../../src/capabilities/agreements/building-blocks.ts'
import { proposedBlock } from '../../src/capabilities/agreements/known-blanks.ts'
import { proposeKnown } from '../../src/capabilities/agreements/propose-known/propose-known.query.ts'
import {
  addDeliverable,
  changeStatus,
  chooseParties,
  contentOf,
  fillBlock,
  findAgreement,
  makeVersion,
  markDelivery,
  setTerms,
  startAgreement,
} from '../../src/capabilities/agreements/public.ts'
import { readDraft } from '../../src/capabilities/agreements/read-draft/read-draft.query.ts'
import type { MunicipalityScope } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { WriteHandle } from '../../src/platform/database/handle.ts'
import { type Instant, localDay } from '../../src/platform/time/local-time.ts'
import type { TownHall } from './town-hall.ts'

/** What nobody but the municipality knows of its decision; the rest is what Balie proposes. */
const typed = (year: number): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  'decision-subject': { ordinance: 'Algemene subsidieverordening (oefening)' },
  amount: { 'advance-day': `${year}-02-03`, 'settlement-day': `${year + 1}-04-01` },
  objection: { address: 'Postbus 1, 3500 XX Utrecht (oefening)' },
  accountability: { 'figures-day': '1 februari van het jaar erna' },
  contacts: {
    'municipality-person': 'Joost Verhagen, beleidsmedewerker informatiepunten',
    'library-person': 'Marloes de Bruin, coördinator informatiepunten',
  },
})

/** Drafts the subsidy decision of this year, agrees it, and says what has to be delivered. */
export async function loadAgreement(
  { scope, municipality, libraryId }: TownHall,
  { database, now }: { readonly database: ApplicationDatabase; readonly now: Instant },
): Promise<void> {
  const year = Number(localDay(now).slice(0, 4))
  const id = uuidv7()
  await database.write(scope, async (tx) => {
    await startAgreement(
      tx,
      scope,
      { id, municipalityCode: municipality, kind: 'subsidy-decision', title: `Subsidie ${year}` },
      now,
    )
    await chooseParties(tx, scope, await at(tx, scope, id), { libraryId, municipalityCodes: [] }, now)
    await setTerms(
      tx,
      scope,
      await at(tx, scope, id),
      {
        fromDay: `${year}-01-01`,
        untilDay: `${year}-12-31`,
        noticeMonths: null,
        reviewOn: `${year}-12-15`,
      },
      now,
    )
    const agreement = await at(tx, scope, id)
    const known = await proposeKnown(tx, scope, agreement, localDay(now))
    for (const [block, filled] of Object.entries(typed(year))) {
      const found = buildingBlocks.find(({ key }) => key === block)
      if (found)
        await fillBlock(
          tx,
          scope,
          { agreementId: id, block, version: 0 },
          { ...proposedBlock(found, known), ...filled },
          now,
        )
    }
    const draft = await readDraft(tx, scope, id)
    if (!draft) throw new Error('The demo has no draft of its agreement')
    const number = await makeVersion(
      tx,
      scope,
      { id: uuidv7(), agreementId: id },
      contentOf(agreement, draft, known),
      now,
    )
    const outcome = await changeStatus(
      tx,
      scope,
      await at(tx, scope, id),
      { status: 'agreed', number, day: `${year}-01-20` },
      now,
    )
    if (outcome !== 'kept') throw new Error(`The demo's agreement was not agreed: ${outcome}`)
    const deliverable = uuidv7()
    await addDeliverable(
      tx,
      scope,
      { id: deliverable, agreementId: id },
      {
        what: 'Cijfers van het kwartaal bespreken',
        owedBy: 'library',
        firstDue: `${year}-04-15`,
        repeats: 'quarterly',
        lastDue: null,
        goalId: null,
      },
      now,
    )
    for (const dueOn of [`${year}-04-15`, `${year}-07-15`].filter((day) => day < localDay(now)))
      await markDelivery(
        tx,
        scope,
        { deliverableId: deliverable, dueOn, version: 0 },
        { doneOn: dueOn, note: '' },
        now,
      )
  })
}

async function at(tx: WriteHandle, scope: MunicipalityScope, id: string) {
  const agreement = await findAgreement(tx, scope, id)
  if (!agreement) throw new Error('The demo has no agreement')
  return agreement
}
