import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import type { Referrer } from '../../people/public.ts'
import { type SentEnding, type SentInQuarter, sentEndings } from '../../referrals/public.ts'
import type { MunicipalContext } from '../municipal-context.ts'
import { type Training, type TrainingOverview, trained } from '../training.ts'

interface ReferringPage extends MunicipalContext {
  readonly t: Translate
  readonly language: Language
  readonly quarters: readonly SentInQuarter[]
  /** To which desks, over all these quarters together. */
  readonly byDesk: readonly { readonly name: string; readonly made: number }[]
  readonly referrers: readonly Referrer[]
  readonly trainings: readonly Training[]
  readonly overview: TrainingOverview
  readonly saved: boolean
}

export function showReferringPage(page: ReferringPage): Page {
  const { t, municipality, municipalities } = page
  return {
    title: t('direction.referring'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('direction.referring')}</Heading>
          <Paragraph lead>{t('direction.referring.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/doorverwijzers" />
          {page.saved && <Alert kind="ok">{t('direction.saved')}</Alert>}
        </Stack>
        <Sent {...page} />
        <Counters {...page} />
        <Trainings {...page} />
      </Stack>
    ),
  }
}

function Sent({ t, quarters, byDesk }: ReferringPage) {
  const total = quarters.reduce((sum, { made }) => sum + made, 0)
  const told = (row: SentInQuarter, ending: SentEnding): string => {
    if (row.made === 0) return '–'
    const number = row.endings?.[ending]
    if (number === undefined) return t('direction.sent.later')
    return number === 'hidden' ? t('direction.hidden') : String(number)
  }
  return (
    <Stack>
      <Heading level={2}>{t('direction.sent')}</Heading>
      {total === 0 ? (
        <EmptyState>{t('direction.sent.none')}</EmptyState>
      ) : (
        <>
          <DataTable
            id="doorverwezen"
            caption={t('direction.sent.caption')}
            rows={quarters}
            columns={[
              {
                key: 'quarter',
                header: t('direction.sent.quarter'),
                rowHeader: true,
                cell: ({ quarter, unfinished }) =>
                  t(unfinished ? 'direction.sent.quarter-running' : 'direction.sent.quarter-of', {
                    number: quarter.slice(5),
                    year: quarter.slice(0, 4),
                  }),
              },
              {
                key: 'made',
                header: t('direction.sent.made'),
                numeric: true,
                cell: ({ made }) => made,
              },
              ...sentEndings.map((ending) => ({
                key: ending,
                header: t(`direction.sent.ending.${ending}`),
                numeric: true,
                cell: (row: SentInQuarter) => told(row, ending),
              })),
            ]}
          />
          <Paragraph>
            {t('direction.sent.desks', {
              desks: byDesk.map(({ name, made }) => `${name} (${made})`).join(', '),
            })}
          </Paragraph>
        </>
      )}
      <Details summary={t('direction.sent.how')}>
        <Paragraph>{t('direction.sent.how-counted')}</Paragraph>
        <Paragraph>{t('direction.sent.how-hidden')}</Paragraph>
      </Details>
      <ButtonGroup>
        <Button href="/sturing/doorverwijzingen">{t('direction.sent.other-way')}</Button>
      </ButtonGroup>
    </Stack>
  )
}

function Counters({ t, referrers }: ReferringPage) {
  return (
    <Stack>
      <Heading level={2}>{t('direction.counters')}</Heading>
      <Paragraph>{t('direction.counters.number', { count: referrers.length })}</Paragraph>
      <Heading level={3}>{t('direction.counters.start')}</Heading>
      <ol>
        <li>{t('direction.counters.start.account')}</li>
        <li>{t('direction.counters.start.train')}</li>
        <li>{t('direction.counters.start.send')}</li>
        <li>{t('direction.counters.start.without')}</li>
      </ol>
    </Stack>
  )
}

function Trainings({ t, language, municipality, today, trainings, referrers, overview }: ReferringPage) {
  const address = (id = '') =>
    municipalityAddress(`/sturing/doorverwijzers/training${id ? `/${id}` : ''}`, municipality)
  const { departments, referrers: untrained } = overview
  const day = (last: string | undefined) =>
    last === undefined
      ? t('direction.training.never')
      : t('direction.training.last', { day: dayInWords(last, language, 'date') })
  return (
    <Stack>
      <Heading level={2}>{t('direction.trainings')}</Heading>
      <Paragraph>
        {t('direction.trainings.lead', { count: overview.trainings, people: overview.people })}
      </Paragraph>
      {(departments.length > 0 || untrained.length > 0) && (
        <Alert kind="warning">
          <Stack>
            <Paragraph>{t('direction.trainings.untrained')}</Paragraph>
            <ul>
              {departments.map(({ name, last }) => (
                <li>{`${name}: ${day(last)}`}</li>
              ))}
              {untrained.map(({ name, last }) => (
                <li>{`${name}: ${day(last)}`}</li>
              ))}
            </ul>
          </Stack>
        </Alert>
      )}
      {trainings.length === 0 ? (
        <EmptyState>{t('direction.trainings.none')}</EmptyState>
      ) : (
        <DataTable
          id="trainingen"
          caption={t('direction.trainings.caption')}
          rows={trainings}
          columns={[
            {
              key: 'day',
              header: t('direction.training.day'),
              rowHeader: true,
              cell: ({ id, day: held }) => <Link href={address(id)}>{dayInWords(held, language)}</Link>,
            },
            {
              key: 'department',
              header: t('direction.training.department'),
              cell: ({ department, cancelled, day: held }) =>
                cancelled
                  ? `${department} · ${t('direction.training.off')}`
                  : held > today
                    ? `${department} · ${t('direction.training.planned')}`
                    : department,
            },
            {
              key: 'by',
              header: t('direction.training.given-by'),
              cell: ({ givenBy }) => givenBy,
            },
            {
              key: 'people',
              header: t('direction.training.people'),
              numeric: true,
              cell: (training) => (training.day > today ? '–' : trained(training)),
            },
            {
              key: 'who',
              header: t('direction.training.followers'),
              cell: ({ followers }) =>
                referrers
                  .filter(({ accountId }) => followers.includes(accountId))
                  .map(({ name }) => name)
                  .join(', ') || '–',
            },
          ]}
        />
      )}
      <ButtonGroup>
        <Button href={address()}>{t('direction.training.add')}</Button>
      </ButtonGroup>
    </Stack>
  )
}
