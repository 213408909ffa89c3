import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { AgreementWay } from '../../src/capabilities/directory/agreement.ts'
import { readHours } from '../../src/capabilities/directory/entry-fields.ts'
import { reviewDays } from '../../src/capabilities/directory/freshness.ts'
import type { PartnerKind } from '../../src/capabilities/directory/partner.ts'
import {
  addAgreement,
  addContactPerson,
  addLocation,
  addPartner,
  addService,
  type ServiceCapacity,
} from '../../src/capabilities/directory/public.ts'
import { reportMistake } from '../../src/capabilities/directory/report-mistake/report-mistake.command.ts'
import type { ServiceWay } from '../../src/capabilities/directory/service.ts'
import type { ServiceHours } from '../../src/capabilities/directory/service-hours.ts'
import { findPostcodeArea } from '../../src/capabilities/organisations/public.ts'
import { jobScope, publicScope } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { translator } from '../../src/platform/i18n/translate.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../src/platform/time/local-time.ts'
import { idOfName } from './chance.ts'
import { scopeOf } from './load-history.ts'
import type { Network } from './network.ts'

type Row = Readonly<Record<string, string>>

/** The entry of which a visitor says that it is wrong. */
const mistaken = 'Woningcorporatie Domthuis (oefening)'

/**
 * Puts the made-up partners in the directory with what was agreed with them, by the commands that people use. Once: what stands
 * there is left as somebody made it.
 */
export async function loadDirectory(
  network: Network,
  database: ApplicationDatabase,
  { folder, now }: { folder: string; now: Instant },
): Promise<void> {
  const scope = jobScope('load-demo')
  const known = await database.read(scope, (db) =>
    db.selectFrom('directory.partners').select('id').where('made_up', '=', true).limit(1).execute(),
  )
  if (known.length > 0) return
  const table = async (name: string): Promise<Row[]> =>
    parse(await readFile(join(folder, `${name}.csv`), 'utf8'), { columns: true })
  const partners = await table('partners')
  const agreements = await table('agreements')
  for (const name of new Set(partners.map((row) => row.name ?? ''))) {
    const rows = partners.filter((row) => row.name === name)
    await loadPartner(network, database, { name, rows, agreements, now })
  }
}

async function loadPartner(
  network: Network,
  database: ApplicationDatabase,
  {
    name,
    rows,
    agreements,
    now,
  }: { name: string; rows: readonly Row[]; agreements: readonly Row[]; now: Instant },
): Promise<void> {
  const [first] = rows
  if (!first) return
  const libraryId = first.library ? idOfName(`organisation ${first.library}`) : null
  const scope = libraryId ? scopeOf(network, libraryId) : jobScope('load-demo')
  const today = localDay(now)
  const reviewOn = addDays(today, Number(first.review))
  // Somebody looked at it half a year before it has to be looked at again.
  const then = startOfDay(addDays(reviewOn, -reviewDays))
  const added = await database.write(scope, async (tx) => {
    const id = await addPartner(
      tx,
      scope,
      libraryId,
      {
        kind: first.kind as PartnerKind,
        name,
        shortName: first.short_name || null,
        description: first.description ?? '',
        website: first.website || null,
        email: first.email || null,
        phone: first.phone || null,
        keeperAccountId: first.keeper ? idOfName(`person ${first.keeper}`) : null,
        organisationId: first.organisation ? idOfName(`organisation ${first.organisation}`) : null,
        reviewOn,
      },
      then,
      { source: 'hand', madeUp: true },
    )
    const partner = { id, libraryId }
    const area = first.postcode ? await findPostcodeArea(tx, scope, first.postcode.slice(0, 4)) : undefined
    const locationIds = first.street
      ? [
          await addLocation(
            tx,
            scope,
            partner,
            {
              facts: {
                name: '',
                street: first.street,
                houseNumber: first.house_number || null,
                postcode: first.postcode || null,
                town: first.town || null,
                municipalityCode: area?.municipalityCode ?? null,
                stepFree: true,
                note: '',
              },
              point: null,
              hours: hoursIn(first.place_hours ?? ''),
            },
            then,
          ),
        ]
      : []
    const services = new Map<string, string>()
    for (const row of rows)
      services.set(
        row.service ?? '',
        await addService(
          tx,
          scope,
          partner,
          { facts: factsOf(row, locationIds), hours: hoursIn(row.hours ?? '') },
          then,
        ),
      )
    if (scope.kind === 'library')
      for (const row of agreements.filter((agreement) => agreement.partner === name)) {
        const contactPersonId = row.person
          ? await addContactPerson(
              tx,
              scope,
              { partnerId: id, libraryId: scope.libraryId },
              { name: row.person, role: row.role ?? '', email: row.email || null, phone: row.phone || null },
              then,
            )
          : null
        await addAgreement(
          tx,
          scope,
          id,
          {
            serviceId: services.get(row.service ?? '') ?? null,
            whenToRefer: row.when_to_refer ?? '',
            way: row.way as AgreementWay,
            how: row.how ?? '',
            contactPersonId,
            deskId: row.desk ? idOfName(`desk ${row.desk}`) : null,
            consultationLabel: row.label || null,
            refersBack: row.refers_back ?? '',
            answerDays: Number(row.answer_days),
            validFrom: localDay(then),
            validUntil: null,
            reviewOn: addDays(today, Number(row.review)),
          },
          then,
        )
      }
    return [...services.values()].map((serviceId) => ({ ...partner, serviceId }))
  })
  const [entry] = added
  if (name !== mistaken || !entry) return
  await database.write(publicScope, (tx) =>
    reportMistake(
      tx,
      publicScope,
      {
        partnerId: entry.id,
        libraryId,
        serviceId: entry.serviceId,
        what: 'hours',
        text: 'Op vrijdag is het kantoor om 12 uur dicht.',
      },
      now,
    ),
  )
}

function factsOf(row: Row, locationIds: readonly string[]) {
  const several = (column: string, sign = ';'): string[] => (row[column] ?? '').split(sign).filter(Boolean)
  return {
    name: row.service ?? '',
    description: row.service_description ?? '',
    ways: several('ways') as ServiceWay[],
    byAppointment: row.by_appointment === 'ja',
    targetGroups: several('groups'),
    languages: several('languages'),
    municipalityCodes: several('area'),
    free: row.free === 'ja' ? true : null,
    cost: row.cost ?? '',
    eligibility: row.eligibility ?? '',
    requiredDocuments: several('documents', '|'),
    website: null,
    email: null,
    phone: null,
    capacity: row.capacity as ServiceCapacity,
    isCourse: row.course === 'ja',
    active: true,
    topicCodes: several('topics'),
    locationIds,
  }
}

/** Hours as they are typed on the form. @throws when nobody can read them */
function hoursIn(text: string): readonly ServiceHours[] {
  const { hours, errors } = readHours({ text, note: '', stored: [] }, 'hours', translator('nl'))
  if (errors.length > 0) throw new Error(`No hours: ${text}`)
  return hours
}
