import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { PolicyArea } from '../../directory/public.ts'
import { MunicipalityTabs } from '../../organisations/public.ts'
import { sayNumber } from '../../reports/public.ts'
import type { MunicipalContext } from '../municipal-context.ts'
import { policyAddress } from '../policy-context.ts'
import type { PolicyContact, Talk } from '../talk.ts'
import type { AreaSeen } from '../topic-areas.ts'

interface AreaInShort {
  readonly area: PolicyArea
  readonly contacts: readonly PolicyContact[]
  readonly next: Talk | undefined
  readonly last: Talk | undefined
  readonly partners: number
  readonly seen: AreaSeen
}

interface PolicyPage extends MunicipalContext {
  readonly t: Translate
  readonly language: Language
  readonly period: { readonly from: string; readonly until: string }
  readonly areas: readonly AreaInShort[]
}

export function showPolicyPage(page: PolicyPage): Page {
  const { t, language, municipality, municipalities, period, areas } = page
  const talk = ({ next, last }: AreaInShort): string =>
    next
      ? t('direction.policy.next', { day: dayInWords(next.day, language, 'date') })
      : last
        ? t('direction.policy.last', { day: dayInWords(last.day, language, 'date') })
        : t('direction.policy.no-talk')
  return {
    title: t('direction.policy'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('direction.policy')}</Heading>
          <Paragraph lead>{t('direction.policy.lead')}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/beleid" />
        </Stack>
        <DataTable
          id="terreinen"
          caption={t('direction.policy.caption')}
          rows={areas}
          columns={[
            {
              key: 'area',
              header: t('direction.policy.area'),
              rowHeader: true,
              cell: ({ area }) => (
                <Link href={policyAddress({ area, municipality })}>{t(`network.area.${area}`)}</Link>
              ),
            },
            {
              key: 'contact',
              header: t('direction.policy.contact'),
              cell: ({ contacts }) =>
                contacts.map(({ name }) => name).join(', ') || t('direction.policy.no-contact'),
            },
            { key: 'talk', header: t('direction.policy.talk'), cell: talk },
            {
              key: 'partners',
              header: t('direction.policy.partners'),
              numeric: true,
              cell: ({ partners }) => partners,
            },
            {
              key: 'questions',
              header: t('direction.policy.questions'),
              numeric: true,
              cell: ({ seen }) => (seen.topics.length === 0 ? '–' : sayNumber(seen.questions, language)),
            },
          ]}
        />
        <Details summary={t('direction.policy.how')}>
          <Paragraph>
            {t('direction.policy.how-counted', {
              from: dayInWords(period.from, language, 'date'),
              until: dayInWords(period.until, language, 'date'),
            })}
          </Paragraph>
          <Paragraph>{t('direction.policy.how-areas')}</Paragraph>
        </Details>
      </Stack>
    ),
  }
}
