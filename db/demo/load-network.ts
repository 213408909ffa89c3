import { addMeeting } from '../../src/capabilities/directory/keep-meeting/keep-meeting.command.ts'
import { addNetworkAction } from '../../src/capabilities/directory/keep-network-action/keep-network-action.command.ts'
import { addNetworkPartner } from '../../src/capabilities/directory/keep-network-partner/keep-network-partner.command.ts'
import { findPartnersToChoose } from '../../src/capabilities/directory/keep-network-partner/keep-network-partner.query.ts'
import type { Cooperation, PolicyArea } from '../../src/capabilities/directory/network.ts'
import { findNetworkPartners } from '../../src/capabilities/directory/show-network/show-network.query.ts'
import { proveMunicipality } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { addDays, type Instant, localDay, mondayOf } from '../../src/platform/time/local-time.ts'
import type { Network } from './network.ts'

const municipality = 'GM0344'

/** Who takes part in the network of the demo's municipality, and how. */
const members: readonly {
  readonly name: string
  readonly areas: readonly PolicyArea[]
  readonly cooperation: readonly Cooperation[]
}[] = [
  {
    name: 'Sociaal Raadslieden Domwijken',
    areas: ['debts-and-poverty', 'social-domain'],
    cooperation: ['referral', 'consultation-hour', 'meeting'],
  },
  { name: 'Geldloket Domwijken', areas: ['debts-and-poverty'], cooperation: ['referral', 'meeting'] },
  { name: 'Taalhuis Domwijken', areas: ['literacy', 'integration'], cooperation: ['referral', 'meeting'] },
  { name: 'Woningcorporatie Domthuis', areas: ['physical-domain'], cooperation: ['wished'] },
]

/** Puts the network of one municipality in the demo: partners, a meeting that was and one that comes, who owes what. Once. */
export async function loadNetwork(
  network: Network,
  { database, now }: { readonly database: ApplicationDatabase; readonly now: Instant },
): Promise<void> {
  const organisation = network.organisations.find(
    ({ municipalityCodes, kind }) => kind === 'municipality' && municipalityCodes.includes(municipality),
  )
  const official = network.people.find(
    ({ role, organisationId }) => role === 'municipality-official' && organisationId === organisation?.id,
  )
  if (!official) return
  const scope = proveMunicipality(official.id, [municipality])
  const today = localDay(now)
  if ((await database.read(scope, (db) => findNetworkPartners(db, scope, municipality))).length > 0) return
  await database.write(scope, async (tx) => {
    const ids: string[] = []
    for (const { name, areas, cooperation } of members) {
      const [partner] = await findPartnersToChoose(tx, scope, municipality, name)
      if (!partner) throw new Error(`The demo has no partner ${name}`)
      ids.push(
        await addNetworkPartner(
          tx,
          scope,
          municipality,
          partner.id,
          { policyAreas: areas, cooperation, contactName: '', note: '', leftOn: null },
          now,
        ),
      )
    }
    const [counsel = '', money = '', language = ''] = ids
    const meeting = { starts: '14:00', place: 'Stadskantoor', cancelled: false }
    const past = await addMeeting(
      tx,
      scope,
      municipality,
      {
        ...meeting,
        day: addDays(mondayOf(today), -40),
        subject: 'Ketenoverleg digitale hulp, najaar',
        agenda: '1. Cijfers van het kwartaal\n2. Wie verwijst naar wie\n3. Spreekuur van de raadslieden',
        minutes:
          'De raadslieden houden hun spreekuur voortaan ook in de bibliotheek.\nHet geldloket wil horen wie niet kwam.',
        attendance: new Map([
          [counsel, 'present'],
          [money, 'present'],
          [language, 'absent'],
        ]),
      },
      now,
    )
    await addMeeting(
      tx,
      scope,
      municipality,
      {
        ...meeting,
        day: addDays(mondayOf(today), 45),
        subject: 'Ketenoverleg digitale hulp, winter',
        agenda: '1. Acties\n2. Mensen die niet komen opdagen',
        minutes: '',
        attendance: new Map(ids.map((id) => [id, 'invited'] as const)),
      },
      now,
    )
    const action = { doneOn: null, networkPartnerId: null }
    await addNetworkAction(
      tx,
      scope,
      municipality,
      past,
      {
        ...action,
        what: 'Woningcorporatie vragen om mee te doen',
        owedByKind: 'municipality',
        dueOn: addDays(today, -5),
      },
      now,
    )
    await addNetworkAction(
      tx,
      scope,
      municipality,
      past,
      {
        ...action,
        what: 'Folder over het spreekuur maken',
        owedByKind: 'partner',
        networkPartnerId: counsel,
        dueOn: addDays(today, 20),
      },
      now,
    )
  })
}
