import { z } from 'zod'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { deskLanguages } from '../../desks/public.ts'
import {
  emailOrNull,
  hoursField,
  hoursNote,
  lineField,
  phoneOrNull,
  textField,
  websiteOrNull,
  yesNoField,
  yesNoOrUnknown,
} from '../entry-fields.ts'
import { type Service, type ServiceFacts, serviceCapacities, serviceWays, targetGroups } from '../service.ts'

/** What can be chosen, beside the closed lists. */
export interface ServiceCodes {
  readonly topics: readonly string[]
  readonly municipalities: readonly string[]
  readonly locations: readonly string[]
  /** What it has already of words and languages that are in no list of ours, from a feed: these stay. */
  readonly groups: readonly string[]
  readonly languages: readonly string[]
}

const chosenOf = (known: readonly string[]) =>
  z.array(z.string()).transform((chosen) => known.filter((code) => chosen.includes(code)))

const mostDocuments = 20

export const serviceForm = ({ topics, municipalities, locations, groups, languages }: ServiceCodes) =>
  z
    .object({
      name: lineField('directory.error.service-name'),
      description: textField,
      ways: chosenOf(serviceWays),
      'by-appointment': z.boolean(),
      topics: chosenOf(topics),
      groups: chosenOf([...targetGroups, ...groups]),
      languages: chosenOf([...deskLanguages, ...languages]),
      reach: z.enum(['country', 'municipalities'], 'directory.error.reach' satisfies MessageKey),
      area: chosenOf(municipalities),
      free: yesNoOrUnknown,
      cost: textField,
      eligibility: textField,
      documents: textField.transform((text) =>
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .slice(0, mostDocuments),
      ),
      website: websiteOrNull,
      email: emailOrNull,
      phone: phoneOrNull,
      capacity: z.enum(serviceCapacities).catch('unknown'),
      course: z.boolean(),
      active: z.boolean(),
      locations: chosenOf(locations),
    })
    .refine(({ reach, area }) => reach === 'country' || area.length > 0, {
      path: ['area'],
      error: 'directory.error.area' satisfies MessageKey,
    })
    .transform(
      ({
        'by-appointment': byAppointment,
        ways,
        topics: topicCodes,
        groups: forGroups,
        reach,
        area,
        documents,
        course,
        locations: locationIds,
        ...rest
      }): ServiceFacts => ({
        ...rest,
        byAppointment,
        ways: serviceWays.filter((way) => ways.includes(way)),
        topicCodes,
        targetGroups: [...new Set(forGroups)],
        languages: [...new Set(rest.languages)],
        municipalityCodes: reach === 'country' ? [] : area,
        requiredDocuments: documents,
        isCourse: course,
        locationIds,
      }),
    )

export const serviceSent = (form: FormFields) => ({
  name: form.text('name'),
  description: form.text('description'),
  ways: [...form.all('ways')],
  'by-appointment': form.text('by-appointment') === 'yes',
  topics: [...form.all('topics')],
  groups: [...form.all('groups')],
  languages: [...form.all('languages')],
  reach: form.text('reach'),
  area: [...form.all('area')],
  free: form.text('free'),
  cost: form.text('cost'),
  eligibility: form.text('eligibility'),
  documents: form.text('documents'),
  website: form.text('website'),
  email: form.text('email'),
  phone: form.text('phone'),
  capacity: form.text('capacity'),
  course: form.text('course') === 'yes',
  active: form.text('active') !== 'no',
  locations: [...form.all('locations')],
})

/** A service as the form shows it. */
export const serviceFields = (service: Service): FormFields => {
  const each = (name: string, values: readonly string[]) =>
    values.map((value): [string, string] => [name, value])
  return new FormFields([
    ['name', service.name],
    ['description', service.description],
    ...each('ways', service.ways),
    ['by-appointment', service.byAppointment ? 'yes' : ''],
    ...each('topics', service.topicCodes),
    ...each('groups', service.targetGroups),
    ...each('languages', service.languages),
    ['reach', service.municipalityCodes.length === 0 ? 'country' : 'municipalities'],
    ...each('area', service.municipalityCodes),
    ['free', yesNoField(service.free)],
    ['cost', service.cost],
    ['eligibility', service.eligibility],
    ['documents', service.requiredDocuments.join('\n')],
    ['website', service.website ?? ''],
    ['email', service.email ?? ''],
    ['phone', service.phone ?? ''],
    ['capacity', service.capacity],
    ['course', service.isCourse ? 'yes' : ''],
    ['active', service.active ? 'yes' : 'no'],
    ...each('locations', service.locationIds),
    ['hours', hoursField(service.hours)],
    ['hours-note', hoursNote(service.hours)],
    ['version', String(service.version)],
  ])
}
