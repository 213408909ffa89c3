import { localDay, localTime } from '../../../platform/time/local-time.ts'
import type { StoredContact } from '../read-contact/read-contact.query.ts'

/** The fields of the form that say what a contact says now. Its moment goes in the boxes, where it can be seen and changed. */
export function fieldsOf(stored: StoredContact): [string, string][] {
  const { content } = stored
  const [year = '', month = '', day = ''] = localDay(stored.occurredAt).split('-')
  return [
    ['id', stored.id],
    ['revision', String(stored.revision)],
    ['desk', stored.deskId],
    ['place', content.placeId ?? ''],
    ['channel', content.channel],
    ['counted-as', content.countedAs],
    ['occurred-at', content.occurredAt],
    ['day.day', String(Number(day))],
    ['day.month', String(Number(month))],
    ['day.year', year],
    ['time', localTime(stored.occurredAt)],
    ...content.questions.flatMap(
      ({ topicCode, serviceProviders, otherText, digid }, number): [string, string][] => [
        [`topic-${number}`, topicCode],
        ...(serviceProviders.length > 0 ? serviceProviders : ['none']).map((code): [string, string] => [
          `provider-${number}`,
          code,
        ]),
        [`topic-text-${number}`, otherText ?? ''],
        [`digid-${number}`, digid ?? ''],
      ],
    ),
    ...content.help.map(({ code }): [string, string] => ['help', code]),
    ['help-text', content.help.find(({ otherText }) => otherText)?.otherText ?? ''],
    ['duration', content.duration ?? ''],
    ['satisfied', content.satisfied ?? ''],
    ['gender', content.gender ?? ''],
    ['age', content.age ?? ''],
    ['language', content.language ?? ''],
    ['municipality', content.visitorMunicipalityCode ?? ''],
  ]
}
