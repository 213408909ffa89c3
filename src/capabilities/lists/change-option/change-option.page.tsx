import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import type { Mapping } from '../comparable.ts'
import { addressOfList, addressOfOption, type ListOption } from '../list-option.ts'
import { OptionFields } from '../option-fields.page.tsx'
import { OptionHistory, sayValue } from '../option-history.page.tsx'
import type { OptionVersion } from '../read-options/read-options.query.ts'

import { isNeeded } from './change-option.form.ts'

export function changeOptionPage({
  t,
  option,
  options,
  versions,
  mappings,
  mayChange,
  form,
  errors,
  theirs,
  saved = false,
}: {
  t: Translate
  option: ListOption
  options: readonly ListOption[]
  versions: readonly OptionVersion[]
  mappings: readonly Mapping[]
  mayChange: boolean
  form: FormFields
  errors: readonly FormError[]
  /** What somebody else made of it meanwhile. */
  theirs?: ListOption
  saved?: boolean
}): Page {
  const nameOf = (code: string): string => options.find((each) => each.code === code)?.labelNl ?? code
  return {
    title: option.labelNl,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('list-care.breadcrumb')}
          items={[{ href: addressOfList(option.list), label: t(`list-care.list.${option.list}`) }]}
        />
        {saved && (
          <Alert kind="ok">
            <p>{t('list-care.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{option.labelNl}</Heading>
        {option.nationalCode && (
          <Paragraph>{t('list-care.counts-as', { national: nameOf(option.nationalCode) })}</Paragraph>
        )}
        {mappings.map(({ kind, from, to, since }) => (
          <Paragraph>
            {t(`list-care.mapping.${kind}`, { from: nameOf(from), to: nameOf(to), since: dayInTable(since) })}
          </Paragraph>
        ))}
        {theirs && (
          <Stack>
            <Heading level={2}>{t('list-care.theirs')}</Heading>
            <DescriptionList items={sayValue(theirs, t)} />
          </Stack>
        )}
        {mayChange ? (
          <Form action={addressOfOption(option)}>
            <input type="hidden" name="revision" value={form.text('revision')} />
            <OptionFields t={t} list={option.list} form={form} errors={errors} />
            {isNeeded(option, options) ? (
              <Paragraph>{t('list-care.needed')}</Paragraph>
            ) : (
              <DateInput
                id="until"
                name="until"
                legend={t('list-care.until')}
                description={t('list-care.until-hint')}
                optional={t('shell.optional')}
                labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
                value={{
                  day: form.text('until.day'),
                  month: form.text('until.month'),
                  year: form.text('until.year'),
                }}
                error={errorAt(errors, 'until')}
              />
            )}
            <div>
              <Button type="submit" variant="primary">
                {t('list-care.change.submit')}
              </Button>
            </div>
          </Form>
        ) : (
          <Stack>
            <DescriptionList items={sayValue(option, t)} />
            <Paragraph>{t('list-care.read-only')}</Paragraph>
          </Stack>
        )}
        <OptionHistory t={t} versions={versions} nameOf={nameOf} />
      </Stack>
    ),
  }
}
