import { dayFields } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { localDay, localTime } from '../../../platform/time/local-time.ts'
import type { StoredContact } from '../read-contact/read-contact.query.ts'

/** The fields of the form that say what a contact says now. Its moment goes in the boxes, where it can be seen and changed. */
export function fieldsOf(stored: StoredContact): [string, string][] {
  const { content } = stored
  return [
    ['id', stored.id],
    ['revision', String(stored.revision)],
    ['desk', stored.deskId],
    ['place', content.placeId ?? ''],
    ['channel', content.channel],
    ['counted-as', content.countedAs],
    ['occurred-at', content.occurredAt],
    ...dayFields('day', localDay(stored.occurredAt)),
    ['time', localTime(stored.occurredAt)],
    ...content.questions.flatMap(
      ({ topicCode, localCode, serviceProviders, otherText, digid }, number): [string, string][] => [
        [`topic-${number}`, localCode ?? topicCode],
        ...(serviceProviders.length > 0 ? serviceProviders : ['none']).map((code): [string, string] => [
          `provider-${number}`,
          code,
        ]),
        [`topic-text-${number}`, otherText ?? ''],
        [`digid-${number}`, digid ?? ''],
      ],
    ),
    ...content.help.flatMap(({ code, localCodes = [] }) =>
      (localCodes.length > 0 ? localCodes : [code]).map((each): [string, string] => ['help', each]),
    ),
    ['help-text', content.help.find(({ otherText }) => otherText)?.otherText ?? ''],
    ['duration', content.duration ?? ''],
    ['satisfied', content.satisfied ?? ''],
    ['gender', content.gender ?? ''],
    ['age', content.age ?? ''],
    ['language', content.language ?? ''],
    ['municipality', content.visitorMunicipalityCode ?? ''],
  ]
}

/** What was sent, with the moment that stands there when its boxes were left alone: they hold no seconds, and no summer time. */
export function keepMoment(fields: FormFields, stored: StoredContact): FormFields {
  const boxes = ['day.day', 'day.month', 'day.year', 'time']
  const shown = new FormFields(fieldsOf(stored))
  if (boxes.some((name) => fields.text(name) !== shown.text(name))) return fields
  return new FormFields([
    ...fields.entries().filter(([name]) => name !== 'occurred-at' && !boxes.includes(name)),
    ['occurred-at', stored.content.occurredAt],
  ])
}
