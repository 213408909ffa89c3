import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Organisation } from '../../organisations/public.ts'
import { BranchForm, type BranchFormProps } from '../branch.page.tsx'

export function addBranchPage(props: BranchFormProps & { library: Organisation }): Page {
  const { t, library, errors } = props
  return {
    title: t('desks.branch.add.title'),
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('desks.branch.add.title')}</Heading>
        <Paragraph>{library.name}</Paragraph>
        <BranchForm {...props} isNew action={`/beheer/vestigingen/nieuw?bibliotheek=${library.id}`} />
      </Stack>
    ),
  }
}
