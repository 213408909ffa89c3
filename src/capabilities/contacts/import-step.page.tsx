import type { Child, PropsWithChildren } from 'hono/jsx'
import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { HistoryImport, ImportProblem } from './history-import.ts'

/** Where the pages of the import stand. */
export const importAddress = '/beheer/inlezen/hulpcontacten'
export const addressOfImport = (id: string): string => `${importAddress}/${id}`

/** The four steps of an import that somebody takes; a job works after each. */
export type ImportStep = 1 | 2 | 3 | 4
const steps = 4

/** What each page of an import begins with: the way back, which step it is, and of which file. */
export function ImportStepFrame({
  t,
  step,
  title,
  found,
  children,
}: PropsWithChildren<{ t: Translate; step: ImportStep; title: Child; found?: HistoryImport | undefined }>) {
  return (
    <Stack>
      {found && (
        <Breadcrumb
          label={t('contacts.import.breadcrumb')}
          items={[{ href: importAddress, label: t('contacts.import.title') }]}
        />
      )}
      <Heading level={1}>{title}</Heading>
      <Paragraph>
        {t('contacts.import.step', { step, steps })}
        {found && ` · ${t('contacts.import.file-named', { name: found.fileName })}`}
      </Paragraph>
      {children}
    </Stack>
  )
}

/** The way out, below every step: what was read is erased at once. */
export function StopImport({ t, id }: { t: Translate; id: string }) {
  return (
    <Details summary={t('contacts.import.stop')}>
      <Stack>
        <Paragraph>{t('contacts.import.stop-hint')}</Paragraph>
        <Form action={`${addressOfImport(id)}/stoppen`} label={t('contacts.import.stop')}>
          <div>
            <Button type="submit" variant="danger">
              {t('contacts.import.stop-button')}
            </Button>
          </div>
        </Form>
      </Stack>
    </Details>
  )
}

/** Why a file cannot be read, and what to do about it. */
export function sayImportProblem(problem: ImportProblem, t: Translate): string {
  switch (problem.kind) {
    case 'formula':
      return t('contacts.import.problem.formula', { cell: problem.cell })
    case 'quotes':
      return t('contacts.import.problem.quotes', { line: problem.line })
    case 'doubled-header':
      return t('contacts.import.problem.doubled-header', { header: problem.header })
    case 'too-large':
      return t(`contacts.import.problem.too-large-${problem.what}`, { most: problem.most })
    default:
      return t(`contacts.import.problem.${problem.kind}`)
  }
}
