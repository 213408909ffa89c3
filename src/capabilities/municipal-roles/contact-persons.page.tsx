import type { Child } from 'hono/jsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import { type ContactPerson, isCurrent, isNew } from './contact-person.ts'
import { Reach } from './reach.page.tsx'

/** Contact persons below each other, with how to reach them, and who is new. */
export function PersonList({
  t,
  language,
  today,
  persons,
  ofWhat,
  change,
  handOvers,
}: {
  readonly t: Translate
  readonly language: Language
  readonly today: string
  readonly persons: readonly ContactPerson[]
  /** Of which desk, where that is not clear. */
  readonly ofWhat?: (person: ContactPerson) => string | undefined
  /** Where one changes who it is, on the own side; undefined where one may not. Only the other side is told who is new. */
  readonly change?: (person: ContactPerson) => string | undefined
  /** What was passed on to somebody, by id. */
  readonly handOvers?: ReadonlyMap<string, string>
}) {
  if (persons.length === 0) return null
  return (
    <ul>
      {persons.map((person) => {
        const { id, name, deputy, jobTitle, department, email, phone, fromDay, untilDay } = person
        const of = ofWhat?.(person)
        const address = change?.(person)
        const passedOn = handOvers?.get(id)
        const badge: Child = !isCurrent(person, today) ? (
          <StatusBadge kind="waiting">
            {t('direction.person.begins', { day: dayInWords(fromDay, language, 'date') })}
          </StatusBadge>
        ) : !change && isNew(person, today) ? (
          <StatusBadge kind="neutral">
            {t('direction.person.new', { day: dayInWords(fromDay, language, 'date') })}
          </StatusBadge>
        ) : null
        return (
          <li>
            <strong>{name}</strong>
            {deputy && ` (${t('direction.person.deputy-short')})`}
            {[jobTitle, department, of].filter(Boolean).map((text) => `, ${text}`)}
            {': '}
            <Reach email={email} phone={phone} /> {badge}
            {untilDay !== null &&
              ` · ${t('direction.until-day', { day: dayInWords(untilDay, language, 'date') })}`}
            {address !== undefined && (
              <>
                {' · '}
                <Link href={address}>{t('direction.person.change', { name })}</Link>
                {isCurrent(person, today) && untilDay === null && (
                  <>
                    {' · '}
                    <Link href={`${address.replace(/(\?|$)/, '/overdragen$1')}`}>
                      {t('direction.hand-over.link', { name })}
                    </Link>
                  </>
                )}
              </>
            )}
            {passedOn && <Paragraph subtle>{t('direction.hand-over.was', { note: passedOn })}</Paragraph>}
          </li>
        )
      })}
    </ul>
  )
}
