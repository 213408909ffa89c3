import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
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
}: {
  readonly t: Translate
  readonly found: HistoryImport
  readonly contacts: number
  readonly corrected: number
}): Page {
  const title = t('contacts.import.undo.title')
  return {
    title,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('contacts.import.file-named', { name: found.fileName })}</Paragraph>
        <Paragraph>{t('contacts.import.undo.lead', { contacts })}</Paragraph>
        {corrected > 0 && <Paragraph>{t('contacts.import.undo.corrected', { corrected })}</Paragraph>}
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
