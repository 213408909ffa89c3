import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { instantAt } from '../../../platform/time/local-time.ts'
import { callLink, unbroken } from '../../desks/public.ts'
import { momentText } from '../appointment-words.ts'
import { StateBadge } from '../book-at-desk/book-at-desk.page.tsx'
import type { Appointment } from '../find-appointment/find-appointment.query.ts'
import type { Person } from '../person.ts'
import { SignFirst } from '../sign-first.page.tsx'
import { slotValue } from '../slot-value.ts'
import type { FreeSlot } from '../slots.ts'

interface AppointmentAtDesk {
  readonly t: Translate
  readonly language: Language
  readonly appointment: Appointment
  readonly deskName: string
  readonly topic: string
  /** Whether the desk is open then, by what its hours are now. */
  readonly isOpen: boolean
  readonly ahead: boolean
  readonly mayBeSettled: boolean
}

/** What is known of one appointment, and what the desk can do with it. */
export function handleAppointmentPage({
  person,
  asksCancel,
  ...page
}: AppointmentAtDesk & {
  readonly person?: Person | 'sign-first' | 'gone'
  /** Whether the desk pressed 'cancel' once: a place that is given away does not come back. */
  readonly asksCancel?: true
}): Page {
  const { t, appointment, isOpen, ahead, mayBeSettled } = page
  const base = `/balie/afspraken/${appointment.id}`
  return {
    title: t('appointments.one.title'),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('appointments.one.title')}</Heading>
        {ahead && !isOpen && (
          <Alert kind="warning">
            <p>{t('appointments.one.closed')}</p>
          </Alert>
        )}
        <Facts {...page} />
        {appointment.person && !person && (
          <form action={`${base}/persoon`} method="post">
            <Button type="submit">{t('appointments.one.show-person')}</Button>
          </form>
        )}
        {!appointment.person && <Paragraph>{t('appointments.one.nobody')}</Paragraph>}
        {person && <VisitorFacts t={t} person={person} />}
        {mayBeSettled && <SettleForms t={t} appointment={appointment} />}
        {ahead && asksCancel && (
          <Alert kind="warning">
            <p>{t('appointments.one.cancel-sure')}</p>
            <Row>
              <form action={`${base}/afzeggen`} method="post">
                <input type="hidden" name="sure" value="yes" />
                <Button type="submit" variant="danger">
                  {t('appointments.one.cancel')}
                </Button>
              </form>
              <Link href={base}>{t('appointments.one.keep')}</Link>
            </Row>
          </Alert>
        )}
        {ahead && !asksCancel && (
          <Row>
            <Button href={`${base}/verzetten`}>{t('appointments.one.move')}</Button>
            <form action={`${base}/afzeggen`} method="post">
              <Button type="submit" variant="danger">
                {t('appointments.one.cancel')}
              </Button>
            </form>
          </Row>
        )}
        <Row>
          <Link href={`/balie/vandaag?informatiepunt=${appointment.deskId}`}>
            {t('appointments.today.link')}
          </Link>
          <Link href={`/balie/afspraken?informatiepunt=${appointment.deskId}`}>
            {t('appointments.times.title')}
          </Link>
        </Row>
      </Stack>
    ),
  }
}

function Facts({ t, language, appointment, deskName, topic }: AppointmentAtDesk) {
  return (
    <DescriptionList
      items={[
        { term: t('appointments.when'), description: momentText(appointment.startsAt, language) },
        { term: t('appointments.desk'), description: deskName },
        { term: t('appointments.what'), description: appointment.offerName },
        { term: t('appointments.topic'), description: topic || '–' },
        { term: t('appointments.state'), description: <StateBadge t={t} state={appointment.state} /> },
      ]}
    />
  )
}

/** Who it is, as far as he said so; or what to do first. */
export function VisitorFacts({ t, person }: { t: Translate; person: Person | 'sign-first' | 'gone' }) {
  if (person === 'sign-first') return <SignFirst t={t} />
  if (person === 'gone') return <Paragraph>{t('appointments.one.erased')}</Paragraph>
  const { name, contact } = person
  const items: { term: Child; description: Child }[] = [
    ...(name ? [{ term: t('appointments.name'), description: name }] : []),
    ...(contact?.kind === 'phone'
      ? [
          {
            term: t('appointments.phone'),
            description: <Link href={callLink(contact.value)}>{unbroken(contact.value)}</Link>,
          },
        ]
      : []),
    ...(contact?.kind === 'email'
      ? [
          {
            term: t('appointments.email'),
            description: <Link href={`mailto:${contact.value}`}>{contact.value}</Link>,
          },
        ]
      : []),
  ]
  return <DescriptionList items={items} />
}

/** A tap for each answer; on the same day it can be put right. */
export function SettleForms({
  t,
  appointment: { id, state },
  back,
}: {
  t: Translate
  appointment: Pick<Appointment, 'id' | 'state'>
  /** Where the browser goes after it; else to the page of the appointment. */
  back?: 'today'
}) {
  const answers = state === 'booked' ? (['came', 'not-came'] as const) : (['booked'] as const)
  return (
    <form action={`/balie/afspraken/${id}/gekomen`} method="post">
      {back && <input type="hidden" name="back" value={back} />}
      <Row>
        {answers.map((answer) => (
          <Button type="submit" name="state" value={answer}>
            {t(`appointments.settle.${answer}`)}
          </Button>
        ))}
      </Row>
    </form>
  )
}

/** Other times of the same offer, one to choose. */
export function moveAtDeskPage({
  slots,
  chosen,
  errors,
  ...page
}: AppointmentAtDesk & {
  readonly slots: readonly FreeSlot[]
  readonly chosen: string
  readonly errors: readonly FormError[]
}): Page {
  const { t, language, appointment } = page
  const base = `/balie/afspraken/${appointment.id}`
  return {
    title: t('appointments.one.move'),
    errors,
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('appointments.one.move')}</Heading>
        <Facts {...page} />
        {slots.length === 0 ? (
          <Paragraph>{t('appointments.times.full')}</Paragraph>
        ) : (
          <Form action={`${base}/verzetten`}>
            <RadioGroup
              id="time"
              name="time"
              legend={t('appointments.book.pick')}
              required
              error={errorAt(errors, 'time')}
              value={chosen}
              options={slots.map((slot) => ({
                value: slotValue(slot),
                label: momentText(instantAt(slot.start), language),
              }))}
            />
            <Row>
              <Button type="submit" variant="primary">
                {t('appointments.one.move')}
              </Button>
              <Link href={base}>{t('appointments.one.keep')}</Link>
            </Row>
          </Form>
        )}
      </Stack>
    ),
  }
}
