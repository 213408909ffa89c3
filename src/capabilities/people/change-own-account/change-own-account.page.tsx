import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { shortestPassword } from '../../../platform/auth/password.ts'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { type Language, languages, type Translate } from '../../../platform/i18n/translate.ts'

export function ownAccountPage({
  t,
  account,
  errors,
  saved,
}: {
  t: Translate
  account: { readonly name: string; readonly email: string; readonly language: Language }
  errors: readonly FormError[]
  saved: boolean
}): Page {
  return {
    title: t('people.own.title'),
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          {saved && (
            <Alert kind="ok">
              <p>{t('shell.saved')}</p>
            </Alert>
          )}
          <Heading level={1}>{t('people.own.title')}</Heading>
          <Paragraph>
            {account.name}, {account.email}
          </Paragraph>
          <Paragraph subtle>{t('people.own.others')}</Paragraph>
        </Stack>
        <Stack>
          <Heading level={2}>{t('people.password')}</Heading>
          <Paragraph>{t('people.own.password-lead')}</Paragraph>
          <Form action="/mijn-account/wachtwoord">
            <FormField
              id="current"
              label={t('people.own.current')}
              error={errorAt(errors, 'current')}
              required
            >
              <TextInput name="current" type="password" autocomplete="current-password" />
            </FormField>
            <FormField
              id="password"
              label={t('people.own.new')}
              description={t('people.own.new-hint', { shortest: shortestPassword })}
              error={errorAt(errors, 'password')}
              required
            >
              <TextInput name="password" type="password" autocomplete="new-password" />
            </FormField>
            <FormField
              id="repeated"
              label={t('people.own.repeated')}
              error={errorAt(errors, 'repeated')}
              required
            >
              <TextInput name="repeated" type="password" autocomplete="new-password" />
            </FormField>
            <div>
              <Button type="submit" variant="primary">
                {t('people.own.submit-password')}
              </Button>
            </div>
          </Form>
        </Stack>
        <Stack>
          <Heading level={2}>{t('people.language')}</Heading>
          <Form action="/mijn-account/taal">
            <RadioGroup
              id="language"
              name="language"
              legend={t('people.own.language')}
              error={errorAt(errors, 'language')}
              options={languages.map((language) => ({
                value: language,
                label: <span lang={language}>{t(`people.language.${language}`)}</span>,
              }))}
              value={account.language}
              layout="row"
            />
            <div>
              <Button type="submit">{t('people.own.submit-language')}</Button>
            </div>
          </Form>
        </Stack>
      </Stack>
    ),
  }
}
