import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { municipalityAddress } from '../organisations/public.ts'
import type { Account, LibraryOfAccount } from './account.ts'
import { type AccountStep, nextStep, stepsOf } from './account-steps.ts'
import { type Accounting, accountAddress } from './accounting-request.ts'

type PlainStep = Exclude<AccountStep['key'], 'library'>
type PartWords = 'not-asked' | 'asked' | 'disputed' | 'changed' | 'confirmed'

type StepPage = Pick<Accounting, 'municipality' | 'year' | 'today'> & {
  readonly t: Translate
  readonly language: Language
  readonly account: Account
}

/** The one thing to do now, with the button that does it. */
export function NextStep(page: StepPage) {
  const { t, account, today } = page
  const step = nextStep(stepsOf(account, today))
  if (!step) return null
  return (
    <Stack>
      <Heading level={2}>{t('accountability.next-step')}</Heading>
      <Alert kind="info">
        <Stack>
          <Paragraph>{sentenceOf(step, page)}</Paragraph>
          <Remark {...page} step={step} />
          <StepButton {...page} step={step} isNext />
        </Stack>
      </Alert>
    </Stack>
  )
}

/** All that makes an account complete, each with how it stands. */
export function StepList(page: StepPage) {
  const { t, account, today } = page
  const steps = stepsOf(account, today)
  return (
    <Stack>
      <Heading level={2}>{t('accountability.steps')}</Heading>
      <ol>
        {steps.map((step) => (
          <li>
            <StatusBadge
              kind={step.state === 'done' ? 'done' : step.state === 'waiting' ? 'waiting' : 'neutral'}
            >
              {t(`accountability.state.${step.state}`)}
            </StatusBadge>{' '}
            {step.key === 'library' ? (
              t(`accountability.step.library.${step.about as PartWords}`, {
                library: libraryName(page, step),
              })
            ) : (
              <Link href={addressOf(step, page)}>{nameOf(step, page)}</Link>
            )}
          </li>
        ))}
      </ol>
      {account.libraries.length === 0 && <Paragraph>{t('accountability.no-library')}</Paragraph>}
      {account.libraries.map((library) => (
        <LibraryAnswer {...page} library={library} />
      ))}
    </Stack>
  )
}

/** What a library said that needs an answer: a remark, or numbers that changed since. */
function LibraryAnswer({ library, ...page }: StepPage & { readonly library: LibraryOfAccount }) {
  const { account, today } = page
  const step = stepsOf(account, today).find((each) => each.key === 'library' && each.libraryId === library.id)
  const next = nextStep(stepsOf(account, today))
  const isNext = next?.key === 'library' && next.libraryId === library.id
  if (!step || account.statement || isNext) return null
  if (step.about === 'not-asked') return <StepButton {...page} step={step} />
  if (step.about !== 'disputed' && step.about !== 'changed') return null
  return (
    <Alert kind="warning">
      <Stack>
        <Paragraph>{sentenceOf(step, page)}</Paragraph>
        <Remark {...page} step={step} />
        <StepButton {...page} step={step} />
      </Stack>
    </Alert>
  )
}

function Remark({ account, step }: StepPage & { readonly step: AccountStep }) {
  const remark = account.libraries.find(({ id }) => id === step.libraryId)?.part?.remark
  return step.about === 'disputed' && remark ? <blockquote>{remark}</blockquote> : null
}

function StepButton({
  step,
  isNext = false,
  ...page
}: StepPage & { readonly step: AccountStep; readonly isNext?: boolean }) {
  const variant = isNext ? 'primary' : 'secondary'

  const { t } = page
  if (step.key === 'library' && step.about !== 'asked' && step.libraryId)
    return (
      <Form action={accountAddress('/vragen', page)} label={libraryName(page, step)}>
        <input type="hidden" name="library" value={step.libraryId} />
        <ButtonGroup>
          <Button type="submit" variant={variant}>
            {t(step.about === 'not-asked' ? 'accountability.ask' : 'accountability.ask-again', {
              library: libraryName(page, step),
            })}
          </Button>
        </ButtonGroup>
      </Form>
    )
  if (step.state === 'waiting' && step.key === 'sign') return null
  return (
    <ButtonGroup>
      <Button href={addressOf(step, page)} variant={variant}>
        {t(step.key === 'library' ? 'accountability.sign-without' : `accountability.do.${step.key}`)}
      </Button>
    </ButtonGroup>
  )
}

const libraryName = ({ account }: StepPage, { libraryId }: AccountStep): string =>
  account.libraries.find(({ id }) => id === libraryId)?.name ?? ''

const nameOf = (step: AccountStep, page: StepPage): string =>
  page.t(`accountability.step.${step.key as PlainStep}`, {
    library: libraryName(page, step),
    year: page.year,
  })

const sentenceOf = (step: AccountStep, page: StepPage): string =>
  page.t(
    step.key === 'library' && step.about && step.about !== 'not-over' && step.about !== 'confirmed'
      ? `accountability.tell.library.${step.about}`
      : step.about === 'not-over'
        ? 'accountability.tell.not-over'
        : `accountability.tell.${step.key as PlainStep}`,
    { library: libraryName(page, step), year: page.year },
  )

function addressOf(step: AccountStep, page: StepPage): string {
  if (step.key === 'money' || step.key === 'grant')
    return municipalityAddress('/sturing/geld', page.municipality, { jaar: page.year })
  if (step.key === 'materials' && step.libraryId)
    return accountAddress('/leermiddelen', page, { bibliotheek: step.libraryId })
  return accountAddress('/ondertekenen', page)
}
