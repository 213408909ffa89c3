import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { Desk } from '../desk.ts'
import { isOwnDay, type PlannedHoliday } from '../holiday-plan.ts'
import { type HoursWords, hoursInWords } from '../hours-in-words.ts'
import { seenFields } from './plan-holidays.form.ts'

export interface PlanHolidaysPage {
  readonly words: HoursWords
  readonly desk: Desk
  readonly holidays: readonly PlannedHoliday[]
  /** How many other desks of the library this person keeps the hours of. */
  readonly others: number
  /** The days that somebody ticked already; without it, those that are closed or had better be. */
  readonly ticked?: readonly string[]
  /** About which somebody else decided meanwhile. */
  readonly changed?: readonly PlannedHoliday[]
}

const isProposed = ({ decision, optional }: PlannedHoliday): boolean =>
  decision === 'closed' || (!decision && !optional)

export function planHolidaysPage(props: PlanHolidaysPage): Page {
  const { words, desk, holidays, others, changed = [] } = props
  const { t, language } = words
  const base = `/balie/openingstijden/${desk.id}`
  const open = holidays.filter(isOwnDay)
  const elsewhere = holidays.filter((holiday) => !isOwnDay(holiday))
  const seen = seenFields(open)
  const named = ({ day, name }: PlannedHoliday): string =>
    t('hours.holidays.day', { name: t(`hours.holiday.${name}`), day: dayInWords(day, language) })
  return {
    title: `${t('hours.holidays.title')}, ${desk.name}`,
    ...(changed.length > 0 && { errors: [{ message: t('hours.holidays.changed-meanwhile') }] }),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('hours.holidays.title')}</Heading>
          <Paragraph>{desk.name}</Paragraph>
          <Paragraph lead>{t('hours.holidays.lead')}</Paragraph>
          {changed.length > 0 && (
            <div>
              <Paragraph>{t('hours.holidays.theirs')}</Paragraph>
              <ul>
                {changed.map((holiday) => (
                  <li>
                    {`${named(holiday)}: ${t(holiday.decision ? `hours.decision.${holiday.decision}` : 'hours.decision.none')}`}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {open.length === 0 ? (
            <EmptyState>{t('hours.holidays.none')}</EmptyState>
          ) : (
            <Form action={`${base}/feestdagen`}>
              <input type="hidden" name="shown" value={seen.shown} />
              <input type="hidden" name="decided" value={seen.decided} />
              <CheckboxGroup
                id="closed"
                name="closed"
                legend={t('hours.holidays.closed')}
                description={t('hours.holidays.closed-hint')}
                options={open.map((holiday) => ({
                  value: holiday.day,
                  label: named(holiday),
                  description: t(holiday.decision ? 'hours.holidays.decided' : 'hours.holidays.usual', {
                    hours: holiday.usual.map((each) => hoursInWords(words, each)).join('; '),
                    decision: holiday.decision ? t(`hours.decision.${holiday.decision}`) : '',
                  }),
                }))}
                values={props.ticked ?? open.filter(isProposed).map(({ day }) => day)}
              />
              {others > 0 && (
                <CheckboxGroup
                  id="others"
                  name="others"
                  legend={t('hours.holidays.others')}
                  options={[
                    {
                      value: 'yes',
                      label: t('hours.holidays.others-label', { count: others }),
                      description: t('hours.holidays.others-hint'),
                    },
                  ]}
                />
              )}
              <ButtonGroup>
                <Button type="submit" variant="primary">
                  {t('hours.holidays.save')}
                </Button>
                <Button href={base} variant="subtle">
                  {t('hours.back')}
                </Button>
              </ButtonGroup>
            </Form>
          )}
        </Stack>
        {elsewhere.length > 0 && (
          <Stack>
            <Heading level={2}>{t('hours.holidays.elsewhere')}</Heading>
            <ul>
              {elsewhere.map((holiday) => (
                <li>
                  {named(holiday)}: {holiday.decision && t(`hours.decision.${holiday.decision}`)}
                  {holiday.exception?.name && ` (${holiday.exception.name})`}{' '}
                  <Link href={`${base}/dicht/${holiday.exception?.id}`}>
                    {t('hours.holidays.change', { name: t(`hours.holiday.${holiday.name}`) })}
                  </Link>
                </li>
              ))}
            </ul>
          </Stack>
        )}
      </Stack>
    ),
  }
}
