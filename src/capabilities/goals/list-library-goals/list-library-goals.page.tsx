import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { GoalCards, type ListedGoals } from '../goal-parts.page.tsx'

/** The goals that municipalities agreed with a library, to read. */
export function libraryGoalsPage(page: ListedGoals): Page {
  const { t } = page.words
  return {
    title: t('goals.library.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('goals.library.title')}</Heading>
          <Paragraph lead>{t('goals.library.lead')}</Paragraph>
        </Stack>
        {page.goals.length === 0 && <EmptyState>{t('goals.library.none')}</EmptyState>}
        <GoalCards {...page} withMunicipality />
      </Stack>
    ),
  }
}
