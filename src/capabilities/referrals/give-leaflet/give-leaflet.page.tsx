import { renderSVG } from 'uqr'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Leaflet } from '../../../design-system/leaflet/leaflet.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { ownNames, type PublicVoice, publicLanguages } from '../../../platform/i18n/public-language.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Desk } from '../../desks/public.ts'
import type { ServiceOffer } from '../../directory/public.ts'
import { addressWith, referAddress } from '../referring-desk.ts'
import { type LeafletLine, LeafletLines } from '../service-leaflet.page.tsx'
import { SlipMade } from '../slip-made.page.tsx'

interface LeafletPage {
  readonly t: Translate
  /** In which the visitor reads it. */
  readonly voice: PublicVoice
  readonly offer: ServiceOffer
  readonly desk: Desk
  readonly topicCode: string
  readonly today: string
  readonly key: string
  readonly email: string
  readonly sendsMail: boolean
  readonly origin: string
  readonly lines: readonly LeafletLine[]
  readonly problem: string | undefined
  readonly mailed: 'queued' | 'sent-before' | undefined
}

/** One sheet about a service to give away; above it another language, and sending it by mail. */
export function giveLeafletPage(page: LeafletPage): Page {
  const { t, voice, offer, desk, topicCode, today, origin, problem, mailed } = page
  const { service, partner } = offer
  const address = `${origin}${voice.link(`/sociale-kaart/${service.id}`)}`
  return {
    title: t('referrals.leaflet.title', { name: service.name }),
    script: 'print-leaflet.js',
    errors: problem ? [{ id: 'email', message: problem }] : [],
    main: (
      <Stack gap="lg">
        <div class="balie-no-print">
          <Stack>
            {mailed && (
              <Alert kind={mailed === 'queued' ? 'ok' : 'info'} role="status">
                <p>{t(`referrals.leaflet.${mailed}`)}</p>
              </Alert>
            )}
            <Link
              href={addressWith(referAddress, { informatiepunt: desk.id, onderwerp: topicCode || undefined })}
            >
              {t('referrals.leaflet.back')}
            </Link>
            <Choices page={page} />
          </Stack>
        </div>
        <Leaflet
          hint={t('referrals.print-hint')}
          print={t('referrals.print')}
          asOf={<SlipMade voice={voice} today={today} deskName={desk.name} />}
          code={renderSVG(address, { border: 2, ecc: 'M' })}
          codeLabel={service.name}
          address={address.replace(/^https?:\/\//, '')}
        >
          <div lang={voice.language} dir={voice.direction}>
            <Stack gap="sm">
              <Heading level={1}>{voice.t('visit.referral.leaflet-title')}</Heading>
              <Heading level={2}>
                <bdi lang="nl">{service.name}</bdi>
              </Heading>
              {partner.name !== service.name && (
                <Paragraph>
                  <bdi lang="nl">{partner.name}</bdi>
                </Paragraph>
              )}
              <LeafletLines lines={page.lines} />
            </Stack>
          </div>
        </Leaflet>
      </Stack>
    ),
  }
}

function Choices({
  page: { t, voice, offer, desk, topicCode, key, email, sendsMail, problem },
}: {
  page: LeafletPage
}) {
  return (
    <Form action={`${referAddress}/${offer.service.id}/folder/mailen`} label={t('referrals.leaflet.send')}>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="desk" value={desk.id} />
      <input type="hidden" name="topic" value={topicCode} />
      <FormField id="language" label={t('referrals.leaflet.language')}>
        <Select
          name="language"
          value={voice.language}
          options={publicLanguages.map((value) => ({ value, label: ownNames[value] }))}
        />
      </FormField>
      {sendsMail && (
        <FormField
          id="email"
          label={t('referrals.leaflet.email')}
          description={t('referrals.leaflet.email-hint')}
          error={problem}
        >
          <TextInput name="email" type="email" value={email} autocomplete="off" />
        </FormField>
      )}
      <ButtonGroup>
        <Button type="submit" name="action" value="show">
          {t('referrals.leaflet.show')}
        </Button>
        {sendsMail && (
          <Button type="submit" name="action" value="mail">
            {t('referrals.leaflet.mail')}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}
