import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { AgreementKind } from '../agreement.ts'
import type { Parties } from './choose-parties.command.ts'

/** What one may choose from. */
export interface PartyChoices {
  readonly libraries: readonly { readonly id: string; readonly name: string }[]
  /** Without the own municipality. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

/** Municipalities are typed by name, each on a line of its own: nobody ticks five out of 340. */
export const partiesForm = (kind: AgreementKind, { libraries, municipalities }: PartyChoices) =>
  z
    .object({ library: z.string(), municipalities: z.string() })
    .superRefine(({ library, municipalities: typed }, context) => {
      if (!libraries.some(({ id }) => id === library))
        context.addIssue({
          code: 'custom',
          path: ['library'],
          message: 'agreements.error.library' satisfies MessageKey,
        })
      if (kind === 'subsidy-decision') return
      const message: MessageKey | undefined =
        namesIn(typed).length === 0
          ? 'agreements.error.municipalities'
          : namesIn(typed).some((name) => !find(name, municipalities))
            ? 'agreements.error.municipality-unknown'
            : undefined
      if (message) context.addIssue({ code: 'custom', path: ['municipalities'], message })
    })
    .transform(
      ({ library, municipalities: typed }): Parties => ({
        libraryId: library,
        municipalityCodes:
          kind === 'subsidy-decision'
            ? []
            : [...new Set(namesIn(typed).flatMap((name) => find(name, municipalities)?.code ?? []))],
      }),
    )

export const partiesSent = (form: FormFields) => ({
  library: form.text('library'),
  municipalities: form.text('municipalities'),
})

/** A name on each line, or with commas between them. */
const namesIn = (typed: string): string[] =>
  typed
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter(Boolean)

const find = (name: string, municipalities: PartyChoices['municipalities']) =>
  municipalities.find(
    (one) =>
      one.name.localeCompare(name.replace(/^gemeente /i, ''), 'nl', { sensitivity: 'base' }) === 0 ||
      one.code === name.toUpperCase(),
  )
