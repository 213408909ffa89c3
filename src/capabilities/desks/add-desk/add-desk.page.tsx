import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Organisation } from '../../organisations/public.ts'
import { DeskForm, type DeskFormChoices } from '../desk.page.tsx'

/** First the question whose desk it is, for who arranges those of all libraries. */
export function chooseLibraryPage({
  t,
  libraries,
}: {
  t: Translate
  libraries: readonly Organisation[]
}): Page {
  return {
    title: t('desks.add.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('desks.add.title')}</Heading>
        <Form action="/beheer/informatiepunten/nieuw" method="get">
          <FormField id="bibliotheek" label={t('desks.library')} required>
            <Select
              name="bibliotheek"
              options={libraries.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormField>
          <div>
            <Button type="submit" variant="primary">
              {t('shell.continue')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}

export function addDeskPage(props: {
  t: Translate
  library: Organisation
  form: FormFields
  errors: readonly FormError[]
  choices: DeskFormChoices
}): Page {
  const { t, library, errors } = props
  return {
    title: t('desks.add.title'),
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('desks.add.title')}</Heading>
        <Paragraph>{library.name}</Paragraph>
        <DeskForm {...props} isNew action={`/beheer/informatiepunten/nieuw?bibliotheek=${library.id}`} />
      </Stack>
    ),
  }
}
