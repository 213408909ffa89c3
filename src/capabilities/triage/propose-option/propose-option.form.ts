import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { hasLabel, type ListOption, topicGroups } from '../../lists/public.ts'
import type { TextGroup } from '../group-texts.ts'
import type { Proposal } from '../proposal.ts'

const longestLabel = 60

/** A name for a new answer, or an answer that is there and takes the texts. */
export const proposeOptionForm = ({
  field,
  options,
  groups,
  today,
}: {
  field: Proposal['field']
  /** The values of the list, to choose from and not to have twice. */
  options: readonly ListOption[]
  /** What it takes from. */
  groups: readonly Pick<TextGroup, 'code'>[]
  today: string
}) =>
  z
    .object({
      labelNl: z.string().max(longestLabel, 'triage.error.label-long' satisfies MessageKey),
      labelEn: z.string().max(longestLabel, 'triage.error.label-long' satisfies MessageKey),
      topicGroup: z.enum(topicGroups).nullable(),
      intoCode: z.string().nullable(),
      whole: z.boolean(),
    })
    .superRefine(({ labelNl, topicGroup, intoCode }, context) => {
      const issue = (path: string, message: MessageKey): void =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (intoCode !== null) {
        // Of 'something else' nothing would become clearer, and an answer that is recoded into itself would be lost.
        const into = options.find(({ code }) => code === intoCode)
        if (!into || into.fixed || groups.some(({ code }) => code === intoCode))
          issue('intoCode', 'triage.error.into')
        return
      }
      if (labelNl === '') issue('labelNl', 'triage.error.label')
      else if (hasLabel(options, labelNl, today)) issue('labelNl', 'triage.error.label-taken')
      if (field === 'topic' && topicGroup === null) issue('topicGroup', 'triage.error.group')
    })
    .transform((sent) => {
      const into = options.find(({ code }) => code === sent.intoCode)
      const labelNl = into?.labelNl ?? sent.labelNl
      return { ...sent, labelNl, labelEn: (into?.labelEn ?? sent.labelEn) || labelNl }
    })

export const proposeOptionSent = (form: FormFields) => ({
  labelNl: form.text('labelNl').replace(/\s+/g, ' '),
  labelEn: form.text('labelEn').replace(/\s+/g, ' '),
  topicGroup: form.text('topicGroup') || null,
  intoCode: form.text('intoCode') || null,
  whole: form.text('whole') === 'whole',
})
