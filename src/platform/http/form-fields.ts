/** The fields of a sent form, as they were typed. A field may be there more than once. */
export class FormFields {
  private readonly values: ReadonlyMap<string, readonly string[]>

  constructor(entries: Iterable<readonly [string, string]>) {
    const values = new Map<string, string[]>()
    for (const [name, sent] of entries) {
      // What no text can hold (a NUL, half a character) would be refused by the database, long after the form.
      const value = sent.toWellFormed().replaceAll('\0', '')
      const present = values.get(name)
      if (present) present.push(value)
      else values.set(name, [value])
    }
    this.values = values
  }

  /** The first value, trimmed; empty when the field is absent. */
  text(name: string): string {
    return this.values.get(name)?.[0]?.trim() ?? ''
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? []
  }

  has(name: string): boolean {
    return this.values.has(name)
  }

  entries(): [string, string][] {
    return [...this.values].flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    )
  }
}
