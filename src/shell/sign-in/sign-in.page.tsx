import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ErrorSummary } from '../../design-system/error-summary/error-summary.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { KeptForm } from './kept-form.ts'

export interface DemoAccount {
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly organisation: string
}

export interface SignInPage {
  readonly t: Translate
  readonly email: string
  /** Where to go after signing in. */
  readonly next: string
  /** A form that could not be saved because the session had run out. */
  readonly kept: KeptForm | undefined
  readonly errors: readonly { readonly id?: string; readonly message: string }[]
  readonly demoAccounts: readonly DemoAccount[]
}

export function signInPage({ t, email, next, kept, errors, demoAccounts }: SignInPage): Page {
  const errorOf = (id: string): string | undefined => errors.find((error) => error.id === id)?.message
  const title = t('sign-in.title')
  const carried = (
    <>
      <input type="hidden" name="verder" value={next} />
      {kept && <input type="hidden" name="bewaard" value={JSON.stringify(kept)} />}
    </>
  )
  return {
    title: errors.length > 0 ? t('shell.error-prefix', { title }) : title,
    main: (
      <Stack gap="lg">
        <Stack>
          {errors.length > 0 && (
            <ErrorSummary title={t('shell.errors-title', { count: errors.length })} errors={errors} />
          )}
          <Heading level={1}>{title}</Heading>
          {kept && (
            <Alert kind="info">
              <p>{t('sign-in.kept')}</p>
            </Alert>
          )}
          <form method="post" action="/inloggen" novalidate>
            <Stack>
              {carried}
              <FormField id="email" label={t('sign-in.email')} error={errorOf('email')} required>
                <TextInput name="email" type="email" value={email} autocomplete="username" />
              </FormField>
              <FormField id="password" label={t('sign-in.password')} error={errorOf('password')} required>
                <TextInput name="password" type="password" autocomplete="current-password" />
              </FormField>
              <div>
                <Button type="submit" variant="primary">
                  {t('sign-in.submit')}
                </Button>
              </div>
            </Stack>
          </form>
          <Paragraph subtle>{t('sign-in.forgotten')}</Paragraph>
        </Stack>
        {demoAccounts.length > 0 && (
          <Stack>
            <Heading level={2}>{t('sign-in.demo-title')}</Heading>
            <Paragraph>{t('sign-in.demo-lead')}</Paragraph>
            <form method="post" action="/inloggen/oefenen">
              <Stack gap="sm">
                {carried}
                {demoAccounts.map((account) => (
                  <div>
                    <Button type="submit" name="account" value={account.accountId}>
                      {account.name}, {account.role} ({account.organisation})
                    </Button>
                  </div>
                ))}
              </Stack>
            </form>
          </Stack>
        )}
      </Stack>
    ),
  }
}

/** After signing in again: the form that was kept, one press away from being saved. */
export function resumePage({ t, kept }: { t: Translate; kept: KeptForm }): Page {
  return {
    title: t('sign-in.resume.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('sign-in.resume.title')}</Heading>
        <Paragraph>{t('sign-in.resume.lead')}</Paragraph>
        <form method="post" action={kept.action}>
          {kept.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" variant="primary">
            {t('sign-in.resume.submit')}
          </Button>
        </form>
      </Stack>
    ),
  }
}
