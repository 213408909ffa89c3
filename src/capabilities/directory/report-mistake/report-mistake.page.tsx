import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { mistakes } from '../upkeep.ts'

export function reportMistakePage({
  voice,
  service,
  form,
  errors,
  sent,
}: {
  readonly voice: PublicVoice
  readonly service: { readonly id: string; readonly name: string; readonly partner: string }
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly sent: boolean
}): Page {
  const { t, language, link } = voice
  const title = t('visit.mistake.title')
  const path = `/sociale-kaart/${service.id}/klopt-niet`
  return {
    title,
    errors,
    forPublic: { language, path, description: t('visit.mistake.lead'), unlisted: true },
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>
          <Link href={link(`/sociale-kaart/${service.id}`)}>{`${service.partner}: ${service.name}`}</Link>
        </Paragraph>
        {sent ? (
          <Alert kind="ok">
            <p>{t('visit.mistake.thanks')}</p>
          </Alert>
        ) : (
          <Form action={link(path)}>
            <Paragraph>{t('visit.mistake.lead')}</Paragraph>
            <RadioGroup
              id="wat"
              name="wat"
              legend={t('visit.mistake.what')}
              error={errorAt(errors, 'wat')}
              value={form.text('wat')}
              options={mistakes.map((each) => ({ value: each, label: t(`visit.mistake.what.${each}`) }))}
            />
            <FormField
              id="tekst"
              label={t('visit.mistake.text')}
              description={t('visit.mistake.text-hint')}
              error={errorAt(errors, 'tekst')}
            >
              <Textarea name="tekst" value={form.text('tekst')} />
            </FormField>
            <div>
              <Button type="submit" variant="primary">
                {t('visit.mistake.send')}
              </Button>
            </div>
          </Form>
        )}
      </Stack>
    ),
  }
}
