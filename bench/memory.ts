import type { Application } from './application.ts'
import { inLanes } from './figures.ts'
import { HttpClient } from './http-client.ts'
import type { Colleague, Nation } from './nation.ts'
import { get } from './pages.ts'
import { postForm } from './registering.ts'
import { fieldsOf } from './visit.ts'

export interface MemorySample {
  readonly requests: number
  readonly megabytes: number
}

/** Memory of a server just started, while it answers: half forms, a quarter overviews, a quarter registrations. */
export async function measureMemory(
  nation: Nation,
  application: Application,
  { steps, requestsInAStep }: { steps: number; requestsInAStep: number },
): Promise<MemorySample[]> {
  const client = new HttpClient(application.address, 8)
  const people = nation.employees
  const samples = [{ requests: 0, megabytes: await application.memoryMegabytes() }]
  let number = 0
  const ask = async (): Promise<void> => {
    number += 1
    const kind = number % 4
    const person = people[number % people.length] as Colleague
    if (kind === 1) await get(client, '/balie/registraties', person.session)
    else if (kind === 2) await postForm(client, forms.get(person.deskId) ?? [], person)
    else await get(client, '/balie', person.session)
  }
  const forms = new Map(
    await Promise.all(
      people.map(async ({ deskId, session }) => {
        const page = await get(client, '/balie', session, 'identity')
        return [deskId, fieldsOf(page.body.toString(), 'contact')] as const
      }),
    ),
  )
  for (let step = 1; step <= steps; step += 1) {
    await inLanes(8, requestsInAStep, ask)
    application.served = []
    samples.push({ requests: step * requestsInAStep, megabytes: await application.memoryMegabytes() })
  }
  client.close()
  return samples
}
