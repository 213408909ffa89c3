import type { Child } from 'hono/jsx'
import { Alert } from '../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import { type AgreementStatus, agreementPath, agreementsPath } from './agreement.ts'
import type { NamedAgreement } from './find-agreements/find-agreements.query.ts'

export interface TermAndText {
  readonly term: string
  readonly text: string
}

/** Where a page is among the steps of the drafting. */
export interface StepPlace {
  /** From 1. */
  readonly number: number
  readonly of: number
  /** The step before it, as part of an address; undefined for the first. */
  readonly before?: string | undefined
}

/** What a page of one agreement knows. */
export interface AgreementPageParts {
  readonly t: Translate
  readonly language: Language
  readonly agreement: NamedAgreement
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved?: boolean
  /** What somebody else saved meanwhile. */
  readonly stored?: readonly TermAndText[] | undefined
}

export function StatusOf({ t, status }: { t: Translate; status: AgreementStatus }) {
  const kind = { draft: 'neutral', proposed: 'waiting', agreed: 'done', ended: 'neutral' } as const
  return <StatusBadge kind={kind[status]}>{t(`agreements.status.${status}`)}</StatusBadge>
}

/** What somebody else saved while this form was open, above what was typed here. */
export function MeanwhileStored({ t, facts }: { t: Translate; facts: readonly TermAndText[] | undefined }) {
  if (!facts) return null
  return (
    <Alert kind="warning" id="meanwhile">
      <Stack>
        <Paragraph>{t('agreements.meanwhile')}</Paragraph>
        <DescriptionList items={facts.map(({ term, text }) => ({ term, description: text || '–' }))} />
      </Stack>
    </Alert>
  )
}

/** The way back up from a page of one agreement. */
export function AgreementBreadcrumb({ t, agreement }: { t: Translate; agreement?: NamedAgreement }) {
  return (
    <Breadcrumb
      label={t('agreements.breadcrumb')}
      items={[
        { href: agreementsPath, label: t('agreements.title') },
        ...(agreement ? [{ href: agreementPath(agreement.id), label: agreement.title }] : []),
      ]}
    />
  )
}

/** A page with one form about an agreement: a step of the drafting, with the two ways on; or something else with a button of its own. */
export function formPage({
  t,
  agreement,
  form,
  errors,
  saved,
  stored,
  title,
  place,
  lead,
  above,
  action,
  button,
  multipart = false,
  versioned = true,
  wide = false,
  children,
}: Omit<AgreementPageParts, 'language'> & {
  readonly title: string
  /** Of a step. */
  readonly place?: StepPlace
  readonly lead?: Child
  /** What stands between the lead and the form. */
  readonly above?: Child
  readonly action: string
  /** Of what is no step. */
  readonly button?: string
  readonly multipart?: boolean
  readonly versioned?: boolean
  /** For rows of fields. */
  readonly wide?: boolean
  readonly children?: Child
}): Page {
  return {
    title,
    errors,
    wide,
    main: (
      <Stack gap="lg">
        <Stack>
          <AgreementBreadcrumb t={t} agreement={agreement} />
          {place && (
            <Paragraph subtle>{t('agreements.step', { number: place.number, of: place.of })}</Paragraph>
          )}
          {place?.before && (
            <Paragraph>
              <Link href={agreementPath(agreement.id, place.before)}>{t('agreements.step-before')}</Link>
            </Paragraph>
          )}
          <Heading level={1}>{title}</Heading>
          {lead && <Paragraph lead>{lead}</Paragraph>}
          {saved && <Alert kind="ok">{t('agreements.saved')}</Alert>}
          <MeanwhileStored t={t} facts={stored} />
          {above}
          <Form action={action} multipart={multipart}>
            {versioned && <input type="hidden" name="version" value={form.text('version')} />}
            {children}
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {button ?? t('agreements.go-on')}
              </Button>
              {place && !button && (
                <Button type="submit" name="daarna" value="overzicht">
                  {t('agreements.stop-for-now')}
                </Button>
              )}
            </ButtonGroup>
          </Form>
        </Stack>
      </Stack>
    ),
  }
}

/** A day as it reads in a list, or a dash. */
export const sayDay = (day: string | null | undefined, language: Language): string =>
  day ? dateInWords(day, language) : '–'

/** A link to a page of an agreement. */
export function AgreementLink({ id, title }: { id: string; title: string }) {
  return <Link href={agreementPath(id)}>{title}</Link>
}
