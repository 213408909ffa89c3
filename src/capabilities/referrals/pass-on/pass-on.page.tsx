import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime } from '../../../platform/time/local-time.ts'
import { consentLines } from '../consent-text.ts'
import { referralsAddress } from '../referring-desk.ts'
import type { PassableItem } from './pass-on.query.ts'

/** Where a call-back or a referral is passed on. */
export const passOnAddress = ({ kind, id }: Pick<PassableItem, 'kind' | 'id'>): string =>
  kind === 'referral' ? `${referralsAddress}/${id}/doorzetten` : `${callBacksAddress}/${id}/doorzetten`

const callBacksAddress = '/balie/terugbellen'

/** Leads to passing on, where there is a receiver for the desk. */
export function PassOnLink({
  t,
  item,
  receiver,
}: {
  t: Translate
  item: Pick<PassableItem, 'kind' | 'id'>
  receiver: string | undefined
}) {
  return receiver === undefined ? null : (
    <div>
      <Link href={passOnAddress(item)}>{t('privacy.pass-on.title', { receiver })}</Link>
    </div>
  )
}

export function passOnPage({
  t,
  item,
  receiver,
  topic,
  errors,
}: {
  t: Translate
  item: PassableItem
  /** The municipality, by the name that people know. */
  receiver: string
  topic: string | undefined
  errors: readonly FormError[]
}): Page {
  const title = t('privacy.pass-on.title', { receiver })
  const { person, handOver } = item
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('referrals.breadcrumb')}
          items={[
            item.kind === 'referral'
              ? {
                  href: `${referralsAddress}/${item.id}`,
                  label: t('referrals.passed.title', { code: item.code }),
                }
              : { href: callBacksAddress, label: t('appointments.call.title') },
          ]}
        />
        <Heading level={1}>{title}</Heading>
        <DescriptionList
          items={[
            { term: t(`privacy.kind.${item.kind}`), description: item.code },
            ...(topic ? [{ term: t('privacy.pass-on.topic'), description: topic }] : []),
          ]}
        />
        {handOver ? <State t={t} item={item} receiver={receiver} /> : null}
        {handOver && !handOver.givenUpAt ? null : person?.contactKind ? (
          <Form action={passOnAddress(item)}>
            {item.agreed ? (
              <Paragraph>{t('privacy.pass-on.on-file', { receiver })}</Paragraph>
            ) : (
              <Agreement t={t} item={item} receiver={receiver} topic={topic} errors={errors} />
            )}
            <div>
              <Button type="submit" variant="primary">
                {t('privacy.pass-on.submit', { receiver })}
              </Button>
            </div>
          </Form>
        ) : (
          <Alert kind="info">
            <p>{t('privacy.pass-on.anonymous')}</p>
          </Alert>
        )}
      </Stack>
    ),
  }
}

/** What the visitor hears or reads before anything goes, in his own language. */
function Agreement({
  t,
  item: { person },
  receiver,
  topic,
  errors,
}: {
  t: Translate
  item: PassableItem
  receiver: string
  topic: string | undefined
  errors: readonly FormError[]
}) {
  const voice = voiceOf(person?.language ?? 'nl')
  const lines = consentLines(voice, {
    partner: receiver,
    passed: [
      ...(person?.hasName ? (['name'] as const) : []),
      ...(person?.contactKind ? [person.contactKind] : []),
    ],
    topic,
    validUntil: person?.eraseOn ?? '',
  })
  return (
    <>
      <Paragraph>{t('privacy.pass-on.read-out')}</Paragraph>
      <div lang={voice.language} dir="auto">
        <Stack>
          {lines.map((line) => (
            <Paragraph>{line}</Paragraph>
          ))}
        </Stack>
      </div>
      <CheckboxGroup
        id="agreed"
        name="agreed"
        legend={t('privacy.pass-on.agree')}
        options={[{ value: 'yes', label: t('privacy.pass-on.agreed') }]}
        error={errorAt(errors, 'agreed')}
        required
      />
    </>
  )
}

function State({ t, item: { handOver }, receiver }: { t: Translate; item: PassableItem; receiver: string }) {
  if (handOver?.doneAt) {
    const day = `${dayInTable(localDay(handOver.doneAt))} ${localTime(handOver.doneAt)}`
    return (
      <Alert kind="ok">
        <p>{t('privacy.pass-on.done', { receiver, day })}</p>
      </Alert>
    )
  }
  return handOver?.givenUpAt ? (
    <Alert kind="error">
      <p>{t('privacy.pass-on.given-up', { receiver, problem: handOver.problem ?? '' })}</p>
    </Alert>
  ) : (
    <Alert kind="info">
      <p>{t('privacy.pass-on.waiting', { receiver })}</p>
    </Alert>
  )
}
