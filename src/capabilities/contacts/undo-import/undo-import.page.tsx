import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { HistoryImport } from '../history-import.ts'
import { addressOfImport } from '../import-step.page.tsx'

/** The question before an import is taken back. */
export function undoImportPage({
  t,
  found,
  contacts,
  corrected,
  leaning,
  errors,
}: {
  readonly t: Translate
  readonly found: HistoryImport
  readonly contacts: number
  readonly corrected: number
  /** Later files of which rows were there already, maybe by this one. */
  readonly leaning: readonly HistoryImport[]
  readonly errors: readonly FormError[]
}): Page {
  const title = t('contacts.import.undo.title')
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('contacts.import.file-named', { name: found.fileName })}</Paragraph>
        <Paragraph>{t('contacts.import.undo.lead', { contacts })}</Paragraph>
        {corrected > 0 && <Paragraph>{t('contacts.import.undo.corrected', { corrected })}</Paragraph>}
        {leaning.length > 0 && (
          <Alert kind="warning">
            <p>{t('contacts.import.undo.leaning')}</p>
            <ul>
              {leaning.map((other) => (
                <li>
                  <Link href={addressOfImport(other.id)}>{other.fileName}</Link>{' '}
                  {t('contacts.import.undo.leaning-rows', { rows: other.known ?? 0 })}
                </li>
              ))}
            </ul>
            <p>{t('contacts.import.undo.leaning-then')}</p>
          </Alert>
        )}
        <Paragraph>{t('contacts.import.undo.after')}</Paragraph>
        <Form action={`${addressOfImport(found.id)}/ongedaan`}>
          <ButtonGroup>
            <Button type="submit" variant="danger">
              {t('contacts.import.undo.button', { contacts })}
            </Button>
            <Button href={addressOfImport(found.id)} variant="subtle">
              {t('contacts.import.undo.keep')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
