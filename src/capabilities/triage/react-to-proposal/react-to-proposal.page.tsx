import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Desk } from '../../desks/public.ts'
import type { Reaction } from '../find-proposals/find-proposals.query.ts'
import { deskProposalsAddress, longestReason, type Proposal } from '../proposal.ts'
import { ProposalFacts } from '../proposal-card.page.tsx'

const states = ['open', 'adopted', 'rejected'] as const

export function deskProposalsPage({ t, proposals }: { t: Translate; proposals: readonly Proposal[] }): Page {
  return {
    title: t('triage.desk.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('triage.desk.title')}</Heading>
        <Paragraph>{t('triage.desk.lead')}</Paragraph>
        {proposals.length === 0 && <EmptyState>{t('triage.desk.nothing')}</EmptyState>}
        {states
          .map((status) => ({ status, some: proposals.filter((each) => each.status === status) }))
          .filter(({ some }) => some.length > 0)
          .map(({ status, some }) => (
            <Stack>
              <Heading level={2}>{t(`triage.desk.${status}`)}</Heading>
              <ul class="balie-short-list">
                {some.map(({ id, labelNl, field }) => (
                  <li>
                    <Link href={`${deskProposalsAddress}/${id}`}>{labelNl}</Link> (
                    {t(`triage.field.${field}`)})
                  </li>
                ))}
              </ul>
            </Stack>
          ))}
      </Stack>
    ),
  }
}

export function deskProposalPage({
  t,
  proposal,
  desks,
  reactions,
  form,
  errors,
  saved = false,
}: {
  t: Translate
  proposal: Proposal
  /** Of which desks this person may say what they think. */
  desks: readonly Desk[]
  reactions: readonly Reaction[]
  form: FormFields
  errors: readonly FormError[]
  saved?: boolean
}): Page {
  return {
    title: t('triage.proposal.title', { label: proposal.labelNl }),
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('triage.breadcrumb')}
          items={[{ href: deskProposalsAddress, label: t('triage.desk.title') }]}
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
        {reactions.length > 0 && (
          <ul class="balie-short-list">
            {reactions.map(({ deskId, answer, reason }) => (
              <li>
                {desks.find(({ id }) => id === deskId)?.name ?? t('triage.desk.own')}:{' '}
                {t(`triage.answer.${answer}`)}
                {reason && ` (${reason})`}
              </li>
            ))}
          </ul>
        )}
        {proposal.status === 'open' && desks.length > 0 && (
          <Form action={`${deskProposalsAddress}/${proposal.id}`}>
            {desks.length === 1 ? (
              <input type="hidden" name="desk" value={desks[0]?.id} />
            ) : (
              <FormField id="desk" label={t('triage.desk.which')} error={errorAt(errors, 'desk')} required>
                <Select
                  name="desk"
                  value={form.text('desk')}
                  options={[
                    { value: '', label: t('triage.desk.choose') },
                    ...desks.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              </FormField>
            )}
            <RadioGroup
              id="answer"
              name="answer"
              legend={t('triage.desk.answer')}
              error={errorAt(errors, 'answer')}
              required
              options={(['helps', 'does-not'] as const).map((answer) => ({
                value: answer,
                label: t(`triage.answer.${answer}`),
              }))}
              value={form.text('answer')}
            />
            <FormField
              id="reason"
              label={t('triage.desk.reason')}
              description={t('triage.desk.reason-hint', { most: longestReason })}
              error={errorAt(errors, 'reason')}
            >
              <Textarea name="reason" value={form.text('reason')} />
            </FormField>
            <div>
              <Button type="submit" variant="primary">
                {t('triage.desk.submit')}
              </Button>
            </div>
          </Form>
        )}
      </Stack>
    ),
  }
}
