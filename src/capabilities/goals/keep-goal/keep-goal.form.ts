import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField, optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { type Goal, highestScore, kindOf, type Measure, type Target } from '../goal.ts'
import { agreedText, numberField, optionalBaseField, percentField } from '../goal-fields.ts'
import { isWholeQuarters } from '../spans.ts'
import type { GoalFacts } from './keep-goal.command.ts'

/** What may be chosen in the form, of this municipality and measure. */
export interface GoalChoices {
  /** Of which desks, as they stand in the form: municipality, financed, library:id, desk:id. */
  readonly scopes: readonly string[]
  readonly libraryIds: readonly string[]
  /** The codes or kilometres to choose from; empty where there is nothing to choose. */
  readonly details: readonly string[]
}

const between = { earliest: '2019-01-01', latest: '2049-12-31' }
const longestNote = 2000

/** The form of a goal of one measure, with a target of one kind. */
export function goalForm(measure: Measure, kind: Target['kind'], choices: GoalChoices) {
  const { unit, source } = kindOf(measure)
  // What belongs to the other kind of target may hold anything: it is not read.
  const isRelative = kind === 'relative'
  const unread = z.string().transform(() => 0)
  const value =
    unit === 'score'
      ? numberField('goals.error.target', highestScore, 'goals.error.score')
      : unit === 'percent'
        ? numberField('goals.error.target', 100, 'goals.error.share')
        : numberField('goals.error.target')
  const baseDay = isRelative ? dayField('goals.error.base-day', between) : z.string()
  return z
    .object({
      title: agreedText(120).min(1, 'goals.error.title' satisfies MessageKey),
      detail:
        choices.details.length > 0
          ? z
              .string()
              .refine((code) => choices.details.includes(code), 'goals.error.detail' satisfies MessageKey)
          : agreedText(80).refine(
              (text) => measure !== 'own' || text !== '',
              'goals.error.own' satisfies MessageKey,
            ),
      scope: z
        .string()
        .refine((scope) => choices.scopes.includes(scope), 'goals.error.scope' satisfies MessageKey),
      area: agreedText(80),
      from: dayField('goals.error.day', between),
      until: dayField('goals.error.day', between),
      'agreed-library': z
        .string()
        .refine(
          (id) => id === '' || choices.libraryIds.includes(id),
          'goals.error.library' satisfies MessageKey,
        ),
      'agreed-with': agreedText(200),
      'agreed-on': optionalDayField('goals.error.day', between),
      note: agreedText(longestNote),
      'target-value': isRelative ? unread : value,
      'target-percent': isRelative ? percentField : unread,
      'base-from': baseDay,
      'base-until': baseDay,
      'base-value': isRelative ? optionalBaseField : z.string().transform(() => null),
    })
    .superRefine((sent, context) => {
      const tell = (path: string, message: MessageKey): void =>
        context.addIssue({ code: 'custom', path: [path], message })
      const periods = [
        ['until', { from: sent.from, until: sent.until }],
        ...(isRelative
          ? [['base-until', { from: sent['base-from'], until: sent['base-until'] }] as const]
          : []),
      ] as const
      for (const [at, period] of periods) {
        if (period.until < period.from) tell(at, 'goals.error.order')
        else if (source === 'quarters' && !isWholeQuarters(period)) tell(at, 'goals.error.quarters')
      }
    })
    .transform((sent): GoalFacts => {
      const [scopeKind, id] = sent.scope.split(':')
      return {
        title: sent.title,
        measure,
        detail: sent.detail,
        scopeKind: scopeKind as Goal['scopeKind'],
        libraryId: scopeKind === 'library' ? (id ?? null) : null,
        deskId: scopeKind === 'desk' ? (id ?? null) : null,
        area: sent.area,
        period: { from: sent.from, until: sent.until },
        target: isRelative
          ? {
              kind: 'relative',
              percent: sent['target-percent'],
              base: { from: sent['base-from'], until: sent['base-until'] },
              baseValue: sent['base-value'],
            }
          : { kind: 'absolute', value: sent['target-value'] },
        agreedLibraryId: sent['agreed-library'] || null,
        agreedWith: sent['agreed-with'],
        agreedOn: sent['agreed-on'] || null,
        note: sent.note,
      }
    })
}

export const targetKindOf = (form: FormFields): Target['kind'] =>
  form.text('target') === 'relative' ? 'relative' : 'absolute'

export const goalSent = (form: FormFields) => ({
  title: form.text('title'),
  detail: form.text('detail'),
  scope: form.text('scope'),
  area: form.text('area'),
  from: daySent(form, 'from'),
  until: daySent(form, 'until'),
  'agreed-library': form.text('agreed-library'),
  'agreed-with': form.text('agreed-with'),
  'agreed-on': optionalDaySent(form, 'agreed-on'),
  note: form.text('note'),
  'target-value': form.text('target-value'),
  'target-percent': form.text('target-percent'),
  'base-from': daySent(form, 'base-from'),
  'base-until': daySent(form, 'base-until'),
  'base-value': form.text('base-value'),
})

/** A number as it stands in a field: 7 or 7,5. */
export const writeNumber = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',')

/** A goal as the form shows it. */
export const goalFields = (goal: Omit<Goal, 'id' | 'municipalityCode'>): [string, string][] => [
  ['title', goal.title],
  ['detail', goal.detail],
  ['scope', scopeField(goal)],
  ['area', goal.area],
  ...dayFields('from', goal.period.from),
  ...dayFields('until', goal.period.until),
  ['agreed-library', goal.agreedLibraryId ?? ''],
  ['agreed-with', goal.agreedWith],
  ...(goal.agreedOn ? dayFields('agreed-on', goal.agreedOn) : []),
  ['note', goal.note],
  ['target', goal.target.kind],
  ...(goal.target.kind === 'absolute'
    ? ([['target-value', writeNumber(goal.target.value)]] as [string, string][])
    : ([
        [
          'target-percent',
          `${goal.target.percent < 0 ? '-' : ''}${writeNumber(Math.abs(goal.target.percent))}`,
        ],
        ...dayFields('base-from', goal.target.base.from),
        ...dayFields('base-until', goal.target.base.until),
        ['base-value', goal.target.baseValue === null ? '' : writeNumber(goal.target.baseValue)],
      ] as [string, string][])),
  ...(goal.stoppedOn ? ([['stopped', 'ja']] as [string, string][]) : []),
  ['stopped-reason', goal.stoppedReason],
  ['version', String(goal.version)],
]

/** Of which desks, as it stands in the form. */
export const scopeField = ({
  scopeKind,
  libraryId,
  deskId,
}: Pick<Goal, 'scopeKind' | 'libraryId' | 'deskId'>): string =>
  libraryId || deskId ? `${scopeKind}:${libraryId ?? deskId}` : scopeKind

/** Why a goal holds no more. */
export const stopForm = z.object({
  'stopped-reason': agreedText(500).min(1, 'goals.error.stopped' satisfies MessageKey),
})
