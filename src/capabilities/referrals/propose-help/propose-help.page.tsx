import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ResultCard, ResultList } from '../../../design-system/result-card/result-card.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, instantAt, localTime } from '../../../platform/time/local-time.ts'
import type { Desk } from '../../desks/public.ts'
import { placeLine, reachOf } from '../../directory/public.ts'
import type { ListSnapshot } from '../../lists/public.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import { addressWith, referAddress, referralsAddress, topicOptions } from '../referring-desk.ts'
import type { HelpProposal } from './propose-help.query.ts'

interface ProposePage {
  readonly t: Translate
  readonly language: Language
  readonly desks: readonly Desk[]
  readonly desk: Desk
  readonly lists: ListSnapshot
  readonly topicCode: string
  readonly where: string
  readonly problem: string | undefined
  /** Undefined: no topic was chosen yet. */
  readonly proposals: readonly HelpProposal[] | undefined
  /** The referral that did not work out, and that this one follows. */
  readonly followed: Referral | undefined
  /** Makes the secret of a form. */
  readonly key: () => string
}

export function proposeHelpPage(page: ProposePage): Page {
  const { t, proposals, problem, followed } = page
  return {
    title: t('referrals.propose.title'),
    errors: problem ? [{ id: 'waar', message: problem }] : [],
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('referrals.propose.title')}</Heading>
          <Paragraph>{t('referrals.propose.lead')}</Paragraph>
          {followed && (
            <Alert kind="info">
              <p>{t('referrals.propose.follows', { code: followed.code })}</p>
            </Alert>
          )}
          <Question page={page} />
          <Link href={referralsAddress}>{t('referrals.list.title')}</Link>
        </Stack>
        {proposals &&
          (proposals.length === 0 ? (
            <EmptyState>{t('referrals.propose.nobody')}</EmptyState>
          ) : (
            <Stack>
              <Heading level={2}>{t('referrals.propose.found', { count: proposals.length })}</Heading>
              <ResultList label={t('referrals.propose.found', { count: proposals.length })}>
                {proposals.map((proposal, at) => (
                  <ProposalCard page={page} proposal={proposal} number={at + 1} />
                ))}
              </ResultList>
            </Stack>
          ))}
      </Stack>
    ),
  }
}

function Question({
  page: { t, desks, desk, lists, topicCode, where, problem, followed },
}: {
  page: ProposePage
}) {
  return (
    <FilterRow
      action={referAddress}
      label={t('referrals.propose.title')}
      submit={t('referrals.propose.show')}
    >
      {desks.length > 1 ? (
        <FormField id="informatiepunt" label={t('referrals.propose.desk')}>
          <Select
            name="informatiepunt"
            value={desk.id}
            options={desks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormField>
      ) : (
        <input type="hidden" name="informatiepunt" value={desk.id} />
      )}
      {followed && <input type="hidden" name="vervolg" value={followed.id} />}
      <FormField id="onderwerp" label={t('referrals.propose.topic')}>
        <Select
          name="onderwerp"
          value={topicCode}
          options={topicOptions(lists, t, t('referrals.propose.choose-topic'))}
        />
      </FormField>
      <FormField
        id="waar"
        label={t('referrals.propose.where')}
        description={t('referrals.propose.where-hint')}
        error={problem}
      >
        <TextInput name="waar" value={where} autocomplete="off" />
      </FormField>
    </FilterRow>
  )
}

function ProposalCard({
  page,
  proposal,
  number,
}: {
  page: ProposePage
  proposal: HelpProposal
  number: number
}) {
  const { t, desk, topicCode, followed, key } = page
  const { service, partner, locations, agreement, metres } = proposal
  const { phone } = reachOf(proposal)
  const [location] = locations
  const chosen = { informatiepunt: desk.id, onderwerp: topicCode, vervolg: followed?.id }
  return (
    <ResultCard
      number={number}
      name={service.name === partner.name ? service.name : `${service.name}, ${partner.name}`}
      href={`/balie/sociale-kaart/${service.id}`}
      aside={metres === undefined ? undefined : t('referrals.propose.distance', { km: kilometres(metres) })}
      state={roomWords(page, proposal)}
      open={service.capacity === 'open' || proposal.places.length > 0}
      lines={[
        ...(proposal.stale ? [t('referrals.propose.stale')] : []),
        proposal.consultationDesk
          ? t('referrals.propose.consultation-at', { desk: proposal.consultationDesk })
          : t(agreement ? `referrals.way.${agreement.way}` : `referrals.propose.ground.${proposal.ground}`),
        ...(agreement?.whenToRefer ? [agreement.whenToRefer] : []),
        ...(location && placeLine(location) ? [placeLine(location)] : []),
        ...(phone ? [t('referrals.propose.phone', { phone })] : []),
      ]}
      actions={
        <ButtonGroup>
          <Button variant="primary" href={addressWith(`${referAddress}/${service.id}`, chosen)}>
            {t('referrals.propose.warm')}
          </Button>
          <Form action={`${referAddress}/${service.id}/folder`}>
            <input type="hidden" name="key" value={key()} />
            <input type="hidden" name="desk" value={desk.id} />
            <input type="hidden" name="topic" value={topicCode} />
            <Button type="submit" ariaLabel={t('referrals.propose.leaflet-of', { name: service.name })}>
              {t('referrals.propose.leaflet')}
            </Button>
          </Form>
        </ButtonGroup>
      }
    />
  )
}

/** Whether there is room, as far as anybody knows: free places in a consultation hour, or what the partner said last. */
function roomWords({ t, language }: ProposePage, { service, places }: HelpProposal): Child {
  const [first] = places
  if (first) {
    const at = instantAt(first.start)
    return t('referrals.propose.places', {
      count: places.reduce((sum, { free }) => sum + free.length, 0),
      day: dayInWords(first.day, language, 'without-year'),
      time: localTime(at),
    })
  }
  return service.capacityOn === null || service.capacity === 'unknown'
    ? t('referrals.capacity.unknown')
    : t(`referrals.capacity.${service.capacity}`, {
        day: dayInWords(service.capacityOn, language, 'date'),
      })
}

/** As 0,4 or 12: one decimal under ten. */
const kilometres = (metres: number): string =>
  metres < 9_950 ? (metres / 1000).toFixed(1).replace('.', ',') : String(Math.round(metres / 1000))

export const noDeskPage = (t: Translate): Page => ({
  title: t('referrals.propose.title'),
  main: (
    <Stack>
      <Heading level={1}>{t('referrals.propose.title')}</Heading>
      <EmptyState>{t('referrals.propose.no-desk')}</EmptyState>
    </Stack>
  ),
})
