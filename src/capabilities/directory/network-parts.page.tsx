import { Alert } from '../../design-system/alert/alert.tsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { NetworkAction } from './network.ts'
import { networkAddress } from './network-municipality.ts'

/** What somebody else saved while this form was open, above what was typed here. */
export function MeanwhileStored({
  t,
  facts,
}: {
  t: Translate
  facts: readonly { readonly term: string; readonly text: string }[] | undefined
}) {
  if (!facts) return null
  return (
    <Alert kind="warning" id="meanwhile">
      <Stack>
        <Paragraph>{t('network.meanwhile')}</Paragraph>
        <DescriptionList items={facts.map(({ term, text }) => ({ term, description: text || '–' }))} />
      </Stack>
    </Alert>
  )
}

/** Who owes what by when; what is late says so. @param today empty: late is not told */
export function ActionTable({
  t,
  language,
  municipality,
  actions,
  today,
}: {
  t: Translate
  language: Language
  municipality: { readonly code: string }
  actions: readonly NetworkAction[]
  today: string
}) {
  if (actions.length === 0) return <Paragraph>{t('network.action.none')}</Paragraph>
  return (
    <DataTable
      id="acties"
      caption={t('network.actions-caption')}
      rows={actions}
      columns={[
        {
          key: 'what',
          header: t('network.action.what'),
          rowHeader: true,
          cell: (action) => (
            <Link href={networkAddress(`/actie/${action.id}`, municipality)}>{action.what}</Link>
          ),
        },
        { key: 'who', header: t('network.action.who'), cell: (action) => owedBy(action, t) },
        {
          key: 'due',
          header: t('network.action.due'),
          cell: ({ dueOn }) => dayInWords(dueOn, language, 'short'),
        },
        {
          key: 'state',
          header: t('network.action.state'),
          cell: ({ doneOn, dueOn }) =>
            doneOn ? (
              <StatusBadge kind="done">
                {t('network.action.done-on', { day: dayInWords(doneOn, language, 'short') })}
              </StatusBadge>
            ) : today !== '' && dueOn < today ? (
              <StatusBadge kind="failed">{t('network.action.late')}</StatusBadge>
            ) : (
              <StatusBadge kind="waiting">{t('network.action.open')}</StatusBadge>
            ),
        },
      ]}
    />
  )
}

/** Who owes an action, by name. */
export const owedBy = ({ owedByKind, partnerName }: NetworkAction, t: Translate): string =>
  partnerName ?? t(`network.action.by.${owedByKind}`)
