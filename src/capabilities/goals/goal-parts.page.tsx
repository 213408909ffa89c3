import type { Child } from 'hono/jsx'
import { Card, CardList } from '../../design-system/card-list/card-list.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import { type NamedGoal, type Phase, phaseOf } from './goal.ts'
import { type GoalWords, sayDays, sayNow, sayScope, sayStanding, sayTarget } from './goal-words.ts'
import type { State } from './progress.ts'
import type { GoalProgress } from './read-progress/read-progress.query.ts'

const kinds = {
  reached: 'done',
  'on-course': 'done',
  uncertain: 'waiting',
  behind: 'failed',
  'cannot-tell': 'neutral',
} as const satisfies Record<State, string>

/** How a goal stands, in a word. */
export function GoalState({ state, t }: { state: State; t: GoalWords['t'] }) {
  return <StatusBadge kind={kinds[state]}>{t(`goals.state.${state}`)}</StatusBadge>
}

export interface ListedGoals {
  readonly goals: readonly NamedGoal[]
  readonly progress: ReadonlyMap<string, GoalProgress>
  readonly words: GoalWords
  readonly today: string
}

const phases: readonly Phase[] = ['running', 'coming', 'over', 'stopped']

/** Goals by where they are in their time: what runs first. @param addressOf where a goal opens; undefined: nowhere */
export function GoalCards({
  goals,
  progress,
  words,
  today,
  addressOf,
  withMunicipality = false,
}: ListedGoals & { addressOf?: (goal: NamedGoal) => string; withMunicipality?: boolean }) {
  return (
    <>
      {phases.map((phase) => {
        const some = goals.filter((goal) => phaseOf(goal, today) === phase)
        if (some.length === 0) return null
        return (
          <Stack>
            <Heading level={2}>{words.t(`goals.phase.${phase}`)}</Heading>
            <CardList>
              {some.map((goal) => (
                <Card>
                  <Stack gap="sm">
                    <Heading level={3}>
                      {addressOf ? <Link href={addressOf(goal)}>{goal.title}</Link> : goal.title}
                    </Heading>
                    {phase === 'stopped' ? (
                      <Paragraph>{words.t('goals.stopped', { reason: goal.stoppedReason })}</Paragraph>
                    ) : (
                      <GoalStanding goal={goal} progress={progress.get(goal.id)} words={words} />
                    )}
                    <DescriptionList
                      items={goalFacts(goal, progress.get(goal.id), words, { withMunicipality })}
                    />
                  </Stack>
                </Card>
              ))}
            </CardList>
          </Stack>
        )
      })}
    </>
  )
}

/** The word for how it stands, and why. */
export function GoalStanding({
  goal,
  progress,
  words,
}: {
  goal: NamedGoal
  progress: GoalProgress | undefined
  words: GoalWords
}) {
  if (!progress) return null
  return (
    <>
      <div>
        <GoalState state={progress.state} t={words.t} />
      </div>
      <Paragraph>{sayStanding(goal, progress, words)}</Paragraph>
    </>
  )
}

/** What belongs to a goal, as names with their values. */
export function goalFacts(
  goal: NamedGoal,
  progress: GoalProgress | undefined,
  words: GoalWords,
  { withMunicipality = false, withNow = true } = {},
): { term: Child; description: Child }[] {
  const { t } = words
  const agreed = [goal.agreedLibraryName, goal.agreedWith].filter(Boolean).join(', ')
  return [
    ...(withMunicipality ? [{ term: t('goals.municipality'), description: goal.municipalityName }] : []),
    { term: t('goals.target'), description: sayTarget(goal, progress?.target, words) },
    ...(withNow && progress && progress.why !== 'not-begun'
      ? [
          {
            term: t(progress.course.onlyOwnPart ? 'goals.now-own' : 'goals.now'),
            description: sayNow(goal, progress, words),
          },
        ]
      : []),
    { term: t('goals.scope'), description: sayScope(goal, words) },
    { term: t('goals.period'), description: sayDays(goal.period, words) },
    ...(agreed === '' ? [] : [{ term: t('goals.agreed-with'), description: agreed }]),
  ]
}
