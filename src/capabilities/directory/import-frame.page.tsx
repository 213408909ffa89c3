import type { Child, PropsWithChildren } from 'hono/jsx'
import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { type ImportRun, importPath } from './import-run.ts'

/** What each page of an import begins with: the way back, and of which source. */
export function ImportFrame({
  t,
  run,
  title,
  children,
}: PropsWithChildren<{ t: Translate; run: Pick<ImportRun, 'source'>; title: Child }>) {
  return (
    <Stack>
      <Breadcrumb
        label={t('upkeep.breadcrumb')}
        items={[
          { href: '/beheer/sociale-kaart', label: t('upkeep.directory') },
          { href: importPath, label: t('hsds.import.title') },
        ]}
      />
      <Heading level={1}>{title}</Heading>
      <Paragraph>{t('hsds.import.from', { source: run.source })}</Paragraph>
      {children}
    </Stack>
  )
}

/** The way out, below every step. */
export function StopImport({ t, id }: { t: Translate; id: string }) {
  return (
    <Details summary={t('hsds.stop.title')}>
      <Form action={`${importPath}/${id}/stoppen`} label={t('hsds.stop.title')}>
        <Paragraph>{t('hsds.stop.hint')}</Paragraph>
        <div>
          <Button type="submit" variant="danger">
            {t('hsds.stop.button')}
          </Button>
        </div>
      </Form>
    </Details>
  )
}
