import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { ShortList } from '../../../design-system/short-list/short-list.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { TextLines } from '../../notices/public.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { answerStatuses } from '../answer-signal/answer-signal.form.ts'
import { EvidenceTable } from '../evidence.page.tsx'
import type { Evidence } from '../evidence.ts'
import type { SignalChange } from '../find-signals/find-signals.query.ts'
import type { Handling } from '../handled-signal.ts'
import { AlikeSignals, JoinedSignals } from '../joined-signals.page.tsx'
import { type LeadSignal, longest } from '../signal.ts'
import { SignalBadge, SignalWords } from '../signal-words.page.tsx'
import { handleAddress } from '../signals-address.ts'

export interface ShownSignal extends Handling {
  readonly signal: LeadSignal
  /** All of the municipality. */
  readonly signals: readonly LeadSignal[]
  readonly desks: readonly { readonly id: string; readonly name: string }[]
  readonly changes: readonly SignalChange[]
  readonly evidence: Evidence
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly said?: 'beantwoord' | 'samengevoegd' | 'losgemaakt' | undefined
}

/** One signal: what desks say, how often the topic is asked about, and what comes of it. */
export function showSignalPage(props: ShownSignal): Page {
  const { t, municipality, signal, desks, errors, said } = props
  return {
    title: signal.service,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('signals.breadcrumb')}
            items={[{ href: handleAddress('', municipality), label: t('signals.title') }]}
          />
          <Heading level={1}>{signal.service}</Heading>
          {said && <Alert kind="ok">{t(`signals.said.${said}`)}</Alert>}
          <div id="stand">
            <SignalBadge t={t} signal={signal} />
          </div>
          {signal.answer && (
            <Paragraph>
              <TextLines text={signal.answer} />
            </Paragraph>
          )}
          <SignalWords {...props} />
          <Paragraph>
            {t('signals.desks-named', {
              count: desks.length,
              names: desks.map(({ name }) => name).join(', '),
            })}
          </Paragraph>
        </Stack>
        <EvidenceTable {...props} />
        <AnswerForm {...props} />
        <JoinedSignals {...props} />
        <AlikeSignals {...props} />
        <History {...props} />
      </Stack>
    ),
  }
}

function AnswerForm({ t, municipality, signal, form, errors }: ShownSignal) {
  return (
    <Stack>
      <Heading level={2}>{t('signals.answer.title')}</Heading>
      <Form action={handleAddress(`/${signal.id}`, municipality)}>
        <input type="hidden" name="version" value={form.text('version')} />
        <RadioGroup
          id="status"
          name="status"
          legend={t('signals.answer.status')}
          required
          error={errorAt(errors, 'status')}
          value={form.text('status')}
          options={answerStatuses.map((value) => ({ value, label: t(`signals.status.${value}`) }))}
        />
        <FormField
          id="answer"
          label={t('signals.answer.answer')}
          description={t('signals.answer.hint', { most: longest.answer })}
          error={errorAt(errors, 'answer')}
        >
          <Textarea name="answer" value={form.text('answer')} rows={4} />
        </FormField>
        <ButtonGroup>
          <Button type="submit" variant="primary">
            {t('signals.answer.submit')}
          </Button>
          {signal.status !== 'new' && (
            <Button
              href={municipalityAddress('/sturing/wijzigingen/nieuw', municipality, {
                onderwerp: signal.topicCode,
                titel: signal.service.slice(0, 80),
              })}
            >
              {t('signals.announce')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </Stack>
  )
}

function History({ t, language, signal, changes }: ShownSignal) {
  const serviceOf = (id: string): string =>
    [signal, ...signal.joined].find((each) => each.id === id)?.service ?? ''
  return (
    <Stack>
      <Heading level={2}>{t('signals.history')}</Heading>
      <ShortList
        items={[
          ...changes.map(({ signalId, kind, status, answer, on }) => ({
            name: `${dayInWords(on, language, 'date')}: ${
              kind === 'answered' && status
                ? t(`signals.status.${status}`)
                : t(`signals.change.${kind === 'joined' ? 'joined' : 'apart'}`, {
                    service: serviceOf(signalId),
                  })
            }`,
            lines: answer ? [<TextLines text={answer} />] : [],
          })),
          {
            name: `${dayInWords(signal.reportedOn, language, 'date')}: ${t('signals.change.reported')}`,
            lines: [],
          },
        ]}
      />
    </Stack>
  )
}
