import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type {
  ProcessingActivity,
  processingRegister,
} from '../../../platform/personal-data/processing-register.ts'
import { PrivacyTabs } from '../privacy.page.tsx'

/** What is told of each activity, in the order of AVG art. 30 (1). */
export const registerFields = [
  'purpose',
  'ground',
  'people',
  'categories',
  'recipients',
  'transfer',
  'retention',
  'security',
  'data',
] as const

/** What an activity says in a field, one by one. */
export function registerCells(
  activity: ProcessingActivity,
  field: (typeof registerFields)[number],
): readonly string[] {
  if (field === 'data')
    return Object.entries(activity.data).map(([table, columns]) => `${table} (${columns.join(', ')})`)
  const said = activity[field]
  return typeof said === 'string' ? [said] : said
}

export function registerPage({ t, register }: { t: Translate; register: typeof processingRegister }): Page {
  return {
    title: t('privacy.register.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('privacy.title')}</Heading>
          <PrivacyTabs t={t} current="/beheer/privacy/register" />
          <Heading level={2}>{t('privacy.register.title')}</Heading>
          <Paragraph>{t('privacy.register.lead')}</Paragraph>
          <p class="utrecht-paragraph" lang="nl">
            {register.controller}
          </p>
          <div>
            <Button href="/beheer/privacy/register.csv">{t('privacy.register.file')}</Button>
          </div>
        </Stack>
        {register.activities.map((activity) => (
          <div lang="nl">
            <Stack>
              <Heading level={3}>{activity.name}</Heading>
              <DescriptionList
                items={registerFields
                  .filter((field) => field !== 'data')
                  .map((field) => ({
                    term: t(`privacy.register.${field}`),
                    description: registerCells(activity, field).join('; '),
                  }))}
              />
            </Stack>
          </div>
        ))}
      </Stack>
    ),
  }
}
