import { Button } from '../button/button.tsx'
import { Form } from '../form/form.tsx'
import { FormField } from '../form-field/form-field.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { StickyBar } from './sticky-bar.tsx'

export const examples = {
  'At the end of a form': () => (
    <Form action="#opslaan">
      <FormField id="sticky-name" label="Naam">
        <TextInput name="name" autocomplete="name" />
      </FormField>
      <StickyBar>
        <Button type="submit" variant="primary">
          Naam opslaan
        </Button>
      </StickyBar>
    </Form>
  ),
}
