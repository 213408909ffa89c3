import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { deskPath, type ShownDesk } from '../../desks/public.ts'
import { whenText } from '../appointment-words.ts'
import { OtherWays } from '../book-alone/book-alone.page.tsx'
import { suitings } from '../call-time.ts'
import { Slip, SlipTools, visitorToolWords } from '../slip.page.tsx'

interface CallBackPage {
  readonly voice: PublicVoice
  readonly shown: ShownDesk
}

const faceOf = ({ voice: { t, language }, shown: { desk } }: CallBackPage, path: string | undefined) => ({
  language,
  path,
  description: t('visit.call-back.page-title', { desk: desk.name }),
  unlisted: true,
})

/** The number, the subject, and when it suits. */
export function askCallBackPage({
  form,
  errors,
  topics,
  offered,
  ...page
}: CallBackPage & {
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly topics: readonly { readonly code: string; readonly label: string }[]
  readonly offered: boolean
}): Page {
  const { voice, shown } = page
  const { t, link } = voice
  const path = `${deskPath(shown.desk)}/bel-mij-terug`
  const optional = t('visit.booking.optional')
  return {
    title: t('visit.call-back.page-title', { desk: shown.desk.name }),
    errors,
    forPublic: faceOf(page, errors.length > 0 ? undefined : path),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('visit.call-back.title')}</Heading>
          <Paragraph>
            <bdi lang="nl">{shown.desk.name}</bdi>
          </Paragraph>
          {offered && <Paragraph lead>{t('visit.call-back.lead')}</Paragraph>}
        </Stack>
        {!offered && <OtherWays {...page} text={t('visit.call-back.not-offered')} />}
        {offered && (
          <Form action={link(path)}>
            <input type="hidden" name="key" value={form.text('key')} />
            <FormField id="contact" label={t('visit.call-back.phone')} error={errorAt(errors, 'contact')}>
              <TextInput
                name="contact"
                type="tel"
                value={form.text('contact')}
                autocomplete="tel"
                maxlength={40}
              />
            </FormField>
            <FormField id="topic" label={t('visit.booking.topic')} optional={optional}>
              <Select
                name="topic"
                value={form.text('topic')}
                options={[
                  { value: '', label: t('visit.booking.topic-unknown') },
                  ...topics.map(({ code, label }) => ({ value: code, label })),
                ]}
              />
            </FormField>
            <RadioGroup
              id="suits"
              name="suits"
              legend={t('visit.call-back.suits')}
              value={form.text('suits') || 'any'}
              options={suitings.map((value) => ({ value, label: t(`visit.call-back.suits.${value}`) }))}
            />
            <FormField
              id="name"
              label={t('visit.booking.name')}
              optional={optional}
              error={errorAt(errors, 'name')}
            >
              <TextInput name="name" value={form.text('name')} autocomplete="name" maxlength={80} />
            </FormField>
            <Paragraph>{t('visit.call-back.kept')}</Paragraph>
            <Row>
              <Button type="submit" variant="primary">
                {t('visit.call-back.submit')}
              </Button>
            </Row>
          </Form>
        )}
        <p class="nl-paragraph">
          <Link href={link(deskPath(shown.desk))}>{t('visit.booking.desk')}</Link>
        </p>
      </Stack>
    ),
  }
}

/** That one will be called, when, and how to take it back. */
export function callBackMadePage({
  code,
  plannedAt,
  host,
  ...page
}: CallBackPage & {
  readonly code: string
  readonly plannedAt: Instant | undefined
  readonly host: string
}): Page {
  const { voice } = page
  const { t } = voice
  return {
    title: t('visit.call-back.made-title'),
    script: 'print-leaflet.js',
    forPublic: faceOf(page, undefined),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('visit.call-back.made-title')}</Heading>
        <Paragraph lead>
          {plannedAt
            ? t('visit.call-back.planned', { when: whenText(plannedAt, voice) })
            : t('visit.call-back.unplanned')}
        </Paragraph>
        <Slip voice={voice} code={code} hint={t('visit.call-back.code-hint')} host={host} />
        <SlipTools words={visitorToolWords(voice)} code={code} />
      </Stack>
    ),
  }
}
