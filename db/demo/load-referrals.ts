import { createHash } from 'node:crypto'
import { findService } from '../../src/capabilities/directory/public.ts'
import {
  changeReferral,
  type ReferralChange,
} from '../../src/capabilities/referrals/change-referral/change-referral.command.ts'
import { findFreeSlots } from '../../src/capabilities/referrals/find-slots/find-slots.query.ts'
import { giveLeaflet } from '../../src/capabilities/referrals/give-leaflet/give-leaflet.command.ts'
import {
  referralOf,
  sendReferral,
} from '../../src/capabilities/referrals/send-referral/send-referral.command.ts'
import { sendToDesk } from '../../src/capabilities/referrals/send-to-desk/send-to-desk.command.ts'
import { jobScope, type PartnerScope, proveDesk, provePartner } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { MasterKeys } from '../../src/platform/personal-data/master-keys.ts'
import { addDays, type Instant, instantAt, localDay, momentOf } from '../../src/platform/time/local-time.ts'
import type { DemoDesk, Network } from './network.ts'

interface Parts {
  readonly database: ApplicationDatabase
  readonly keys: MasterKeys
  readonly now: Instant
}

type Answer = Pick<ReferralChange, 'event' | 'reason' | 'betterPlace' | 'outcome'> & {
  /** So many days after it was sent. */
  readonly after: number
  readonly by: 'partner' | 'desk' | 'visitor'
}

interface Story {
  readonly daysAgo: number
  readonly service: string
  readonly topic: string
  readonly way: 'phone' | 'appointment' | 'mail'
  readonly name?: string
  readonly answers: readonly Answer[]
}

const helped = (daysAgo: number, name?: string): Story => ({
  daysAgo,
  service: 'Hulp bij schulden',
  topic: 'debt-help',
  way: 'phone',
  ...(name && { name }),
  answers: [
    { event: 'receive', by: 'partner', after: 1 },
    { event: 'come', by: 'partner', after: 4 },
    { event: 'help', by: 'partner', after: 6 },
    { event: 'close', by: 'desk', after: 7, outcome: 'helped' },
  ],
})

/** What happened at the desk in the last weeks: most of it went well, some did not, some waits. */
const stories: readonly Story[] = [
  helped(33),
  helped(28, 'Mevrouw Bakker'),
  helped(24),
  helped(19, 'Meneer Yilmaz'),
  {
    daysAgo: 21,
    service: 'Spreekuur sociaal raadslieden',
    topic: 'tax-remission',
    way: 'appointment',
    name: 'Meneer De Groot',
    answers: [
      { event: 'receive', by: 'partner', after: 1 },
      { event: 'stay-away', by: 'partner', after: 5 },
      { event: 'close', by: 'desk', after: 9, outcome: 'not-reached' },
    ],
  },
  {
    daysAgo: 14,
    service: 'Spreekuur sociaal raadslieden',
    topic: 'rent-allowance',
    way: 'mail',
    name: 'Meneer Smit',
    answers: [
      {
        event: 'decline',
        by: 'partner',
        after: 2,
        reason: 'Dit gaat over huur, niet over een besluit',
        betterPlace: 'De woningcorporatie',
      },
    ],
  },
  {
    daysAgo: 10,
    service: 'Hulp bij schulden',
    topic: 'debt-help',
    way: 'phone',
    name: 'Mevrouw Jansen',
    answers: [{ event: 'lack-room', by: 'partner', after: 1 }],
  },
  {
    daysAgo: 8,
    service: 'Spreekuur sociaal raadslieden',
    topic: 'social-assistance',
    way: 'appointment',
    name: 'Meneer Haddou',
    answers: [
      { event: 'receive', by: 'partner', after: 1 },
      { event: 'come', by: 'partner', after: 6 },
    ],
  },
  {
    daysAgo: 12,
    service: 'Hulp bij schulden',
    topic: 'debt-help',
    way: 'mail',
    name: 'Mevrouw Visser',
    answers: [],
  },
  {
    daysAgo: 2,
    service: 'Spreekuur sociaal raadslieden',
    topic: 'legal-aid',
    way: 'mail',
    name: 'Mevrouw Okafor',
    answers: [{ event: 'receive', by: 'partner', after: 1 }],
  },
  { daysAgo: 1, service: 'Hulp bij schulden', topic: 'debt-help', way: 'phone', answers: [] },
]

/** A leaflet is given on each of these days ago, of one of these. */
const leafletDays = [30, 29, 27, 26, 23, 22, 20, 17, 16, 15, 13, 9, 7, 6, 5, 3]
const leaflets = ['Taalspreekuur', 'Hulp bij schulden'] as const

/**
 * Puts what the desk in the centre referred in the last weeks in the demo, with the answers of partners, and whom a counter of the
 * municipality sent; by the commands that people use, once.
 * @returns how many referrals
 */
export async function loadReferrals(network: Network, parts: Parts): Promise<number> {
  const { database } = parts
  const scope = jobScope('load-demo')
  const known = await database.read(scope, (db) =>
    db.selectFrom('referrals.referrals').select('id').limit(1).execute(),
  )
  const desk = network.desks.find(({ name }) => name === 'Domwijken Centrum')
  if (known.length > 0 || !desk) return 0
  let made = 0
  for (const story of stories) made += await tell(network, desk, story, parts)
  for (const [at, daysAgo] of leafletDays.entries())
    made += await leaflet(network, desk, { daysAgo, service: leaflets[at % leaflets.length] ?? '' }, parts)
  return made + (await sendFromCounter(network, desk, parts))
}

const keyOf = (thing: string): string =>
  createHash('sha256').update(`demo ${thing}`).digest().subarray(0, 16).toString('base64url')

function employeeAt(network: Network, desk: DemoDesk) {
  const person = network.people.find(
    ({ role, organisationId }) => role === 'desk-employee' && organisationId === desk.libraryId,
  )
  if (!person) throw new Error(`Nobody works at ${desk.name}`)
  return proveDesk(person.id, desk.libraryId, desk.id)
}

async function offerOf(
  { database }: Parts,
  scope: ReturnType<typeof employeeAt>,
  name: string,
  today: string,
) {
  return database.read(scope, async (db) => {
    const service = await db
      .selectFrom('directory.services')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirst()
    return service && findService(db, scope, service.id, { today, libraryId: scope.libraryId })
  })
}

async function tell(network: Network, desk: DemoDesk, story: Story, parts: Parts): Promise<number> {
  const { database, keys, now } = parts
  const scope = employeeAt(network, desk)
  const day = addDays(localDay(now), -story.daysAgo)
  const offer = await offerOf(parts, scope, story.service, localDay(now))
  if (!offer) throw new Error(`The demo has no service ${story.service}`)
  const key = keyOf(`referral ${story.daysAgo}`)
  const person = {
    name: story.name,
    contact: story.name ? ({ kind: 'phone', value: '+31612345678' } as const) : undefined,
    language: 'nl',
  }
  await database.write(scope, (tx) =>
    sendReferral(
      tx,
      scope,
      keys,
      {
        key,
        desk: {
          id: desk.id,
          libraryId: desk.libraryId,
          name: desk.name,
          municipalityCode: desk.municipalityCode,
        },
        offer,
        topicCode: story.topic,
        way: story.way,
        person,
        consent: story.name ? { givenOn: 'screen' } : undefined,
        mailsSlip: false,
      },
      momentOf(day, '11:20'),
    ),
  )
  const { id } = referralOf(key)
  for (const { after, ...answer } of story.answers) {
    const at = momentOf(addDays(day, after), '14:10')
    if (at.epochMilliseconds > now.epochMilliseconds) continue
    await database.keep(scope, (tx) => changeReferral(tx, scope, { id, ...answer }, at))
  }
  return 1
}

async function leaflet(
  network: Network,
  desk: DemoDesk,
  { daysAgo, service }: { readonly daysAgo: number; readonly service: string },
  parts: Parts,
): Promise<number> {
  const { database, now } = parts
  const scope = employeeAt(network, desk)
  const offer = await offerOf(parts, scope, service, localDay(now))
  if (!offer) throw new Error(`The demo has no service ${service}`)
  await database.write(scope, (tx) =>
    giveLeaflet(
      tx,
      scope,
      {
        key: keyOf(`leaflet ${daysAgo}`),
        desk: {
          id: desk.id,
          libraryId: desk.libraryId,
          name: desk.name,
          municipalityCode: desk.municipalityCode,
        },
        offer,
        topicCode: undefined,
      },
      momentOf(addDays(localDay(now), -daysAgo), '10:40'),
    ),
  )
  return 1
}

/** A counter of the municipality sent two people: one comes by appointment, one walks in. */
async function sendFromCounter(network: Network, desk: DemoDesk, parts: Parts): Promise<number> {
  const { database, keys, now } = parts
  const counter = network.people.find(({ role }) => role === 'referrer')
  const organisation = network.organisations.find(({ id }) => id === counter?.organisationId)
  if (!counter || !organisation) return 0
  const scope: PartnerScope = provePartner(counter.id, [organisation.id])
  const { slots } = await database.read(scope, (db) =>
    findFreeSlots(db, scope, { deskId: desk.id, booker: 'outside' }, now),
  )
  const slot = slots[slots.length - 1]
  const wishes = [undefined, ...(slot ? [{ offerId: slot.offerId, startsAt: instantAt(slot.start) }] : [])]
  for (const [at, place] of wishes.entries())
    await sendToDesk(
      (work) => database.write(scope, work),
      scope,
      keys,
      {
        key: keyOf(`sent ${at}`),
        desk,
        sender: { kind: 'municipality', name: organisation.name, organisationId: organisation.id },
        topicCode: 'digid',
        slot: place,
        person: undefined,
      },
      now,
    )
  return wishes.length
}
