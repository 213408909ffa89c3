import { createHash } from 'node:crypto'
import { findAgreements, isInForce } from '../../src/capabilities/directory/public.ts'
import { readLists } from '../../src/capabilities/lists/public.ts'
import {
  addOffer,
  offerCallBacks,
} from '../../src/capabilities/referrals/arrange-offers/arrange-offers.command.ts'
import { askCallBack } from '../../src/capabilities/referrals/ask-call-back/ask-call-back.command.ts'
import { bookAppointment } from '../../src/capabilities/referrals/book-appointment/book-appointment.command.ts'
import { bookedId } from '../../src/capabilities/referrals/booking-key.ts'
import { suggestCallTime } from '../../src/capabilities/referrals/call-time.ts'
import {
  findAppointment,
  findHoursFrom,
} from '../../src/capabilities/referrals/find-appointment/find-appointment.query.ts'
import { findCallBack } from '../../src/capabilities/referrals/find-call-backs/find-call-backs.query.ts'
import { findFreeSlots, findOffers } from '../../src/capabilities/referrals/find-slots/find-slots.query.ts'
import type { Person } from '../../src/capabilities/referrals/person.ts'
import { takeNumber } from '../../src/capabilities/referrals/queue-visitors/queue-visitors.command.ts'
import { findQueue } from '../../src/capabilities/referrals/queue-visitors/queue-visitors.query.ts'
import { settleAppointment } from '../../src/capabilities/referrals/settle-appointment/settle-appointment.command.ts'
import { tryCallBack } from '../../src/capabilities/referrals/try-call-back/try-call-back.command.ts'
import { type DeskScope, proveDesk } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { MasterKeys } from '../../src/platform/personal-data/master-keys.ts'
import { addDays, type Instant, instantAt, localDay, momentOf } from '../../src/platform/time/local-time.ts'
import type { DemoDesk, Network } from './network.ts'

interface Parts {
  readonly database: ApplicationDatabase
  readonly keys: MasterKeys
  readonly now: Instant
}

/** The desks of the demo at which one can make an appointment. */
const bookableDesks = ['Domwijken Centrum', 'Domwijken Overvecht']
/** On these days from today some have one; of a day on which the desk is closed nobody. */
const bookedDays = [0, 1, 2, 3, 6] as const
const perDay = 4
const callBacks = ['waits', 'tried', 'reached'] as const

/**
 * Puts appointments, call backs and who waits in the demo around today, by the commands that people use: on each day that the demo is
 * started, and no more on the same day.
 * @returns how many of them were new
 */
export async function loadAppointments(network: Network, parts: Parts): Promise<number> {
  let made = 0
  for (const name of bookableDesks) {
    const desk = network.desks.find((each) => each.name === name)
    if (!desk) throw new Error(`The demo has no desk ${name}`)
    await arrangeDesk(network, desk, parts)
    made += await bookAround(network, desk, parts)
  }
  const [first] = bookableDesks
  const desk = network.desks.find(({ name }) => name === first)
  return made + (desk ? (await askCalls(network, desk, parts)) + (await fillQueue(network, desk, parts)) : 0)
}

const scopeOf = (network: Network, desk: DemoDesk, role: 'desk-employee' | 'desk-coordinator'): DeskScope => {
  const person = network.people.find((each) => each.role === role && each.organisationId === desk.libraryId)
  if (!person) throw new Error(`Nobody of ${desk.name} is ${role}`)
  return proveDesk(person.id, desk.libraryId, desk.id)
}

/** The secret of a form that nobody filled in: the same for the same thing, so that it is made once. */
const keyOf = (thing: string): string =>
  createHash('sha256').update(`demo ${thing}`).digest().subarray(0, 16).toString('base64url')

async function arrangeDesk(network: Network, desk: DemoDesk, { database, now }: Parts): Promise<void> {
  const scope = scopeOf(network, desk, 'desk-coordinator')
  // Kept also when there is nothing to add, and so nothing to tell.
  await database.keep(scope, async (tx) => {
    const known = await findOffers(tx, scope, desk.id)
    const offered = {
      minutes: 30,
      places: 2,
      keptForWalkIn: 1,
      noticeMinutes: 60,
      horizonDays: 28,
      byPublic: true,
      active: true,
      agreementId: null,
    }
    if (known.length === 0) {
      const ordinary = { ...offered, name: 'Hulp aan de balie', hoursKind: 'desk', hoursLabel: null } as const
      await addOffer(tx, scope, ordinary, now)
      await offerCallBacks(tx, scope, true, now)
    }
    const agreements = await findAgreements(tx, scope, { libraryId: desk.libraryId })
    for (const { id, consultationLabel, ...agreement } of agreements) {
      if (agreement.deskId !== desk.id || !consultationLabel || !isInForce(agreement, localDay(now))) continue
      if (known.some(({ agreementId }) => agreementId === id)) continue
      await addOffer(
        tx,
        scope,
        {
          ...offered,
          name: `Spreekuur ${consultationLabel}`,
          hoursKind: 'consultation',
          hoursLabel: consultationLabel,
          agreementId: id,
          places: 1,
          keptForWalkIn: 0,
          byPublic: false,
        },
        now,
      )
    }
  })
}

/** Nobody of the demo is a person: the names say so. */
const visitors: readonly (Person | undefined)[] = [
  { name: 'Oefenbezoeker A', contact: { kind: 'phone', value: '06 12 34 56 78' }, language: 'nl' },
  undefined,
  {
    name: 'Oefenbezoeker B',
    contact: { kind: 'email', value: 'bezoeker@voorbeeld.example' },
    language: 'tr',
  },
  { name: 'Oefenbezoeker C', contact: undefined, language: 'nl' },
]

async function bookAround(network: Network, desk: DemoDesk, { database, keys, now }: Parts): Promise<number> {
  const scope = scopeOf(network, desk, 'desk-employee')
  const today = localDay(now)
  let made = 0
  for (const ahead of bookedDays) {
    const day = addDays(today, ahead)
    // Those of today were made yesterday: some of them have been by now.
    const at = ahead === 0 ? momentOf(addDays(today, -1), '15:00') : now
    for (let nth = 0; nth < perDay; nth += 1) {
      const key = keyOf(`appointment ${desk.name} ${day} ${nth}`)
      made += await database.keep(scope, async (tx) => {
        if (await findAppointment(tx, scope, bookedId(key))) return 0
        const within = { fromDay: day, untilDay: addDays(day, 1) }
        const { slots } = await findFreeSlots(tx, scope, { deskId: desk.id, booker: 'desk', within }, at)
        const slot = slots[nth * 2]
        if (!slot) return 0
        const lists = await readLists(tx, scope, today, 'nl', desk.libraryId)
        const topicCode = lists.topics[(nth * 7 + ahead) % lists.topics.length]?.code
        const startsAt = instantAt(slot.start)
        const person = visitors[(nth + ahead) % visitors.length]
        const booking = await bookAppointment(
          tx,
          scope,
          keys,
          { key, deskId: desk.id, offerId: slot.offerId, startsAt, topicCode, madeBy: 'desk', person },
          at,
        )
        if (booking.ok && booking.endsAt.epochMilliseconds < now.epochMilliseconds)
          await settleAppointment(
            tx,
            scope,
            { id: booking.id, state: nth % 3 === 1 ? 'not-came' : 'came' },
            now,
          )
        return booking.ok ? 1 : 0
      })
    }
  }
  return made
}

async function askCalls(network: Network, desk: DemoDesk, { database, keys, now }: Parts): Promise<number> {
  const scope = scopeOf(network, desk, 'desk-employee')
  const today = localDay(now)
  let made = 0
  for (const [nth, what] of callBacks.entries()) {
    const key = keyOf(`call back ${desk.name} ${today} ${what}`)
    made += await database.keep(scope, async (tx) => {
      if (await findCallBack(tx, scope, bookedId(key))) return 0
      const lists = await readLists(tx, scope, today, 'nl', desk.libraryId)
      const hours = await findHoursFrom(tx, scope, desk.id, addDays(today, -1))
      const suits = nth === 0 ? 'afternoon' : 'any'
      const asked = now.subtract({ hours: 4 })
      const { id } = await askCallBack(
        tx,
        scope,
        keys,
        {
          key,
          deskId: desk.id,
          libraryId: desk.libraryId,
          topicCode: lists.topics[nth * 5]?.code,
          suits,
          plannedAt: suggestCallTime(hours, suits, asked),
          madeBy: nth === 0 ? 'visitor' : 'desk',
          person: {
            name: `Oefenbezoeker ${'DEF'[nth]}`,
            contact: { kind: 'phone', value: `06 12 34 56 8${nth}` },
            language: 'nl',
          },
        },
        asked,
      )
      if (what === 'tried') await tryCallBack(tx, scope, { id, outcome: 'no-answer', tried: 0 }, now)
      if (what === 'reached') await tryCallBack(tx, scope, { id, outcome: 'reached', tried: 0 }, now)
      return 1
    })
  }
  return made
}

/** Three who walked in, as long as nobody gave a number today. */
async function fillQueue(network: Network, desk: DemoDesk, { database, now }: Parts): Promise<number> {
  const scope = scopeOf(network, desk, 'desk-employee')
  return database.keep(scope, async (tx) => {
    if ((await findQueue(tx, scope, localDay(now))).length > 0) return 0
    for (const minutes of [14, 9, 2])
      await takeNumber(
        tx,
        scope,
        keyOf(`number ${desk.name} ${localDay(now)} ${minutes}`),
        now.subtract({ minutes }),
      )
    return 3
  })
}
