import { FormField } from '../form-field/form-field.tsx'
import { FileInput } from './file-input.tsx'

export const examples = {
  'One file': () => (
    <FormField id="file-list" label="Bestand" description="Een csv-bestand van hoogstens 5 MB">
      <FileInput name="list" accept=".csv,text/csv" />
    </FormField>
  ),
}
