import { enterTally } from '../../src/capabilities/contacts/enter-tally/enter-tally.command.ts'
import type { Area, FiguresScope } from '../../src/capabilities/reports/area.ts'
import { findReportOf } from '../../src/capabilities/reports/find-written-reports/find-written-reports.query.ts'
import { keepWrittenReport } from '../../src/capabilities/reports/keep-written-report/keep-written-report.command.ts'
import {
  readDesksOfReport,
  readWrittenReport,
} from '../../src/capabilities/reports/read-written-report/read-written-report.query.ts'
import { lastOver, type ReportPeriod } from '../../src/capabilities/reports/report-period.ts'
import { scheduleReport } from '../../src/capabilities/reports/schedule-report/schedule-report.command.ts'
import { startWrittenReport } from '../../src/capabilities/reports/start-written-report/start-written-report.command.ts'
import type { Remarks } from '../../src/capabilities/reports/written-report-typst.ts'
import type { Role } from '../../src/platform/auth/roles.ts'
import {
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveSelf,
} from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { translator } from '../../src/platform/i18n/translate.ts'
import { addDays, type Instant, localDay, momentOf } from '../../src/platform/time/local-time.ts'
import { idOfName } from './chance.ts'
import type { DemoPerson, Network } from './network.ts'

interface Parts {
  readonly database: ApplicationDatabase
  readonly now: Instant
  /** Adds up what waits. */
  fold(): Promise<unknown>
}

/** A report as somebody of the demo wrote it. */
interface DemoReport {
  readonly scope: FiguresScope
  readonly area: Area
  readonly areaName: string
  readonly about: ReportPeriod
  readonly remarks: Remarks
  readonly at: Instant
  readonly frozen: boolean
}

/**
 * Writes some reports by the product's own commands, each at its own time: one that was sent half a year ago, with a paper tally that was found
 * afterwards; one of the nation that was sent; two drafts; and two that come by mail. Once: what stands there stays.
 * @returns how many were written
 */
export async function loadReports(network: Network, { database, now, fold }: Parts): Promise<number> {
  const today = localDay(now)
  const last = lastOver('quarter', today)
  const earlier = lastOver('quarter', last.period.from)
  const manager = personOf(network, 'library-manager', 'Bibliotheek Domwijken')
  const coordinator = personOf(network, 'desk-coordinator', 'Bibliotheek Domwijken')
  const official = personOf(network, 'municipality-official', 'Gemeente Utrecht (oefening)')
  const analyst = personOf(network, 'national-analyst', 'Landelijke organisatie (oefening)')
  const libraryId = manager.organisationId
  const desks = network.desks.filter((desk) => desk.libraryId === libraryId)
  const library = proveLibrary(
    manager.id,
    libraryId,
    desks.map(({ id }) => id),
  )
  const ofLibrary: Area = { level: 'library', key: libraryId }
  const isThere = await database.read(library, (db) =>
    findReportOf(db, library, { area: ofLibrary, about: earlier, withVisitors: true }),
  )
  if (isThere) return 0
  const reports: DemoReport[] = [
    {
      scope: library,
      area: ofLibrary,
      areaName: 'Bibliotheek Domwijken',
      about: earlier,
      remarks: {
        general:
          'Dit kwartaal begonnen we met een extra inloop in Overvecht. De cijfers van die inloop staan er voor het eerst bij.',
        topics: 'Vragen over toeslagen kwamen vooral in de laatste weken.',
      },
      at: momentOf(addDays(earlier.period.until, 6), '11:20'),
      frozen: true,
    },
    {
      scope: proveNation(analyst.id),
      area: { level: 'nation', key: 'NL' },
      areaName: translator('nl')('reports.nation'),
      about: last,
      remarks: { general: 'Oefencijfers: dit netwerk is verzonnen.' },
      at: momentOf(addDays(last.period.until, 12), '15:05'),
      frozen: true,
    },
    {
      scope: library,
      area: ofLibrary,
      areaName: 'Bibliotheek Domwijken',
      about: last,
      remarks: { hours: 'In de zomer waren twee informatiepunten korter open.' },
      at: momentOf(addDays(last.period.until, 9), '09:40'),
      frozen: false,
    },
    {
      scope: proveMunicipality(official.id, ['GM0344']),
      area: { level: 'municipality', key: 'GM0344' },
      areaName: translator('nl')('reports.of-municipality', { name: 'Utrecht' }),
      about: last,
      remarks: { general: 'Voor de voortgang van het beleidsplan digitale inclusie.' },
      at: momentOf(addDays(last.period.until, 15), '13:30'),
      frozen: false,
    },
  ]
  for (const report of reports) await write(database, report)
  // A tally that turned up behind the desk: why the report that was sent shows other numbers beside it.
  const [desk] = desks
  if (desk) {
    const scope = proveDesk(coordinator.id, desk.libraryId, desk.id)
    const tally = {
      countedOn: addDays(earlier.period.until, -9),
      channel: 'channel-desk',
      marks: [
        { topicCode: 'digid', serviceProvider: null, number: 9 },
        { topicCode: 'printing', serviceProvider: null, number: 4 },
      ],
    }
    const wish = {
      id: idOfName('tally found later'),
      tally,
      formCode: 'guide',
      municipalityCode: desk.municipalityCode,
      authorAccountId: coordinator.id,
    }
    await database.write(scope, (tx) =>
      enterTally(tx, scope, wish, momentOf(addDays(earlier.period.until, 30), '16:10')),
    )
    await fold()
  }
  for (const [person, area] of [
    [coordinator, ofLibrary],
    [analyst, { level: 'nation', key: 'NL' }],
  ] as const) {
    const scope = proveSelf(person.id)
    const wish = { kind: 'month' as const, area, origin: 'http://localhost:3000' }
    await database.write(scope, (tx) => scheduleReport(tx, scope, wish, now))
  }
  return reports.length
}

async function write(database: ApplicationDatabase, report: DemoReport): Promise<void> {
  const { scope, area, areaName, about, remarks, at, frozen } = report
  const wish = { area, about, withVisitors: true }
  const id = await database.write(scope, (tx) => startWrittenReport(tx, scope, wish, at))
  const self = proveSelf(scope.accountId)
  const desks = await database.read(self, (db) => readDesksOfReport(db, self, area, about, localDay(at)))
  const document =
    frozen && desks
      ? (
          await database.read(scope, (db) =>
            readWrittenReport(
              db,
              scope,
              { ...wish, areaName, desks, language: 'nl', t: translator('nl') },
              at,
            ),
          )
        ).document
      : undefined
  await database.write(scope, (tx) => keepWrittenReport(tx, scope, { id, seen: 1, remarks, document }, at))
}

function personOf({ people, organisations }: Network, role: Role, organisation: string): DemoPerson {
  const id = organisations.find(({ name }) => name === organisation)?.id
  const found = people.find(
    (person) => person.role === role && person.organisationId === id && !person.deskId,
  )
  if (!found) throw new Error(`The demo has no ${role} of ${organisation}`)
  return found
}
