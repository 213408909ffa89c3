import { Alert } from '../../../design-system/alert/alert.tsx'
import { BarChart } from '../../../design-system/bar-chart/bar-chart.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { type NetworkPartner, networkAddress } from '../../directory/public.ts'
import { municipalityAddress, type Organisation } from '../../organisations/public.ts'
import { sayNumber, type TopicsOfYear } from '../../reports/public.ts'
import { hasNotEnded } from '../direction.ts'
import { type PolicyContext, policyAddress } from '../policy-context.ts'
import { Reach } from '../reach.page.tsx'
import { comingTalks, type PolicyContact, type Talk } from '../talk.ts'
import type { AreaSeen } from '../topic-areas.ts'

interface AreaPage extends PolicyContext {
  readonly t: Translate
  readonly language: Language
  readonly contacts: readonly PolicyContact[]
  readonly talks: readonly Talk[]
  readonly libraries: readonly Organisation[]
  readonly partners: readonly NetworkPartner[]
  readonly topics: TopicsOfYear
  readonly seen: AreaSeen
  readonly saved: boolean
}

export function showPolicyAreaPage(page: AreaPage): Page {
  const { t, municipality, area } = page
  const title = t(`network.area.${area}`)
  return {
    title,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('direction.breadcrumb')}
            items={[
              { href: municipalityAddress('/sturing/beleid', municipality), label: t('direction.policy') },
            ]}
          />
          <Heading level={1}>{title}</Heading>
          {page.saved && <Alert kind="ok">{t('direction.saved')}</Alert>}
          <Heading level={2}>{t('direction.tie')}</Heading>
          <Paragraph lead>{t(`direction.tie.${area}`)}</Paragraph>
          <Paragraph>{t(`direction.tie.${area}-ask`)}</Paragraph>
        </Stack>
        <Seen {...page} />
        <Contacts {...page} />
        <Talks {...page} />
        <Partners {...page} />
      </Stack>
    ),
  }
}

/** What the desks see in this field, by topic. */
function Seen({ t, language, topics, seen, municipality }: AreaPage) {
  const { from, until } = topics.period
  const days = { from: dayInWords(from, language, 'date'), until: dayInWords(until, language, 'date') }
  const trend =
    seen.before === undefined || seen.before === 0
      ? t('direction.seen.no-trend')
      : t('direction.seen.trend', {
          direction: seen.questions > seen.before ? 'more' : seen.questions < seen.before ? 'less' : 'same',
          before: seen.before,
        })
  return (
    <Stack>
      <Heading level={2}>{t('direction.seen')}</Heading>
      {seen.topics.length === 0 ? (
        <EmptyState>
          {t(topics.state === 'nothing' ? 'direction.seen.nothing' : 'direction.seen.too-small', days)}
        </EmptyState>
      ) : (
        <>
          <Paragraph>{t('direction.seen.questions', { count: seen.questions, ...days })}</Paragraph>
          <Paragraph>{trend}</Paragraph>
          <BarChart
            bars={seen.topics.map(({ name, count, before }) => ({
              label: name,
              value: count,
              text:
                before === undefined
                  ? sayNumber(count, language)
                  : t('direction.seen.beside', {
                      now: sayNumber(count, language),
                      before: sayNumber(before, language),
                    }),
              before,
            }))}
          />
        </>
      )}
      {topics.incomplete && <Paragraph subtle>{t('direction.seen.incomplete')}</Paragraph>}
      <Details summary={t('direction.seen.how')}>
        <Paragraph>{t('direction.seen.how-counted')}</Paragraph>
        <Paragraph>{t('direction.policy.how-areas')}</Paragraph>
        <Paragraph>
          <Link href={`/sturing?gebied=gemeente:${municipality.code}`}>{t('direction.seen.all')}</Link>
        </Paragraph>
      </Details>
    </Stack>
  )
}

function Contacts(page: AreaPage) {
  const { t, language, contacts, today } = page
  const current = contacts.filter((each) => hasNotEnded(each, today))
  const gone = contacts.filter((each) => !hasNotEnded(each, today))
  return (
    <Stack>
      <Heading level={2}>{t('direction.policy-contacts')}</Heading>
      {current.length === 0 && <EmptyState>{t('direction.policy-contacts.none')}</EmptyState>}
      {current.length > 0 && (
        <ul>
          {current.map((person) => (
            <li>
              <Link href={policyAddress(page, `/contact/${person.id}`)}>{person.name}</Link>
              {person.jobTitle && `, ${person.jobTitle}`}
              {': '}
              <Reach email={person.email} phone={person.phone} />
            </li>
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <Details summary={t('direction.policy-contacts.gone', { count: gone.length })}>
          <ul>
            {gone.map(({ id, name, untilDay }) => (
              <li>
                <Link href={policyAddress(page, `/contact/${id}`)}>{name}</Link>
                {untilDay && ` · ${t('direction.until-day', { day: dayInWords(untilDay, language) })}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <ButtonGroup>
        <Button href={policyAddress(page, '/contact')}>{t('direction.policy-contact.add')}</Button>
      </ButtonGroup>
    </Stack>
  )
}

function Talks(page: AreaPage) {
  const { t, language, talks, libraries, today } = page
  const coming = comingTalks(talks, today)
  const past = talks.filter((talk) => !coming.includes(talk))
  const item = (talk: Talk) => (
    <li>
      <Link href={policyAddress(page, `/gesprek/${talk.id}`)}>
        {[dayInWords(talk.day, language), talk.starts].filter(Boolean).join(', ')}
      </Link>
      {` · ${libraries.find(({ id }) => id === talk.libraryId)?.name ?? t('direction.talk.library-unknown')}`}
      {talk.cancelled && ` · ${t('direction.talk.off')}`}
      {!talk.cancelled && talk.day < today && talk.agreed === '' && ` · ${t('direction.talk.not-noted')}`}
      {talk.agreed && <Paragraph subtle>{t('direction.talk.agreed-was', { agreed: talk.agreed })}</Paragraph>}
    </li>
  )
  return (
    <Stack>
      <Heading level={2}>{t('direction.talks')}</Heading>
      <Paragraph>{t('direction.talks.lead')}</Paragraph>
      {coming.length === 0 && <Paragraph>{t('direction.talks.none-coming')}</Paragraph>}
      {coming.length > 0 && <ul>{coming.map(item)}</ul>}
      {past.length > 0 && (
        <>
          <Heading level={3}>{t('direction.talks.past')}</Heading>
          <ul>{past.map(item)}</ul>
        </>
      )}
      <ButtonGroup>
        <Button href={policyAddress(page, '/gesprek')}>{t('direction.talk.add')}</Button>
      </ButtonGroup>
    </Stack>
  )
}

function Partners({ t, municipality, partners }: AreaPage) {
  return (
    <Stack>
      <Heading level={2}>{t('direction.area-partners')}</Heading>
      {partners.length === 0 ? (
        <EmptyState>{t('direction.area-partners.none')}</EmptyState>
      ) : (
        <ul>
          {partners.map(({ id, name, cooperation, contactName }) => (
            <li>
              <Link href={networkAddress(`/partner/${id}`, municipality)}>{name}</Link>
              {': '}
              {cooperation.map((kind) => t(`network.cooperation.${kind}`)).join(', ')}
              {contactName && ` (${contactName})`}
            </li>
          ))}
        </ul>
      )}
      {municipality.validUntil === null && (
        <ButtonGroup>
          <Button href={networkAddress('/partner', municipality)}>{t('network.partner.choose')}</Button>
        </ButtonGroup>
      )}
    </Stack>
  )
}
