import {
  adoptProposal,
  rejectProposal,
} from '../../src/capabilities/triage/decide-proposal/decide-proposal.command.ts'
import {
  findProposal,
  findProposals,
} from '../../src/capabilities/triage/find-proposals/find-proposals.query.ts'
import type { TextGroup } from '../../src/capabilities/triage/group-texts.ts'
import { proposeOption } from '../../src/capabilities/triage/propose-option/propose-option.command.ts'
import { reactToProposal } from '../../src/capabilities/triage/react-to-proposal/react-to-proposal.command.ts'
import { recodePast } from '../../src/capabilities/triage/recode-past/recode-past.command.ts'
import { readGroups } from '../../src/capabilities/triage/show-texts/show-texts.query.ts'
import { periodOf } from '../../src/capabilities/triage/text-period.ts'
import { proveDesk, proveNation } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { addDays, type Instant, localDay, momentOf } from '../../src/platform/time/local-time.ts'
import { idOfName } from './chance.ts'
import type { DemoPerson, Network } from './network.ts'

interface Parts {
  readonly database: ApplicationDatabase
  /** With the worker's role, which recodes. */
  readonly worker: ApplicationDatabase
  readonly now: Instant
}

/** What the analyst of the demo proposed: which groups of texts, and what became of it. */
const made = [
  { label: 'Printen of kopiëren', words: /print|kopi/, daysAgo: 40, outcome: 'adopted' },
  { label: 'Formulier nagekeken', words: /formulier/, daysAgo: 30, outcome: 'rejected' },
  { label: 'Telefoon uitgelegd', words: /telefon|smartphon/, daysAgo: 5, outcome: 'open' },
] as const

/**
 * Makes a proposal of each state out of what the demo's desks typed beside 'other', by the product's own commands, each at its own
 * time; the past of the adopted one is recoded. Once: what stands there stays.
 * @returns how many were made
 */
export async function loadProposals(network: Network, { database, worker, now }: Parts): Promise<number> {
  const person = (role: DemoPerson['role']): DemoPerson => {
    const found = network.people.find((each) => each.role === role)
    if (!found) throw new Error(`Nobody in the demo is ${role}`)
    return found
  }
  const analyst = person('national-analyst')
  const scope = proveNation(analyst.id)
  const known = await database.read(scope, (db) => findProposals(db, scope))
  if (known.length > 0) return 0
  const today = localDay(now)
  const { groups } = await database.read(scope, (db) => readGroups(db, scope, periodOf('12', today)))
  let count = 0
  for (const { label, words, daysAgo, outcome } of made) {
    const some = groups.filter((group) => group.code === 'help-other' && words.test(group.words.join(' ')))
    if (some.length === 0) continue
    const at = momentOf(addDays(today, -daysAgo), '10:00')
    const id = idOfName(`demo proposal ${label}`)
    await database.write(scope, (tx) => proposeOption(tx, scope, proposalOf(id, label, some), at))
    const proposal = await database.read(scope, (db) => findProposal(db, scope, id))
    if (!proposal) throw new Error(`The demo's proposal ${label} is gone`)
    count += 1
    const keeper = { scope, name: analyst.name }
    const later = momentOf(addDays(today, 7 - daysAgo), '11:00')
    if (outcome === 'adopted') {
      const from = addDays(today, 7 - daysAgo)
      await database.write(scope, (tx) => adoptProposal(tx, keeper, proposal, from, later))
      await recodePast(worker, id, later)
    }
    if (outcome === 'rejected') {
      const reason = 'Een formulier samen invullen hoort bij ‘Samen gedaan’. Dat staat al op het formulier.'
      await database.write(scope, (tx) => rejectProposal(tx, keeper, proposal, reason, later))
    }
    if (outcome === 'open') await react(database, network, id, addDays(today, -2))
  }
  return count
}

function proposalOf(id: string, label: string, groups: readonly TextGroup[]) {
  const texts = groups
    .flatMap((group) => group.texts)
    .sort((one, other) => other.contacts - one.contacts)
    .slice(0, 6)
  return {
    id,
    field: 'help' as const,
    fromCodes: ['help-other'],
    groups: groups.map(({ code, words, forms }) => ({ code, words, forms })),
    whole: false,
    labelNl: label,
    labelEn: label,
    topicGroup: null,
    intoCode: null,
    examples: texts.map(({ text }) => text),
    contacts: groups.reduce((sum, { contacts }) => sum + contacts, 0),
  }
}

/** Two desks say what they think: one that it helps, one that it does not. */
async function react(
  database: ApplicationDatabase,
  network: Network,
  proposalId: string,
  day: string,
): Promise<void> {
  const libraries = new Map(
    network.people
      .filter(({ role }) => role === 'desk-coordinator')
      .map((person) => [person.organisationId, person]),
  )
  const coordinators = [...libraries.values()].slice(0, 2)
  for (const [at, person] of coordinators.entries()) {
    const desk = network.desks.find(({ libraryId }) => libraryId === person.organisationId)
    if (!desk) continue
    const scope = proveDesk(person.id, desk.libraryId, desk.id)
    const reaction =
      at === 0
        ? { proposalId, answer: 'helps' as const, reason: 'Dit doen we elke dag.' }
        : { proposalId, answer: 'does-not' as const, reason: 'Het lijkt te veel op ‘Apparaat uitgelegd’.' }
    await database.write(scope, (tx) => reactToProposal(tx, scope, reaction, momentOf(day, '12:00')))
  }
}
