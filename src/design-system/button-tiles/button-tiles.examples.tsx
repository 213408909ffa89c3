import { Form } from '../form/form.tsx'
import { ButtonTiles } from './button-tiles.tsx'

export const examples = {
  'Counting with one tap': () => (
    <Form action="#tellen">
      <ButtonTiles
        id="fruit"
        label="Wat telde je?"
        name="fruit"
        options={[
          { value: 'apple', label: 'Appels' },
          { value: 'pear', label: 'Peren' },
          { value: 'plum', label: 'Een lange naam die over twee regels gaat' },
        ]}
      />
    </Form>
  ),
}
