import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { versionOf } from '../../../platform/http/newer-version.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { readCount } from '../count.ts'
import type { LearningCount } from '../indicators.ts'

/** One line of the form, as it is typed. */
export interface MaterialLine {
  /** Empty: not kept yet. */
  readonly id: string
  readonly version: string
  readonly material: string
  readonly used: string
}

/** A line that is right. `used` undefined: to be taken away. */
export interface MaterialFacts {
  readonly id: string | undefined
  readonly version: number
  readonly material: string
  readonly used: number | undefined
}

const emptyLines = 3
const longestName = 120

/** What was counted, and lines to add to. */
export const materialLines = (counts: readonly LearningCount[]): MaterialLine[] => [
  ...counts.map(({ id, version, material, used }) => ({
    id,
    version: `${version}`,
    material,
    used: `${used}`,
  })),
  ...Array.from({ length: emptyLines }, () => ({ id: '', version: '', material: '', used: '' })),
]

export function linesSent(form: FormFields): MaterialLine[] {
  const all = (name: string) => form.all(name)
  return all('material').map((material, index) => ({
    id: all('id')[index] ?? '',
    version: all('version')[index] ?? '',
    material: material.trim().replace(/\s+/g, ' '),
    used: all('used')[index]?.trim() ?? '',
  }))
}

/** Every line that says something. A line that was kept and is empty now is taken away; one that was never filled in is nothing. */
export function readLines(
  lines: readonly MaterialLine[],
  t: Translate,
): { readonly facts: readonly MaterialFacts[]; readonly errors: readonly FormError[] } {
  const errors: FormError[] = []
  const names = new Set<string>()
  const facts = lines.flatMap((line, index): MaterialFacts[] => {
    const id = line.id || undefined
    const version = versionOf(line.version)
    if (line.material === '' && line.used === '')
      return id ? [{ id, version, material: '', used: undefined }] : []
    const used = readCount(line.used)
    const name = line.material.toLowerCase()
    if (line.material === '')
      errors.push({ id: `material-${index}`, message: t('accountability.error.material') })
    else if (line.material.length > longestName)
      errors.push({ id: `material-${index}`, message: t('accountability.error.material-long') })
    else if (names.has(name))
      errors.push({
        id: `material-${index}`,
        message: t('accountability.error.material-twice', { material: line.material }),
      })
    if (used === undefined)
      errors.push({
        id: `used-${index}`,
        message: t('accountability.error.count-of-line', { line: index + 1 }),
      })
    names.add(name)
    return [{ id, version, material: line.material, used: used ?? 0 }]
  })
  return { facts, errors }
}

/**
 * What was typed, to be saved over what somebody else made of it meanwhile: each line keeps what was typed in it and takes the
 * version that stands now; lines that the other added follow, so that nothing of both is lost.
 */
export function typedOverStored(
  typed: readonly MaterialLine[],
  stored: readonly LearningCount[],
): MaterialLine[] {
  const taken = new Set<string>()
  const over = typed.map((line): MaterialLine => {
    const match =
      stored.find(({ id }) => id === line.id) ??
      stored.find(
        ({ id, material }) => !taken.has(id) && material.toLowerCase() === line.material.toLowerCase(),
      )
    if (!match) return { ...line, id: '', version: '' }
    taken.add(match.id)
    return { ...line, id: match.id, version: `${match.version}` }
  })
  return [...over, ...materialLines(stored.filter(({ id }) => !taken.has(id))).filter(({ id }) => id !== '')]
}
