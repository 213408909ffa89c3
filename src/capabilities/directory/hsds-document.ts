import { createHash } from 'node:crypto'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** An object of an HSDS document: of the fields that we know, and of any other that somebody's feed has. */
export interface JsonObject {
  readonly [name: string]: Json
}

/** A UUID (version 8) that follows from what it is the id of: the same each time the feed is asked. */
export function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects in a list of a document; none when there is no such list. */
export const objectsIn = (document: JsonObject, name: string): readonly JsonObject[] => {
  const list = document[name]
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** A text of a document without blanks around it; empty when it has none. */
export const textIn = (document: JsonObject, name: string): string => {
  const value = document[name]
  return typeof value === 'string' ? value.trim() : ''
}

export const without = (document: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)))

/** The same document with a field that holds this, or without it when there is nothing to hold. */
export const having = (document: JsonObject, name: string, value: Json | undefined): JsonObject =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? without(document, name)
    : { ...document, [name]: value }

/**
 * A document as it may be kept: without persons (`contacts`, and who last touched a record), who are somebody's personal data and
 * of no use to a desk, without fields that are told to be empty (null), and without signs that no text in the database can hold.
 * @returns the document, and how many persons were left out
 */
export function withoutPersons(value: Json): { readonly document: Json; readonly persons: number } {
  let persons = 0
  const clean = (each: Json): Json => {
    if (typeof each === 'string') return each.toWellFormed().replaceAll('\0', '')
    if (Array.isArray(each)) return each.map(clean)
    if (!isObject(each)) return each
    const kept: [string, Json][] = []
    for (const [name, inside] of Object.entries(each)) {
      if (inside === null) continue
      if (name === 'contacts') persons += Array.isArray(inside) ? inside.length : 1
      else if (name === 'updated_by' && typeof inside === 'string') kept.push([name, ''])
      else kept.push([name.toWellFormed().replaceAll('\0', ''), clean(inside)])
    }
    return Object.fromEntries(kept)
  }
  return { document: clean(value), persons }
}

/** A value as text, the same whatever the order of its fields. */
export function writtenOut(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writtenOut).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, inside]) => `${JSON.stringify(name)}:${writtenOut(inside)}`).join()}}`
}

/** Short for a document, whatever the order of its fields. */
export const digestOf = (value: Json): Buffer => createHash('sha256').update(writtenOut(value)).digest()

/** Two documents about the same thing as one: what the first does not tell, the second may. Lists are joined by the ids in them. */
export function union(one: JsonObject, other: JsonObject): JsonObject {
  const together: Record<string, Json> = { ...one }
  for (const [name, value] of Object.entries(other)) {
    const own = together[name]
    if (own === undefined || own === null || own === '') together[name] = value
    else if (Array.isArray(own) && Array.isArray(value)) {
      const known = new Set(own.map((each) => keyOf(each)))
      together[name] = [...own, ...value.filter((each) => !known.has(keyOf(each)))]
    } else if (isObject(own) && isObject(value)) together[name] = union(own, value)
  }
  return together
}

const keyOf = (value: Json): string =>
  isObject(value) && typeof value.id === 'string' ? value.id : writtenOut(value)
