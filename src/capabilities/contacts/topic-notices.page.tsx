import type { Child } from 'hono/jsx'
import { Alert } from '../../design-system/alert/alert.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { RunningNotice } from '../notices/public.ts'
import type { ContactPage } from './contact-form.page.tsx'

/**
 * What changes in services, at the choice of the topic. Without a script all of it, one tap away; the form's script shows what belongs
 * to the chosen topic and desk, also without a network, since it stands in the page.
 */
export function TopicNotices({ t, data, notices }: Pick<ContactPage, 't' | 'data' | 'notices'>): Child {
  if (notices.length === 0) return null
  const byId = new Map<string, RunningNotice[]>()
  for (const notice of notices) byId.set(notice.id, [...(byId.get(notice.id) ?? []), notice])
  return (
    <div id="notices">
      <Details summary={t('notices.form.summary', { count: byId.size })}>
        {[...byId.values()].flatMap((ofDesks) => {
          const [notice] = ofDesks
          if (!notice) return []
          const { title, tell, countsFrom, shownUntil } = notice
          // A topic of the library's own is about the same as the national one that it counts as.
          const topics = data.lists.topics.flatMap(({ code, nationalCode }) =>
            notice.topics.includes(nationalCode ?? code) ? [code] : [],
          )
          return [
            <div
              data-topics={topics.join(' ')}
              data-desks={ofDesks.map(({ deskId }) => deskId).join(' ')}
              data-until={shownUntil}
            >
              <Alert kind="info">
                <strong>
                  {title}
                  {countsFrom > data.lists.day &&
                    ` (${t('notices.form.from', { day: dayInWords(countsFrom, data.lists.language, 'short') })})`}
                </strong>
                <span>{tell}</span>
              </Alert>
            </div>,
          ]
        })}
      </Details>
    </div>
  )
}

/** To all that changes, with how much of it the chosen desk has not seen. */
export function NewNoticesLink({ t, data, notices }: Pick<ContactPage, 't' | 'data' | 'notices'>): Child {
  if (notices.length === 0) return null
  const unseen = notices.filter(({ deskId, seen }) => deskId === data.desk.id && !seen).length
  return (
    <a class="nl-link" href={`/balie/wijzigingen?informatiepunt=${data.desk.id}`} id="new-notices">
      {t('notices.form.link')} {unseen > 0 && <span>{t('notices.form.unseen', { count: unseen })}</span>}
    </a>
  )
}
