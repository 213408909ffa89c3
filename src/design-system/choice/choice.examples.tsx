import { ChoiceList } from './choice.tsx'

export const examples = {
  'A list of answers inside a group': () => (
    <fieldset class="utrecht-form-fieldset__fieldset--html-fieldset">
      <legend>Welke dagen?</legend>
      <ChoiceList
        type="checkbox"
        id="choice-days"
        name="days"
        layout="list"
        invalid={false}
        selected={['di']}
        options={[
          { value: 'ma', label: 'Maandag' },
          { value: 'di', label: 'Dinsdag', description: 'Alleen in de ochtend' },
        ]}
      />
    </fieldset>
  ),
}
