import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { FileInput } from '../../../design-system/file-input/file-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { acceptedDocuments } from '../../../platform/documents/document-check.ts'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { showAmount } from '../../../platform/money/amount.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { type GovernedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import { sayNumber } from '../../reports/public.ts'
import type { Activity } from '../activity.ts'
import { changeBetween, type ToldWeeks } from '../before-after.ts'
import type { WeighedActivity } from '../weigh-activity/weigh-activity.query.ts'

export const activityMessages = ['bewaard', 'bestand', 'weg'] as const

interface ActivityPage {
  readonly t: Translate
  readonly language: Language
  readonly municipality: GovernedMunicipality
  readonly activity: Activity
  readonly weighed: WeighedActivity
  /** Of a file that is sent from this page: twice the same is one. */
  readonly fileId: string
  readonly message?: (typeof activityMessages)[number] | undefined
  readonly errors: readonly FormError[]
}

/** What was done, with its material, and whether more people came. */
export function showActivityPage(page: ActivityPage): Page {
  const { t, municipality, activity, message, errors } = page
  const address = (path = ''): string =>
    municipalityAddress(`/sturing/promotie/${activity.id}${path}`, municipality)
  return {
    title: activity.name,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('promotion.breadcrumb')}
            items={[
              { href: municipalityAddress('/sturing/promotie', municipality), label: t('promotion.title') },
            ]}
          />
          <Heading level={1}>{activity.name}</Heading>
          {message && <Alert kind="ok">{t(`promotion.message.${message}`)}</Alert>}
          <DescriptionList items={facts(page)} />
          <ButtonGroup>
            <Button href={address('/wijzigen')} variant="secondary">
              {t('promotion.change')}
            </Button>
          </ButtonGroup>
        </Stack>
        <BeforeAndAfter {...page} />
        <Stack>
          <Heading level={2}>{t('promotion.files')}</Heading>
          {activity.files.length > 0 && (
            <ul>
              {activity.files.map(({ id, fileName }) => (
                <li>
                  <Link href={address(`/bestand/${id}`)}>{fileName}</Link>
                  <form method="post" action={address(`/bestand/${id}/weg`)}>
                    <Button type="submit" variant="subtle">
                      {t('promotion.file-remove')}
                      <VisuallyHidden> {fileName}</VisuallyHidden>
                    </Button>
                  </form>
                </li>
              ))}
            </ul>
          )}
          <Form action={address('/bestand')} multipart>
            <input type="hidden" name="id" value={page.fileId} />
            <FormField
              id="file"
              label={t('promotion.file')}
              description={t('documents.hint')}
              required
              error={errorAt(errors, 'file')}
            >
              <FileInput name="file" accept={acceptedDocuments} />
            </FormField>
            <ButtonGroup>
              <Button type="submit" variant="secondary">
                {t('promotion.file-add')}
              </Button>
            </ButtonGroup>
          </Form>
        </Stack>
        <Details summary={t('promotion.remove-open')}>
          <Stack>
            <Paragraph>{t('promotion.remove-about')}</Paragraph>
            <form method="post" action={address('/weg')}>
              <Button type="submit" variant="danger">
                {t('promotion.remove')}
              </Button>
            </form>
          </Stack>
        </Details>
      </Stack>
    ),
  }
}

function facts({ t, language, activity }: ActivityPage) {
  const { startsOn, endsOn, materials } = activity
  const days =
    startsOn === endsOn
      ? dateInWords(startsOn, language)
      : t('promotion.days', { from: dateInWords(startsOn, language), until: dateInWords(endsOn, language) })
  return [
    { term: t('promotion.when'), description: days },
    { term: t('promotion.channel'), description: t(`promotion.channel.${activity.channel}`) },
    ...(activity.audience === '' ? [] : [{ term: t('promotion.audience'), description: activity.audience }]),
    {
      term: t('promotion.reached'),
      description: activity.reached === null ? t('promotion.unknown') : sayNumber(activity.reached, language),
    },
    {
      term: t('promotion.cost'),
      description:
        activity.costCents === null ? t('promotion.unknown') : showAmount(activity.costCents, language),
    },
    {
      term: t('promotion.desks'),
      description: activity.deskNames.join(', ') || t('promotion.desks-all'),
    },
    ...(materials.length === 0
      ? []
      : [
          {
            term: t('promotion.materials'),
            description: (
              <ul>
                {materials.map(({ name, copies }) => (
                  <li>{copies === null ? name : `${sayNumber(copies, language)} × ${name}`}</li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(activity.note === '' ? [] : [{ term: t('promotion.note'), description: activity.note }]),
  ]
}

/** Contacts before and after, beside the same weeks a year earlier; and that it proves nothing. */
function BeforeAndAfter({ t, language, activity, weighed }: ActivityPage) {
  const say = (weeks: ToldWeeks): string =>
    weeks.total === undefined
      ? t('promotion.weigh.not-over')
      : weeks.total === 'hidden'
        ? t('promotion.weigh.hidden')
        : sayNumber(weeks.total, language)
  const rows = [
    { key: 'now', before: weighed.before, after: weighed.after },
    { key: 'year-ago', before: weighed.beforeYearAgo, after: weighed.afterYearAgo },
  ] as const
  const change = changeBetween(weighed.before, weighed.after)
  const changeYearAgo = changeBetween(weighed.beforeYearAgo, weighed.afterYearAgo)
  const sayChange = (percent: number): string =>
    percent === 0
      ? t('promotion.weigh.same')
      : t(percent > 0 ? 'promotion.weigh.more' : 'promotion.weigh.fewer', { percent: Math.abs(percent) })
  const byWeek = [
    { key: 'before', weeks: weighed.before.weeks },
    { key: 'after', weeks: weighed.after.weeks },
  ] as const
  return (
    <Stack>
      <Heading level={2}>{t('promotion.weigh.title')}</Heading>
      <Paragraph>
        {activity.deskIds.length === 0
          ? t('promotion.weigh.about-all')
          : t('promotion.weigh.about', { desks: activity.deskNames.join(', ') })}
      </Paragraph>
      <DataTable
        id="voor-en-na"
        caption={t('promotion.weigh.caption')}
        rows={rows}
        columns={[
          {
            key: 'which',
            header: t('promotion.weigh.which'),
            rowHeader: true,
            cell: ({ key }) => t(`promotion.weigh.row-${key}`),
          },
          {
            key: 'before',
            header: t('promotion.weigh.before'),
            numeric: true,
            cell: ({ before }) => say(before),
          },
          {
            key: 'after',
            header: t('promotion.weigh.after'),
            numeric: true,
            cell: ({ after }) => say(after),
          },
          {
            key: 'change',
            header: t('promotion.weigh.change'),
            cell: ({ before, after }) => {
              const percent = changeBetween(before, after)
              return percent === undefined ? '–' : sayChange(percent)
            },
          },
        ]}
      />
      {weighed.after.total === undefined && (
        <Paragraph>
          {t('promotion.weigh.wait', { day: dateInWords(addDays(activity.startsOn, 28), language) })}
        </Paragraph>
      )}
      {change !== undefined && changeYearAgo !== undefined && (
        <Paragraph>
          {t('promotion.weigh.beside', { now: sayChange(change), before: sayChange(changeYearAgo) })}
        </Paragraph>
      )}
      {byWeek.some(({ weeks }) => weeks) && (
        <Details summary={t('promotion.weigh.by-week')}>
          <DataTable
            id="per-week"
            caption={t('promotion.weigh.by-week')}
            rows={byWeek.filter(({ weeks }) => weeks)}
            columns={[
              {
                key: 'which',
                header: t('promotion.weigh.which'),
                rowHeader: true,
                cell: ({ key }) => t(`promotion.weigh.${key}`),
              },
              ...[0, 1, 2, 3].map((at) => ({
                key: `week-${at}`,
                header: t('promotion.weigh.week', { number: at + 1 }),
                numeric: true,
                cell: ({ weeks }: (typeof byWeek)[number]) => sayNumber(weeks?.[at] ?? 0, language),
              })),
            ]}
          />
        </Details>
      )}
      <Alert kind="info">{t('promotion.weigh.no-proof')}</Alert>
    </Stack>
  )
}
