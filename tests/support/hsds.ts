import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonObject } from '../../src/capabilities/directory/hsds-document.ts'

/** The Human Services Data Specification 3.1 as it was published (CC BY-SA 4.0): not ours to carry along, so beside the repository. */
const folder = '../shared/standards/hsds-3.1'
export const hasSpecification = existsSync(`${folder}/schema/openapi.json`)
if (!hasSpecification) process.emitWarning(`HSDS is not tested against its schemas: ${folder} is not there`)

const read = (path: string): JsonObject => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')) as JsonObject

/** An example of the specification. */
export const example = (name: string): JsonObject => read(`examples/${name}.json`)

export type HsdsShape =
  | 'organization'
  | 'service'
  | 'service_at_location'
  | 'organization_list'
  | 'service_list'
  | 'service_at_location_list'

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const compiled = new Map<string, ReturnType<typeof ajv.compile>>()

/** What is wrong with a document by the specification; nothing when it is right. Compiling a schema takes a second, and is done once. */
export function wrongWith(
  document: unknown,
  shape: HsdsShape | 'taxonomy' | 'taxonomy_term' | 'page',
): string[] {
  let validate = compiled.get(shape)
  if (!validate) {
    validate = ajv.compile(schemaOf(shape))
    compiled.set(shape, validate)
  }
  if (validate(document)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

function schemaOf(shape: string): JsonObject {
  if (shape === 'taxonomy' || shape === 'taxonomy_term') {
    // Not compiled by the specification; what they refer to we do not tell.
    const { properties, ...schema } = read(`schema/${shape}.json`)
    return { ...schema, properties: { ...(properties as JsonObject), taxonomy_detail: {}, metadata: {} } }
  }
  if (shape === 'page') {
    const { components } = read('schema/openapi.json') as unknown as {
      components: { schemas: { Page: JsonObject } }
    }
    return {
      ...components.schemas.Page,
      required: Object.keys(components.schemas.Page.properties as JsonObject),
    }
  }
  return read(`schema/compiled/${shape}.json`)
}

/** Every query parameter of a list, by the specification. */
export function parametersOf(path: string): string[] {
  const { paths, components } = read('schema/openapi.json') as unknown as {
    paths: Record<string, { get: { parameters?: { name?: string; $ref?: string }[] } }>
    components: { parameters: Record<string, { name: string }> }
  }
  return (paths[path]?.get.parameters ?? []).map(
    ({ name, $ref }) => name ?? components.parameters[$ref?.split('/').at(-1) ?? '']?.name ?? '',
  )
}
export const pathsOfFeed = (): string[] =>
  Object.keys((read('schema/openapi.json') as { paths: JsonObject }).paths)

/** Where something that a document tells is missing from another, or differs; lists are compared by the ids in them. */
export function lostFrom(document: unknown, other: unknown, at = ''): string[] {
  if (document === null || document === undefined || document === '') return []
  if (Array.isArray(document)) {
    if (!Array.isArray(other)) return document.length === 0 ? [] : [`${at} is gone`]
    return document.flatMap((each) => {
      const id = (each as { id?: string } | null)?.id
      const same = id
        ? other.find((one) => (one as { id?: string }).id === id)
        : other.find((one) => JSON.stringify(one) === JSON.stringify(each))
      return lostFrom(each, same, `${at}[${id ?? ''}]`)
    })
  }
  if (typeof document === 'object') {
    if (typeof other !== 'object' || other === null) return [`${at} is gone`]
    return Object.entries(document).flatMap(([name, value]) =>
      lostFrom(value, (other as Record<string, unknown>)[name], `${at}.${name}`),
    )
  }
  return document === other ? [] : [`${at}: ${JSON.stringify(document)} became ${JSON.stringify(other)}`]
}
