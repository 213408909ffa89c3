import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type GovernedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import type { StepMark, Tip } from '../first-steps.ts'

/** Saying of a tip of the guide that it is done, or not needed here. */
export function stepPage({
  t,
  municipality,
  tip,
  form,
  errors,
  stored,
}: {
  readonly t: Translate
  readonly municipality: GovernedMunicipality
  readonly tip: Tip
  readonly form: FormFields
  readonly errors: readonly FormError[]
  /** What a colleague made of it meanwhile. */
  readonly stored?: StepMark | undefined
}): Page {
  const title = t(`town-hall.tip.${tip}`)
  const home = municipalityAddress('/sturing/gemeente', municipality)
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb label={t('network.breadcrumb')} items={[{ href: home, label: t('town-hall.title') }]} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t(`town-hall.tip.${tip}.how`)}</Paragraph>
        {stored && (
          <Alert kind="warning" id="meanwhile">
            {t('town-hall.step.meanwhile', {
              state: t(`town-hall.step.${stored.state}`),
              note: stored.note || '–',
            })}
          </Alert>
        )}
        <Form action={municipalityAddress(`/sturing/gemeente/stap/${tip}`, municipality)}>
          <input type="hidden" name="version" value={form.text('version')} />
          <RadioGroup
            id="state"
            name="state"
            legend={t('town-hall.step.how-far')}
            required
            error={errorAt(errors, 'state')}
            value={form.text('state')}
            options={(['done', 'not-needed', 'open'] as const).map((state) => ({
              value: state,
              label: t(`town-hall.step.${state}`),
            }))}
          />
          <FormField
            id="note"
            label={t('town-hall.step.note')}
            description={t('town-hall.step.note-hint')}
            error={errorAt(errors, 'note')}
          >
            <Textarea name="note" value={form.text('note')} rows={3} />
          </FormField>
          <ButtonGroup>
            <Button type="submit">{t('network.save')}</Button>
            <Button href={home} variant="secondary">
              {t('town-hall.step.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
