import type { Language, MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { type Municipality, provincesOf } from '../organisations/public.ts'
import type { Area } from './area.ts'
import { addressOf, areaAt, nation } from './area-address.ts'
import { type Coverage, coverageLevels, type Reach, reaches, usualReach } from './coverage.ts'
import { sayNumber, sayShare } from './figure-words.ts'

/** By what the rows of a table are put in order. */
export const coverageOrders = [
  'naam',
  'inwoners',
  'informatiepunten',
  'per-inwoner',
  'binnen-2',
  'binnen-5',
  'binnen-10',
] as const
export type CoverageOrder = (typeof coverageOrders)[number]

/** So many of a long list are told at first. */
export const atFirst = 25

/** What the page of the reach is asked to show. */
export interface CoverageChoice {
  /** A municipality, a province or the nation. */
  readonly area: Area
  readonly reach: Reach
  /** Undefined when none is asked for: by name, and what is long is left out. */
  readonly order: CoverageOrder | undefined
}

/**
 * Reads what an address asks for. What it does not say, or says in a way that means nothing, is the usual: it is a view to
 * come by with links, not a form that somebody fills in.
 * @param usual the area when none is asked for
 */
export function readCoverageChoice(query: URLSearchParams, usual: Area): CoverageChoice {
  const asked = areaAt(query.get('gebied') ?? '')
  const isReckoned = asked && coverageLevels.some((level) => level === asked.level)
  return {
    area: isReckoned ? asked : usual,
    reach: reaches.find((each) => `${each}` === query.get('afstand')) ?? usualReach,
    order: coverageOrders.find((each) => each === query.get('volgorde')),
  }
}

/** The same as a part of an address, without what is usual. */
export function coverageQuery({ area, reach, order }: CoverageChoice): string {
  const query = new URLSearchParams([['gebied', addressOf(area)]])
  if (reach !== usualReach) query.set('afstand', `${reach}`)
  if (order) query.set('volgorde', order)
  // A colon may stand in an address as it is.
  return query.toString().replaceAll('%3A', ':')
}

/** A row of a table: an area with its name. */
export interface NamedCoverage extends Coverage {
  readonly name: string
}

/** Desks to every 10,000 inhabitants; 0 where nobody lives. */
export const deskDensity = ({ desks, inhabitants }: Pick<Coverage, 'desks' | 'inhabitants'>): number =>
  inhabitants === 0 ? 0 : (desks / inhabitants) * 10_000

/** The part of the inhabitants within a distance, 0 to 1; 0 where nobody lives. */
export const shareWithin = (
  { within, inhabitants }: Pick<Coverage, 'within' | 'inhabitants'>,
  reach: Reach,
): number => (inhabitants === 0 ? 0 : within[reach] / inhabitants)

const byName = new Intl.Collator('nl')

/** The rows in this order: names from A, numbers of people from the most, all else from where there is least. */
export function inOrder(rows: readonly NamedCoverage[], order: CoverageOrder = 'naam'): NamedCoverage[] {
  const value: Readonly<Record<Exclude<CoverageOrder, 'naam'>, (row: NamedCoverage) => number>> = {
    inwoners: ({ inhabitants }) => -inhabitants,
    informatiepunten: ({ desks }) => desks,
    'per-inwoner': deskDensity,
    'binnen-2': (row) => shareWithin(row, 2),
    'binnen-5': (row) => shareWithin(row, 5),
    'binnen-10': (row) => shareWithin(row, 10),
  }
  return rows.toSorted(
    (one, other) =>
      (order === 'naam' ? 0 : value[order](one) - value[order](other)) ||
      byName.compare(one.name, other.name),
  )
}

/** Where a colour of the map begins, as a share: the same for every area and distance, so that maps compare. */
export const mapSteps = [0, 0.25, 0.5, 0.75, 0.9] as const

/** Which of the five colours a share has, from 0. */
export const mapStepOf = (share: number): number => mapSteps.findLastIndex((from) => share >= from)

export const stepLabels = [
  'coverage.step.1',
  'coverage.step.2',
  'coverage.step.3',
  'coverage.step.4',
  'coverage.step.5',
] as const satisfies readonly MessageKey[]

/** A share as one reads it; nothing where nobody lives. */
export const sayWithin = (row: Coverage, reach: Reach, t: Translate): string =>
  sayShare(row.within[reach], row.inhabitants, { t })

/** A distance: whole kilometres from 10 on, else with one decimal. */
export function sayDistance(metres: number, { t, language }: { t: Translate; language: Language }): string {
  const kilometres = metres / 1000
  const rounded = kilometres < 10 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres)
  return t('coverage.kilometres', { number: sayNumber(rounded, language) })
}

const densities: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
}

/** Desks to every 10,000 inhabitants, as one reads it: 0,48. */
export const sayDensity = (row: Pick<Coverage, 'desks' | 'inhabitants'>, language: Language): string =>
  densities[language].format(deskDensity(row))

/** An area as it stands in a sentence: Nederland, de provincie Utrecht, de gemeente Amersfoort. */
export function areaInWords({ level }: Area, name: string, t: Translate): string {
  if (level === 'nation') return t('coverage.in.nation')
  return t(level === 'province' ? 'coverage.in.province' : 'coverage.in.municipality', { name })
}

/** The name of an area; undefined when there is none of that kind. */
export function nameOfArea(
  { level, key }: Area,
  municipalities: readonly Municipality[],
): string | undefined {
  if (level === 'nation') return 'Nederland'
  if (level === 'province') return municipalities.find(({ provinceCode }) => provinceCode === key)?.province
  return municipalities.find(({ code }) => code === key)?.name
}

/** Areas to choose from: the nation, the provinces, and the municipalities of the province that is shown. */
export function areaOptions(
  { key }: Area,
  municipalities: readonly Municipality[],
  t: Translate,
): { value: string; label: string }[] {
  const provinces = provincesOf(municipalities)
  const shown = provinces.find(
    ({ code, municipalities: ofProvince }) => code === key || ofProvince.some((each) => each.code === key),
  )
  return [
    { value: addressOf(nation), label: t('coverage.all-of-it') },
    ...provinces.map(({ code, name }) => ({
      value: addressOf({ level: 'province', key: code }),
      label: t('coverage.province', { name }),
    })),
    ...(shown?.municipalities ?? []).map(({ code, name }) => ({
      value: addressOf({ level: 'municipality', key: code }),
      label: name,
    })),
  ]
}

export const isNation = (area: Area): boolean => area.level === nation.level
