import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { monthInWords } from '../../platform/time/local-month.ts'
import type { ListSnapshot } from '../lists/public.ts'
import { topicLabel } from '../notices/public.ts'
import type { Evidence } from './evidence.ts'
import type { Signal } from './signal.ts'

/** How often the topic was asked about, month by month beside the year before. */
export function EvidenceTable({
  t,
  language,
  lists,
  signal,
  evidence: { months, compared },
}: {
  t: Translate
  language: Language
  lists: ListSnapshot
  signal: Pick<Signal, 'topicCode'>
  evidence: Evidence
}) {
  const topic = topicLabel(lists, signal.topicCode)
  const hidden = months.some(({ questions, before }) => questions === 'hidden' || before === 'hidden')
  const say = (count: number | 'hidden'): string =>
    count === 'hidden' ? t('signals.evidence.hidden') : String(count)
  return (
    <Stack>
      <Heading level={2}>{t('signals.evidence.title', { topic })}</Heading>
      <Paragraph>
        {compared
          ? t(compared.months === months.length ? 'signals.evidence.sum' : 'signals.evidence.sum-some', {
              months: compared.months,
              count: compared.now,
              before: compared.before,
            })
          : t('signals.evidence.none')}
      </Paragraph>
      {hidden && <Paragraph subtle>{t('signals.evidence.why-hidden')}</Paragraph>}
      <Details summary={t('signals.evidence.by-month')}>
        <DataTable
          id="vragen"
          caption={t('signals.evidence.caption', { topic })}
          compact
          rows={months}
          columns={[
            {
              key: 'month',
              header: t('signals.evidence.month'),
              rowHeader: true,
              cell: ({ month }) => monthInWords(month, language),
            },
            {
              key: 'questions',
              header: t('signals.evidence.questions'),
              numeric: true,
              cell: ({ questions }) => say(questions),
            },
            {
              key: 'before',
              header: t('signals.evidence.before'),
              numeric: true,
              cell: ({ before }) => say(before),
            },
          ]}
        />
      </Details>
    </Stack>
  )
}
