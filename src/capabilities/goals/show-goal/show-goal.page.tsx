import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { ColumnChart } from '../../../design-system/column-chart/column-chart.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dateInWords, monthInWords, monthOf, monthShort } from '../../../platform/time/local-month.ts'
import { type GovernedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import { kindOf, type NamedGoal } from '../goal.ts'
import { GoalStanding, goalFacts } from '../goal-parts.page.tsx'
import {
  type GoalWords,
  sayDays,
  sayGoalValue,
  sayMeasure,
  sayNow,
  sayNumber,
  sayShort,
  sayTarget,
} from '../goal-words.ts'
import { isMeasuredByHand } from '../measure-goal/measure-goal.form.ts'
import type { Span } from '../progress.ts'
import type { GoalProgress } from '../read-progress/read-progress.query.ts'

export const goalMessages = ['bewaard', 'gemeten', 'doorgehaald'] as const
export type GoalMessage = (typeof goalMessages)[number]

interface GoalPage {
  readonly goal: NamedGoal
  readonly municipality: GovernedMunicipality
  readonly progress: GoalProgress
  readonly words: GoalWords
  readonly today: string
  readonly message?: GoalMessage | undefined
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** How a goal stands, what it was counted from, and what was measured by hand. */
export function showGoalPage(page: GoalPage): Page {
  const { goal, municipality, progress, words, message, errors } = page
  const { t } = words
  const address = (path: string): string => municipalityAddress(path, municipality)
  return {
    title: goal.title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('goals.breadcrumb')}
            items={[{ href: address('/sturing/doelen'), label: t('goals.title') }]}
          />
          <Heading level={1}>{goal.title}</Heading>
          {message && <Alert kind="ok">{t(`goals.message.${message}`)}</Alert>}
          {goal.stoppedOn ? (
            <Alert kind="warning">{t('goals.stopped', { reason: goal.stoppedReason })}</Alert>
          ) : (
            <GoalStanding goal={goal} progress={progress} words={words} />
          )}
          <Numbers {...page} />
        </Stack>
        <Spans {...page} />
        {isMeasuredByHand(goal.measure) && <Measurements {...page} />}
        <Stack>
          <Heading level={2}>{t('goals.about')}</Heading>
          <DescriptionList
            items={[
              { term: t('goals.form.measure'), description: sayMeasure(goal, words) },
              ...goalFacts(goal, progress, words, { withNow: false }),
              ...(goal.agreedOn
                ? [
                    {
                      term: t('goals.form.agreed-on'),
                      description: dateInWords(goal.agreedOn, words.language),
                    },
                  ]
                : []),
              ...(goal.note === '' ? [] : [{ term: t('goals.form.note'), description: goal.note }]),
            ]}
          />
          <ButtonGroup>
            <Button href={address(`/sturing/doelen/${goal.id}/wijzigen`)} variant="secondary">
              {t('goals.change')}
            </Button>
          </ButtonGroup>
        </Stack>
      </Stack>
    ),
  }
}

function Numbers({ goal, progress, words }: GoalPage) {
  const { t, language } = words
  const { course, target, forecast, base } = progress
  const baseSaid =
    goal.target.kind === 'relative' && base
      ? [
          base.value === undefined
            ? base.begunIn
              ? t('goals.base.began', { month: monthInWords(base.begunIn, language) })
              : t('goals.base.none')
            : t(base.isTyped ? 'goals.base.typed' : 'goals.base.counted', {
                period: sayDays(goal.target.base, words),
                value: sayGoalValue(base.value, goal, words),
              }),
          ...(base.value !== undefined && !base.isAlike ? [t('goals.base.stretched')] : []),
        ]
      : []
  return (
    <FigureNumbers
      numbers={[
        {
          name: t('goals.now'),
          number: typeof course.value === 'number' ? sayShort(course.value, goal, words) : '–',
          remarks: [
            typeof course.value === 'number' ? sayMeasure(goal, words) : sayNow(goal, progress, words),
            ...(course.measuredOn
              ? [t('goals.measured-on', { day: dateInWords(course.measuredOn, language) })]
              : []),
            ...(course.answers === undefined ? [] : [t('goals.answers', { count: course.answers })]),
          ],
        },
        {
          name: t('goals.target'),
          number: target === undefined ? '–' : sayShort(target, goal, words),
          remarks: goal.target.kind === 'absolute' ? [] : [sayTarget(goal, undefined, words), ...baseSaid],
        },
        ...(forecast
          ? [
              {
                name: t('goals.forecast', { day: dateInWords(goal.period.until, language) }),
                number: t('goals.forecast.between', {
                  low: sayNumber(forecast.low, goal.measure, language),
                  high: sayNumber(forecast.high, goal.measure, language),
                }),
                remarks: [
                  t('goals.forecast.middle', {
                    middle: sayNumber(forecast.middle, goal.measure, language),
                  }),
                ],
              },
            ]
          : []),
      ]}
    />
  )
}

/** What it was counted from, as a drawing with the same as a table, and how it was counted. */
function Spans({ goal, progress, words }: GoalPage) {
  const { t, language } = words
  const { spans, begunIn } = progress.course
  const { source } = kindOf(goal.measure)
  const name = ({ from, until }: Span): string =>
    source === 'months'
      ? monthInWords(monthOf(from), language)
      : source === 'quarters'
        ? t('goals.quarter', { number: Math.ceil(Number(from.slice(5, 7)) / 3), year: from.slice(0, 4) })
        : dateInWords(until, language)
  const say = ({ value }: Span): string =>
    value === 'hidden'
      ? t('goals.hidden')
      : value === undefined
        ? t('goals.too-few')
        : sayNumber(value, goal.measure, language)
  const isDrawn =
    source !== 'now' &&
    source !== 'typed' &&
    spans.length > 1 &&
    spans.every(({ value }) => value !== 'hidden')
  return (
    <Stack>
      {spans.length > 0 && <Heading level={2}>{t('goals.course')}</Heading>}
      {begunIn && (
        <Alert kind="warning">{t('goals.began', { month: monthInWords(begunIn, language) })}</Alert>
      )}
      {isDrawn && (
        <ColumnChart
          title={sayMeasure(goal, words)}
          say={(value) => sayNumber(value, goal.measure, language)}
          columns={spans.map((span) => {
            const short =
              source === 'months' ? monthShort(monthOf(span.from), language) : name(span).slice(0, 2)
            return {
              value: typeof span.value === 'number' ? span.value : 0,
              label: { full: short, letter: short.slice(0, source === 'months' ? 1 : 2) },
              group: span.from.slice(0, 4),
              unfinished: !span.whole,
            }
          })}
        />
      )}
      {spans.length > 0 && (
        <DataTable
          id="verloop"
          caption={t('goals.course-caption', { measure: sayMeasure(goal, words) })}
          rows={spans}
          columns={[
            {
              key: 'when',
              header: t('goals.when'),
              rowHeader: true,
              cell: (span) => (
                <>
                  {name(span)}
                  {source === 'months' && !span.whole && ` ${t('goals.part')}`}
                </>
              ),
            },
            { key: 'value', header: sayMeasure(goal, words), numeric: true, cell: say },
          ]}
        />
      )}
      <Details summary={t('goals.how-counted')}>
        <Paragraph>{t(`goals.counted.${goal.measure}`)}</Paragraph>
        {kindOf(goal.measure).kind === 'count' && source !== 'typed' && (
          <Paragraph>{t('goals.how-forecast')}</Paragraph>
        )}
        {source === 'quarters' && <Paragraph>{t('goals.how-hidden')}</Paragraph>}
      </Details>
    </Stack>
  )
}

function Measurements({ goal, municipality, words, form, errors }: GoalPage) {
  const { t, language } = words
  const address = (path: string): string =>
    municipalityAddress(`/sturing/doelen/${goal.id}${path}`, municipality)
  const { unit, kind } = kindOf(goal.measure)
  return (
    <Stack>
      <Heading level={2}>{t('goals.measurements')}</Heading>
      {goal.measurements.length > 0 && (
        <DataTable
          id="metingen"
          caption={t('goals.measurements-caption')}
          rows={goal.measurements}
          columns={[
            {
              key: 'day',
              header: t('goals.measure.day'),
              rowHeader: true,
              cell: ({ day }) => dateInWords(day, language),
            },
            {
              key: 'value',
              header: t('goals.measure.value'),
              numeric: true,
              cell: ({ value, isStruckOut }) => {
                const said = sayNumber(value, goal.measure, language)
                return isStruckOut ? <s>{said}</s> : said
              },
            },
            { key: 'source', header: t('goals.measure.source'), cell: ({ source }) => source },
            { key: 'note', header: t('goals.form.note'), cell: ({ note }) => note || '–' },
            {
              key: 'away',
              header: t('goals.measure.act'),
              cell: ({ id, day, isStruckOut }) =>
                isStruckOut ? (
                  t('goals.measure.struck-out')
                ) : (
                  <form method="post" action={address(`/meting/${id}/doorhalen`)}>
                    <Button type="submit" variant="subtle">
                      {t('goals.measure.strike-out')}
                      <VisuallyHidden> {dateInWords(day, language)}</VisuallyHidden>
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
      <Heading level={3}>{t('goals.measure.title')}</Heading>
      <Form action={address('/meting')}>
        <input type="hidden" name="id" value={form.text('id')} />
        <FormField
          id="value"
          label={t(kind === 'count' ? 'goals.measure.count' : `goals.form.value.${unit}`)}
          description={kind === 'count' ? t('goals.measure.count-hint') : undefined}
          required
          error={errorAt(errors, 'value')}
        >
          <NumberInput name="value" value={form.text('value')} decimals autocomplete="off" />
        </FormField>
        <DateInput
          id="day"
          name="day"
          legend={t('goals.measure.day')}
          required
          error={errorAt(errors, 'day')}
          labels={{ day: t('goals.day'), month: t('goals.month'), year: t('goals.year') }}
          value={{
            day: form.text('day.day'),
            month: form.text('day.month'),
            year: form.text('day.year'),
          }}
        />
        <FormField
          id="source"
          label={t('goals.measure.source')}
          description={t('goals.measure.source-hint')}
          required
          error={errorAt(errors, 'source')}
        >
          <TextInput name="source" value={form.text('source')} autocomplete="off" />
        </FormField>
        <FormField
          id="note"
          label={t('goals.form.note')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'note')}
        >
          <TextInput name="note" value={form.text('note')} autocomplete="off" />
        </FormField>
        <ButtonGroup>
          <Button type="submit" variant="primary">
            {t('goals.measure.save')}
          </Button>
        </ButtonGroup>
      </Form>
    </Stack>
  )
}
