import type { TopicGroup } from './list-snapshot.ts'

/** The lists that people keep on a screen, by the part of their address. */
export const keptLists = {
  onderwerpen: 'topic',
  organisaties: 'service-provider',
  hulp: 'help',
  kanalen: 'channel',
  formulieren: 'form',
} as const
export type KeptList = (typeof keptLists)[keyof typeof keptLists]

/** The lists in which values can be merged and split. A form is chosen by libraries and cannot. */
export type MappedList = Exclude<KeptList, 'form'>

/** One value of a list, as it stands for those who keep it. */
export interface ListOption {
  readonly list: KeptList
  readonly code: string
  readonly labelNl: string
  readonly labelEn: string
  /** Of an organisation: what it is called at the desk, where its name is long. */
  readonly shortName: string | null
  readonly group: TopicGroup | null
  readonly searchTerms: readonly string[]
  /** A form would have no answer left without it: the 'something else' of a list, and 'not registered'. */
  readonly fixed: boolean
  readonly validFrom: string
  /** The first day on which it counts no longer. */
  readonly validUntil: string | null
  /** The library that added it for itself; null for a national one. */
  readonly libraryId: string | null
  /** Of a library's own: the national one that it counts as above the library. */
  readonly nationalCode: string | null
  /** Higher by one with each change. */
  readonly revision: number
}

/** What somebody changes of a value; what it is about never changes, or old registrations would mean something else. */
export interface OptionWords {
  readonly labelNl: string
  readonly labelEn: string
  readonly shortName: string | null
  readonly searchTerms: readonly string[]
}

export const optionActs = ['add', 'change', 'end', 'reopen', 'merge', 'split'] as const
export type OptionAct = (typeof optionActs)[number]

/** Whose values may be changed: the nation's by the nation, a library's own by that library. */
export function mayKeep(
  scope: { readonly kind: 'nation' } | { readonly kind: 'library'; readonly libraryId: string },
  option: Pick<ListOption, 'libraryId'>,
): boolean {
  return scope.kind === 'nation' ? option.libraryId === null : option.libraryId === scope.libraryId
}

/** The address of a list, and of one value in it. */
export const listsAddress = '/beheer/lijsten'
export function addressOfList(list: KeptList): string {
  const [part] = Object.entries(keptLists).find(([, each]) => each === list) ?? []
  return `${listsAddress}/${part}`
}
export const addressOfOption = ({ list, code }: Pick<ListOption, 'list' | 'code'>): string =>
  `${addressOfList(list)}/${code}`

/**
 * A code for a new value, made of its label: small letters, digits and hyphens. Of a way of help or a channel it begins
 * with the name of that field, of a library's own value it says so.
 * @param taken the codes that are in use already
 */
export function codeFor(
  list: KeptList,
  label: string,
  { local, taken }: { readonly local: boolean; readonly taken: ReadonlySet<string> },
): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '')
  const lead = list === 'help' || list === 'channel' ? `${list}-` : ''
  const code = `${lead}${local ? 'own-' : ''}${words || 'new'}`
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? code : `${code}-${number}`
    if (!taken.has(numbered)) return numbered
  }
}
