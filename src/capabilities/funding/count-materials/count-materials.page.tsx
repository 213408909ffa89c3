import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { LearningCount } from '../indicators.ts'
import type { MaterialLine } from './count-materials.form.ts'

export interface MaterialsPage {
  readonly t: Translate
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly action: string
  readonly isSigned: boolean
  /** What somebody else made of it meanwhile. */
  readonly stored?: readonly LearningCount[] | undefined
  readonly lines: readonly MaterialLine[]
  readonly errors: readonly FormError[]
}

/** How many of each learning material were used: for a library, and for a municipality that fills in what it was told. */
export function materialsPage(page: MaterialsPage): Page {
  const { t, title, back, errors } = page
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb label={t('accountability.breadcrumb')} items={[back]} />
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t('accountability.materials.lead')}</Paragraph>
        <Paragraph>{t('accountability.materials.none-hint')}</Paragraph>
        {page.isSigned && <Alert kind="warning">{t('accountability.correct-after-signing')}</Alert>}
        {page.stored && (
          <Alert kind="warning" id="meanwhile">
            <Stack>
              <Paragraph>{t('accountability.meanwhile')}</Paragraph>
              <ul>
                {page.stored.map(({ material, used }) => (
                  <li>
                    {material}: {t('accountability.number', { number: used })}
                  </li>
                ))}
              </ul>
            </Stack>
          </Alert>
        )}
        <Form action={page.action}>
          {page.lines.map((line, index) => (
            <FieldGroup id={`line-${index}`} legend={t('accountability.materials.line', { line: index + 1 })}>
              <Stack>
                <input type="hidden" name="id" value={line.id} />
                <input type="hidden" name="version" value={line.version} />
                <FormField
                  id={`material-${index}`}
                  label={t('accountability.material')}
                  error={errorAt(errors, `material-${index}`)}
                >
                  <TextInput name="material" value={line.material} autocomplete="off" />
                </FormField>
                <FormField
                  id={`used-${index}`}
                  label={t('accountability.used')}
                  error={errorAt(errors, `used-${index}`)}
                >
                  <NumberInput name="used" value={line.used} autocomplete="off" />
                </FormField>
              </Stack>
            </FieldGroup>
          ))}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('accountability.materials.save')}
            </Button>
            <Button href={back.href} variant="subtle">
              {t('accountability.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
