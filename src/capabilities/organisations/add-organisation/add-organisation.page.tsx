import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Municipality } from '../municipality.ts'
import { OrganisationForm } from '../organisation.page.tsx'
import { kindSlugs, type OrganisationKind } from '../organisation.ts'

/** There is one nation, made at the start of an installation. */
export const kindsToAdd = ['library', 'support-institution', 'municipality'] as const

/** First the question what kind it is, since the form depends on it. */
export function chooseKindPage({ t }: { t: Translate }): Page {
  return {
    title: t('organisations.add.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('organisations.add.title')}</Heading>
        <Form action="/beheer/organisaties/nieuw" method="get">
          <RadioGroup
            id="soort"
            name="soort"
            legend={t('organisations.kind')}
            options={kindsToAdd.map((kind) => ({
              value: kindSlugs[kind],
              label: t(`organisations.kind.${kind}`),
            }))}
            value={kindSlugs.library}
          />
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

export function addOrganisationPage(props: {
  t: Translate
  kind: OrganisationKind
  form: FormFields
  errors: readonly FormError[]
  municipalities: readonly Municipality[]
}): Page {
  const { t, kind, errors } = props
  const title = t('organisations.add.title-kind', { kind: t(`organisations.kind.${kind}`) })
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <OrganisationForm {...props} isNew action={`/beheer/organisaties/nieuw?soort=${kindSlugs[kind]}`} />
      </Stack>
    ),
  }
}
