import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay } from '../../../platform/time/local-time.ts'
import { callLink, unbroken } from '../../desks/public.ts'
import { entryItems } from '../entry-items.ts'
import { freshness } from '../freshness.ts'
import type { Entry, EntryHistory, WaitingChange } from '../read-entry/read-entry.query.ts'
import { checkResults, checkWays, upkeepPath } from '../upkeep.ts'

interface KeepTrue {
  readonly t: Translate
  readonly language: Language
  readonly today: string
  readonly entry: Entry
  readonly history: EntryHistory
  readonly names: ReadonlyMap<string, string>
  readonly isMine: boolean
  readonly sendsMail: boolean
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved: boolean
}

const badges = { fresh: 'done', stale: 'waiting', hidden: 'failed' } as const
const resultButtons = {
  right: 'primary',
  changed: 'secondary',
  'no-answer': 'secondary',
} as const

export function keepTruePage(page: KeepTrue): Page {
  const { t, entry, form, errors, saved, today } = page
  const state = freshness(entry, today)
  return {
    title: entry.name,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('upkeep.breadcrumb')}
            items={[
              { href: '/beheer/sociale-kaart', label: t('upkeep.directory') },
              { href: upkeepPath, label: t('upkeep.list.title') },
            ]}
          />
          <Heading level={1}>{entry.name}</Heading>
          {saved && (
            <Alert kind="ok">
              <p>{t('upkeep.saved')}</p>
            </Alert>
          )}
          <Paragraph>
            {entry.endedOn === null ? (
              <>
                <StatusBadge kind={badges[state]}>{t(`upkeep.fresh.${state}`)}</StatusBadge>{' '}
                {t('upkeep.entry.review', { day: dayInTable(entry.reviewOn) })}
              </>
            ) : (
              t('upkeep.entry.ended', { day: dayInTable(entry.endedOn) })
            )}
          </Paragraph>
        </Stack>
        <Changes {...page} />
        <Remarks {...page} />
        {entry.endedOn === null && (
          <Form action={`${upkeepPath}/${entry.id}`} onEnter={{ name: 'uitkomst', value: 'right' }}>
            <Heading level={2}>{t('upkeep.check.title')}</Heading>
            {entry.phone !== null && (
              <Paragraph>
                {t('upkeep.check.call')} <Link href={callLink(entry.phone)}>{unbroken(entry.phone)}</Link>
              </Paragraph>
            )}
            <RadioGroup
              id="hoe"
              name="hoe"
              legend={t('upkeep.check.how')}
              layout="row"
              value={form.text('hoe')}
              error={errorAt(errors, 'hoe')}
              options={checkWays.map((each) => ({ value: each, label: t(`upkeep.how.${each}`) }))}
            />
            <FormField
              id="notitie"
              label={t('upkeep.check.note')}
              description={t('upkeep.check.note-hint')}
              error={errorAt(errors, 'notitie')}
            >
              <TextInput name="notitie" value={form.text('notitie')} />
            </FormField>
            <Row>
              {checkResults
                .filter((each): each is keyof typeof resultButtons => each !== 'ended')
                .map((each) => (
                  <Button type="submit" name="uitkomst" value={each} variant={resultButtons[each]}>
                    {t(`upkeep.check.${each}`)}
                  </Button>
                ))}
            </Row>
            <Details summary={t('upkeep.check.ended')}>
              <Stack>
                <Paragraph>{t('upkeep.check.ended-asked', { name: entry.name })}</Paragraph>
                <div>
                  <Button type="submit" name="uitkomst" value="ended" variant="danger">
                    {t('upkeep.check.ended-sure')}
                  </Button>
                </div>
              </Stack>
            </Details>
          </Form>
        )}
        <Stack>
          <Heading level={2}>{t('upkeep.entry.title')}</Heading>
          <DescriptionList items={entryItems(entry, page)} />
          <Paragraph>
            <Link href={`/beheer/sociale-kaart/organisatie/${entry.id}`}>{t('upkeep.entry.change')}</Link>
          </Paragraph>
        </Stack>
        <Keeper {...page} />
        <History {...page} />
      </Stack>
    ),
  }
}

function Changes({ t, entry, history }: KeepTrue) {
  if (history.changes.length === 0) return null
  return (
    <Stack>
      <Heading level={2}>{t('upkeep.changes.title')}</Heading>
      <CardList>
        {history.changes.map((change) => (
          <Card>
            <Stack gap="sm">
              <Paragraph>
                {t(`upkeep.changes.${change.what}`, { day: dayInTable(localDay(change.at)) })}
              </Paragraph>
              {change.what === 'change' && <DescriptionList items={changeItems(change, entry, t)} />}
              {change.address !== null && <Paragraph>{t('upkeep.changes.address-hint')}</Paragraph>}
              <Form action={`${upkeepPath}/${entry.id}/doen`}>
                <input type="hidden" name="wat" value="wijziging" />
                <input type="hidden" name="id" value={change.id} />
                <Row>
                  <Button type="submit" name="overnemen" value="ja" variant="primary">
                    {t(change.what === 'change' ? 'upkeep.changes.take' : 'upkeep.changes.end')}
                  </Button>
                  <Button type="submit" name="overnemen" value="nee">
                    {t('upkeep.changes.leave')}
                  </Button>
                </Row>
              </Form>
            </Stack>
          </Card>
        ))}
      </CardList>
    </Stack>
  )
}

/** What it was and what it would become. */
function changeItems(change: WaitingChange, entry: Entry, t: Translate) {
  const fields = [
    ['phone', entry.phone, change.phone],
    ['address', entry.addresses.join(' · '), change.address],
    ['hours', null, change.hours],
    ['description', entry.description, change.description],
  ] as const
  return fields.flatMap(([name, old, now]) =>
    now === null
      ? []
      : [
          {
            term: t(`upkeep.field.${name}`),
            description: old ? t('upkeep.changes.was', { now, old }) : now,
          },
        ],
  )
}

function Remarks({ t, entry, history }: KeepTrue) {
  if (history.remarks.length === 0) return null
  return (
    <Stack>
      <Heading level={2}>{t('upkeep.remarks.title')}</Heading>
      <CardList>
        {history.remarks.map((remark) => (
          <Card>
            <Stack gap="sm">
              <Paragraph>
                {[
                  dayInTable(localDay(remark.at)),
                  t(`upkeep.mistake.${remark.what}`),
                  remark.service && t('upkeep.remarks.service', { name: remark.service }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Paragraph>
              {remark.text && <Paragraph>{remark.text}</Paragraph>}
              <Form action={`${upkeepPath}/${entry.id}/doen`}>
                <input type="hidden" name="wat" value="opmerking" />
                <input type="hidden" name="id" value={remark.id} />
                <Row>
                  <Button type="submit" name="overnemen" value="ja">
                    {t('upkeep.remarks.took')}
                  </Button>
                  <Button type="submit" name="overnemen" value="nee">
                    {t('upkeep.remarks.right')}
                  </Button>
                </Row>
              </Form>
            </Stack>
          </Card>
        ))}
      </CardList>
    </Stack>
  )
}

function Keeper({ t, entry, names, isMine, sendsMail }: KeepTrue) {
  if (entry.endedOn !== null) return null
  const keeper = entry.keeperAccountId === null ? undefined : names.get(entry.keeperAccountId)
  return (
    <Stack>
      <Heading level={2}>{t('upkeep.keeper.title')}</Heading>
      <Paragraph>
        {isMine
          ? t('upkeep.keeper.mine')
          : keeper
            ? t('upkeep.keeper.other', { name: keeper })
            : t('upkeep.keeper.nobody')}
      </Paragraph>
      <Form action={`${upkeepPath}/${entry.id}/doen`}>
        {!sendsMail && <Paragraph>{t('upkeep.keeper.no-mail')}</Paragraph>}
        <Row>
          {!isMine && (
            <Button type="submit" name="wat" value="houder">
              {t('upkeep.keeper.take')}
            </Button>
          )}
          <Button type="submit" name="wat" value="link" id="link">
            {t('upkeep.keeper.ask')}
          </Button>
        </Row>
      </Form>
    </Stack>
  )
}

function History({ t, history, names }: KeepTrue) {
  const lines = [
    ...history.checks.map(({ at, how, result, accountId, note }) => ({
      at,
      what: [t(`upkeep.how.${how}` as 'upkeep.how.phone'), note].filter(Boolean).join(': '),
      result: t(`upkeep.result.${result}` as 'upkeep.result.right'),
      who:
        accountId === null
          ? t(how === 'import' ? 'upkeep.history.machine' : 'upkeep.history.partner')
          : (names.get(accountId) ?? ''),
    })),
    ...history.asked.map(({ at, toPartner }) => ({
      at,
      what: t(toPartner ? 'upkeep.history.asked-partner' : 'upkeep.history.asked-keeper'),
      result: '',
      who: t('upkeep.history.machine'),
    })),
  ].toSorted((one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds)
  return (
    <Stack>
      <Heading level={2}>{t('upkeep.history.title')}</Heading>
      {lines.length === 0 ? (
        <Paragraph>{t('upkeep.history.none')}</Paragraph>
      ) : (
        <DataTable
          id="history"
          caption={t('upkeep.history.caption')}
          compact
          columns={[
            {
              key: 'at',
              header: t('upkeep.history.when'),
              cell: ({ at }) => dayInTable(localDay(at)),
              rowHeader: true,
            },
            { key: 'what', header: t('upkeep.history.how'), cell: ({ what }) => what },
            { key: 'result', header: t('upkeep.history.result'), cell: ({ result }) => result },
            { key: 'who', header: t('upkeep.history.who'), cell: ({ who }) => who },
          ]}
          rows={lines}
        />
      )}
    </Stack>
  )
}
