import type { Language, MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { deskKinds, deskVariants } from './desk.ts'
import type { DeskField } from './desk-fields.ts'
import { deskLanguages, languageName } from './languages.ts'

/** What the words of a field may refer to. */
export interface FieldContext {
  readonly t: Translate
  readonly language: Language
  readonly choices: {
    readonly municipalities: readonly { readonly code: string; readonly name: string }[]
    readonly financiers: readonly { readonly code: string; readonly name: string }[]
    readonly mothers: readonly { readonly id: string; readonly name: string }[]
  }
}

const labels = {
  name: 'desks.name',
  kind: 'desks.kind',
  mother: 'desks.mother',
  host: 'desks.host',
  municipality: 'desks.municipality',
  street: 'desks.street',
  'house-number': 'desks.house-number',
  postcode: 'desks.postcode',
  town: 'desks.town',
  point: 'desks.point',
  phone: 'desks.phone',
  email: 'desks.email',
  website: 'desks.website',
  'step-free': 'desks.step-free',
  'hearing-loop': 'desks.hearing-loop',
  'private-room': 'desks.private-room',
  languages: 'desks.languages',
  variant: 'desks.variant',
  'by-appointment': 'desks.by-appointment',
  note: 'desks.note',
  employees: 'desks.employees',
  volunteers: 'desks.volunteers',
  'partner-staff': 'desks.partner-staff',
  financiers: 'desks.financiers',
} as const satisfies Record<DeskField, MessageKey>

/** A field of the desk's form in words. */
export const sayField = (field: DeskField, { t }: FieldContext): string => t(labels[field])

/** The values of a field in words, also those that are no answer: for who compares two versions. */
export function sayValues(field: DeskField, values: readonly string[], context: FieldContext): string {
  const { t } = context
  if (field === 'by-appointment') return t(values.includes('yes') ? 'shell.yes' : 'shell.no')
  const words = values.map((value) => sayValue(field, value, context)).sort()
  return words.join(', ') || t('desks.meanwhile.empty')
}

function sayValue(field: DeskField, value: string, { t, language, choices }: FieldContext): string {
  switch (field) {
    case 'kind': {
      const kind = deskKinds.find((each) => each === value)
      return kind ? t(`desks.kind.${kind}`) : value
    }
    case 'variant': {
      const variant = deskVariants.find((each) => each === value)
      return variant ? t(`desks.variant.${variant}`) : value
    }
    case 'municipality':
      return choices.municipalities.find(({ code }) => code === value)?.name ?? value
    case 'financiers':
      return (
        [...choices.financiers, ...choices.municipalities].find(({ code }) => code === value)?.name ?? value
      )
    case 'mother':
      return choices.mothers.find(({ id }) => id === value)?.name ?? t('desks.no-mother')
    case 'languages':
      return deskLanguages.some((each) => each === value) ? languageName(value, language) : value
    case 'step-free':
    case 'hearing-loop':
    case 'private-room':
      return t(value === 'yes' ? 'shell.yes' : value === 'no' ? 'shell.no' : 'desks.not-known')
    default:
      return value
  }
}
