import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { entryItems } from '../entry-items.ts'
import type { Entry } from '../read-entry/read-entry.query.ts'
import { type LinkAnswer, linkPath } from '../upkeep.ts'

const face = (description: string) => ({
  forPublic: { language: 'nl' as const, path: undefined, description, unlisted: true },
})

/** What stands in the directory about an organisation, for somebody of it who came by a link: right, or what is different. */
export function entryByLinkPage({
  t,
  entry,
  token,
  form,
  errors,
  opensForm,
  today,
}: {
  readonly t: Translate
  readonly today: string
  readonly entry: Entry
  readonly token: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly opensForm: boolean
}): Page {
  const title = t('upkeep.link.title', { name: entry.name })
  const address = `${linkPath}/${token}`
  return {
    title,
    errors,
    ...face(t('upkeep.link.lead')),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Paragraph>{t('upkeep.link.lead')}</Paragraph>
          <DescriptionList items={entryItems(entry, { t, language: 'nl', today })} />
          <Form action={address}>
            <Row>
              <Button type="submit" variant="primary" name="antwoord" value="right" icon="check">
                {t('upkeep.link.right')}
              </Button>
            </Row>
          </Form>
        </Stack>
        <Details summary={t('upkeep.link.changed')} open={opensForm}>
          <Form
            action={address}
            label={t('upkeep.link.changed')}
            onEnter={{ name: 'antwoord', value: 'changed' }}
          >
            <Paragraph>{t('upkeep.link.changed-lead')}</Paragraph>
            <FormField id="telefoon" label={t('upkeep.field.phone')} error={errorAt(errors, 'telefoon')}>
              <TextInput name="telefoon" type="tel" value={form.text('telefoon')} />
            </FormField>
            <FormField id="adres" label={t('upkeep.field.address')} error={errorAt(errors, 'adres')}>
              <TextInput name="adres" value={form.text('adres')} />
            </FormField>
            <FormField
              id="tijden"
              label={t('upkeep.field.hours')}
              description={t('upkeep.link.hours-hint')}
              error={errorAt(errors, 'tijden')}
            >
              <Textarea name="tijden" value={form.text('tijden')} />
            </FormField>
            <FormField
              id="omschrijving"
              label={t('upkeep.field.description')}
              description={t('upkeep.link.description-hint')}
              error={errorAt(errors, 'omschrijving')}
            >
              <Textarea name="omschrijving" value={form.text('omschrijving')} rows={5} />
            </FormField>
            <Row>
              <Button type="submit" name="antwoord" value="changed">
                {t('upkeep.link.send')}
              </Button>
            </Row>
          </Form>
        </Details>
        <Details summary={t('upkeep.link.leave')}>
          <Form action={address} label={t('upkeep.link.leave')}>
            <Paragraph>{t('upkeep.link.leave-lead')}</Paragraph>
            <Row>
              <Button type="submit" variant="danger" name="antwoord" value="gone">
                {t('upkeep.link.gone')}
              </Button>
              <Button type="submit" variant="danger" name="antwoord" value="unwanted">
                {t('upkeep.link.unwanted')}
              </Button>
            </Row>
          </Form>
        </Details>
      </Stack>
    ),
  }
}

/** After an answer: what happens now, and the way back for who pressed too fast. */
export function thanksPage({
  t,
  entry,
  done,
  token,
}: {
  readonly t: Translate
  readonly entry: Entry
  readonly done: LinkAnswer
  readonly token: string
}): Page {
  const title = t('upkeep.thanks.title')
  return {
    title,
    ...face(title),
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Alert kind="ok">
          <p>{t(`upkeep.thanks.${done}`, { name: entry.name })}</p>
        </Alert>
        <Paragraph>
          <Link href={`${linkPath}/${token}`}>{t('upkeep.thanks.again')}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

/** For a link that opens nothing, whatever the reason: ask for a new one by mail. */
export function askNewLinkPage({
  t,
  form,
  errors,
  sent,
}: {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly sent: boolean
}): Page {
  const title = t(sent ? 'upkeep.new-link.sent-title' : 'upkeep.new-link.title')
  return {
    title,
    errors,
    ...face(title),
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t(sent ? 'upkeep.new-link.sent' : 'upkeep.new-link.lead')}</Paragraph>
        {!sent && (
          <Form action={linkPath}>
            <FormField
              id="email"
              label={t('upkeep.new-link.email')}
              description={t('upkeep.new-link.email-hint')}
              error={errorAt(errors, 'email')}
            >
              <TextInput name="email" type="email" autocomplete="email" value={form.text('email')} />
            </FormField>
            <Row>
              <Button type="submit" variant="primary">
                {t('upkeep.new-link.ask')}
              </Button>
            </Row>
          </Form>
        )}
      </Stack>
    ),
  }
}
