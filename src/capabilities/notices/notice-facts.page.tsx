import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Link } from '../../design-system/link/link.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { ListSnapshot } from '../lists/public.ts'
import type { Notice } from './notice.ts'
import { TextLines } from './text-lines.page.tsx'
import { topicLabel } from './topics.ts'

/** What changes, from when, and what to tell people: the same for the municipality and the desk. */
export function NoticeFacts({
  t,
  language,
  lists,
  notice,
}: {
  t: Translate
  language: Language
  lists: ListSnapshot
  notice: Notice
}) {
  return (
    <DescriptionList
      items={[
        { term: t('notices.fact.from'), description: dayInWords(notice.countsFrom, language) },
        { term: t('notices.fact.what'), description: <TextLines text={notice.whatChanges} /> },
        { term: t('notices.fact.tell'), description: <TextLines text={notice.tell} /> },
        {
          term: t('notices.fact.topics'),
          description: notice.topics.map((code) => topicLabel(lists, code)).join(', '),
        },
        ...(notice.link
          ? [
              {
                term: t('notices.fact.link'),
                description: <Link href={notice.link}>{notice.link}</Link>,
              },
            ]
          : []),
        { term: t('notices.fact.until'), description: dayInWords(notice.shownUntil, language, 'date') },
      ]}
    />
  )
}
