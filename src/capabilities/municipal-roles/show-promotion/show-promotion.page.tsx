import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { type Governed, MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import { sayNumber } from '../../reports/public.ts'
import { type Activity, sumActivities } from '../activity.ts'

/** What was done in a year, what it came to, and the money for it. */
export function showPromotionPage(
  page: Pick<Governed, 'municipality' | 'municipalities'> & {
    readonly t: Translate
    readonly language: Language
    readonly activities: readonly Activity[]
    readonly year: number
    readonly years: readonly number[]
    /** What the books say of purpose b: promotion. */
    readonly booked: { readonly budgetCents: number; readonly spentCents: number }
    readonly removed: boolean
  },
): Page {
  const { t, language, municipality, municipalities, activities, year, years, removed } = page
  const address = (path = '', more = {}): string =>
    municipalityAddress(`/sturing/promotie${path}`, municipality, more)
  return {
    title: t('promotion.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('promotion.title')}</Heading>
          <Paragraph lead>{t('promotion.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/promotie" />
          {removed && <Alert kind="ok">{t('promotion.removed')}</Alert>}
          {years.length > 1 && (
            <LinkTabs
              label={t('promotion.years')}
              items={years.map((each) => ({
                href: address('', { jaar: each }),
                label: String(each),
                current: each === year,
              }))}
            />
          )}
          <ButtonGroup>
            <Button href={address('/nieuw')} variant="primary">
              {t('promotion.add')}
            </Button>
          </ButtonGroup>
        </Stack>
        {activities.length === 0 ? (
          <Stack>
            <EmptyState>{t('promotion.none', { year })}</EmptyState>
            <Paragraph>
              {t('promotion.example.about')}{' '}
              <Link href={address('/nieuw', { voorbeeld: 'dankbrief' })}>{t('promotion.example.begin')}</Link>
            </Paragraph>
          </Stack>
        ) : (
          <DataTable
            id="activiteiten"
            caption={t('promotion.caption', { year })}
            rows={activities}
            columns={[
              {
                key: 'name',
                header: t('promotion.name'),
                rowHeader: true,
                cell: ({ id, name }) => <Link href={address(`/${id}`)}>{name}</Link>,
              },
              {
                key: 'when',
                header: t('promotion.when'),
                cell: ({ startsOn }) => dateInWords(startsOn, language),
              },
              {
                key: 'channel',
                header: t('promotion.channel'),
                cell: ({ channel }) => t(`promotion.channel.${channel}`),
              },
              { key: 'audience', header: t('promotion.audience'), cell: ({ audience }) => audience || '–' },
              {
                key: 'reached',
                header: t('promotion.reached'),
                numeric: true,
                cell: ({ reached }) => (reached === null ? '–' : sayNumber(reached, language)),
              },
              {
                key: 'cost',
                header: t('promotion.cost'),
                numeric: true,
                cell: ({ costCents }) => (costCents === null ? '–' : showAmount(costCents, language)),
              },
            ]}
          />
        )}
        <Summary {...page} />
      </Stack>
    ),
  }
}

function Summary({
  t,
  language,
  municipality,
  activities,
  year,
  booked,
}: Parameters<typeof showPromotionPage>[0]) {
  const sum = sumActivities(activities)
  return (
    <Stack>
      <Heading level={2}>{t('promotion.sum.title', { year })}</Heading>
      <FigureNumbers
        numbers={[
          { name: t('promotion.sum.activities'), number: sayNumber(sum.activities, language), remarks: [] },
          {
            name: t('promotion.sum.reached'),
            number: sayNumber(sum.reached, language),
            remarks: [
              t('promotion.sum.reached-about'),
              ...(sum.reachedUnknown > 0 ? [t('promotion.sum.unknown', { count: sum.reachedUnknown })] : []),
            ],
          },
          {
            name: t('promotion.sum.cost'),
            number: showAmount(sum.costCents, language),
            remarks: sum.costUnknown > 0 ? [t('promotion.sum.unknown', { count: sum.costUnknown })] : [],
          },
          {
            name: t('promotion.sum.booked'),
            number: showAmount(booked.spentCents, language),
            remarks: [
              t('promotion.sum.budget', { amount: showAmount(booked.budgetCents, language) }),
              <Link href={municipalityAddress('/sturing/geld', municipality, { jaar: year })}>
                {t('promotion.sum.to-money')}
              </Link>,
            ],
          },
        ]}
      />
      {sum.costCents !== booked.spentCents && <Paragraph>{t('promotion.sum.differs')}</Paragraph>}
    </Stack>
  )
}
