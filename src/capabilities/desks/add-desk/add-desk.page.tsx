import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Organisation } from '../../organisations/public.ts'
import { DeskForm, type DeskFormProps } from '../desk.page.tsx'

/** First the question whose it is, for who arranges those of all libraries. */
export function chooseLibraryPage({
  t,
  title,
  action,
  libraries,
}: {
  t: Translate
  title: string
  action: string
  libraries: readonly Organisation[]
}): Page {
  return {
    title,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Form action={action} method="get">
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

export function addDeskPage(
  props: DeskFormProps & {
    library: Organisation
    /** The branch in which it begins. */
    branch: { readonly id: string; readonly name: string } | undefined
  },
): Page {
  const { t, library, branch, errors } = props
  const query = branch ? `vestiging=${branch.id}` : `bibliotheek=${library.id}`
  return {
    title: t('desks.add.title'),
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('desks.add.title')}</Heading>
        <Paragraph>
          {branch ? t('desks.add.in-branch', { library: library.name, branch: branch.name }) : library.name}
        </Paragraph>
        <DeskForm {...props} isNew action={`/beheer/informatiepunten/nieuw?${query}`} hidden={{}} />
      </Stack>
    ),
  }
}
