import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import {
  digitaalAdresOf,
  type HandOver,
  internetaakOf,
  klantcontactOf,
  traceparentOf,
} from './klantinteracties.ts'

/** How long the other system may take for one answer, in milliseconds. */
const patience = 15_000

const made = z.object({ uuid: z.uuid() })
const madeContact = z.object({ klantcontact: made, betrokkene: made })
const found = z.object({
  results: z.array(
    z.object({
      uuid: z.uuid(),
      hadBetrokkenen: z.array(made).default([]),
      leiddeTotInterneTaken: z.array(made).default([]),
    }),
  ),
})
const counted = z.object({ count: z.number() })

/** Why a hand-over did not go: `status` of the answer, 0 without one. `final`: trying again is of no use. */
export class HandOverFailure extends Error {
  override readonly name = 'HandOverFailure'
  readonly status: number
  readonly final: boolean

  constructor(status: number, final: boolean) {
    super(`The other system answered ${status}`)
    this.status = status
    this.final = final
  }
}

/** Hands over to the system of a municipality. @returns the number that it got there @throws HandOverFailure */
export interface Klantinteracties {
  send(handOver: HandOver): Promise<string>
}

/**
 * The system of a municipality by the standard Klantinteracties 0.9, in three calls: the contact with who it was, the address, the task.
 * The standard has no way to say that a call comes a second time, so before each it is looked up by our code what is there already: what
 * broke off half-way goes on where it was, and nothing is made twice.
 * @param url as https://openklant.voorbeeld.nl/klantinteracties/api/v1 @param token of that system
 */
export function connectKlantinteracties({
  url,
  token,
}: {
  readonly url: string
  readonly token: string
}): Klantinteracties {
  const base = url.replace(/\/+$/, '')
  return {
    send: async (handOver) => {
      const traceparent = traceparentOf(handOver, randomBytes(8).toString('hex'))
      const ask = async <Schema extends z.ZodType>(
        path: string,
        schema: Schema,
        body?: unknown,
      ): Promise<z.output<Schema>> => {
        const response = await fetch(`${base}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            authorization: `Token ${token}`,
            accept: 'application/json',
            traceparent,
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          // Where we are sent on to, nobody agreed to.
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }).catch(() => {
          throw new HandOverFailure(0, false)
        })
        if (!response.ok) throw new HandOverFailure(response.status, isFinal(response.status))
        const answer = schema.safeParse(await response.json().catch(() => undefined))
        // What is not by the standard will not be so the next time.
        if (!answer.success) throw new HandOverFailure(response.status, true)
        return answer.data
      }
      const query = new URLSearchParams({ referentienummer: handOver.code })
      const [before] = (await ask(`/klantcontacten?${query}`, found)).results
      const contact = before ?? (await makeContact(ask, handOver))
      const [betrokkene] = contact.hadBetrokkenen
      if (!betrokkene) throw new HandOverFailure(200, true)
      const addresses = new URLSearchParams({ verstrektDoorBetrokkene__uuid: betrokkene.uuid })
      if (!before || (await ask(`/digitaleadressen?${addresses}`, counted)).count === 0)
        await ask('/digitaleadressen', made, digitaalAdresOf(handOver, betrokkene.uuid))
      if (contact.leiddeTotInterneTaken.length === 0)
        await ask('/internetaken', made, internetaakOf(handOver, contact.uuid))
      return contact.uuid
    },
  }
}

type Ask = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
) => Promise<z.output<Schema>>

async function makeContact(ask: Ask, handOver: HandOver) {
  const { klantcontact, betrokkene } = await ask('/maak-klantcontact', madeContact, klantcontactOf(handOver))
  return { uuid: klantcontact.uuid, hadBetrokkenen: [betrokkene], leiddeTotInterneTaken: [] as const }
}

/** A wrong token, a limit or a fault over there is mended by somebody; a body that is refused is refused again. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status)
