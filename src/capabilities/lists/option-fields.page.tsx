import { FormField } from '../../design-system/form-field/form-field.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { KeptList } from './list-option.ts'

/** The words of a value of a list. */
export function OptionFields({
  t,
  list,
  form,
  errors,
}: {
  t: Translate
  list: KeptList
  form: FormFields
  errors: readonly FormError[]
}) {
  const optional = t('shell.optional')
  return (
    <>
      <FormField
        id="labelNl"
        label={t('list-care.label')}
        description={t('list-care.label-hint')}
        error={errorAt(errors, 'labelNl')}
        required
      >
        <TextInput name="labelNl" value={form.text('labelNl')} autocomplete="off" />
      </FormField>
      <FormField
        id="labelEn"
        label={t('list-care.label-en')}
        optional={optional}
        error={errorAt(errors, 'labelEn')}
      >
        <TextInput name="labelEn" value={form.text('labelEn')} autocomplete="off" />
      </FormField>
      {list === 'service-provider' && (
        <FormField
          id="shortName"
          label={t('list-care.short-name')}
          description={t('list-care.short-name-hint')}
          optional={optional}
          error={errorAt(errors, 'shortName')}
        >
          <TextInput name="shortName" value={form.text('shortName')} autocomplete="off" />
        </FormField>
      )}
      {list === 'topic' && (
        <FormField
          id="searchTerms"
          label={t('list-care.search-terms')}
          description={t('list-care.search-terms-hint')}
          optional={optional}
          error={errorAt(errors, 'searchTerms')}
        >
          <Textarea name="searchTerms" value={form.text('searchTerms')} />
        </FormField>
      )}
    </>
  )
}
