import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'

/** The only page that ever shows a password, once: only its hash is kept. */
export function startPasswordPage({
  t,
  person,
  password,
}: {
  t: Translate
  person: { readonly id: string; readonly name: string; readonly email: string }
  password: string
}): Page {
  return {
    title: t('people.start-password.title', { name: person.name }),
    main: (
      <Stack>
        <Heading level={1}>{t('people.start-password.title', { name: person.name })}</Heading>
        <Paragraph>{t('people.start-password.lead')}</Paragraph>
        <DescriptionList
          items={[
            { term: t('people.email'), description: person.email },
            { term: t('people.start-password.password'), description: <code>{password}</code> },
          ]}
        />
        <Alert kind="warning">
          <p>{t('people.start-password.once')}</p>
        </Alert>
        <Button href={`/beheer/mensen/${person.id}`} variant="primary">
          {t('people.start-password.done')}
        </Button>
      </Stack>
    ),
  }
}
