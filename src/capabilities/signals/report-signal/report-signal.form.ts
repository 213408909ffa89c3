import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { howOften, longest } from '../signal.ts'
import type { SignalFacts } from './report-signal.command.ts'

const key = (message: MessageKey): MessageKey => message

/** What people stumble on in a service: nothing about a person, since municipality and other desks read it. */
export const signalForm = ({
  topics,
  municipalities,
  year,
}: {
  readonly topics: ReadonlySet<string>
  readonly municipalities: ReadonlySet<string>
  /** The year it is now. */
  readonly year: number
}) => {
  const text = (most: number, tooLong: MessageKey) =>
    z
      .string()
      .max(most, tooLong)
      .superRefine((value, context) => {
        const kind = findPersonalData(value, year)
        if (kind) context.addIssue({ code: 'custom', message: key(`contacts.error.personal-data.${kind}`) })
      })
  return z
    .object({
      municipality: z.string().refine((code) => municipalities.has(code), key('signals.error.municipality')),
      topic: z.string().refine((code) => topics.has(code), key('signals.error.topic')),
      service: text(longest.service, key('signals.error.service-long')).min(1, key('signals.error.service')),
      problem: text(longest.problem, key('signals.error.long')).min(1, key('signals.error.problem')),
      often: z.enum(howOften, key('signals.error.often')),
      proposal: text(longest.proposal, key('signals.error.long')),
    })
    .transform(
      ({ municipality, topic, ...words }): SignalFacts => ({
        municipalityCode: municipality,
        topicCode: topic,
        ...words,
      }),
    )
}

/** Browsers send two characters for the end of a line; the field counts one. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n')

export const signalSent = (form: FormFields) => ({
  municipality: form.text('municipality'),
  topic: form.text('topic'),
  service: form.text('service'),
  problem: lines(form.text('problem')),
  often: form.text('often'),
  proposal: lines(form.text('proposal')),
})
