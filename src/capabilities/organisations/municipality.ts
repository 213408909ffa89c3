export interface Municipality {
  /** CBS code, such as GM0307. */
  readonly code: string
  readonly name: string
  /** CBS code, such as PV26. */
  readonly provinceCode: string
  readonly province: string
}

/** The municipality that somebody means by a code or a name; undefined when there is none. Codes and names are unique. */
export function municipalityMeant(
  municipalities: readonly Municipality[],
  codeOrName: string,
): Municipality | undefined {
  const meant = codeOrName.trim().toLowerCase()
  return municipalities.find(({ code, name }) => code.toLowerCase() === meant || name.toLowerCase() === meant)
}

/** What took the place of a municipality, one after the other; none of one that is there. Ends where the data run in a circle. */
export function successorsInTurn(
  code: string,
  nextOf: (code: string) => string | null | undefined,
): string[] {
  const found: string[] = []
  for (let next = nextOf(code); next && next !== code && !found.includes(next); next = nextOf(next))
    found.push(next)
  return found
}

export interface Province {
  readonly code: string
  readonly name: string
  readonly municipalities: readonly Municipality[]
}

/** The provinces by name, each with its municipalities. */
export function provincesOf(municipalities: readonly Municipality[]): Province[] {
  const byCode = new Map<string, Province & { municipalities: Municipality[] }>()
  for (const municipality of municipalities) {
    const { provinceCode: code, province: name } = municipality
    const province = byCode.get(code) ?? { code, name, municipalities: [] }
    province.municipalities.push(municipality)
    byCode.set(code, province)
  }
  return [...byCode.values()].sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}
