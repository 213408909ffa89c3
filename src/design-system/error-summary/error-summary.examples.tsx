import { FormField } from '../form-field/form-field.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { ErrorSummary } from './error-summary.tsx'

export const examples = {
  'Above the form it belongs to': () => (
    <>
      <ErrorSummary
        title="Verbeter 2 dingen"
        errors={[
          { id: 'summary-name', message: 'Vul uw naam in' },
          { message: 'Dit formulier stond te lang open. Sla het nog een keer op.' },
        ]}
      />
      <FormField id="summary-name" label="Naam" error="Vul uw naam in">
        <TextInput name="name" />
      </FormField>
    </>
  ),
}
