import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { networkText } from '../keep-network-partner/keep-network-partner.form.ts'
import type { NetworkAction } from '../network.ts'
import type { NetworkActionFacts } from './keep-network-action.command.ts'

/** @param members the partners that can owe something, by id */
export const networkActionForm = (members: ReadonlySet<string>) =>
  z
    .object({
      what: networkText(500).min(1, 'network.error.what' satisfies MessageKey),
      who: z
        .string()
        .refine(
          (who) => who === 'municipality' || who === 'library' || members.has(who),
          'network.error.who' satisfies MessageKey,
        ),
      due: dayField('network.error.due'),
    })
    .transform(
      ({ what, who, due }): Omit<NetworkActionFacts, 'doneOn'> => ({
        what,
        owedByKind: who === 'municipality' || who === 'library' ? who : 'partner',
        networkPartnerId: members.has(who) ? who : null,
        dueOn: due,
      }),
    )

export const networkActionSent = (form: FormFields) => ({
  what: form.text('what'),
  who: form.text('who'),
  due: daySent(form, 'due'),
})

/** An action as the form shows it. */
export const networkActionFields = (action: NetworkAction): [string, string][] => [
  ['what', action.what],
  ['who', action.networkPartnerId ?? action.owedByKind],
  ...dayFields('due', action.dueOn),
  ['version', String(action.version)],
  ...(action.doneOn ? ([['done', 'ja']] as [string, string][]) : []),
]
