import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Progress } from '../../../design-system/progress/progress.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import type { Recoding } from '../../contacts/public.ts'
import { addressOfOption } from '../../lists/public.ts'
import type { Reaction } from '../find-proposals/find-proposals.query.ts'
import { longestReason, type Proposal, proposalsAddress, textsAddress } from '../proposal.ts'
import { ProposalFacts, ProposalStatus, sayReactions } from '../proposal-card.page.tsx'

export function proposalsPage({
  t,
  proposals,
  reactions,
}: {
  t: Translate
  proposals: readonly Proposal[]
  reactions: readonly Reaction[]
}): Page {
  return {
    title: t('triage.proposals.title'),
    main: (
      <Stack>
        <Breadcrumb
          label={t('triage.breadcrumb')}
          items={[{ href: textsAddress, label: t('triage.texts.title') }]}
        />
        <Heading level={1}>{t('triage.proposals.title')}</Heading>
        <Paragraph>{t('triage.proposals.lead')}</Paragraph>
        {proposals.length === 0 ? (
          <EmptyState>{t('triage.proposals.nothing')}</EmptyState>
        ) : (
          <DataTable
            id="voorstellen"
            caption={t('triage.proposals.title')}
            columns={[
              {
                key: 'label',
                header: t('triage.proposals.label'),
                rowHeader: true,
                cell: ({ id, labelNl }) => <Link href={`${proposalsAddress}/${id}`}>{labelNl}</Link>,
              },
              {
                key: 'field',
                header: t('triage.fact.field'),
                cell: ({ field }) => t(`triage.field.${field}`),
              },
              {
                key: 'state',
                header: t('triage.fact.state'),
                cell: ({ status }) => <ProposalStatus t={t} status={status} />,
              },
              {
                key: 'contacts',
                header: t('triage.texts.contacts'),
                numeric: true,
                cell: ({ contacts }) => t('triage.number', { number: contacts }),
              },
              {
                key: 'reactions',
                header: t('triage.reactions'),
                cell: ({ id }) =>
                  sayReactions(
                    reactions.filter(({ proposalId }) => proposalId === id),
                    t,
                  ),
              },
              {
                key: 'proposed',
                header: t('triage.fact.proposed'),
                cell: ({ proposedOn }) => dayInTable(proposedOn),
              },
            ]}
            rows={proposals}
          />
        )}
      </Stack>
    ),
  }
}

export interface ProposalPage {
  readonly t: Translate
  readonly proposal: Proposal
  readonly recoding: Recoding | undefined
  /** The job that does what the recoding waits for is gone. */
  readonly lost: boolean
  readonly reactions: readonly Reaction[]
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved?: boolean
}

export function proposalPage(page: ProposalPage): Page {
  const { t, proposal, recoding, lost, reactions, errors, saved = false } = page
  return {
    title: t('triage.proposal.title', { label: proposal.labelNl }),
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('triage.breadcrumb')}
          items={[
            { href: textsAddress, label: t('triage.texts.title') },
            { href: proposalsAddress, label: t('triage.proposals.title') },
          ]}
        />
        {saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{t('triage.proposal.title', { label: proposal.labelNl })}</Heading>
        <div id="stand">
          <ProposalFacts t={t} proposal={proposal} />
        </div>
        {recoding && <RecodingState t={t} proposal={proposal} recoding={recoding} lost={lost} />}
        <Heading level={2}>{t('triage.reactions')}</Heading>
        <Paragraph>{sayReactions(reactions, t)}</Paragraph>
        <Reasons reactions={reactions} />
        {proposal.status === 'open' && <Decision {...page} />}
      </Stack>
    ),
  }
}

function Reasons({ reactions }: { reactions: readonly Reaction[] }): Child {
  const reasons = reactions.flatMap(({ reason }) => reason ?? [])
  return reasons.length === 0 ? null : (
    <ul class="balie-short-list">
      {reasons.map((reason) => (
        <li>{reason}</li>
      ))}
    </ul>
  )
}

/** How far the past is recoded or restored, with the way back. */
function RecodingState({
  t,
  proposal,
  recoding,
  lost,
}: {
  t: Translate
  proposal: Proposal
  recoding: Recoding
  lost: boolean
}): Child {
  const { status, total, recoded, restored, localLeft } = recoding
  const address = `${proposalsAddress}/${proposal.id}`
  const working = status === 'running' || status === 'undoing'
  const [done, of] = status === 'undoing' ? [restored, recoded] : [recoded, total]
  return (
    <Stack>
      <Heading level={2}>{t('triage.recoding')}</Heading>
      {working && of > 0 ? (
        <Progress
          id="voortgang"
          label={t(`triage.recoding.${status}`)}
          value={done}
          max={of}
          text={t('triage.recoding.progress', { done, of })}
        />
      ) : (
        <Paragraph>
          {t(`triage.recoding.${status}`)}{' '}
          {status === 'done' && t('triage.recoding.recoded', { count: recoded })}
          {status === 'undone' && t('triage.recoding.restored', { count: restored })}{' '}
          {status === 'undone' &&
            recoded > restored &&
            t('triage.recoding.left', { count: recoded - restored })}{' '}
          {status === 'done' && localLeft > 0 && t('triage.recoding.local-left', { count: localLeft })}
        </Paragraph>
      )}
      {lost && (
        <Form action={`${address}/opnieuw`}>
          <Paragraph>{t('triage.recoding.lost')}</Paragraph>
          <div>
            <Button type="submit">{t('triage.recoding.retry')}</Button>
          </div>
        </Form>
      )}
      {!lost && status !== 'done' && status !== 'undone' && (
        <Paragraph>
          <Link href={address}>{t('triage.recoding.look-again')}</Link>
        </Paragraph>
      )}
      {(status === 'undoing' || status === 'undone') && <AnswerStays t={t} proposal={proposal} />}
      {status === 'done' && (
        <Form action={`${address}/terugdraaien`}>
          <Paragraph>{t('triage.recoding.undo-lead')}</Paragraph>
          <AnswerStays t={t} proposal={proposal} />
          <div>
            <Button type="submit">{t('triage.recoding.undo')}</Button>
          </div>
        </Form>
      )}
    </Stack>
  )
}

/** Undoing gives the past back what it said; the answer can still be chosen until somebody ends it. */
function AnswerStays({ t, proposal: { field, code, labelNl } }: Pick<ProposalPage, 't' | 'proposal'>): Child {
  return code === null ? null : (
    <Paragraph>
      {t('triage.recoding.answer-stays', { label: labelNl })}{' '}
      <Link href={addressOfOption({ list: field, code })}>{t('triage.recoding.to-answer')}</Link>
    </Paragraph>
  )
}

function Decision({ t, proposal, form, errors }: ProposalPage): Child {
  const address = `${proposalsAddress}/${proposal.id}`
  return (
    <>
      <Heading level={2}>{t('triage.adopt')}</Heading>
      <Form action={`${address}/overnemen`} label={t('triage.adopt')}>
        <Paragraph>{t(proposal.intoCode ? 'triage.adopt.lead-into' : 'triage.adopt.lead')}</Paragraph>
        <Paragraph>
          {proposal.toRecode === null ? (
            <>
              {t('triage.adopt.counting')} <Link href={address}>{t('triage.adopt.look-again')}</Link>
            </>
          ) : (
            t('triage.adopt.count', {
              count: proposal.toRecode,
              day: dayInTable(proposal.measuredOn ?? proposal.proposedOn),
            })
          )}
        </Paragraph>
        <DateInput
          id="from"
          name="from"
          legend={t('triage.adopt.from')}
          description={t('list-care.from-hint')}
          labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
          value={{
            day: form.text('from.day'),
            month: form.text('from.month'),
            year: form.text('from.year'),
          }}
          error={errorAt(errors, 'from')}
          required
        />
        <div>
          <Button type="submit" variant="primary">
            {t('triage.adopt.submit')}
          </Button>
        </div>
      </Form>
      <Heading level={2}>{t('triage.reject')}</Heading>
      <Form action={`${address}/afwijzen`} label={t('triage.reject')}>
        <FormField
          id="reason"
          label={t('triage.reject.reason')}
          description={t('triage.reject.reason-hint', { most: longestReason })}
          error={errorAt(errors, 'reason')}
          required
        >
          <Textarea name="reason" value={form.text('reason')} />
        </FormField>
        <div>
          <Button type="submit">{t('triage.reject.submit')}</Button>
        </div>
      </Form>
    </>
  )
}
