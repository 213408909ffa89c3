import { renderSVG } from 'uqr'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Leaflet } from '../../../design-system/leaflet/leaflet.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { ownNames, type PublicVoice, publicLanguages } from '../../../platform/i18n/public-language.ts'
import { listLanguage, topicLabelFor } from '../../lists/public.ts'
import { consentLines, type PassedPart } from '../consent-text.ts'
import { referAddress } from '../referring-desk.ts'
import type { ReferralPage } from '../send-referral/send-referral.page.tsx'
import { SlipMade } from '../slip-made.page.tsx'

export interface ConsentPage extends ReferralPage {
  readonly passed: readonly PassedPart[]
  /** In which the visitor reads it. */
  readonly voice: PublicVoice
  /** The last day on which it holds. */
  readonly validUntil: string
  readonly today: string
  readonly origin: string
  readonly sendsMail: boolean
  /** The visitor gave an e-mail address. */
  readonly mailable: boolean
  /** The text alone, to print and sign. */
  readonly onPaper: boolean
}

/** What was typed, carried along to the next page. */
const carried = ['key', 'way', 'place', 'name', 'contact'] as const

/**
 * What the visitor agrees to, in his own language, on this screen or on a sheet to sign. Who passes nothing on is not asked.
 */
export function askConsentPage(page: ConsentPage): Page {
  const { t, passed, errors, onPaper } = page
  const title = t(passed.length > 0 ? 'referrals.consent.title' : 'referrals.consent.nothing-title')
  return {
    title,
    errors,
    ...(onPaper && { script: 'print-leaflet.js' }),
    main: onPaper ? (
      <Stack gap="lg">
        <Sheet page={page} />
        <div class="balie-no-print">
          <ConsentForm page={page} back="next" />
        </div>
      </Stack>
    ) : (
      <Stack gap="lg">
        <Breadcrumb
          label={t('referrals.breadcrumb')}
          items={[{ href: referAddress, label: t('referrals.propose.title') }]}
        />
        <Heading level={1}>{title}</Heading>
        {passed.length > 0 ? (
          <>
            <Paragraph>{t('referrals.consent.lead')}</Paragraph>
            <Text page={page} />
          </>
        ) : (
          <Paragraph>{t('referrals.consent.nothing')}</Paragraph>
        )}
        <ConsentForm page={page} />
      </Stack>
    ),
  }
}

function Text({ page }: { page: ConsentPage }) {
  const { voice, offer, topic, passed, validUntil } = page
  const { language } = voice
  const about =
    topic && topicLabelFor({ code: topic.code, label: topic.labels[listLanguage(language)] }, language)
  const facts = { partner: offer.partner.name, passed, topic: about, validUntil }
  return (
    <div lang={voice.language} dir={voice.direction}>
      <Stack gap="sm">
        <Heading level={2}>{voice.t('visit.consent.title')}</Heading>
        {consentLines(voice, facts).map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
      </Stack>
    </div>
  )
}

/** The same text on paper, with a line for a name or a signature: nothing of the visitor is printed on it. */
function Sheet({ page }: { page: ConsentPage }) {
  const { t, voice, desk, today, origin } = page
  const address = `${origin}${voice.link('/mijn-doorverwijzing')}`
  return (
    <Leaflet
      hint={t('referrals.print-hint')}
      print={t('referrals.print')}
      asOf={<SlipMade voice={voice} today={today} deskName={desk.name} />}
      code={renderSVG(address, { border: 2, ecc: 'M' })}
      codeLabel={t('referrals.slip.code-label')}
      address={address.replace(/^https?:\/\//, '')}
    >
      <Heading level={1}>{desk.name}</Heading>
      <Text page={page} />
      <div lang={voice.language} dir={voice.direction}>
        <Stack gap="lg">
          <Paragraph>{voice.t('visit.consent.yes')}</Paragraph>
          <Paragraph>{voice.t('visit.consent.paper-name')}: ____________________________</Paragraph>
          <Paragraph>{voice.t('visit.consent.paper-day')}: ____________________________</Paragraph>
        </Stack>
      </div>
    </Leaflet>
  )
}

function ConsentForm({ page, back }: { page: ConsentPage; back?: 'next' }) {
  const { t, offer, desk, topic, followed, form, errors, passed, voice, sendsMail, mailable } = page
  return (
    <Form action={`${referAddress}/${offer.service.id}`} label={t('referrals.consent.title')}>
      {carried.map((name) => (
        <input type="hidden" name={name} value={form.text(name)} />
      ))}
      <input type="hidden" name="desk" value={desk.id} />
      <input type="hidden" name="topic" value={topic?.code ?? ''} />
      {followed && <input type="hidden" name="follows" value={followed.id} />}
      {back ? (
        <>
          <input type="hidden" name="language" value={voice.language} />
          <div>
            <Button type="submit" name="action" value="next">
              {t('referrals.consent.back-to')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <FormField id="language" label={t('referrals.consent.language')}>
            <Select
              name="language"
              value={voice.language}
              options={publicLanguages.map((value) => ({ value, label: ownNames[value] }))}
            />
          </FormField>
          <ButtonGroup>
            <Button type="submit" name="action" value="next">
              {t('referrals.consent.in-language')}
            </Button>
            {passed.length > 0 && (
              <Button type="submit" name="action" value="paper">
                {t('referrals.consent.paper')}
              </Button>
            )}
          </ButtonGroup>
          {passed.length > 0 && (
            <RadioGroup
              id="consent"
              name="consent"
              legend={t('referrals.consent.said')}
              value={form.text('consent')}
              error={errorAt(errors, 'consent')}
              required
              options={(['screen', 'paper'] as const).map((value) => ({
                value,
                label: t(`referrals.consent.said.${value}`),
              }))}
            />
          )}
          {mailable && sendsMail && (
            <CheckboxGroup
              id="mail-slip"
              name="mail-slip"
              legend={t('referrals.consent.slip')}
              values={form.all('mail-slip')}
              options={[{ value: 'yes', label: t('referrals.consent.mail-slip') }]}
            />
          )}
          <ButtonGroup>
            <Button type="submit" variant="primary" name="action" value="send">
              {t('referrals.consent.send')}
            </Button>
            <Button type="submit" variant="subtle" name="action" value="back">
              {t('referrals.consent.change')}
            </Button>
          </ButtonGroup>
        </>
      )}
    </Form>
  )
}
