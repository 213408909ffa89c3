/** Which municipality took the place of one that ended, by the code of the one that ended. */
type Successors = ReadonlyMap<string, string>

/** The municipality that counts today for what was written of this one; itself when nobody knows what took its place. */
export function municipalityToday(
  code: string,
  current: ReadonlySet<string>,
  successors: Successors,
): string {
  let today: string | undefined = code
  while (today !== undefined && !current.has(today)) today = successors.get(today)
  return today ?? code
}

/** These municipalities of today, with those that ended and count with them: all codes by which something of them is kept. */
export function codesEver(codes: readonly string[], successors: Successors): string[] {
  const current = new Set(codes)
  const ended = [...successors.keys()].filter(
    (code) => !current.has(code) && current.has(municipalityToday(code, current, successors)),
  )
  return [...codes, ...ended]
}
