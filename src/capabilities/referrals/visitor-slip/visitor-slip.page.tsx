import { renderSVG } from 'uqr'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Leaflet } from '../../../design-system/leaflet/leaflet.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import type { AgreementWay, ServiceOffer } from '../../directory/public.ts'
import { whenText } from '../appointment-words.ts'
import { referAddress, referralsAddress } from '../referring-desk.ts'
import { type LeafletLine, LeafletLines, leafletLines } from '../service-leaflet.page.tsx'
import { SlipMade } from '../slip-made.page.tsx'

interface Slip {
  readonly t: Translate
  /** In which the visitor reads it. */
  readonly voice: PublicVoice
  readonly id: string
  /** By which both sides speak of it. */
  readonly code: string
  /** By which the visitor sees it, and stops it. */
  readonly visitorCode: string
  readonly offer: ServiceOffer
  readonly desk: Desk
  readonly way: AgreementWay
  readonly appointmentAt: Instant | undefined
  /** Where the consultation hour is held: one of our desks, not the partner's own address. */
  readonly at: { readonly name: string; readonly address: string } | undefined
  /** The partner can reach the visitor. */
  readonly hasContact: boolean
  /** What the drawn code leads to. */
  readonly address: string
  /** Where the code can be typed. */
  readonly shortAddress: string
  readonly today: string
  readonly mailed: boolean
}

/** What the visitor takes along: where to, what happens next, both codes, and how to stop it. Shown once, after it was sent. */
export function slipPage(slip: Slip): Page {
  const { t, voice, id, offer, desk, today } = slip
  const { partner, service } = offer
  return {
    title: t('referrals.slip.title'),
    script: 'print-leaflet.js',
    main: (
      <Stack gap="lg">
        <div class="balie-no-print">
          <Stack>
            <Alert kind="ok" role="status">
              <p>{t('referrals.slip.sent', { partner: partner.name, code: unbrokenCode(slip.code) })}</p>
              {slip.way === 'phone' && <p>{t('referrals.slip.call')}</p>}
              {slip.mailed && <p>{t('referrals.slip.mailed')}</p>}
            </Alert>
            <Paragraph>{t('referrals.slip.lead')}</Paragraph>
            <ButtonGroup>
              <Button href={`${referralsAddress}/${id}`}>{t('referrals.slip.follow')}</Button>
              <Button href={referAddress}>{t('referrals.slip.another')}</Button>
            </ButtonGroup>
          </Stack>
        </div>
        <Leaflet
          hint={t('referrals.print-hint')}
          print={t('referrals.print')}
          asOf={<SlipMade voice={voice} today={today} deskName={desk.name} />}
          code={renderSVG(slip.address, { border: 2, ecc: 'M' })}
          codeLabel={t('referrals.slip.code-label')}
          address={slip.shortAddress.replace(/^https?:\/\//, '')}
        >
          <div lang={voice.language} dir={voice.direction}>
            <Stack gap="sm">
              <Heading level={1}>{voice.t('visit.referral.to', { partner: partner.name })}</Heading>
              {service.name !== partner.name && (
                <Paragraph>
                  <bdi lang="nl">{service.name}</bdi>
                </Paragraph>
              )}
              <Paragraph lead>{nextWords(slip)}</Paragraph>
              <Heading level={2}>{voice.t('visit.referral.reference', { partner: partner.name })}</Heading>
              <Paragraph lead>
                <bdi>{slip.code}</bdi>
              </Paragraph>
              <Heading level={2}>{voice.t('visit.referral.own-code')}</Heading>
              <Paragraph lead>
                <bdi>{slip.visitorCode}</bdi>
              </Paragraph>
              <Paragraph>{voice.t('visit.referral.own-code-hint')}</Paragraph>
              <LeafletLines lines={linesOf(slip)} />
            </Stack>
          </div>
        </Leaflet>
      </Stack>
    ),
  }
}

/** A code that does not break at the end of a line. */
const unbrokenCode = (code: string): string => code.replace('-', '\u2011')

/** Where to and what to bring; for a consultation hour the place and time are those of the appointment. */
function linesOf({ voice, offer, at, today }: Slip): LeafletLine[] {
  const lines = leafletLines(offer, voice, today)
  if (!at) return lines
  const ofPartner = (['where', 'map', 'hours'] as const).map((key) => voice.t(`visit.referral.${key}`))
  return [
    { label: voice.t('visit.referral.where'), texts: [at.name, at.address].filter(Boolean) },
    ...lines.filter(({ label }) => !ofPartner.includes(label)),
  ]
}

/** What happens next, in one sentence. */
function nextWords({ voice, offer, way, appointmentAt, hasContact }: Slip): string {
  const { t } = voice
  const partner = offer.partner.name
  if (appointmentAt) {
    return t('visit.referral.next.appointment', { when: whenText(appointmentAt, voice) })
  }
  if (way === 'walk-in') return t('visit.referral.next.walk-in')
  return hasContact ? t('visit.referral.next.they-call', { partner }) : t('visit.referral.next.you-call')
}
