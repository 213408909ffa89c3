import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { load } from 'js-yaml'

const file = '../shared/standards/klantinteracties/openapi-0.9.0.yaml'

/** Whether the standard is at hand; without it what is sent is not held against it. */
export const hasStandard = existsSync(file)

type Schema = Record<string, unknown> & {
  properties?: Record<string, Schema>
  required?: string[]
  readOnly?: boolean
}

/** A schema as it holds for what is sent: what only the server fills in is not asked (OpenAPI 3.0, readOnly). */
function asSent(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asSent)
  if (typeof schema !== 'object' || schema === null) return schema
  const { properties, required, nullable, ...rest } = schema as Schema
  const own = properties && Object.entries(properties).filter(([, each]) => !each.readOnly)
  const sent = {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asSent(value)])),
    ...(own && { properties: Object.fromEntries(own.map(([name, each]) => [name, asSent(each)])) }),
    ...(required && { required: required.filter((name) => !properties?.[name]?.readOnly) }),
  }
  return nullable === true ? { anyOf: [sent, { type: 'null' }] } : sent
}

function validators(): Record<string, ValidateFunction> {
  if (!hasStandard) return {}
  const document = load(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, unknown> } }
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, asSent(schema)]),
  )
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'oas', components: { schemas } })
  const of = (name: string): ValidateFunction => ajv.compile({ $ref: `oas#/components/schemas/${name}` })
  return {
    '/maak-klantcontact': of('MaakKlantcontact'),
    '/digitaleadressen': of('DigitaalAdres'),
    '/internetaken': of('InterneTaak'),
  }
}

export interface Call {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

export interface KlantinteractiesServer {
  readonly url: string
  readonly calls: Call[]
  /** What is there: contacts by number, addresses and tasks by the contact or the person. */
  readonly contacts: Map<string, { reference: string; person: string }>
  readonly addresses: { person: string; body: Record<string, unknown> }[]
  readonly tasks: { contact: string; body: Record<string, unknown> }[]
  /** What to answer instead: a status, or 'hang-up' after the work was done. */
  answer: (call: Call) => number | 'hang-up' | undefined
  stop(): Promise<void>
}

/** A server that does as much of Klantinteracties as a hand-over needs, and takes only what the standard allows. */
export async function startKlantinteracties(): Promise<KlantinteractiesServer> {
  const known = validators()
  const calls: Call[] = []
  const contacts: KlantinteractiesServer['contacts'] = new Map()
  const addresses: KlantinteractiesServer['addresses'] = []
  const tasks: KlantinteractiesServer['tasks'] = []
  const made: { answer: KlantinteractiesServer['answer'] } = { answer: () => undefined }

  const done = (call: Call): unknown => {
    const url = new URL(call.path, 'http://x')
    const body = call.body as Record<string, Record<string, string>>
    if (call.method === 'GET' && url.pathname === '/klantcontacten') {
      const reference = url.searchParams.get('referentienummer')
      const results = [...contacts]
        .filter(([, contact]) => contact.reference === reference)
        .map(([uuid, { person }]) => ({
          uuid,
          hadBetrokkenen: [{ uuid: person }],
          leiddeTotInterneTaken: tasks
            .filter(({ contact }) => contact === uuid)
            .map(() => ({ uuid: randomUUID() })),
        }))
      return { count: results.length, next: null, previous: null, results }
    }
    if (call.method === 'GET') {
      const person = url.searchParams.get('verstrektDoorBetrokkene__uuid')
      return { count: addresses.filter((each) => each.person === person).length, results: [] }
    }
    const uuid = randomUUID()
    if (url.pathname === '/maak-klantcontact') {
      const person = randomUUID()
      contacts.set(uuid, { reference: body.klantcontact?.referentienummer ?? '', person })
      return {
        klantcontact: { ...body.klantcontact, uuid },
        betrokkene: { ...body.betrokkene, uuid: person },
      }
    }
    if (url.pathname === '/digitaleadressen')
      addresses.push({ person: body.verstrektDoorBetrokkene?.uuid ?? '', body })
    else tasks.push({ contact: body.aanleidinggevendKlantcontact?.uuid ?? '', body })
    return { uuid }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const call: Call = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text ? JSON.parse(text) : undefined,
      }
      calls.push(call)
      const reply = (status: number, content: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(content))
      }
      if (call.headers.authorization !== 'Token geheim') return reply(401, {})
      const instead = made.answer(call)
      if (typeof instead === 'number') return reply(instead, {})
      const validate = call.method === 'POST' ? known[call.path] : undefined
      if (validate && !validate(call.body)) return reply(400, { invalidParams: validate.errors })
      const content = done(call)
      if (instead === 'hang-up') return request.socket.destroy()
      return reply(call.method === 'POST' ? 201 : 200, content)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.address() as AddressInfo
  return Object.assign(made, {
    url: `http://127.0.0.1:${port}`,
    calls,
    contacts,
    addresses,
    tasks,
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  })
}
