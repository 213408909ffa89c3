import { z } from 'zod'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { type MapPoint, readPoint, writePoint } from '../../desks/public.ts'
import {
  hoursField,
  hoursNote,
  lineOrNull,
  postcodeOrNull,
  textField,
  yesNoField,
  yesNoOrUnknown,
} from '../entry-fields.ts'
import type { LocationFacts, PartnerLocation } from '../partner.ts'
import type { ServiceHours } from '../service-hours.ts'

export const locationForm = z
  .object({
    name: lineOrNull,
    street: lineOrNull,
    'house-number': lineOrNull,
    postcode: postcodeOrNull,
    town: lineOrNull,
    point: z.string().transform((text, context): MapPoint | null => {
      if (text === '') return null
      const point = readPoint(text)
      if (typeof point !== 'string') return point
      context.addIssue({ code: 'custom', message: 'directory.error.point' satisfies MessageKey })
      return z.NEVER
    }),
    'step-free': yesNoOrUnknown,
    note: textField,
  })
  .refine(({ street, postcode, town, point }) => Boolean(street || postcode || town || point), {
    path: ['street'],
    error: 'directory.error.address' satisfies MessageKey,
  })
  .transform(
    ({
      name,
      'house-number': houseNumber,
      'step-free': stepFree,
      point,
      ...rest
    }): { facts: LocationFacts; point: MapPoint | null } => ({
      facts: { ...rest, name: name ?? '', houseNumber, stepFree, municipalityCode: null },
      point,
    }),
  )

export const locationSent = (form: FormFields) => ({
  name: form.text('name'),
  street: form.text('street'),
  'house-number': form.text('house-number'),
  postcode: form.text('postcode'),
  town: form.text('town'),
  point: form.text('point'),
  'step-free': form.text('step-free'),
  note: form.text('note'),
})

/**
 * A place as the form shows it.
 * @param isGiven whether somebody pointed at it: a point that follows from the postcode is not shown
 */
export const locationFields = (
  location: PartnerLocation,
  hours: readonly ServiceHours[],
  isGiven: boolean,
): FormFields =>
  new FormFields([
    ['name', location.name],
    ['street', location.street ?? ''],
    ['house-number', location.houseNumber ?? ''],
    ['postcode', location.postcode ?? ''],
    ['town', location.town ?? ''],
    [
      'point',
      isGiven && location.latitude !== null && location.longitude !== null
        ? writePoint({ latitude: location.latitude, longitude: location.longitude })
        : '',
    ],
    ['step-free', yesNoField(location.stepFree)],
    ['note', location.note],
    ['hours', hoursField(hours)],
    ['hours-note', hoursNote(hours)],
    ['version', String(location.version)],
  ])
