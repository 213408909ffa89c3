import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, type Instant } from '../../../platform/time/local-time.ts'
import { passedAddress } from '../passed-address.ts'
import { mostPassed, type PassedReferral } from '../read-passed/read-passed.query.ts'
import { answersNow, asksToAct, isEnd, type ReferralState } from '../referral-state.ts'

/** The partner's own list, a card each, with the answers that are one tap. */
export function listPassedPage({
  t,
  which,
  passed,
  now,
}: {
  readonly t: Translate
  readonly language: Language
  readonly which: 'open' | 'ended'
  readonly passed: readonly PassedReferral[]
  readonly now: Instant
}): Page {
  return {
    title: t('referrals.passed.list'),
    main: (
      <Stack>
        <Heading level={1}>{t('referrals.passed.list')}</Heading>
        <Paragraph>{t('referrals.passed.list-lead')}</Paragraph>
        <LinkTabs
          label={t('referrals.passed.list')}
          items={[
            { href: passedAddress, label: t('referrals.passed.open'), current: which === 'open' },
            {
              href: `${passedAddress}?toon=klaar`,
              label: t('referrals.passed.closed'),
              current: which === 'ended',
            },
          ]}
        />
        {passed.length === 0 ? (
          <EmptyState>{t(`referrals.passed.none-${which}`)}</EmptyState>
        ) : (
          <Groups t={t} which={which} passed={passed} now={now} />
        )}
        {passed.length === mostPassed && <Paragraph>{t('referrals.most', { most: mostPassed })}</Paragraph>}
      </Stack>
    ),
  }
}

/** What waits first; what was sent back below it, as far as it is not closed. */
function Groups({ t, which, passed, now }: Listed & { which: 'open' | 'ended' }) {
  const isBack = ({ referral: { state } }: PassedReferral) => state === 'not-for-us' || state === 'no-room'
  const waiting = passed.filter((each) => !isBack(each))
  const back = passed.filter(isBack)
  return (
    <>
      {waiting.length > 0 && (
        <Stack>
          <Paragraph subtle>
            {t(which === 'open' ? 'referrals.passed.oldest-first' : 'referrals.passed.newest-first')}
          </Paragraph>
          <Cards t={t} passed={waiting} now={now} />
        </Stack>
      )}
      {back.length > 0 && (
        <Stack>
          <Heading level={2}>{t('referrals.passed.sent-back')}</Heading>
          <Cards t={t} passed={back} now={now} />
        </Stack>
      )}
    </>
  )
}

interface Listed {
  readonly t: Translate
  readonly passed: readonly PassedReferral[]
  readonly now: Instant
}

const Cards = ({ t, passed, now }: Listed) => (
  <CardList>
    {passed.map((row) => {
      const { referral, deskName, topic, serviceName } = row
      return (
        <Card>
          <Stack gap="sm">
            <Row apart>
              <strong>
                <Link href={`${passedAddress}/doorverwijzing/${referral.id}`}>{referral.code}</Link>
              </strong>
              <StatusBadge kind={badgeOf(referral.state)}>
                {t(`referrals.state.${referral.state}`)}
              </StatusBadge>
            </Row>
            <Paragraph>
              {[topic ?? serviceName, deskName, dayInTable(referral.madeOn)].filter(Boolean).join(' · ')}
            </Paragraph>
            <Taps t={t} row={row} now={now} />
          </Stack>
        </Card>
      )
    })}
  </CardList>
)

const badgeOf = (state: ReferralState) =>
  asksToAct(state) ? 'failed' : isEnd(state) || state === 'came' || state === 'helped' ? 'done' : 'waiting'

/** The answers that ask nothing more, each one tap. An appointment, or 'not for us', asks something: those are on its page. */
function Taps({ t, row: { referral }, now }: { t: Translate; row: PassedReferral; now: Instant }) {
  const taps = answersNow(referral, 'partner', now).filter((event) => event !== 'plan' && event !== 'decline')
  return taps.length === 0 ? null : (
    <Form action={`${passedAddress}/doorverwijzing/${referral.id}`} label={referral.code}>
      <ButtonGroup>
        {taps.map((event) => (
          <Button
            type="submit"
            name="event"
            value={event}
            ariaLabel={`${t(`referrals.answer.${event}`)}: ${referral.code}`}
          >
            {t(`referrals.answer.${event}`)}
          </Button>
        ))}
      </ButtonGroup>
    </Form>
  )
}
