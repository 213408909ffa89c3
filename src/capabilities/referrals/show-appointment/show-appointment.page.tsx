import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import { instantAt } from '../../../platform/time/local-time.ts'
import { deskPath, upperFirst } from '../../desks/public.ts'
import { whenText } from '../appointment-words.ts'
import { AppointmentFacts } from '../slip.page.tsx'
import { slotValue } from '../slot-value.ts'
import type { FreeSlot } from '../slots.ts'
import type { OpenedAppointment, OpenedCallBack } from './show-appointment.query.ts'

/** What just happened. */
export type Notice = 'moved'

const face = ({ t, language }: PublicVoice, path: string | undefined) => ({
  language,
  path,
  description: t('visit.booking.code-lead'),
  unlisted: true,
})

/** The code, typed from paper. */
export function askCodePage({
  voice,
  typed,
  problem,
}: {
  voice: PublicVoice
  typed: string
  problem?: PublicMessageKey
}): Page {
  const { t, link } = voice
  return {
    title: t('visit.booking.code-title'),
    errors: problem ? [{ id: 'code', message: t(problem) }] : [],
    forPublic: face(voice, '/afspraak'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('visit.booking.code-title')}</Heading>
          <Paragraph lead>{t('visit.booking.code-lead')}</Paragraph>
        </Stack>
        <Form action={link('/afspraak')}>
          <FormField
            id="code"
            label={t('visit.booking.code-field')}
            description={t('visit.booking.code-field-hint')}
            error={problem && t(problem)}
          >
            <TextInput name="code" value={typed} size="short" autocomplete="off" maxlength={20} />
          </FormField>
          <Row>
            <Button type="submit" variant="primary">
              {t('visit.booking.code-show')}
            </Button>
          </Row>
        </Form>
      </Stack>
    ),
  }
}

type AppointmentPage = OpenedAppointment & { readonly voice: PublicVoice; readonly code: string }

/** The appointment, and what one can do with it. */
export function showAppointmentPage({
  ahead,
  notice,
  ...page
}: AppointmentPage & { readonly ahead: boolean; readonly notice: Notice | undefined }): Page {
  const { voice, code, shown, appointment } = page
  const { t, link } = voice
  const cancelled = appointment.state === 'cancelled'
  return {
    title: t('visit.booking.form-title'),
    forPublic: face(voice, undefined),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('visit.booking.form-title')}</Heading>
        {notice && !cancelled && (
          <Alert kind="ok">
            <p>{t('visit.booking.moved')}</p>
          </Alert>
        )}
        {cancelled && (
          <Alert kind="info">
            <p>{t('visit.booking.cancelled')}</p>
          </Alert>
        )}
        {!cancelled && !ahead && <Paragraph>{t('visit.booking.started')}</Paragraph>}
        <AppointmentFacts {...page} />
        {ahead && (
          <Row>
            <CodeForm action={link('/afspraak/verzetten')} code={code}>
              <Button type="submit" variant="primary">
                {t('visit.booking.move')}
              </Button>
            </CodeForm>
            <CodeForm action={link('/afspraak/afzeggen')} code={code}>
              <Button type="submit">{t('visit.booking.cancel')}</Button>
            </CodeForm>
            <CodeForm action={link('/afspraak/agenda.ics')} code={code}>
              <Button type="submit">{t('visit.booking.calendar')}</Button>
            </CodeForm>
          </Row>
        )}
        {!ahead && (
          <p class="nl-paragraph">
            <Link href={`${link(deskPath(shown.desk))}/afspraak`}>{t('visit.booking.new')}</Link>
          </p>
        )}
      </Stack>
    ),
  }
}

/** Asks once more: a place that is given away does not come back. */
export function cancelPage(page: AppointmentPage): Page {
  const { voice, code } = page
  const { t, link } = voice
  return {
    title: t('visit.booking.cancel-sure'),
    forPublic: face(voice, undefined),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('visit.booking.cancel-sure')}</Heading>
        <AppointmentFacts {...page} />
        <Row>
          <CodeForm action={link('/afspraak/afzeggen')} code={code}>
            <input type="hidden" name="sure" value="yes" />
            <Button type="submit" variant="danger">
              {t('visit.booking.cancel')}
            </Button>
          </CodeForm>
          <CodeForm action={link('/afspraak')} code={code}>
            <Button type="submit">{t('visit.booking.keep')}</Button>
          </CodeForm>
        </Row>
      </Stack>
    ),
  }
}

/** Other times, one to choose. */
export function movePage({
  slots,
  chosen,
  errors,
  ...page
}: AppointmentPage & {
  readonly slots: readonly FreeSlot[]
  readonly chosen: string
  readonly errors: readonly FormError[]
}): Page {
  const { voice, code } = page
  const { t, link } = voice
  return {
    title: t('visit.booking.move'),
    errors,
    forPublic: face(voice, undefined),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('visit.booking.move')}</Heading>
        <AppointmentFacts {...page} />
        {slots.length === 0 ? (
          <Paragraph>{t('visit.booking.full')}</Paragraph>
        ) : (
          <Form action={link('/afspraak/verzetten')}>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="choosing" value="yes" />
            <RadioGroup
              id="time"
              name="time"
              legend={t('visit.booking.pick')}
              required
              error={errorAt(errors, 'time')}
              value={chosen}
              options={slots.map((slot) => ({
                value: slotValue(slot),
                label: upperFirst(whenText(instantAt(slot.start), voice), voice),
              }))}
            />
            <Row>
              <Button type="submit" variant="primary">
                {t('visit.booking.move')}
              </Button>
            </Row>
          </Form>
        )}
        <CodeForm action={link('/afspraak')} code={code}>
          <Button type="submit">{t('visit.booking.keep')}</Button>
        </CodeForm>
      </Stack>
    ),
  }
}

/** The call back, and a way to take it back. */
export function showCallBackPage({
  voice,
  code,
  shown,
  callBack,
  topic,
}: OpenedCallBack & { readonly voice: PublicVoice; readonly code: string }): Page {
  const { t, link } = voice
  const waits = callBack.state === 'waiting'
  const called = callBack.state === 'reached'
  return {
    title: t('visit.call-back.title'),
    forPublic: face(voice, undefined),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('visit.call-back.title')}</Heading>
        <Paragraph>
          <bdi lang="nl">{shown.desk.name}</bdi>
        </Paragraph>
        {waits && (
          <Paragraph lead>
            {callBack.plannedAt
              ? t('visit.call-back.planned', { when: whenText(callBack.plannedAt, voice) })
              : t('visit.call-back.unplanned')}
          </Paragraph>
        )}
        {!waits && (
          <Alert kind="info">
            <p>{t(callBack.hasPerson || called ? 'visit.call-back.done' : 'visit.call-back.cancelled')}</p>
          </Alert>
        )}
        {topic && <DescriptionList items={[{ term: t('visit.booking.topic-term'), description: topic }]} />}
        {callBack.hasPerson && (
          <CodeForm action={link('/afspraak/niet-bellen')} code={code}>
            <Button type="submit" variant="danger">
              {t('visit.call-back.cancel')}
            </Button>
          </CodeForm>
        )}
      </Stack>
    ),
  }
}

/** A form that takes the code along: in an address it would stay behind in the browser. */
function CodeForm({ action, code, children }: { action: string; code: string; children?: Child }) {
  return (
    <form action={action} method="post">
      <input type="hidden" name="code" value={code} />
      {children}
    </form>
  )
}
