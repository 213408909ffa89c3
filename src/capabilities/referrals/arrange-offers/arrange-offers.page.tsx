import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { deskPath, type OnlineRequests, type PublicDesk } from '../../desks/public.ts'
import { DeskChoice } from '../desk-at-work.page.tsx'
import type { DeskAtWork } from '../desk-at-work.ts'
import type { DeskOffer } from '../find-slots/find-slots.query.ts'
import { type BookableHours, horizons, hoursValue, lengths, notices } from './arrange-offers.form.ts'

type AtDesk = Omit<DeskAtWork, 'scope'> & { readonly t: Translate }

const hoursText = (t: Translate, { kind, label }: BookableHours): string =>
  label ? `${t(`hours.kind.${kind}`)}: ${label}` : t(`hours.kind.${kind}`)

/** The offers of a desk, and what else can be asked of it online. */
export function arrangeOffersPage({
  t,
  desk,
  desks,
  offers,
  asks,
  shown,
  feed,
  saved,
}: AtDesk & {
  readonly language: Language
  readonly offers: readonly DeskOffer[]
  readonly asks: OnlineRequests
  readonly shown: PublicDesk | undefined
  /** The address of the calendar, right after it was made. */
  readonly feed: string | undefined
  readonly saved: boolean
}): Page {
  return {
    title: t('appointments.offers.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('appointments.offers.title')}</Heading>
          {saved && (
            <Alert kind="ok">
              <p>{t('shell.saved')}</p>
            </Alert>
          )}
          <Paragraph>{t('appointments.offers.lead')}</Paragraph>
          <DeskChoice t={t} path="/beheer/afspraken" desk={desk} desks={desks} />
        </Stack>
        <Stack>
          {offers.length === 0 ? (
            <EmptyState>{t('appointments.offers.none')}</EmptyState>
          ) : (
            <DataTable
              id="offers"
              caption={t('appointments.offers.caption')}
              rows={offers}
              columns={[
                {
                  key: 'name',
                  header: t('appointments.offers.name'),
                  rowHeader: true,
                  cell: ({ id, name }) => <Link href={`/beheer/afspraken/${id}`}>{name}</Link>,
                },
                {
                  key: 'hours',
                  header: t('appointments.offers.hours'),
                  cell: ({ hoursKind, hoursLabel }) => hoursText(t, { kind: hoursKind, label: hoursLabel }),
                },
                {
                  key: 'how',
                  header: t('appointments.offers.how'),
                  cell: ({ minutes, places, keptForWalkIn }) =>
                    t('appointments.offers.how-text', { minutes, places, kept: keptForWalkIn }),
                },
                {
                  key: 'by',
                  header: t('appointments.offers.by'),
                  cell: ({ byPublic }) =>
                    t(byPublic ? 'appointments.offers.by.everybody' : 'appointments.offers.by.desk'),
                },
                {
                  key: 'active',
                  header: t('appointments.state'),
                  cell: ({ active }) => (
                    <StatusBadge kind={active ? 'done' : 'neutral'}>
                      {t(active ? 'appointments.offers.on' : 'appointments.offers.off')}
                    </StatusBadge>
                  ),
                },
              ]}
            />
          )}
          <Row>
            <Button href={`/beheer/afspraken/nieuw?informatiepunt=${desk.id}`} variant="primary">
              {t('appointments.offers.add')}
            </Button>
            {asks.appointments && shown && (
              <Link href={`${deskPath(shown)}/afspraak`}>{t('appointments.offers.see')}</Link>
            )}
          </Row>
        </Stack>
        <Stack>
          <Heading level={2}>{t('appointments.offers.call-backs')}</Heading>
          <Form action="/beheer/afspraken/terugbellen">
            <input type="hidden" name="desk" value={desk.id} />
            <RadioGroup
              id="offered"
              name="offered"
              legend={t('appointments.offers.call-backs-ask')}
              description={t('appointments.offers.call-backs-hint')}
              value={asks.callBacks ? 'yes' : 'no'}
              layout="row"
              options={[
                { value: 'yes', label: t('appointments.yes') },
                { value: 'no', label: t('appointments.no') },
              ]}
            />
            <Row>
              <Button type="submit">{t('appointments.save')}</Button>
            </Row>
          </Form>
        </Stack>
        <Stack>
          <Heading level={2}>{t('appointments.feed.title')}</Heading>
          <Paragraph>{t('appointments.feed.lead')}</Paragraph>
          {feed && (
            <Alert kind="ok">
              <p>{t('appointments.feed.made')}</p>
              <p>
                <code>{feed}</code>
              </p>
            </Alert>
          )}
          <form action="/beheer/afspraken/agenda" method="post">
            <input type="hidden" name="desk" value={desk.id} />
            <Button type="submit">{t('appointments.feed.make')}</Button>
          </form>
        </Stack>
      </Stack>
    ),
  }
}

/** One offer, in questions. */
export function offerPage({
  t,
  desk,
  choices,
  target,
  form,
  errors,
}: AtDesk & {
  readonly choices: {
    readonly hours: readonly BookableHours[]
    readonly agreements: readonly { readonly id: string; readonly name: string }[]
  }
  readonly target: string | undefined
  readonly form: FormFields
  readonly errors: readonly FormError[]
}): Page {
  const title = t(target ? 'appointments.offer.title-change' : 'appointments.offer.title')
  const choose = (name: 'minutes' | 'notice' | 'horizon', values: readonly number[]) => (
    <FormField id={name} label={t(`appointments.offer.${name}`)} error={errorAt(errors, name)}>
      <Select
        name={name}
        value={form.text(name)}
        options={values.map((value) => ({
          value: `${value}`,
          label: lengthText(t, name === 'horizon' ? value * 1440 : value),
        }))}
      />
    </FormField>
  )
  return {
    title: `${title}, ${desk.name}`,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>{desk.name}</Paragraph>
        {choices.hours.length === 0 && (
          <Alert kind="warning">
            <p>{t('appointments.offer.no-hours')}</p>
          </Alert>
        )}
        <Form action={`/beheer/afspraken/${target ?? 'nieuw'}`}>
          <input type="hidden" name="desk" value={desk.id} />
          <input type="hidden" name="version" value={form.text('version')} />
          <FormField
            id="name"
            label={t('appointments.offers.name')}
            description={t('appointments.offer.name-hint')}
            error={errorAt(errors, 'name')}
          >
            <TextInput name="name" value={form.text('name')} maxlength={80} autocomplete="off" />
          </FormField>
          <FormField
            id="hours"
            label={t('appointments.offer.hours')}
            description={t('appointments.offer.hours-hint')}
            error={errorAt(errors, 'hours')}
          >
            <Select
              name="hours"
              value={form.text('hours')}
              options={choices.hours.map((each) => ({ value: hoursValue(each), label: hoursText(t, each) }))}
            />
          </FormField>
          {choices.agreements.length > 0 && (
            <FormField
              id="agreement"
              label={t('appointments.offer.agreement')}
              optional={t('shell.optional')}
              error={errorAt(errors, 'agreement')}
            >
              <Select
                name="agreement"
                value={form.text('agreement')}
                options={[
                  { value: '', label: t('appointments.offer.no-agreement') },
                  ...choices.agreements.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </FormField>
          )}
          {choose('minutes', lengths)}
          <FormField id="places" label={t('appointments.offer.places')} error={errorAt(errors, 'places')}>
            <NumberInput name="places" value={form.text('places')} maxlength={2} />
          </FormField>
          <FormField
            id="kept"
            label={t('appointments.offer.kept')}
            description={t('appointments.offer.kept-hint')}
            error={errorAt(errors, 'kept')}
          >
            <NumberInput name="kept" value={form.text('kept')} maxlength={2} />
          </FormField>
          {choose('notice', notices)}
          {choose('horizon', horizons)}
          <RadioGroup
            id="by"
            name="by"
            legend={t('appointments.offers.by')}
            value={form.text('by')}
            options={[
              { value: 'everybody', label: t('appointments.offers.by.everybody') },
              { value: 'desk', label: t('appointments.offers.by.desk') },
            ]}
          />
          <RadioGroup
            id="active"
            name="active"
            legend={t('appointments.offer.active')}
            value={form.text('active')}
            layout="row"
            options={[
              { value: 'yes', label: t('appointments.yes') },
              { value: 'no', label: t('appointments.no') },
            ]}
          />
          <Row>
            <Button type="submit" variant="primary">
              {t('appointments.save')}
            </Button>
            <Link href={`/beheer/afspraken?informatiepunt=${desk.id}`}>{t('appointments.back')}</Link>
          </Row>
        </Form>
      </Stack>
    ),
  }
}

/** '30 minuten', '4 uur', '2 dagen', '4 weken'. */
function lengthText(t: Translate, minutes: number): string {
  if (minutes < 60 || minutes % 60 !== 0) return t('appointments.length.minutes', { count: minutes })
  const hours = minutes / 60
  if (hours % 24 !== 0) return t('appointments.length.hours', { count: hours })
  const days = hours / 24
  return days % 7 === 0
    ? t('appointments.length.weeks', { count: days / 7 })
    : t('appointments.length.days', { count: days })
}
