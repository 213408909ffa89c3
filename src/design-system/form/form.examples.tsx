import { Button } from '../button/button.tsx'
import { ButtonGroup } from '../button-group/button-group.tsx'
import { ChoiceTiles } from '../choice-tiles/choice-tiles.tsx'
import { FormField } from '../form-field/form-field.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { Form } from './form.tsx'

const options = [
  { value: 'yes', label: 'Ja' },
  { value: 'partly', label: 'Deels' },
  { value: 'no', label: 'Nee' },
]

export const examples = {
  'Questions and a button': () => (
    <Form action="#opslaan" label="Gegevens wijzigen">
      <FormField id="form-name" label="Naam" required>
        <TextInput name="name" autocomplete="name" />
      </FormField>
      <ChoiceTiles id="form-done" name="done" legend="Is het gelukt?" options={options} />
      <ButtonGroup>
        <Button type="submit" variant="primary">
          Wijziging opslaan
        </Button>
      </ButtonGroup>
    </Form>
  ),
  Dense: () => (
    <Form action="#opslaan" label="Vlug opslaan" dense onEnter={{ name: 'action', value: 'save' }}>
      <ChoiceTiles id="dense-one" name="one" legend="Is het gelukt?" options={options} beside />
      <ChoiceTiles id="dense-two" name="two" legend="Is er nog iets?" options={options} beside />
      <Button type="submit" variant="primary">
        Antwoorden opslaan
      </Button>
    </Form>
  ),
}
