import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { ShortCode } from '../../../design-system/short-code/short-code.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import {
  ownNames,
  type PublicLanguage,
  type PublicVoice,
  publicLanguages,
  publicVoice,
} from '../../../platform/i18n/public-language.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { addDays, dayInWords, instantAt, localDay } from '../../../platform/time/local-time.ts'
import { addressLine, deskPath, type ShownDesk } from '../../desks/public.ts'
import { type Topic, topicGroups } from '../../lists/public.ts'
import { timeText, whenText } from '../appointment-words.ts'
import { roomDays } from '../choose-desk/choose-desk.query.ts'
import { type Sender, senderKinds } from '../sender.ts'
import { slotValue } from '../slot-value.ts'
import type { FreeSlot } from '../slots.ts'
import type { Sent } from './send-to-desk.command.ts'
import { walkIn } from './send-to-desk.form.ts'

export interface SendingPage {
  readonly t: Translate
  readonly language: Language
  /** Signed in: who sends is known, and the answer comes to a screen of its own. */
  readonly known: boolean
  readonly sender: Sender | undefined
  readonly shown: ShownDesk
  readonly slots: readonly FreeSlot[]
  readonly topics: readonly Topic[]
  readonly today: string
  /** More times than fit at a glance were asked for. */
  readonly all: boolean
  /** Where this installation is, as https://voorbeeld.nl. */
  readonly origin: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** So many times are shown at first, and when more are asked. */
const slotsShown = 24
const mostShown = 240

/** One screen: when, about what, and only if the visitor likes, who. */
export function sendingPage(page: SendingPage): Page {
  const { t, known, shown, slots, topics, form, errors } = page
  const { desk } = shown
  const action = addressOf(page)
  return {
    title: t('senders.send.title', { desk: desk.name }),
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('senders.breadcrumb')}
          items={[
            known
              ? { href: '/samenwerking/aanmelden', label: t('senders.choose.title') }
              : { href: '/doorverwijzen', label: t('senders.choose.title') },
          ]}
        />
        <Heading level={1}>{t('senders.send.title', { desk: desk.name })}</Heading>
        <Paragraph>
          {addressLine(desk)}
          {addressLine(desk) && ' · '}
          <Link href={deskPath(desk)}>{t('senders.hours')}</Link>
        </Paragraph>
        <Form action={action}>
          <input type="hidden" name="key" value={form.text('key')} />
          {!known && (
            <>
              <RadioGroup
                id="kind"
                name="kind"
                legend={t('senders.kind')}
                required
                error={errorAt(errors, 'kind')}
                options={senderKinds.map((kind) => ({ value: kind, label: t(`senders.kind.${kind}`) }))}
                value={form.text('kind')}
              />
              <FormField
                id="organisation"
                label={t('senders.organisation')}
                description={t('senders.organisation-hint')}
                required
                error={errorAt(errors, 'organisation')}
              >
                <TextInput
                  name="organisation"
                  value={form.text('organisation')}
                  autocomplete="organization"
                />
              </FormField>
            </>
          )}
          <Times {...page} />
          <FormField
            id="topic"
            label={t('senders.topic')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'topic')}
          >
            <Select
              name="topic"
              value={form.text('topic')}
              options={[
                { value: '', label: t('senders.topic-none') },
                ...topicGroups.map((group) => ({
                  label: t(`senders.topic-group.${group}`),
                  options: topics
                    .filter((topic) => topic.group === group)
                    .map(({ code, label }) => ({ value: code, label })),
                })),
              ]}
            />
          </FormField>
          {slots.length > 0 && <Visitor {...page} />}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('senders.send.submit')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

const addressOf = ({ known, shown }: Pick<SendingPage, 'known' | 'shown'>): string => {
  const part = deskPath(shown.desk).split('/').at(-1)
  return known ? `/samenwerking/aanmelden/${part}` : `/doorverwijzen/aanmelden/${part}`
}

/** The free times below each other, a heading a day; one list of radio buttons for who cannot see or has no mouse. */
function Times(page: SendingPage) {
  const { t, language, slots, form, errors, all } = page
  const chosen = form.text('when')
  const listedAtMost = all ? mostShown : slotsShown
  const shown = slots.slice(0, listedAtMost)
  const late = slots.slice(listedAtMost).find((slot) => slotValue(slot) === chosen)
  const listed = late ? [...shown, late] : shown
  const days = [...new Set(listed.map(({ day }) => day))]
  const until = addDays(page.today, roomDays)
  const free = slots.filter(({ day }) => day < until).reduce((sum, slot) => sum + slot.free.length, 0)
  return (
    <>
      <Paragraph>{t('senders.capacity', { count: free })}</Paragraph>
      <RadioGroup
        id="when"
        name="when"
        legend={t('senders.when')}
        required
        error={errorAt(errors, 'when')}
        options={[{ value: walkIn, label: t('senders.walk-in'), description: t('senders.walk-in-hint') }]}
        value={chosen}
      />
      {days.map((day) => (
        <RadioGroup
          id={`when-${day}`}
          name="when"
          legend={dayInWords(day, language, 'without-year')}
          options={listed
            .filter((slot) => slot.day === day)
            .map((slot) => ({
              value: slotValue(slot),
              label: t('senders.time', {
                time: timeText(instantAt(slot.start), language),
                count: slot.free.length,
              }),
            }))}
          value={chosen}
          layout="row"
        />
      ))}
      {!all && slots.length > slotsShown && (
        <Paragraph>
          <Link href={`${addressOf(page)}?tijden=alle`}>{t('senders.more-times')}</Link>
        </Paragraph>
      )}
    </>
  )
}

/** Who comes: nothing has to be filled in, and nothing is kept without consent. */
function Visitor({ t, form, errors }: SendingPage) {
  return (
    <>
      <Heading level={2}>{t('senders.visitor')}</Heading>
      <Paragraph>{t('senders.visitor-hint')}</Paragraph>
      <FormField
        id="name"
        label={t('senders.name')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'name')}
      >
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      <FormField
        id="contact"
        label={t('senders.contact')}
        description={t('senders.contact-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'contact')}
      >
        <TextInput name="contact" value={form.text('contact')} autocomplete="off" />
      </FormField>
      <FormField id="language" label={t('senders.language')}>
        <Select
          name="language"
          value={form.text('language') || 'nl'}
          options={publicLanguages.map((code) => ({ value: code, label: ownNames[code] }))}
        />
      </FormField>
      <ConsentTexts t={t} />
      <CheckboxGroup
        id="consent"
        name="consent"
        legend={t('senders.consent')}
        error={errorAt(errors, 'consent')}
        options={[{ value: 'ja', label: t('senders.consent-yes') }]}
        values={form.all('consent')}
      />
    </>
  )
}

/** What is read to the visitor, in his own language: the sentences are the same, and each knows in which it stands. */
function ConsentTexts({ t }: { t: Translate }) {
  const text = (code: PublicLanguage) => {
    const voice = publicVoice(code)
    return (
      <span lang={code} dir={voice.direction}>
        {voice.t('visit.consent.sender')}
      </span>
    )
  }
  return (
    <>
      <Paragraph>
        {t('senders.consent-read')} {text('nl')}
      </Paragraph>
      <Details summary={t('senders.consent-others')}>
        <DescriptionList
          items={publicLanguages
            .filter((code) => code !== 'nl')
            .map((code) => ({ term: ownNames[code], description: text(code) }))}
        />
      </Details>
    </>
  )
}

interface SentPage extends SendingPage {
  readonly sent: Extract<Sent, { ok: true }>
  readonly topic: string | undefined
  /** In the visitor's language. */
  readonly voice: PublicVoice
}

/** For the visitor, in his language: when and where, and how to change it; or where to find when one can walk in. */
function VisitorSheet({ shown, origin, voice, sent: { booking } }: SentPage) {
  const { desk } = shown
  const where = <bdi lang="nl">{[desk.name, addressLine(desk)].filter(Boolean).join(', ')}</bdi>
  return (
    <div lang={voice.language} dir={voice.direction}>
      {booking ? (
        <Stack>
          <ShortCode label={voice.t('visit.booking.code')} code={booking.code} />
          <DescriptionList
            items={[
              { term: voice.t('visit.booking.when-term'), description: whenText(booking.startsAt, voice) },
              { term: voice.t('visit.booking.where'), description: where },
            ]}
          />
          <Paragraph>
            {voice.t('visit.booking.where-to-change')}{' '}
            <bdi>{`${origin}${voice.link('/afspraak')}`.replace(/^https?:\/\//, '')}</bdi>
          </Paragraph>
        </Stack>
      ) : (
        <Paragraph>{where}</Paragraph>
      )}
    </div>
  )
}

/** What happens next, with the code to write down or print. */
export function sentPage(page: SentPage): Page {
  const { t, language, known, shown, sent, topic, voice } = page
  const { desk } = shown
  const { booking, code, followCode } = sent
  const facts: { term: Child; description: Child }[] = [
    { term: t('senders.code'), description: <strong>{code}</strong> },
    ...(booking
      ? [
          {
            term: t('senders.when'),
            description: `${dayInWords(localDay(booking.startsAt), language)}, ${timeText(booking.startsAt, language)}`,
          },
        ]
      : []),
    { term: t('senders.where'), description: [desk.name, addressLine(desk)].filter(Boolean).join(', ') },
    ...(topic ? [{ term: t('senders.topic'), description: topic }] : []),
    ...(known ? [] : [{ term: t('senders.follow-code'), description: <strong>{followCode}</strong> }]),
  ]
  return {
    title: t('senders.sent.title'),
    main: (
      <Stack>
        <Alert kind="ok">{t(booking ? 'senders.sent.booked' : 'senders.sent.walk-in')}</Alert>
        <Heading level={1}>{t('senders.sent.title')}</Heading>
        <DescriptionList items={facts} />
        <Heading level={2}>{t('senders.sent.visitor')}</Heading>
        <VisitorSheet {...page} />
        <Paragraph>{t('senders.sent.print')}</Paragraph>
        <Paragraph>
          <Link href={`${voice.link(deskPath(desk))}/folder`}>{t('senders.sent.leaflet')}</Link>
        </Paragraph>
        <Paragraph>{t(known ? 'senders.sent.answer-known' : 'senders.sent.answer')}</Paragraph>
        <ButtonGroup>
          <Button href={known ? '/samenwerking/aangemeld' : '/doorverwijzen/aanmelding'} variant="secondary">
            {t('senders.follow.title')}
          </Button>
          <Button href={known ? '/samenwerking/aanmelden' : '/doorverwijzen'} variant="subtle">
            {t('senders.again')}
          </Button>
        </ButtonGroup>
      </Stack>
    ),
  }
}
