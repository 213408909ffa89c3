import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { KeptReport } from '../find-written-reports/find-written-reports.query.ts'

/** What cannot be undone, as it stands in addresses. */
export type FinalStep = 'vastleggen' | 'weggooien'

/** Says what will happen before it does, and to which report. */
export function finalStepPage({
  t,
  kept,
  title,
  what,
}: {
  readonly t: Translate
  readonly kept: KeptReport
  /** Of the report. */
  readonly title: string
  readonly what: FinalStep
}): Page {
  const step = what === 'vastleggen' ? 'freeze' : 'discard'
  const address = `/sturing/rapporten/${kept.id}`
  const heading = t(`sent-reports.${step}.ask`)
  const remarks = Object.keys(kept.remarks).length
  return {
    title: heading,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{heading}</Heading>
          <Paragraph lead>{title}</Paragraph>
          <Paragraph>{t(`sent-reports.${step}.happens`)}</Paragraph>
          <Paragraph>{t('sent-reports.remarks-kept', { count: remarks })}</Paragraph>
        </Stack>
        <Form action={`${address}/${what}`}>
          <input type="hidden" name="versie" value={String(kept.version)} />
          <ButtonGroup>
            <Button type="submit" variant={step === 'freeze' ? 'primary' : 'danger'}>
              {t(`sent-reports.${step}`)}
            </Button>
            <Button href={address}>{t('sent-reports.back-to-report')}</Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
