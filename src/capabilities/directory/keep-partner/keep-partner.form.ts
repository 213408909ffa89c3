import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { emailOrNull, lineField, lineOrNull, phoneOrNull, textField, websiteOrNull } from '../entry-fields.ts'
import { type Partner, type PartnerFacts, partnerKinds } from '../partner.ts'

/** @param keepers who can be said to keep it, beside nobody */
export const partnerForm = (keepers: readonly string[], organisations: readonly string[]) =>
  z
    .object({
      kind: z.enum(partnerKinds, 'directory.error.kind' satisfies MessageKey),
      name: lineField('directory.error.name'),
      'short-name': lineOrNull,
      description: textField,
      website: websiteOrNull,
      email: emailOrNull,
      phone: phoneOrNull,
      keeper: z.string().transform((id) => (keepers.includes(id) ? id : null)),
      organisation: z.string().transform((id) => (organisations.includes(id) ? id : null)),
      review: dayField('directory.error.day'),
    })
    .transform(
      ({ 'short-name': shortName, keeper, organisation, review, ...rest }): PartnerFacts => ({
        ...rest,
        shortName,
        keeperAccountId: keeper,
        organisationId: organisation,
        reviewOn: review,
      }),
    )

export const partnerSent = (form: FormFields) => ({
  kind: form.text('kind'),
  name: form.text('name'),
  'short-name': form.text('short-name'),
  description: form.text('description'),
  website: form.text('website'),
  email: form.text('email'),
  phone: form.text('phone'),
  keeper: isId(form.text('keeper')) ? form.text('keeper') : '',
  organisation: isId(form.text('organisation')) ? form.text('organisation') : '',
  review: daySent(form, 'review'),
})

/** An organisation as the form shows it. */
export const partnerFields = (partner: Partner): FormFields =>
  new FormFields([
    ['kind', partner.kind],
    ['name', partner.name],
    ['short-name', partner.shortName ?? ''],
    ['description', partner.description],
    ['website', partner.website ?? ''],
    ['email', partner.email ?? ''],
    ['phone', partner.phone ?? ''],
    ['keeper', partner.keeperAccountId ?? ''],
    ['organisation', partner.organisationId ?? ''],
    ...dayFields('review', partner.reviewOn),
    ['version', String(partner.version)],
  ])
