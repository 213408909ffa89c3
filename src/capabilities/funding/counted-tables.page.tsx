import { type Column, DataTable } from '../../design-system/data-table/data-table.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { monthShort } from '../../platform/time/local-month.ts'
import { dayInTable } from '../../platform/time/local-time.ts'
import type { AccountCounts } from './account.ts'
import { payersInWords, showShare } from './account-words.ts'
import { type DeskPaidFor, type LearningCount, questionsHere, sumOf, sumOfShares } from './indicators.ts'

interface CountedPage {
  readonly t: Translate
  readonly language: Language
  readonly year: number
  readonly counts: AccountCounts
}

/** Indicator 3: the desks that the municipality finances, with its part of each. */
export function DeskTable({ t, counts }: CountedPage) {
  const { desks, names } = counts
  if (desks.length === 0) return <Paragraph>{t('accountability.desks.none')}</Paragraph>
  return (
    <Stack>
      <DataTable<DeskPaidFor>
        id="informatiepunten"
        caption={t('accountability.desks')}
        rows={desks}
        columns={[
          {
            key: 'name',
            header: t('accountability.desk'),
            rowHeader: true,
            cell: ({ desk }) => desk.name,
          },
          {
            key: 'library',
            header: t('accountability.library'),
            cell: ({ desk }) => names.libraries.get(desk.libraryId) ?? '',
          },
          {
            key: 'where',
            header: t('accountability.desks.where'),
            cell: ({ desk }) => names.municipalities.get(desk.municipalityCode) ?? '',
          },
          {
            key: 'payers',
            header: t('accountability.desks.payers'),
            cell: (line) => payersInWords(line, names.municipalities, t),
          },
          {
            key: 'open',
            header: t('accountability.desks.open'),
            cell: ({ desk: { addedOn, closedOn, active } }) =>
              active
                ? t('accountability.desks.since', { day: dayInTable(addedOn) })
                : t('accountability.desks.until', { day: closedOn ? dayInTable(closedOn) : '?' }),
          },
          {
            key: 'share',
            header: t('accountability.desks.share'),
            numeric: true,
            cell: ({ share }) => showShare(share, t),
          },
        ]}
      />
      <Paragraph>
        {t('accountability.desks.total', {
          count: desks.length,
          share: showShare(sumOfShares(desks), t),
        })}
      </Paragraph>
      {desks.some(({ sharedBy }) => sharedBy === 'assumed') && (
        <Paragraph>{t('accountability.desks.assumed')}</Paragraph>
      )}
      {desks.some(({ sharedBy }) => sharedBy === 'key') && (
        <Paragraph>{t('accountability.desks.by-key')}</Paragraph>
      )}
      <Paragraph subtle>{t('accountability.desks.rule')}</Paragraph>
    </Stack>
  )
}

interface QuestionLine {
  readonly name: string
  readonly byMonth: ReadonlyMap<string, number>
  readonly questions: number
}

/** Indicator 4: the questions by desk and month, and apart what was dealt with across the border. */
export function QuestionTables({ t, language, year, counts }: CountedPage) {
  const lines = questionsHere(counts.months)
    .map((line) => ({ ...line, name: counts.names.desks.get(line.deskId) ?? line.deskId }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const number = (value: number): string => t('accountability.number', { number: value })
  const elsewhere = sumOf(counts.months.filter(({ here }) => !here).map(({ questions }) => questions))
  const tallied = sumOf(lines.map((line) => line.tallied))
  if (lines.length === 0)
    return (
      <Stack>
        <Paragraph>{t('accountability.questions.none', { year })}</Paragraph>
        {elsewhere > 0 && (
          <Paragraph>{t('accountability.questions.elsewhere', { count: elsewhere })}</Paragraph>
        )}
      </Stack>
    )
  return (
    <Stack>
      <DataTable<QuestionLine>
        id="vragen"
        caption={t('accountability.questions')}
        compact
        rows={lines}
        footer={{
          name: t('accountability.total'),
          byMonth: new Map(
            months.map((month) => [month, sumOf(lines.map(({ byMonth }) => byMonth.get(month) ?? 0))]),
          ),
          questions: sumOf(lines.map(({ questions }) => questions)),
        }}
        columns={[
          { key: 'name', header: t('accountability.desk'), rowHeader: true, cell: ({ name }) => name },
          ...months.map(
            (month): Column<QuestionLine> => ({
              key: month,
              header: monthShort(month, language),
              numeric: true,
              cell: ({ byMonth }) => number(byMonth.get(month) ?? 0),
            }),
          ),
          {
            key: 'total',
            header: t('accountability.total'),
            numeric: true,
            cell: ({ questions }) => <strong>{number(questions)}</strong>,
          },
        ]}
      />
      <Paragraph>
        {t('accountability.questions.contacts', {
          contacts: sumOf(lines.map(({ contacts }) => contacts)),
          tallied,
        })}
      </Paragraph>
      {elsewhere > 0 && (
        <Paragraph>{t('accountability.questions.elsewhere', { count: elsewhere })}</Paragraph>
      )}
      <Paragraph subtle>{t('accountability.questions.rule')}</Paragraph>
    </Stack>
  )
}

/** Indicator 5: the learning materials by library. */
export function MaterialTable({ t, counts }: CountedPage) {
  const number = (value: number): string => t('accountability.number', { number: value })
  type Line = Pick<LearningCount, 'material' | 'used'> & { readonly libraryId?: string }
  return (
    <DataTable<Line>
      id="leermiddelen"
      caption={t('accountability.materials')}
      rows={counts.materials}
      footer={{
        material: t('accountability.total'),
        used: sumOf(counts.materials.map(({ used }) => used)),
      }}
      columns={[
        {
          key: 'material',
          header: t('accountability.material'),
          rowHeader: true,
          cell: ({ material }) => material,
        },
        {
          key: 'library',
          header: t('accountability.library'),
          cell: ({ libraryId }) => (libraryId && counts.names.libraries.get(libraryId)) ?? '',
        },
        {
          key: 'used',
          header: t('accountability.used'),
          numeric: true,
          cell: ({ used }) => number(used),
        },
      ]}
    />
  )
}
