/** Fills `{name}` in a message of the catalogue: the browser does without the whole of ICU. */
export function fillIn(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
}
