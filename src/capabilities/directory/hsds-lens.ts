import { having, type Json, type JsonObject, objectsIn, textIn, writtenOut } from './hsds-document.ts'

/**
 * A field of ours, and where it stands in an HSDS document. Two laws hold, and are tested: what is put is what one gets, and putting
 * back what one got changes nothing. By the second a document that was taken in goes out as it came, but for what was changed here.
 */
export interface Lens<Value> {
  readonly get: (document: JsonObject) => Value
  readonly put: (document: JsonObject, value: Value) => JsonObject
}
export type Lenses<Row> = { readonly [Name in keyof Row]: Lens<Row[Name]> }

/** The order of values in a list says nothing. */
const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.map(writtenOut).sort().join() === other.map(writtenOut).sort().join()
    : writtenOut(one) === writtenOut(other)

/** What a document tells of our fields. */
export function readRow<Row extends object>(lenses: Lenses<Row>, document: JsonObject): Row {
  return Object.fromEntries(
    Object.entries<Lens<unknown>>(lenses as never).map(([name, lens]) => [name, lens.get(document)]),
  ) as Row
}

/** The document with our fields in it; what stands there already is left as it is written there. */
export function writeRow<Row extends object>(
  lenses: Lenses<Row>,
  document: JsonObject,
  row: Row,
): JsonObject {
  let written = document
  for (const [name, lens] of Object.entries<Lens<unknown>>(lenses as never)) {
    const value = row[name as keyof Row]
    if (!isSame(lens.get(written), value)) written = lens.put(written, value)
  }
  return written
}

/**
 * Our fields after a document came anew: what somebody changed here since the last one stays, the rest is as the new one tells.
 * @param before the document of the last time
 */
export function mergeRow<Row extends object>(
  lenses: Lenses<Row>,
  row: Row,
  { before, now }: { readonly before: JsonObject; readonly now: JsonObject },
): Row {
  return Object.fromEntries(
    Object.entries<Lens<unknown>>(lenses as never).map(([name, lens]) => {
      const own = row[name as keyof Row]
      return [name, isSame(lens.get(before), own) ? lens.get(now) : own]
    }),
  ) as Row
}

/** A text; empty when there is none. */
export const text = (name: string): Lens<string> => ({
  get: (document) => textIn(document, name),
  put: (document, value) => having(document, name, value),
})

/** A text that may be absent, or of another form than we can hold. */
export const textOrNull = (name: string, fits = (_text: string): boolean => true): Lens<string | null> => ({
  get: (document) => {
    const found = textIn(document, name)
    return found !== '' && fits(found) ? found : null
  },
  put: (document, value) => having(document, name, value),
})

export const isWebAddress = (address: string): boolean =>
  /^https?:\/\/\S+$/.test(address) && URL.canParse(address)
export const isMailAddress = (address: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)

export const numberOrNull = (name: string): Lens<number | null> => ({
  get: (document) => {
    const value = document[name]
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  },
  put: (document, value) => having(document, name, value),
})

/**
 * Values that stand one by one in a list of objects. Objects in it that say nothing to us stay.
 * @param read the value of an object, if it is one of these
 * @param make an object for a value
 */
export const listOf = (
  name: string,
  read: (item: JsonObject) => string | undefined,
  make: (value: string, document: JsonObject) => JsonObject,
): Lens<readonly string[]> => ({
  get: (document) => [...new Set(objectsIn(document, name).flatMap((item) => read(item) ?? []))],
  put: (document, values) => {
    const kept = objectsIn(document, name).filter((item) => {
      const value = read(item)
      return value === undefined || values.includes(value)
    })
    const there = new Set(kept.map(read))
    const added = values.filter((value) => !there.has(value)).map((value) => make(value, document))
    return having(document, name, [...kept, ...added] as Json)
  },
})

/** A lens on one value, by one on a list of them. */
export const onlyOf = (list: Lens<readonly string[]>): Lens<string | null> => ({
  get: (document) => list.get(document)[0] ?? null,
  put: (document, value) => list.put(document, value === null ? [] : [value]),
})

/** A lens on other values, by how one is written as the other. */
export const written = <Value>(
  lens: Lens<string | null>,
  read: (text: string | null) => Value,
  write: (value: Value) => string | null,
): Lens<Value> => ({
  get: (document) => read(lens.get(document)),
  put: (document, value) => lens.put(document, write(value)),
})

/** A lens on the number of the first telephone; the others stay, unless there is to be none. */
export const firstPhone = (makeId: (document: JsonObject) => string): Lens<string | null> => ({
  get: (document) => textIn(objectsIn(document, 'phones')[0] ?? {}, 'number') || null,
  put: (document, value) => {
    const phones = objectsIn(document, 'phones')
    if (value === null)
      return having(document, 'phones', phones.filter((each) => !textIn(each, 'number')) as Json)
    const [first = { id: makeId(document), type: 'voice' }, ...others] = phones
    return having(document, 'phones', [{ ...first, number: value }, ...others] as Json)
  },
})
