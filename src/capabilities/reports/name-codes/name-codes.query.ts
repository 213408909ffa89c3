import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { findDesks } from '../../desks/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { findMunicipalities, type Municipality, provincesOf } from '../../organisations/public.ts'
import type { FiguresScope } from '../area.ts'
import type { FigureName } from '../figure.ts'
import type { Period } from '../period.ts'

/** What a code of a figure is called; the code itself where nobody knows. */
export type NameOf = (figure: FigureName, code: string) => string

/** The names of all codes that may have been counted in a period, also of what is asked no longer. */
export async function nameCodes(
  db: ReadHandle,
  scope: FiguresScope,
  wish: {
    readonly period: Period
    readonly deskIds: Iterable<string>
    readonly municipalityCodes: readonly string[]
    readonly withProvinces: boolean
    /** Of desks that are not in this municipality the name says where they are. */
    readonly paidBy?: string | undefined
    readonly language: Language
    readonly t: Translate
  },
): Promise<NameOf> {
  const { language, t } = wish
  const lists = await readListsOfAllDays(db, scope, 'all')
  const desks = await findDesks(db, scope, [...new Set(wish.deskIds)])
  const municipalities =
    wish.withProvinces || wish.paidBy || wish.municipalityCodes.length > 0
      ? await municipalitiesDuring(db, scope, wish)
      : []
  const named = <Value extends { readonly code: string }>(
    values: readonly Value[],
    name: (value: Value) => string,
  ) => new Map(values.map((value) => [value.code, name(value)]))
  const homes = named(municipalities, ({ name }) => name)
  const options = named(lists.answerOptions, ({ labels }) => labels[language])
  const byFigure: Partial<Record<FigureName, ReadonlyMap<string, string>>> = {
    topics: named(lists.topics, ({ labels }) => labels[language]),
    'own-topics': named(lists.topics, ({ labels }) => labels[language]),
    providers: named(lists.serviceProviders, ({ shortNames }) => shortNames[language]),
    home: homes,
    municipalities: homes,
    provinces: named(provincesOf(municipalities), ({ name }) => name),
    desks: new Map(
      desks.map(({ id, name, municipalityCode }) => {
        const municipality = homes.get(municipalityCode)
        const isElsewhere = wish.paidBy !== undefined && municipalityCode !== wish.paidBy && municipality
        return [id, isElsewhere ? t('reports.desk-elsewhere', { name, municipality }) : name]
      }),
    ),
    delay: new Map(
      (['hour', 'day', 'week', 'longer'] as const).map((code) => [code, t(`reports.delay.${code}`)]),
    ),
    counted: new Map(
      (['contact', 'rush', 'tally'] as const).map((how) => [how, t(`reports.counted.${how}`)]),
    ),
  }
  return (figure, code) => (byFigure[figure] ?? options).get(code) ?? code
}

/** Those that exist at the end of the period; of one that was merged by then, as it was at the beginning. */
async function municipalitiesDuring(
  db: ReadHandle,
  scope: FiguresScope,
  { period, municipalityCodes }: { readonly period: Period; readonly municipalityCodes: readonly string[] },
): Promise<Municipality[]> {
  const now = await findMunicipalities(db, scope, period.until)
  const known = new Set(now.map(({ code }) => code))
  if (municipalityCodes.every((code) => known.has(code))) return now
  return [...(await findMunicipalities(db, scope, period.from)), ...now]
}
