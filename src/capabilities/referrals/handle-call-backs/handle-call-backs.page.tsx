import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ListSnapshot } from '../../lists/public.ts'
import { momentText, whenText } from '../appointment-words.ts'
import { VisitorFields } from '../book-at-desk/book-at-desk.page.tsx'
import { suitings } from '../call-time.ts'
import { DeskChoice } from '../desk-at-work.page.tsx'
import type { DeskAtWork } from '../desk-at-work.ts'
import { type CallBack, callOutcomes } from '../find-call-backs/find-call-backs.query.ts'
import { VisitorFacts } from '../handle-appointment/handle-appointment.page.tsx'
import { PassOnLink } from '../pass-on/pass-on.page.tsx'
import type { Person } from '../person.ts'
import { Slip, SlipTools, staffToolWords } from '../slip.page.tsx'

type AtDesk = Omit<DeskAtWork, 'scope'> & { readonly t: Translate }
type Named = CallBack & { readonly topic: string }

/** Who has to be called, with the answers one tap away; and what ended this week. */
export function handleCallBacksPage({
  t,
  language,
  desk,
  desks,
  now,
  waiting,
  ended,
  opened,
  receiver,
}: AtDesk & {
  readonly language: Language
  readonly now: Instant
  readonly waiting: readonly Named[]
  readonly ended: readonly Named[]
  /** A municipality to whose system the desk may pass on. */
  readonly receiver: string | undefined
  readonly opened: { readonly id: string; readonly person: Person | 'sign-first' | 'gone' } | undefined
}): Page {
  return {
    title: t('appointments.call.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Row apart>
            <Heading level={1}>{t('appointments.call.title')}</Heading>
            <Button href={`/balie/terugbellen/nieuw?informatiepunt=${desk.id}`} variant="primary">
              {t('appointments.call.add')}
            </Button>
          </Row>
          <DeskChoice t={t} path="/balie/terugbellen" desk={desk} desks={desks} />
        </Stack>
        {waiting.length === 0 ? (
          <EmptyState>{t('appointments.call.none')}</EmptyState>
        ) : (
          <CardList>
            {waiting.map((callBack) => (
              <Card>
                <Stack gap="sm">
                  <Waiting
                    t={t}
                    language={language}
                    now={now}
                    callBack={callBack}
                    person={opened?.id === callBack.id ? opened.person : undefined}
                  />
                  <PassOnLink t={t} item={{ kind: 'call-back', id: callBack.id }} receiver={receiver} />
                </Stack>
              </Card>
            ))}
          </CardList>
        )}
        {ended.length > 0 && (
          <DataTable
            id="ended"
            caption={t('appointments.call.ended')}
            rows={ended}
            columns={[
              {
                key: 'code',
                header: t('appointments.call.code'),
                rowHeader: true,
                cell: ({ code }) => code,
              },
              { key: 'topic', header: t('appointments.topic'), cell: ({ topic }) => topic || '–' },
              {
                key: 'tries',
                header: t('appointments.call.tries'),
                numeric: true,
                cell: ({ attempts }) => attempts.length,
              },
              {
                key: 'state',
                header: t('appointments.state'),
                cell: ({ state }) => (
                  <StatusBadge kind={state === 'reached' ? 'done' : 'neutral'}>
                    {t(`appointments.call.state.${state}`)}
                  </StatusBadge>
                ),
              },
            ]}
          />
        )}
      </Stack>
    ),
  }
}

function Waiting({
  t,
  language,
  now,
  callBack,
  person,
}: {
  t: Translate
  language: Language
  now: Instant
  callBack: Named
  person: Person | 'sign-first' | 'gone' | undefined
}) {
  const { id, code, topic, suits, plannedAt, attempts } = callBack
  const isLate = plannedAt !== null && plannedAt.epochMilliseconds < now.epochMilliseconds
  const base = `/balie/terugbellen/${id}`
  return (
    <Stack gap="sm">
      <Row apart>
        <Heading level={2} looks={3}>
          {plannedAt
            ? t('appointments.call.planned', { when: momentText(plannedAt, language) })
            : t('appointments.call.unplanned')}
        </Heading>
        {isLate && <StatusBadge kind="waiting">{t('appointments.call.now')}</StatusBadge>}
      </Row>
      <Paragraph>
        {[topic || t('appointments.call.no-topic'), t(`appointments.call.suits.${suits}`), code].join(' · ')}
      </Paragraph>
      {attempts.length > 0 && (
        <Paragraph subtle>
          {t('appointments.call.tried', {
            count: attempts.length,
            last: momentText(attempts.at(-1)?.at ?? now, language),
          })}
        </Paragraph>
      )}
      {person && <VisitorFacts t={t} person={person} />}
      <form action={`${base}/poging`} method="post">
        <input type="hidden" name="tried" value={`${attempts.length}`} />
        <Row>
          {!person && (
            <Button type="submit" formaction={`${base}/nummer`}>
              {t('appointments.call.show')}
            </Button>
          )}
          {callOutcomes.map((outcome) => (
            <Button type="submit" name="outcome" value={outcome}>
              {t(`appointments.call.outcome.${outcome}`)}
            </Button>
          ))}
          <Button type="submit" variant="subtle" formaction={`${base}/niet-meer`}>
            {t('appointments.call.drop')}
          </Button>
        </Row>
      </form>
    </Stack>
  )
}

/** The desk writes down that somebody has to be called. */
export function addCallBackPage({
  t,
  desk,
  form,
  errors,
  lists,
}: AtDesk & {
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly lists: ListSnapshot
}): Page {
  return {
    title: t('appointments.call.add'),
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('appointments.call.add')}</Heading>
        <Paragraph>{desk.name}</Paragraph>
        <Form action="/balie/terugbellen/nieuw">
          <input type="hidden" name="key" value={form.text('key')} />
          <input type="hidden" name="desk" value={desk.id} />
          <VisitorFields t={t} form={form} errors={errors} lists={lists} byPhone />
          <RadioGroup
            id="suits"
            name="suits"
            legend={t('appointments.call.suits')}
            value={form.text('suits') || 'any'}
            layout="row"
            options={suitings.map((value) => ({ value, label: t(`appointments.call.suits.${value}`) }))}
          />
          <Row>
            <Button type="submit" variant="primary">
              {t('appointments.call.save')}
            </Button>
            <Link href={`/balie/terugbellen?informatiepunt=${desk.id}`}>{t('appointments.back')}</Link>
          </Row>
        </Form>
      </Stack>
    ),
  }
}

/** What to tell the visitor, and the code by which he takes it back. */
export function callBackMadeAtDeskPage({
  t,
  language,
  desk,
  code,
  plannedAt,
  host,
  visitorLanguage,
}: AtDesk & {
  readonly language: Language
  readonly code: string
  readonly plannedAt: Instant | undefined
  readonly host: string
  readonly visitorLanguage: string
}): Page {
  const voice = voiceOf(visitorLanguage)
  return {
    title: t('appointments.call.made'),
    script: 'print-leaflet.js',
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('appointments.call.made')}</Heading>
          <Paragraph lead>
            {plannedAt
              ? t('appointments.call.planned', { when: momentText(plannedAt, language) })
              : t('appointments.call.unplanned')}
          </Paragraph>
        </Stack>
        <div lang={voice.language} dir={voice.direction}>
          <Slip voice={voice} code={code} hint={voice.t('visit.call-back.code-hint')} host={host}>
            <Paragraph>
              {plannedAt
                ? voice.t('visit.call-back.planned', { when: whenText(plannedAt, voice) })
                : voice.t('visit.call-back.unplanned')}
            </Paragraph>
          </Slip>
        </div>
        <SlipTools words={staffToolWords(t)} code={code} />
        <Row>
          <Link href={`/balie/terugbellen?informatiepunt=${desk.id}`}>{t('appointments.call.title')}</Link>
        </Row>
      </Stack>
    ),
  }
}
