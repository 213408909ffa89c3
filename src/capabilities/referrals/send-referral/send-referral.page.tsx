import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { ownNames, publicLanguages } from '../../../platform/i18n/public-language.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, instantAt, localTime } from '../../../platform/time/local-time.ts'
import { type AgreementWay, reachOf } from '../../directory/public.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import type { PreparedReferral } from '../prepare-referral/prepare-referral.query.ts'
import { addressWith, referAddress } from '../referring-desk.ts'
import { slotValue } from '../slot-value.ts'
import type { FreeSlot } from '../slots.ts'
import { waysFor } from './send-referral.form.ts'

/** As many places as one reads through with a visitor waiting. */
const mostPlaces = 12

export interface ReferralPage extends PreparedReferral {
  readonly t: Translate
  readonly language: Language
  /** The free places in the partner's consultation hour. */
  readonly places: readonly FreeSlot[]
  /** Where that is held; undefined without places. */
  readonly consultationAt: { readonly name: string } | undefined
  /** The referral that this one follows. */
  readonly followed: Referral | undefined
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

export function sendReferralPage(page: ReferralPage): Page {
  const { t, offer, desk, topic, followed, form, errors, places } = page
  return {
    title: t('referrals.send.title', { name: offer.service.name }),
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('referrals.breadcrumb')}
            items={[
              {
                href: addressWith(referAddress, {
                  informatiepunt: desk.id,
                  onderwerp: topic?.code,
                  vervolg: followed?.id,
                }),
                label: t('referrals.propose.title'),
              },
            ]}
          />
          <Heading level={1}>{t('referrals.send.title', { name: offer.service.name })}</Heading>
          <Agreed page={page} />
        </Stack>
        <Form action={`${referAddress}/${offer.service.id}`} label={t('referrals.propose.title')}>
          <input type="hidden" name="key" value={form.text('key')} />
          <input type="hidden" name="desk" value={desk.id} />
          <input type="hidden" name="topic" value={topic?.code ?? ''} />
          {followed && <input type="hidden" name="follows" value={followed.id} />}
          <RadioGroup
            id="way"
            name="way"
            legend={t('referrals.send.way')}
            value={form.text('way')}
            error={errorAt(errors, 'way')}
            required
            options={waysFor(places).map((way) => ({ value: way, label: wayLabel(page, way) }))}
          />
          {places.length > 0 && (
            <FormField
              id="place"
              label={t('referrals.send.place')}
              description={t('referrals.send.place-hint')}
              error={errorAt(errors, 'place')}
            >
              <Select name="place" value={form.text('place')} options={placeOptions(page)} />
            </FormField>
          )}
          <Heading level={2}>{t('referrals.send.visitor')}</Heading>
          <Paragraph>{t('referrals.send.visitor-lead')}</Paragraph>
          <FormField
            id="name"
            label={t('referrals.send.name')}
            description={t('referrals.send.name-hint')}
            optional={t('referrals.optional')}
            error={errorAt(errors, 'name')}
          >
            <TextInput name="name" value={form.text('name')} autocomplete="off" />
          </FormField>
          <FormField
            id="contact"
            label={t('referrals.send.contact')}
            description={t('referrals.send.contact-hint')}
            optional={t('referrals.optional')}
            error={errorAt(errors, 'contact')}
          >
            <TextInput name="contact" value={form.text('contact')} autocomplete="off" />
          </FormField>
          <FormField id="language" label={t('referrals.send.language')}>
            <Select
              name="language"
              value={form.text('language')}
              options={publicLanguages.map((value) => ({ value, label: ownNames[value] }))}
            />
          </FormField>
          <div>
            <Button type="submit" variant="primary" name="action" value="next">
              {t('referrals.send.next')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}

/** What was agreed with the partner, before anything is typed. */
function Agreed({ page: { t, language, offer } }: { page: ReferralPage }) {
  const { agreement, partner, service, contactPerson } = offer
  const { phone } = reachOf(offer)
  const facts = [
    { term: t('referrals.send.partner'), description: partner.name },
    ...(agreement?.whenToRefer
      ? [{ term: t('referrals.send.when'), description: agreement.whenToRefer }]
      : []),
    ...(agreement?.how ? [{ term: t('referrals.send.how'), description: agreement.how }] : []),
    ...(contactPerson
      ? [
          {
            term: t('referrals.send.contact-person'),
            description: [contactPerson.name, contactPerson.phone].filter(Boolean).join(', '),
          },
        ]
      : []),
    ...(phone ? [{ term: t('referrals.send.phone'), description: phone }] : []),
  ]
  return (
    <>
      {service.capacity === 'full' && service.capacityOn !== null && (
        <Alert kind="warning">
          <p>{t('referrals.send.full', { day: dayInWords(service.capacityOn, language, 'date') })}</p>
        </Alert>
      )}
      <DescriptionList items={facts} />
    </>
  )
}

/** A consultation hour is at a desk, perhaps another than this one: the visitor wants to know where. */
const wayLabel = ({ t, consultationAt }: ReferralPage, way: AgreementWay): string =>
  way === 'consultation-hour' && consultationAt
    ? t('referrals.propose.consultation-at', { desk: consultationAt.name })
    : t(`referrals.way.${way}`)

const placeOptions = ({ places, language }: ReferralPage) =>
  places.slice(0, mostPlaces).map((slot) => ({
    value: slotValue(slot),
    label: `${dayInWords(slot.day, language, 'without-year')}, ${localTime(instantAt(slot.start))}`,
  }))
