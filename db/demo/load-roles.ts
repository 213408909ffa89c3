import { uuidv7 } from 'uuidv7'
import { addGoal, type GoalFacts } from '../../src/capabilities/goals/public.ts'
import {
  addActivity,
  addContactPerson,
  addPolicyContact,
  addPriority,
  addTalk,
  addTraining,
} from '../../src/capabilities/municipal-roles/public.ts'
import { addQuote } from '../../src/capabilities/municipal-roles/share-quotes/share-quotes.command.ts'
import { addNotice, confirmNotice } from '../../src/capabilities/notices/public.ts'
import { answerSignal, reportSignal, seeToo } from '../../src/capabilities/signals/public.ts'
import { proveDesk } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { addDays, type Instant, localDay } from '../../src/platform/time/local-time.ts'
import { scopeOf } from './load-history.ts'
import { type DemoDesk, type Network, staffOf } from './network.ts'
import type { TownHall } from './town-hall.ts'

interface Load {
  readonly database: ApplicationDatabase
  readonly now: Instant
}

/** What the municipality of the demo does besides paying: goals, promotion, talks, trainings, and who speaks for whom. Once. */
export async function loadRoles(
  network: Network,
  townHall: TownHall,
  { database, now }: Load,
): Promise<void> {
  const { scope, municipality, libraryId } = townHall
  const today = localDay(now)
  const year = today.slice(0, 4)
  await database.write(scope, async (tx) => {
    for (const goal of goalsOf(libraryId, Number(year)))
      await addGoal(tx, scope, { id: uuidv7(), municipalityCode: municipality }, goal, now)
    await addContactPerson(
      tx,
      scope,
      { municipalityCode: municipality },
      uuidv7(),
      {
        deputy: false,
        placed: 'library-policy',
        department: 'Cultuur en bibliotheek',
        jobTitle: 'Beleidsmedewerker informatiepunten',
        name: 'Joost Verhagen',
        email: 'joost.verhagen@utrecht.example',
        phone: null,
        fromDay: addDays(today, -300),
        untilDay: null,
      },
      now,
    )
    await addActivity(
      tx,
      scope,
      municipality,
      uuidv7(),
      {
        name: 'Bedankbrief aan mantelzorgers',
        channel: 'letter',
        startsOn: addDays(today, -160),
        endsOn: addDays(today, -160),
        audience: 'mantelzorgers',
        reached: 5200,
        costCents: 384_550,
        note: 'In de brief staat waar het informatiepunt is en wanneer het open is.',
        deskIds: [],
        materials: [{ name: 'folder', copies: 5200 }],
      },
      now,
    )
    await addActivity(
      tx,
      scope,
      municipality,
      uuidv7(),
      {
        name: 'Stand op de buurtmarkt',
        channel: 'event',
        startsOn: addDays(today, -66),
        endsOn: addDays(today, -66),
        audience: 'bewoners van de wijk',
        reached: null,
        costCents: 125_000,
        note: '',
        deskIds: townHall.desks.slice(0, 1).map(({ id }) => id),
        materials: [],
      },
      now,
    )
    await addTraining(
      tx,
      scope,
      municipality,
      uuidv7(),
      {
        day: addDays(today, -49),
        givenBy: 'Bibliotheek Domwijken',
        department: 'Publieksdienstverlening',
        others: 11,
        note: '',
        cancelled: false,
        followers: network.people
          .filter(({ role, organisationId }) => {
            const own = network.organisations.find(({ id }) => id === organisationId)
            return role === 'referrer' && own?.municipalityCodes.includes(municipality)
          })
          .map(({ id }) => id),
      },
      now,
    )
    await addPolicyContact(
      tx,
      scope,
      { municipalityCode: municipality, area: 'debts-and-poverty' },
      uuidv7(),
      {
        jobTitle: 'Beleidsadviseur schuldhulp',
        name: 'Bureau Schuldhulp',
        email: 'schuldhulp@utrecht.example',
        phone: null,
        untilDay: null,
      },
      now,
    )
    await addTalk(
      tx,
      scope,
      { municipalityCode: municipality, area: 'debts-and-poverty' },
      uuidv7(),
      {
        libraryId,
        day: addDays(today, 12),
        starts: '10:30',
        place: 'Bibliotheek Domwijken',
        participants: 'Informatiepunten, schuldhulp, contactpersoon van de gemeente',
        agenda:
          '1. Wat de informatiepunten zien\n2. Kwijtschelding aanvragen op papier\n3. Wie verwijst naar wie',
        notes: '',
        agreed: '',
        cancelled: false,
      },
      now,
    )
    await addPriority(
      tx,
      scope,
      municipality,
      uuidv7(),
      {
        kind: 'group',
        name: 'Jongeren die 18 worden',
        why: 'Zij moeten ineens zelf hun zorgverzekering en toeslag regelen.',
        fromDay: `${year}-01-01`,
        untilDay: null,
      },
      now,
    )
  })
  const library = scopeOf(network, libraryId)
  await database.write(library, (tx) =>
    addContactPerson(
      tx,
      library,
      { libraryId, deskId: null },
      uuidv7(),
      {
        deputy: false,
        placed: null,
        department: '',
        jobTitle: 'Coördinator informatiepunten',
        name: 'Marloes de Bruin',
        email: 'marloes.debruin@domwijken.example',
        phone: null,
        fromDay: addDays(today, -300),
        untilDay: null,
      },
      now,
    ),
  )
}

/** After the three goals of Rotterdam (guide § 5.2.5): reach, satisfaction, referrals. */
function goalsOf(libraryId: string, year: number): GoalFacts[] {
  const goal = {
    detail: '',
    scopeKind: 'municipality',
    libraryId: null,
    deskId: null,
    area: '',
    period: { from: `${year}-01-01`, until: `${year}-12-31` },
    agreedLibraryId: libraryId,
    agreedWith: '',
    agreedOn: `${year}-01-20`,
    note: '',
  } as const
  return [
    {
      ...goal,
      title: 'Meer mensen bereiken',
      measure: 'contacts',
      target: {
        kind: 'relative',
        percent: 30,
        base: { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` },
        baseValue: null,
      },
    },
    {
      ...goal,
      title: 'Bezoekers zijn tevreden',
      measure: 'satisfied',
      target: { kind: 'absolute', value: 80 },
    },
    {
      ...goal,
      title: 'Ruim open',
      measure: 'hours',
      target: { kind: 'absolute', value: 60 },
    },
  ]
}

/** What the municipality announced, what desks signalled, and what visitors said. Once. */
export async function loadSignals(network: Network, townHall: TownHall, load: Load): Promise<void> {
  const { database, now } = load
  const { scope, municipality, desks } = townHall
  const today = localDay(now)
  const [first, second] = desks
  if (!first || !second) return
  const id = uuidv7()
  await database.write(scope, (tx) =>
    addNotice(
      tx,
      scope,
      { id, municipalityCode: municipality },
      {
        title: 'Parkeervergunning voortaan digitaal',
        topics: ['parking-permit'],
        countsFrom: addDays(today, 20),
        shownUntil: addDays(today, 90),
        whatChanges: 'Bewoners vragen een parkeervergunning voortaan online aan, met DigiD.',
        tell: 'De oude vergunning blijft gelden. Wie hulp wil, kan ook aan de balie van de gemeente terecht.',
        link: '',
        chosenDesks: null,
      },
      true,
      now,
    ),
  )
  await atDesk(network, first, load, (tx, desk) => confirmNotice(tx, desk, { noticeId: id, edition: 1 }, now))
  const [open, answered] = [uuidv7(), uuidv7()]
  await atDesk(network, first, load, async (tx, desk) => {
    await reportSignal(
      tx,
      desk,
      open,
      {
        municipalityCode: municipality,
        topicCode: 'tax-remission',
        service: 'Kwijtschelding van belasting aanvragen',
        problem: 'Na stap 3 moet alles opnieuw worden ingevuld als iemand langer dan tien minuten bezig is.',
        often: 'weekly',
        proposal: 'Bewaar wat al is ingevuld.',
      },
      now,
    )
    await reportSignal(
      tx,
      desk,
      answered,
      {
        municipalityCode: municipality,
        topicCode: 'passport',
        service: 'Afspraak maken voor een paspoort',
        problem: 'De bevestiging komt alleen per e-mail. Wie geen e-mail heeft, weet de tijd niet meer.',
        often: 'some',
        proposal: 'Laat mensen de bevestiging ook printen.',
      },
      now,
    )
  })
  await atDesk(network, second, load, (tx, desk) => seeToo(tx, desk, { signalId: open, sees: true }, now))
  await database.write(scope, (tx) =>
    answerSignal(
      tx,
      scope,
      { id: answered, version: 1 },
      { status: 'solved', answer: 'Op de laatste pagina staat nu een knop om de afspraak te printen.' },
      now,
    ),
  )
  for (const [days, text] of [
    [-40, 'Ik dacht dat ik het nooit zou leren. Nu doe ik het zelf.'],
    [-210, 'Er was iemand die tijd voor me had.'],
  ] as const)
    await atDesk(network, first, load, (tx, desk) =>
      addQuote(
        tx,
        desk,
        { id: uuidv7(), municipalityCode: municipality, text, heardOn: addDays(today, days) },
        now,
      ),
    )
}

/** Has the coordinator or somebody else of a desk do something there. */
async function atDesk(
  network: Network,
  desk: DemoDesk,
  { database }: Load,
  act: (
    tx: Parameters<Parameters<ApplicationDatabase['write']>[1]>[0],
    scope: ReturnType<typeof proveDesk>,
  ) => Promise<unknown>,
): Promise<void> {
  const [somebody] = staffOf(network, desk)
  if (!somebody) return
  const scope = proveDesk(somebody.id, desk.libraryId, desk.id)
  await database.write(scope, (tx) => act(tx, scope))
}
